"""What a person typed, made into operations that the sheet can hold: columns known, values fitted, sizes bounded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from milepost.apps.org.queries.names import person_meant
from milepost.apps.sheets.errors import ColumnComputed, ColumnUnknown, SettingUnknown, TooMuch
from milepost.apps.sheets.kinds import Kind
from milepost.apps.sheets.values import Surroundings, day_length, fit, storable
from milepost.engines.sheet import Cell, Delete, Insert, Move, NewRow, Op, Set, Settings, Sheet
from milepost.kernel.errors import Invalid

MOST_ROWS = 5_000
MOST_CELLS = 100_000


def typed_ops(model: Sheet, kind: Kind, ops: Sequence[Op], *, actor_id: int) -> list[Op]:
    """The operations with every value fitted to its column.

    Raises ColumnUnknown, ColumnComputed, SettingUnknown, and TooMuch above 5,000 rows or 100,000 cells.
    """
    _refuse_too_much(ops)
    around = Surroundings(day_length(model.settings), _asked_once(actor_id))
    return [_typed(model, kind, op, around) for op in ops]


def fitted(model: Sheet, cells: Mapping[str, Cell], around: Surroundings) -> dict[str, Cell]:
    """Cells by column key, each fitted. Raises ColumnUnknown and ColumnComputed."""
    found = {}
    for key, value in cells.items():
        column = model.columns.get(key)
        if column is None:
            raise ColumnUnknown(key=key)
        if column.computed:
            raise ColumnComputed(key=key, title=column.title)
        found[key] = fit(column, value, around)
    return found


def _typed(model: Sheet, kind: Kind, op: Op, around: Surroundings) -> Op:
    match op:
        case Set():
            return Set(op.row, fitted(model, op.cells, around))
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
    rows = cells = 0
    for op in ops:
        match op:
            case Set():
                rows, cells = rows + 1, cells + len(op.cells)
            case Insert():
                rows, cells = rows + len(op.rows), cells + sum(len(row.cells) for row in op.rows)
            case Delete() | Move():
                rows += len(op.rows)
            case _:
                continue
    if rows > MOST_ROWS:
        raise TooMuch(most=MOST_ROWS, what="rows")
    if cells > MOST_CELLS:
        raise TooMuch(most=MOST_CELLS, what="cells")


def _asked_once(actor_id: int) -> Callable[[int | str], int | None]:
    known: dict[int | str, int | None] = {}

    def person(named: int | str) -> int | None:
        if named not in known:
            known[named] = person_meant(actor_id, named)
        return known[named]

    return person
