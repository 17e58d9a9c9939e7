"""What a person typed, made into operations that the sheet can hold: columns known, values fitted, sizes bounded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from milepost.apps.sheets.errors import ColumnComputed, ColumnUnknown, SettingUnknown, TooMuch
from milepost.apps.sheets.kinds.kind import Kind
from milepost.apps.sheets.values import Surroundings, fit, storable
from milepost.apps.sheets.writing.nameable import surroundings
from milepost.engines.sheet import Cell, Delete, Insert, Move, NewRow, Op, Set, Settings, Sheet
from milepost.kernel.errors import Invalid

MOST_ROWS = 5_000
MOST_CELLS = 100_000
MOST_LETTERS = 100_000
_NAMING = frozenset({"link", "person", "people"})


def typed_ops(model: Sheet, kind: Kind, ops: Sequence[Op], *, actor_id: int, sheet_id: int | None = None) -> list[Op]:
    """The operations with every value fitted to its column.

    Raises ColumnUnknown, ColumnComputed, SettingUnknown, and TooMuch above 5,000 rows, 100,000 cells or
    100,000 letters in a cell.
    """
    _refuse_too_much(ops)
    around = surroundings(model, actor_id=actor_id, sheet_id=sheet_id)
    return [_typed(model, kind, op, around) for op in ops]


def fitted(model: Sheet, cells: Mapping[str, Cell], around: Surroundings, row: int | None = None) -> dict[str, Cell]:
    """Cells by column key, each fitted; `row` is where they stand, None for a new one. Raises ColumnUnknown and ColumnComputed."""
    found = {}
    for key, value in cells.items():
        column = model.columns.get(key)
        if column is None:
            raise ColumnUnknown(key=key)
        if column.computed:
            raise ColumnComputed(key=key, title=column.title)
        names = column.type in _NAMING and row is not None and row in model.rows
        found[key] = fit(column, value, around.keeping(model.rows[row].cells.get(key)) if names and row is not None else around)
    return found


def _typed(model: Sheet, kind: Kind, op: Op, around: Surroundings) -> Op:
    match op:
        case Set():
            return Set(op.row, fitted(model, op.cells, around, op.row))
        case Insert():
            rows = tuple(NewRow(row.id, row.parent, fitted(model, row.cells, around)) for row in op.rows)
            return Insert(rows, op.parent, op.after)
        case Settings():
            for name, value in op.values.items():
                if name not in kind.settings:
                    raise SettingUnknown(name=name)
                if not storable(value):
                    raise Invalid(field=name, reason="it holds letters or numbers that cannot be kept")
            return op
        case _:
            return op


def _refuse_too_much(ops: Sequence[Op]) -> None:
    rows = cells = letters = 0
    for op in ops:
        for written in _cells_written(op):
            rows, cells = rows + 1, cells + len(written)
            letters = max(letters, max((len(value) for value in written.values() if isinstance(value, str)), default=0))
        if isinstance(op, (Delete, Move)):
            rows += len(op.rows)
    for count, most, what in ((rows, MOST_ROWS, "rows"), (cells, MOST_CELLS, "cells"), (letters, MOST_LETTERS, "letters in a cell")):
        if count > most:
            raise TooMuch(most=most, what=what)


def _cells_written(op: Op) -> list[Mapping[str, Cell]]:
    match op:
        case Set():
            return [op.cells]
        case Insert():
            return [row.cells for row in op.rows]
        case _:
            return []
