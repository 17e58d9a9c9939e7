"""Columns that the office adds to a kind: they stand in every register of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from milepost.apps.org.capabilities import Capability
from milepost.apps.org.giving import root_for
from milepost.apps.sheets.events import COLUMN_ADDED, COLUMN_CHANGED
from milepost.apps.sheets.kinds.column_wishes import wished_column
from milepost.apps.sheets.kinds.declared import declaration_of
from milepost.apps.sheets.kinds.kind import Edit, KindUnknown, kind_named
from milepost.apps.sheets.models import KindColumn, Sheet
from milepost.apps.sheets.writing import cache
from milepost.apps.sheets.writing.arranging import (
    Wanted,
    changed_column,
    fields_of,
    keep_column,
    own_column,
    place_behind,
    recast_by_column,
)
from milepost.apps.sheets.writing.store import columns_of_kind
from milepost.apps.sheets.writing.write import Writing
from milepost.apps.trail.actions.record import record
from milepost.apps.trail.kinds import EventKind
from milepost.engines.sheet import Column
from milepost.kernel.ids import new_id


@transaction.atomic
def add_kind_column(
    *,
    actor_id: int,
    kind: str,
    title: str,
    type: str,
    at: datetime,
    choices: Sequence[Any] = (),
    options: Mapping[str, Any] | None = None,
) -> str:
    """Add a column to every register of a kind, for who may change the organisation's settings; returns its key.

    Raises NotAllowed, KindUnknown, and what `add_column` raises for a column that cannot be.
    """
    _require_settings(actor_id)
    beside = _columns(kind)
    column_id = new_id()
    wishes = {**(options or {}), "choices": list(choices)}
    column = wished_column(key=f"k{column_id}", title=title, type=type, wishes=wishes, beside=beside, kind=kind)
    own = KindColumn.objects.filter(kind=kind)
    own.create(id=column_id, kind=kind, position=own.count() + 1, **fields_of(column))
    _recast_all(kind, None, column, COLUMN_ADDED, actor_id=actor_id, at=at)
    return column.key


@transaction.atomic(durable=True)
def change_kind_column(*, actor_id: int, kind: str, key: str, at: datetime, wanted: Wanted) -> None:
    """Rename, widen, move, retire or bring back such a column, or change its choices and options, in every register of the kind.

    Raises NotAllowed, KindUnknown, ColumnDeclared, ColumnUnknown, and what `add_column` raises for a column that cannot be.
    """
    _require_settings(actor_id)
    beside = _columns(kind)
    stored = own_column(KindColumn.objects.filter(kind=kind), key, beside)
    column = changed_column(stored, wanted, beside, kind=kind)
    keep_column(stored, column, wanted, at)
    place_behind(KindColumn.objects.filter(kind=kind), stored, wanted.after)
    _recast_all(kind, beside.get(key), column, COLUMN_CHANGED, actor_id=actor_id, at=at, gone=stored.retired_at is not None)


def _require_settings(actor_id: int) -> None:
    root_for(actor_id, Capability.SETTINGS)


def _columns(kind: str) -> dict[str, Column]:
    if declaration_of(kind_named(kind)) is None:
        raise KindUnknown(kind=kind)
    return {column.key: column for column in columns_of_kind(kind)}


def _recast_all(
    kind: str, was: Column | None, column: Column, event: EventKind, *, actor_id: int, at: datetime, gone: bool = False
) -> None:
    for writing in locked_sheets(kind, actor_id=actor_id, at=at):
        # A model that was read just now knows the new column already; what must be done shows against the old one.
        if was is None:
            writing.model.columns.pop(column.key, None)
        else:
            writing.model.columns[column.key] = was
        change = recast_by_column(writing, column, gone=gone)
        data = {"name": writing.sheet.name, "title": column.title}
        record(event, actor_id=actor_id, at=at, node_id=writing.edit.node_id, sheet_id=writing.sheet.pk, seq=change.seq, data=data)


def locked_sheets(kind: str, *, actor_id: int | None, at: datetime) -> Iterator[Writing]:
    """Every sheet of a kind, locked one after another by id; whose right it is was asked before.

    Those in the bin are among them: they come back as one of their kind.
    """
    for sheet_id in list(Sheet.with_deleted.filter(kind=kind).order_by("id").values_list("id", flat=True)):
        sheet = Sheet.with_deleted.select_for_update().filter(id=sheet_id).first()
        if sheet is not None:
            edit = Edit(sheet.pk, sheet.node_id, actor_id, at)
            yield Writing(sheet, cache.models.take(sheet), kind_named(kind), edit)
