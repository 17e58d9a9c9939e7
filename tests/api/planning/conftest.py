"""A plan in a file, and the same as Bob has it open in his browser."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from tests.cast import NOW, Cast

from milepost.apps.planning.actions.create_plan import create_plan_from_file
from milepost.formats.mspdi import read

BRIDGE = Path(__file__).with_name("bridge.xml").read_bytes()


@dataclass
class PlanPage:
    """A plan as somebody's browser has it open."""

    browser: Client
    project_id: int
    sheet_id: int

    @property
    def address(self) -> str:
        return f"/api/v1/sheets/{self.sheet_id}"

    def rows(self) -> dict[str, dict[str, Any]]:
        """The cells of each row by the row's name, with its id."""
        return {row["cells"]["name"]: {**row["cells"], "id": row["id"]} for row in self.sheet()["rows"]}

    def sheet(self) -> dict[str, Any]:
        return self.browser.get(self.address).json()

    def edit(self, *ops: dict[str, Any]) -> Any:
        return self.browser.patch(self.address, {"ops": list(ops)}, content_type="application/json")

    def set(self, name: str, /, **cells: Any) -> Any:
        return self.edit({"op": "set", "row": self.rows()[name]["id"], "cells": cells})

    def post(self, verb: str, **body: Any) -> Any:
        return self.browser.post(f"{self.address}/{verb}", body, content_type="application/json")


def upload(browser: Client, data: bytes = BRIDGE) -> int:
    return browser.post("/api/v1/uploads", data, content_type="application/octet-stream", headers={"X-File-Name": "bridge.xml"}).json()[
        "id"
    ]


def check(browser: Client, upload_id: int) -> Any:
    return browser.post("/api/v1/imports/plans/check", {"upload_id": upload_id}, content_type="application/json")


def bring_in(browser: Client, cast: Cast, data: bytes = BRIDGE, **wish: Any) -> Any:
    upload_id = upload(browser, data)
    report = check(browser, upload_id).json()
    body = {"upload_id": upload_id, "report_id": report["report_id"], "parent_id": cast.programme.pk, "name": "The bridge", **wish}
    return browser.post("/api/v1/imports/plans", body, content_type="application/json")


@pytest.fixture
def bridge(as_, cast: Cast) -> PlanPage:
    """The bridge below the programme: Dig, Pour, Deck, a week each, one after another, then Open."""
    made = create_plan_from_file(actor_id=cast.bob.pk, parent_id=cast.programme.pk, name="The bridge", plan=read(BRIDGE), at=NOW)
    return PlanPage(as_(cast.bob), made.project_id, made.sheet_id)
