"""The page of a register as a person uses it: cells by title and column, keys, toasts."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

ROW, HEAD = 36, 36
READ = """
() => {
  const table = document.querySelector('[role=grid]')
  if (!table) return []
  const titles = [...table.querySelectorAll('th')].map((head) => head.textContent)
  const cells = (row) => [...row.children].map((cell, at) => [titles[at] || '#', cell.textContent])
  return [...table.querySelectorAll('tbody tr')].map((row) => Object.fromEntries(cells(row)))
}
"""


class RegisterDesk:
    """A window with a register. The grid is a canvas: it is read through the table that it keeps for screen readers."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def ready(self) -> RegisterDesk:
        """Wait until the grid stands."""
        self.page.wait_for_function(f"() => ({READ})().length > 0", timeout=30_000)
        return self

    @property
    def rows(self) -> list[dict[str, str]]:
        """The lines on the screen, by column title."""
        return list(self.page.evaluate(READ))

    def sees(self, title: str, column: str, text: str) -> None:
        """The cell shows the text, at once or a moment later."""
        find = f"([title, column]) => ({READ})().find((row) => row.Title === title)?.[column]"
        self.page.wait_for_function(
            f"([title, column, text]) => ({find})([title, column]) === text", arg=[title, column, text], timeout=8000
        )

    def sees_titles(self, *titles: str) -> None:
        """These lines with a title, in this order."""
        read = f"() => ({READ})().map((row) => row.Title).filter(Boolean)"
        self.page.wait_for_function(f"(titles) => JSON.stringify(({read})()) === JSON.stringify(titles)", arg=list(titles), timeout=8000)

    def go(self, title: str, column: str = "Title") -> None:
        """Select a cell: a click on the row's title, then arrows."""
        rows = self.rows
        at = next(index for index, row in enumerate(rows) if row["Title"] == title)
        self.go_line(at)
        titles = list(rows[at])
        self.press(*["ArrowRight"] * (titles.index(column) - titles.index("Title")))

    def go_line(self, line: int) -> None:
        """Select the title of a line, also of the one for a new row."""
        box = self.page.get_by_role("group", name="Rows of the register").bounding_box()
        assert box is not None
        self.page.mouse.click(box["x"] + 200, box["y"] + HEAD + (line + 0.5) * ROW)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, text: str) -> None:
        """Type over the selected cell, as fast as a machine, and Enter."""
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")

    def paste(self, text: str) -> None:
        """Paste as from Excel."""
        self.page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
        self.press("Control+v")

    def toast(self, text: str) -> None:
        expect(self.page.get_by_role("alert").filter(has_text=text)).to_be_visible()


def ask(context: BrowserContext, method: str, path: str, body: Any = None) -> Any:
    """A call of the API with the cookies of the window."""
    address = "/".join(context.pages[0].url.split("/")[:3])
    token = next((cookie.get("value", "") for cookie in context.cookies() if cookie.get("name") == "milepost_csrf"), "")
    headers = {"X-CSRFToken": token, "Origin": address, "Referer": f"{address}/", "Content-Type": "application/json"}
    answer = context.request.fetch(path, method=method, headers=headers, data=None if body is None else json.dumps(body))
    assert answer.ok, f"{method} {path}: {answer.status} {answer.text()[:400]}"
    return answer.json()


RISKS: list[dict[str, Any]] = [
    {"name": "Supplier goes out of business", "type": "risk", "probability": "2", "impact": "5"},
    {"name": "Ground water", "type": "risk", "probability": "4", "impact": "4"},
    {"name": "No crane before June", "type": "dependency", "probability": "3", "impact": "2"},
]


def new_register(page: Page, kind: str = "raid", rows: list[dict[str, Any]] | None = None, project: int = 0) -> int:
    """A new register of a project of the demo with these rows; its sheet's id."""
    page.goto("/portfolio")
    projects = ask(page.context, "GET", "/api/v1/portfolio")["items"]
    sheet = int(ask(page.context, "POST", f"/api/v1/nodes/{projects[project]['id']}/registers", {"kind": kind})["id"])
    if given := RISKS if rows is None else rows:
        ops = [{"op": "insert", "rows": [{"cells": cells} for cells in given], "parent": None, "after": None}]
        ask(page.context, "PATCH", f"/api/v1/sheets/{sheet}", {"client_op_id": f"made-{sheet}", "ops": ops})
    return sheet


def at_register(page: Page, sheet: int, view: str = "") -> RegisterDesk:
    """The page of a register."""
    page.goto(f"/sheet/{sheet}{view}")
    return RegisterDesk(page).ready()
