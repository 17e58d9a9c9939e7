"""What happened to a cell, and in a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from milepost.apps.org.queries.names import names_of
from milepost.apps.sheets.access import visible_sheet
from milepost.apps.sheets.models import CellHistory, Change

_MOST_ENTRIES = 200
_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class CellEntry:
    """One edit of a cell; `at` is aware UTC, `by` the person's name."""

    seq: int
    at: datetime
    actor_id: int | None
    by: str | None
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Activity:
    """One change of a sheet in a line. `ops` are the kinds of its operations, `of` is the change that an undo or redo took back."""

    seq: int
    at: datetime
    actor_id: int | None
    by: str | None
    kind: str
    of: int | None
    taken_back: bool
    ops: tuple[str, ...]


def cell_history(*, actor_id: int, sheet_id: int, row_id: int, key: str) -> tuple[CellEntry, ...]:
    """What people wrote into a cell, newest first, at most 200 entries; computed values are not among them. Raises NotFound."""
    visible_sheet(actor_id, sheet_id)
    found = CellHistory.objects.filter(sheet_id=sheet_id, row_id=row_id, key=key).order_by("-seq")
    rows = list(found.values_list("seq", "at", "actor_id", "old", "new")[:_MOST_ENTRIES])
    names = names_of({row[2] for row in rows if row[2] is not None})
    return tuple(CellEntry(seq, at, actor, names.get(actor or 0), old, new) for seq, at, actor, old, new in rows)


def sheet_activity(*, actor_id: int, sheet_id: int, before: int | None = None) -> tuple[Activity, ...]:
    """The changes of a sheet, newest first, fifty before the given `seq`. Raises NotFound."""
    visible_sheet(actor_id, sheet_id)
    found = Change.objects.filter(sheet_id=sheet_id).order_by("-seq")
    if before is not None:
        found = found.filter(seq__lt=before)
    changes = list(found.defer("undo", "effect", "report")[:_A_PAGE])
    names = names_of({change.actor_id for change in changes if change.actor_id is not None})
    return tuple(_activity(change, names) for change in changes)


def _activity(change: Change, names: dict[int, str]) -> Activity:
    said = tuple(dict.fromkeys(str(op["op"]) for op in change.ops))
    by = names.get(change.actor_id or 0)
    return Activity(change.seq, change.at, change.actor_id, by, str(change.kind), change.of, change.taken_back, said)
