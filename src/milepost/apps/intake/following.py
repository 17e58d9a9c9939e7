"""State, score and project of a request follow the tables, whoever edits the register: by hand, by a list, by undo."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from milepost.apps.intake.errors import DecidedElsewhere
from milepost.apps.intake.models import Decision, Scoring
from milepost.apps.intake.states import NEW
from milepost.apps.sheets.kinds.kind import Committed
from milepost.engines.sheet import Sheet, same

GUARDED = frozenset({"state", "score", "project"})


def follow_requests(model: Sheet, change: Committed) -> None:
    """Refuse a change after which a request would stand other than was decided. Raises DecidedElsewhere.

    An action writes its decision first and the cells then, so that what follows is found here.
    """
    dirty = change.dirty
    touched = {row for row, keys in dirty.cells.items() if not GUARDED.isdisjoint(keys)} | set(dirty.inserted)
    rows = touched & set(model.rows)
    if not rows:
        return
    said = _said(change.edit.sheet_id)
    for row in rows:
        cells, meant = model.rows[row].cells, said.get(row, _UNDECIDED)
        if any(not same(cells.get(key), value) for key, value in meant.items()) and not _fresh(cells, meant):
            raise DecidedElsewhere


_UNDECIDED: Mapping[str, Any] = {"state": NEW, "score": None, "project": None}


def _fresh(cells: Mapping[str, Any], meant: Mapping[str, Any]) -> bool:
    """A row that says nothing of its state is a new one."""
    return meant is _UNDECIDED and not any(cells.get(key) for key in GUARDED)


def _said(sheet_id: int) -> dict[int, dict[str, Any]]:
    """By row what the tables say of it: the last decision, the last score, the project that it became."""
    found: dict[int, dict[str, Any]] = {}
    decisions = Decision.objects.filter(sheet_id=sheet_id).order_by("number").values_list("row_id", "state", "data")
    for row, state, data in decisions:
        found.setdefault(row, dict(_UNDECIDED))["state"] = state
        if "project" in data:
            found[row]["project"] = [data["project"]]
    for row, score in Scoring.objects.filter(sheet_id=sheet_id).order_by("number").values_list("row_id", "score"):
        found.setdefault(row, dict(_UNDECIDED))["score"] = score
    return found
