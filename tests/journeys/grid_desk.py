"""A grid as a person uses it. It is a canvas: it is read through the table that it keeps for screen readers."""

from __future__ import annotations

from typing import Self

from playwright.sync_api import FloatRect, Page, expect

ROW = 36
READ = """
() => {
  const table = document.querySelector('[role=grid]')
  if (!table) return []
  const titles = [...table.querySelectorAll('th')].map((head) => head.textContent)
  const cells = (row) => [...row.children].map((cell, at) => [titles[at] || '#', cell.textContent])
  return [...table.querySelectorAll('tbody tr')].map((row) => Object.fromEntries(cells(row)))
}
"""


class GridDesk:
    """A window with a grid: `GROUP` is its name, `NAME` the column that names a row, `HEAD` the height above the first row."""

    GROUP, NAME, HEAD, READY = "", "", 36, "true"

    def __init__(self, page: Page) -> None:
        self.page = page

    def ready(self) -> Self:
        """Wait until the grid stands."""
        self.page.wait_for_function(f"() => ({READ})().length > 0 && {self.READY}", timeout=30_000)
        return self

    @property
    def rows(self) -> list[dict[str, str]]:
        """The rows on the screen, by column title."""
        return list(self.page.evaluate(READ))

    def sees(self, name: str, column: str, text: str) -> None:
        """The cell shows the text, at once or a moment later."""
        find = f"([name, column, by]) => ({READ})().find((row) => row[by] === name)?.[column]"
        shown = f"([name, column, by, text]) => ({find})([name, column, by]) === text"
        self.page.wait_for_function(shown, arg=[name, column, self.NAME, text], timeout=8000)

    def sees_names(self, *names: str) -> None:
        """These rows that have a name, in this order."""
        read = f"(by) => ({READ})().map((row) => row[by]).filter(Boolean)"
        shown = f"([by, names]) => JSON.stringify(({read})(by)) === JSON.stringify(names)"
        self.page.wait_for_function(shown, arg=[self.NAME, list(names)], timeout=8000)

    def go(self, name: str, column: str = "") -> None:
        """Select a cell: a click on the row's name, then arrows."""
        rows = self.rows
        at = next(index for index, row in enumerate(rows) if row[self.NAME] == name)
        self.go_line(at)
        titles = list(rows[at])
        self.press(*["ArrowRight"] * (titles.index(column or self.NAME) - titles.index(self.NAME)))

    def go_line(self, line: int) -> None:
        """Select the name of a line, also of the one for a new row."""
        box = self.grid_box()
        self.page.mouse.click(box["x"] + 200, box["y"] + self.HEAD + (line + 0.5) * ROW)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, text: str) -> None:
        """Type over the selected cell, as fast as a machine, and Enter."""
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")

    def toast(self, text: str) -> None:
        expect(self.page.get_by_role("alert").filter(has_text=text)).to_be_visible()

    def grid_box(self) -> FloatRect:
        box = self.page.get_by_role("group", name=self.GROUP).bounding_box()
        assert box is not None
        return box
