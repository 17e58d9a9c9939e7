"""Between the tables and the model in memory: reading a whole sheet, and writing what one change touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from django.db.models import QuerySet

from milepost.apps.sheets.kinds.kind import Edit, kind_named
from milepost.apps.sheets.models import Column, KindColumn, Row, Sheet
from milepost.apps.sheets.writing.bulk import insert_history, upsert_rows
from milepost.engines.sheet import Cell, Dirty, Op, Set, same
from milepost.engines.sheet import Column as ModelColumn
from milepost.engines.sheet import Row as ModelRow
from milepost.engines.sheet import Sheet as Model

Stored: TypeAlias = Column | KindColumn
"""A column that people added, to one sheet or to a kind."""


def columns_of(sheet: Sheet) -> tuple[ModelColumn, ...]:
    """The columns of the sheet's kind, then those that the office added to the kind and users to the sheet, without retired ones."""
    return (*columns_of_kind(sheet.kind), *_added(Column.objects.filter(sheet_id=sheet.pk)))


def columns_of_kind(kind: str) -> tuple[ModelColumn, ...]:
    """The columns that every sheet of a kind has: declared ones, then the office's own. Raises KindUnknown."""
    return (*kind_named(kind).columns, *_added(KindColumn.objects.filter(kind=kind)))


def columns_of_kinds(kinds: Iterable[str]) -> dict[str, tuple[ModelColumn, ...]]:
    """The same for many kinds, with one query. Raises KindUnknown."""
    own: dict[str, list[KindColumn]] = {}
    for column in KindColumn.objects.filter(retired_at=None).order_by("position", "id"):
        own.setdefault(column.kind, []).append(column)
    return {kind: (*kind_named(kind).columns, *map(column_of, own.get(kind, ()))) for kind in kinds}


def _added(columns: QuerySet[Column] | QuerySet[KindColumn]) -> Iterator[ModelColumn]:
    return map(column_of, columns.filter(retired_at=None).order_by("position", "id"))


def column_of(stored: Stored) -> ModelColumn:
    """The column that the tables keep."""
    return ModelColumn(stored.key, stored.title, stored.type, stored.role or None, stored.computed, stored.width, stored.options)


def read_model(sheet: Sheet) -> Model:
    """The sheet as it stands in the database, opened by its kind. Call it under the sheet's lock."""
    rows = Row.objects.filter(sheet_id=sheet.pk, deleted_seq=None).values_list("row_id", "parent_id", "position", "cells")
    model = Model((ModelRow(*row) for row in rows), columns_of(sheet), sheet.settings)
    kind_named(sheet.kind).open(model, sheet_id=sheet.pk)
    return model


def write_rows(sheet_id: int, model: Model, touched: Iterable[int], removed: Iterable[int], seq: int) -> None:
    """Write the touched rows in one statement, and mark the removed ones as deleted by this change."""
    upsert_rows(sheet_id, seq, map(model.rows.__getitem__, touched))
    gone = list(removed)
    if gone:
        Row.objects.filter(sheet_id=sheet_id, row_id__in=gone).update(deleted_seq=seq, seq=seq)


def touched_rows(dirty: Dirty, computed: Iterable[int]) -> set[int]:
    """The rows whose place or cells are others now."""
    return set(chain(dirty.cells, dirty.inserted, dirty.moved, computed)) - dirty.removed


def write_history(ops: Sequence[Op], undo: Sequence[Op], edit: Edit, seq: int) -> None:
    """Write old and new value of each cell that a person set; `ops` and `undo` come from the engine's `Applied`."""
    old: dict[tuple[int, str], Cell] = {}
    new: dict[tuple[int, str], Cell] = {}
    for op, inverse in zip(ops, reversed(undo), strict=True):
        if isinstance(op, Set) and isinstance(inverse, Set):
            for key, value in op.cells.items():
                old.setdefault((op.row, key), inverse.cells[key])
                new[op.row, key] = value
    edits = ((row, key, old[row, key], value) for (row, key), value in new.items() if not same(old[row, key], value))
    insert_history(edit.sheet_id, seq, edit.actor_id, edit.at, edits)
