"""The page of a register as a person uses it: cells by title and column, keys, toasts."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.journeys.grid_desk import GridDesk
from tests.journeys.steps import ask


class RegisterDesk(GridDesk):
    """A window with a register."""

    GROUP, NAME = "Rows of the register", "Title"

    def paste(self, text: str) -> None:
        """Paste as from Excel."""
        self.page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
        self.press("Control+v")


RISKS: list[dict[str, Any]] = [
    {"name": "Supplier goes out of business", "type": "risk", "probability": "2", "impact": "5"},
    {"name": "Ground water", "type": "risk", "probability": "4", "impact": "4"},
    {"name": "No crane before June", "type": "dependency", "probability": "3", "impact": "2"},
]


def new_register(page: Page, kind: str = "raid", rows: list[dict[str, Any]] | None = None, project: int = 0) -> int:
    """A new register of a project of the demo with these rows; its sheet's id."""
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
