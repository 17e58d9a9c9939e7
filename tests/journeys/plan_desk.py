"""The plan page as a person uses it: cells by row and column, keys, bars."""

from __future__ import annotations

from playwright.sync_api import Locator

from tests.journeys.grid_desk import GridDesk


class PlanDesk(GridDesk):
    """A window with a plan: its grid, and its bars."""

    GROUP, NAME, HEAD, READY = "Tasks of the plan", "Name", 56, "document.querySelector('.gantt_task_line')"

    @property
    def names(self) -> list[str]:
        return [row["Name"] for row in self.rows]

    def select(self, first: str, last: str) -> None:
        """The rows from one to the other."""
        names = self.names
        self.go(first)
        self.press(*["Shift+ArrowDown"] * (names.index(last) - names.index(first)))

    def bar(self, name: str) -> Locator:
        """The bar of a task, by its accessible name."""
        return self.page.locator(f'.gantt_task_line[aria-label^="{name}:"]')

    def drag(self, name: str, days: float, *, edge: bool = False) -> None:
        """Drag a bar, or its right edge, by so many days."""
        box = self.bar(name).bounding_box()
        assert box is not None
        x = box["x"] + (box["width"] - 3 if edge else box["width"] / 2)
        y = box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + 10, y, steps=3)
        self.page.mouse.move(x + days * self.day_width, y, steps=5)
        self.page.mouse.up()

    @property
    def day_width(self) -> float:
        """Pixels of a day, from the bar of a weekend's neighbour: a rest of two days."""
        widths = self.page.eval_on_selector_all(".mp-rest", "all => all.map((rest) => rest.getBoundingClientRect().width)")
        return float(sorted(widths)[len(widths) // 2]) / 2
