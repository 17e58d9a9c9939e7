"""Create a sheet with all its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.db import transaction

from milepost.apps.org.access import node_for
from milepost.apps.org.capabilities import Capability
from milepost.apps.sheets.errors import ColumnUnknown
from milepost.apps.sheets.events import SHEET_CREATED
from milepost.apps.sheets.kinds.kind import Committed, Edit, Kind, kind_named
from milepost.apps.sheets.models import Change, ChangeKind, Sheet
from milepost.apps.sheets.search.index import index_rows
from milepost.apps.sheets.writing import cache, store
from milepost.apps.sheets.writing.naming import note_people
from milepost.apps.trail.actions.record import record
from milepost.engines.sheet import Applied, Cell, Insert, NewRow, Settings, apply_all, write_computed
from milepost.engines.sheet import Sheet as Model


@dataclass(frozen=True, slots=True)
class Created:
    """A new sheet, standing at its first change."""

    sheet_id: int
    seq: int
    model: Model


@transaction.atomic
def create_sheet(
    *,
    actor_id: int,
    node_id: int,
    kind: str,
    name: str,
    at: datetime,
    rows: Sequence[NewRow] = (),
    settings: Mapping[str, Cell] | None = None,
    zone: str = "UTC",
) -> Created:
    """Create a sheet at a node where the person may create, with its rows (parents first) computed and written in one go.

    Cells come from code: their columns must exist, their values are taken as they are. Settings not given start as the kind says.
    Raises NotFound, NotAllowed, KindUnknown, ColumnUnknown and what the kind refuses.
    """
    node_for(actor_id, node_id, Capability.CREATE)
    declared = kind_named(kind)
    sheet = Sheet.objects.create(node_id=node_id, kind=kind, name=name, zone=zone, created_at=at)
    model = Model((), store.columns_of_kind(kind), declared.settings)
    _refuse_unknown_columns(model, rows)
    applied = apply_all(model, [Settings({**declared.settings, **(settings or {})}), Insert(tuple(rows))])
    _write(sheet, model, declared, applied, Edit(sheet.pk, node_id, actor_id, at))
    return Created(sheet.pk, sheet.seq, model)


def _refuse_unknown_columns(model: Model, rows: Sequence[NewRow]) -> None:
    for key in {key for row in rows for key in row.cells}:
        if key not in model.columns:
            raise ColumnUnknown(key=key)


def _write(sheet: Sheet, model: Model, kind: Kind, applied: Applied, edit: Edit) -> None:
    kind.open(model, sheet_id=sheet.pk)
    model.extra["edit"] = edit
    computed = write_computed(model, kind.recompute(model, applied.dirty))
    sheet.seq, sheet.settings = 1, dict(model.settings)
    sheet.save(update_fields=["seq", "settings"])
    store.write_rows(sheet.pk, model, model.rows, (), 1)
    index_rows(sheet.pk, model, applied.dirty)
    note_people(sheet, model, applied.dirty, computed)
    # The rows themselves are what was done: they are not written a second time into the log.
    Change.objects.create(sheet_id=sheet.pk, seq=1, actor_id=edit.actor_id, at=edit.at, kind=ChangeKind.CREATE)
    kind.commit(model, Committed(edit, 1, applied.dirty, computed))
    record(SHEET_CREATED, actor_id=edit.actor_id, at=edit.at, node_id=sheet.node_id, sheet_id=sheet.pk, seq=1, data={"name": sheet.name})
    transaction.on_commit(partial(cache.models.give_back, sheet.pk, model, 1))
