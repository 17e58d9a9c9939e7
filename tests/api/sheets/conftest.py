"""A budget that the cast works on: House (Walls 300, Roof 200), Garden 100."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.api.sheets.budget import Budget
from tests.cast import NOW, Cast

from milepost.apps.sheets.actions.create_sheet import create_sheet
from milepost.apps.sheets.kinds import kind as offered
from milepost.apps.sheets.writing import cache
from milepost.engines.sheet import NewRow

HOUSE, WALLS, ROOF, GARDEN = 1, 2, 3, 4
ROWS = (
    NewRow(HOUSE, None, {"name": "House"}),
    NewRow(WALLS, HOUSE, {"name": "Walls", "amount": 300}),
    NewRow(ROOF, HOUSE, {"name": "Roof", "amount": 200}),
    NewRow(GARDEN, None, {"name": "Garden", "amount": 100}),
)
Answer = dict[str, Any]
_CALLS = itertools.count(1)


class Editor:
    """Somebody with the sheet open: knows its address, and the last change that they saw."""

    def __init__(self, browser: Client, sheet_id: int) -> None:
        self.browser, self.sheet_id, self.seq = browser, sheet_id, 1

    def get(self, path: str = "", expect: int = 200) -> Answer:
        """Read, and expect a status."""
        return self._checked(self.browser.get(f"/api/v1/sheets/{self.sheet_id}{path}"), expect)

    def edit(self, *ops: Answer, expect: int = 200, call: str | None = None) -> Answer:
        """Send an edit from what was last seen."""
        body = {"ops": list(ops), "base_seq": self.seq, "client_op_id": call or f"call-{next(_CALLS)}"}
        answer = self._checked(self.browser.patch(f"/api/v1/sheets/{self.sheet_id}", body, content_type="application/json"), expect)
        self.seq = answer.get("seq", self.seq)
        return answer

    def set(self, row: int, expect: int = 200, **cells: Any) -> Answer:
        """Set cells of a row."""
        return self.edit({"op": "set", "row": row, "cells": cells}, expect=expect)

    def post(self, path: str, body: Answer | None = None, expect: int = 200) -> Answer:
        """Undo, redo, add a column."""
        return self._checked(
            self.browser.post(f"/api/v1/sheets/{self.sheet_id}/{path}", body or {}, content_type="application/json"), expect
        )

    def rows(self) -> dict[int, Answer]:
        """The cells of all rows, depth first."""
        return {row["id"]: row["cells"] for row in self.get()["rows"]}

    def tree(self) -> list[tuple[int, int]]:
        """Row ids with their depth, depth first."""
        return [(row["id"], row["depth"]) for row in self.get()["rows"]]

    def _checked(self, answer: Any, expect: int) -> Answer:
        assert answer.status_code == expect, answer.content
        return answer.json()


Opened = Callable[[Any], Editor]


@pytest.fixture
def budget(monkeypatch: pytest.MonkeyPatch) -> Budget:
    """The kind, registered for this test."""
    kind = Budget()
    monkeypatch.setitem(offered._kinds, kind.name, kind)
    cache.models.clear()
    return kind


@pytest.fixture
def sheet_id(cast: Cast, budget: Budget) -> int:
    """The budget of the project."""
    made = create_sheet(actor_id=cast.alice.pk, node_id=cast.project.pk, kind="budget", name="Budget", rows=ROWS, at=NOW)
    return made.sheet_id


@pytest.fixture
def opened(as_, sheet_id: int) -> Opened:
    """`opened(bob).set(...)`: Bob has the budget open."""
    return lambda person: Editor(as_(person), sheet_id)
