"""A register of its own for each journey about rows, made through the API by the person who is signed in."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.journeys.steps import ask


class Register:
    """A RAID log in a project of its own, with three entries."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        session = self.call("GET", "/api/v1/session")
        self.me: dict[str, Any] = session["person"]
        root = self.call("GET", "/api/v1/nodes")["items"][0]["id"]
        self.node = self.call("POST", "/api/v1/nodes", {"parent_id": root, "kind": "project", "name": name}, 201)["id"]
        self.sheet = self.call("POST", f"/api/v1/nodes/{self.node}/registers", {"kind": "raid"}, 201)["id"]
        titles = ("Ground is wet", "Crane is late", "Permit is missing")
        made = self.edit({"op": "insert", "rows": [{"cells": {"name": title, "type": "risk"}} for title in titles]})
        by_title = {row["cells"]["name"]: row["id"] for row in made["inserted"]}
        self.rows = [by_title[title] for title in titles]

    def call(self, method: str, path: str, body: Any = None, expect: int = 200) -> Any:
        """Ask the API, and expect a status."""
        return ask(self.page.context, method, path, body, expect=expect)

    def edit(self, *ops: dict[str, Any]) -> Any:
        """Edit the register."""
        return self.call("PATCH", f"/api/v1/sheets/{self.sheet}", {"ops": list(ops)})

    def open(self, row: int | None = None) -> None:
        """Open its page, with a row at the side."""
        self.page.goto(f"/sheet/{self.sheet}" + (f"?row=%22{self.sheet}.{row}%22&panel=true" if row else ""))
