"""A sheet as it was: changes taken back from the present, one after another, by the inverses that they left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from milepost.engines.sheet.apply import apply
from milepost.engines.sheet.model import Sheet
from milepost.engines.sheet.operations import Cell, Delete, Op, Place, Restore, Set, Settings
from milepost.kernel.errors import MilepostError


@dataclass(frozen=True, slots=True)
class Step:
    """One change: taken back by its inverses, or `kept` because it speaks of an earlier moment; then its `ops` say what stays."""

    kept: bool
    ops: Sequence[Op] = ()
    undo: Sequence[Op] = ()


@dataclass(slots=True)
class _Fixed:
    """What later changes wrote that are kept: nothing older puts it back."""

    cells: set[tuple[int, str]] = field(default_factory=set)
    rows: set[int] = field(default_factory=set)
    places: set[int] = field(default_factory=set)
    settings: set[str] = field(default_factory=set)

    def note(self, op: Op) -> None:
        match op:
            case Set():
                self.cells.update((op.row, key) for key in op.cells)
                self.rows.add(op.row)
            case Settings():
                self.settings.update(op.values)
            case Restore():
                self.rows.update(row.id for row in op.rows)
            case Place():
                self.places.update(row for row, _, _ in op.rows)
                self.rows.update(row for row, _, _ in op.rows)
            case _:
                pass


def take_back(sheet: Sheet, steps: Iterable[Step]) -> set[int]:
    """Bring the sheet to where it stood without the steps that are not kept, given newest first; the rows touched (rules Q18 to Q20).

    Where every kept change is older than every other, this is the sheet as it stood then. A change that is kept although it was written
    later keeps what it wrote.
    """
    fixed = _Fixed()
    touched: set[int] = set()
    for step in steps:
        if step.kept:
            for op in step.ops:
                fixed.note(op)
            continue
        for op in step.undo:
            _take_back(sheet, op, fixed, touched)
    return touched & sheet.rows.keys()


def _take_back(sheet: Sheet, op: Op, fixed: _Fixed, touched: set[int]) -> None:
    for one in _applicable(sheet, op, fixed):
        try:
            apply(sheet, one)
        except MilepostError:  # it speaks of a place that a kept change gave to another row
            continue
        touched.update(_rows(one))


def _applicable(sheet: Sheet, op: Op, fixed: _Fixed) -> list[Op]:
    match op:
        case Set():
            cells: dict[str, Cell] = {key: value for key, value in op.cells.items() if (op.row, key) not in fixed.cells}
            return [Set(op.row, cells)] if cells and op.row in sheet.rows else []
        case Settings():
            return [Settings({name: value for name, value in op.values.items() if name not in fixed.settings})]
        case Delete():
            return [Delete((row,)) for row in op.rows if row in sheet.rows and fixed.rows.isdisjoint(sheet.subtree(row))]
        case Restore():
            return [op] if not any(row.id in sheet.rows for row in op.rows) else [Restore((row,)) for row in op.rows]
        case Place():
            places = tuple(place for place in op.rows if place[0] not in fixed.places and place[0] in sheet.rows)
            return [Place(places)] if places else []
        case _:
            return [op]


def _rows(op: Op) -> list[int]:
    match op:
        case Set():
            return [op.row]
        case Restore():
            return [row.id for row in op.rows]
        case Place():
            return [row for row, _, _ in op.rows]
        case _:
            return []
