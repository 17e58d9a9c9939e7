"""What is there already: the rows of a register, or the profiles of the projects below a node, by the key of a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from milepost.apps.org.access import scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.paths import span
from milepost.apps.sheets.lists.guess.keys import key_word
from milepost.apps.sheets.lists.understanding import PROJECT
from milepost.apps.sheets.models import Change, Row
from milepost.engines.sheet import Cell


@dataclass(frozen=True, slots=True)
class Known:
    """A row that is there: in which sheet, below which row, with which cells; `editable` where the reader may change it."""

    sheet_id: int
    row_id: int
    parent_id: int | None
    cells: Mapping[str, Cell]
    editable: bool = True


def rows_of_sheet(sheet_id: int, key: str) -> dict[str, Known]:
    """The rows of a sheet by the value of their key column; the first of two with the same counts."""
    rows = Row.objects.filter(sheet_id=sheet_id, deleted_seq=None).order_by("position", "row_id")
    found: dict[str, Known] = {}
    for row_id, parent_id, cells in rows.values_list("row_id", "parent_id", "cells"):
        word = _word(cells.get(key))
        if word:
            found.setdefault(word, Known(sheet_id, row_id, parent_id, cells))
    return found


def projects_below(actor_id: int, path: str, key: str) -> dict[str, Known]:
    """The profiles of the projects that the person sees at and below a node, by the value of their key column."""
    low, high = span(path)
    rows = Row.objects.filter(sheet__kind=PROJECT, sheet__deleted_at=None, deleted_seq=None)
    rows = rows.filter(sheet__node__path__gte=low, sheet__node__path__lt=high).filter(scope_of(actor_id).condition("sheet__node__"))
    may = scope_of(actor_id, Capability.EDIT)
    found: dict[str, Known] = {}
    for sheet_id, row_id, cells, where in rows.order_by("sheet__created_at", "sheet_id").values_list(
        "sheet_id", "row_id", "cells", "sheet__node__path"
    ):
        word = _word(cells.get(key))
        if word:
            found.setdefault(word, Known(sheet_id, row_id, None, cells, may.allows(where)))
    return found


def reported_moments(sheet_ids: list[int]) -> dict[int, list[datetime]]:
    """For each sheet the moments of which its changes speak, in order."""
    found: dict[int, list[datetime]] = {}
    changes = Change.objects.filter(sheet_id__in=sheet_ids, as_of__isnull=False).order_by("sheet_id", "as_of")
    for sheet_id, as_of in changes.values_list("sheet_id", "as_of"):
        if as_of is not None:
            found.setdefault(sheet_id, []).append(as_of)
    return found


def _word(value: Cell) -> str:
    if isinstance(value, Mapping):
        value = value.get("raw")
    return "" if value is None else key_word(value)
