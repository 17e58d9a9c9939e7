"""The plan page as a person uses it: cells by row and column, keys, bars."""

from __future__ import annotations

from playwright.sync_api import FloatRect, Locator, Page, expect

ROW, HEAD = 36, 56
READ = """
() => {
  const table = document.querySelector('[role=grid]')
  if (!table) return []
  const titles = [...table.querySelectorAll('th')].map((head) => head.textContent)
  const cells = (row) => [...row.children].map((cell, at) => [titles[at] || '#', cell.textContent])
  return [...table.querySelectorAll('tbody tr')].map((row) => Object.fromEntries(cells(row)))
}
"""


class PlanDesk:
    """A window with a plan. The grid is a canvas: it is read through the table that it keeps for screen readers."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def ready(self) -> PlanDesk:
        """Wait until rows and bars are there."""
        self.page.wait_for_function(f"() => ({READ})().length > 0 && document.querySelector('.gantt_task_line')", timeout=30_000)
        return self

    @property
    def rows(self) -> list[dict[str, str]]:
        """The rows on the screen, by column title."""
        return list(self.page.evaluate(READ))

    @property
    def names(self) -> list[str]:
        return [row["Name"] for row in self.rows]

    def sees(self, name: str, column: str, text: str) -> None:
        """The cell shows the text, at once or a moment later."""
        find = f"([name, column]) => ({READ})().find((row) => row.Name === name)?.[column]"
        self.page.wait_for_function(f"([name, column, text]) => ({find})([name, column]) === text", arg=[name, column, text], timeout=8000)

    def sees_names(self, *names: str) -> None:
        """These rows, in this order."""
        self.page.wait_for_function(
            f"(names) => JSON.stringify(({READ})().map((row) => row.Name)) === JSON.stringify(names)", arg=list(names), timeout=8000
        )

    def go(self, name: str, column: str = "Name") -> None:
        """Select a cell: a click on the row's name, then arrows."""
        rows = self.rows
        at = next(index for index, row in enumerate(rows) if row["Name"] == name)
        box = self._grid_box()
        self.page.mouse.click(box["x"] + 200, box["y"] + HEAD + (at + 0.5) * ROW)
        titles = list(rows[at])
        self.press(*["ArrowRight"] * (titles.index(column) - titles.index("Name")))

    def select(self, first: str, last: str) -> None:
        """The rows from one to the other."""
        names = self.names
        self.go(first)
        self.press(*["Shift+ArrowDown"] * (names.index(last) - names.index(first)))

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, text: str) -> None:
        """Type over the selected cell, as fast as a machine, and Enter."""
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")

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

    def toast(self, text: str) -> None:
        expect(self.page.get_by_role("alert").filter(has_text=text)).to_be_visible()

    def _grid_box(self) -> FloatRect:
        box = self.page.get_by_role("group", name="Tasks of the plan").bounding_box()
        assert box is not None
        return box
