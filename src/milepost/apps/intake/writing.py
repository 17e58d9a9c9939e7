"""Writing the cells of a request for an action that checked who may: deciding asks for authority, asking for a form, neither for EDIT."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from milepost.apps.intake.access import KIND
from milepost.apps.sheets.kinds.kind import Edit, kind_named
from milepost.apps.sheets.models import ChangeKind, Sheet
from milepost.apps.sheets.writing import cache
from milepost.apps.sheets.writing.write import Call, Writing, write
from milepost.engines.sheet import Cell, Insert, NewRow, Set, same
from milepost.kernel.errors import NotFound
from milepost.kernel.ids import new_id


def lock(sheet_id: int, actor_id: int | None, at: datetime) -> Writing:
    """The register, locked until the transaction ends, with its model. Raises NotFound for one that is gone."""
    sheet = Sheet.objects.select_for_update().filter(id=sheet_id, kind=KIND).first()
    if sheet is None:
        raise NotFound(what="request")
    return Writing(sheet, cache.models.take(sheet), kind_named(KIND), Edit(sheet_id, sheet.node_id, actor_id, at))


def set_cells(writing: Writing, row_id: int, cells: Mapping[str, Cell]) -> None:
    """Write those of the cells that are other than they were, as one change."""
    there = writing.model.rows[row_id].cells
    changed = {key: value for key, value in cells.items() if key in writing.model.columns and not same(there.get(key), value)}
    if changed:
        write(writing, [Set(row_id, changed)], Call(ChangeKind.EDIT))


def add_row(writing: Writing, cells: Mapping[str, Cell]) -> int:
    """Add a request at the end, with the defaults of its columns, and return its id."""
    row_id = new_id()
    prepared = writing.kind.prepare(writing.model, [Insert((NewRow(row_id, None, dict(cells)),))], edit=writing.edit)
    write(writing, prepared.ops, Call(ChangeKind.EDIT))
    return row_id
