"""What takes a change back after others went on working: only what still stands as the change left it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from milepost.engines.sheet.apply import same
from milepost.engines.sheet.model import Sheet
from milepost.engines.sheet.operations import Cell, Delete, Kept, Op, Place, Restore, Set, Settings

CellRef = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Skipped:
    """What was left as it is: a cell, a row (`key` None) or a setting (`row` None), and why.

    `reason` is changed_since, row_gone, row_used, moved_since, parent_gone or under_itself.
    """

    row: int | None
    key: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class UndoPlan:
    """The operations that take back what can be taken back, and what is left."""

    ops: tuple[Op, ...]
    skipped: tuple[Skipped, ...]


@dataclass(slots=True)
class _Written:
    """How a change left things."""

    cells: dict[CellRef, Cell] = field(default_factory=dict)
    rows: set[int] = field(default_factory=set)
    places: dict[int, tuple[int | None, str]] = field(default_factory=dict)
    settings: dict[str, Cell] = field(default_factory=dict)


def plan_undo(sheet: Sheet, ops: Sequence[Op], undo: Sequence[Op], edited: AbstractSet[CellRef]) -> UndoPlan:
    """Choose from a change's inverses those that still apply (rules U1 to U6 of SPEC.md).

    `ops` and `undo` come from `Applied` of that change; `edited` are cells that anybody edited after it. The sheet is not changed.
    """
    planner = _Planner(sheet, _written(ops), edited)
    for op in undo:
        planner.take(op)
    return UndoPlan(tuple(planner.ops), tuple(dict.fromkeys(planner.skipped)))


def _written(ops: Sequence[Op]) -> _Written:
    left = _Written()
    for op in ops:
        match op:
            case Set():
                left.cells.update({(op.row, key): value for key, value in op.cells.items()})
            case Settings():
                left.settings.update(op.values)
            case Restore():
                for row in op.rows:
                    left.rows.add(row.id)
                    left.places[row.id] = (row.parent, row.position)
                    left.cells.update({(row.id, key): value for key, value in row.cells.items()})
            case Place():
                left.places.update({row: (parent, position) for row, parent, position in op.rows})
            case _:
                continue
    return left


class _Planner:
    def __init__(self, sheet: Sheet, written: _Written, edited: AbstractSet[CellRef]) -> None:
        self.sheet, self.written, self.edited = sheet, written, edited
        self.ops: list[Op] = []
        self.skipped: list[Skipped] = []
        self.coming: set[int] = set()

    def take(self, op: Op) -> None:
        match op:
            case Set():
                self._set(op)
            case Settings():
                self._settings(op.values)
            case Delete():
                self._delete(op)
            case Restore():
                self._restore(op)
            case Place():
                self._place(op)
            case _:
                raise TypeError(f"{op} is no inverse")

    def _set(self, op: Set) -> None:
        if op.row in self.coming:
            self.ops.append(op)
        elif op.row not in self.sheet.rows:
            self._skip(op.row, "row_gone", *op.cells)
        else:
            kept = {key: value for key, value in op.cells.items() if self._stands(op.row, key)}
            self._skip(op.row, "changed_since", *(key for key in op.cells if key not in kept))
            if kept:
                self.ops.append(Set(op.row, kept))

    def _stands(self, row: int, key: str) -> bool:
        return (row, key) not in self.edited or same(self.sheet.cell(row, key), self.written.cells.get((row, key)))

    def _settings(self, values: Mapping[str, Cell]) -> None:
        kept = {name: old for name, old in values.items() if same(self.sheet.settings.get(name), self.written.settings.get(name))}
        self.skipped += [Skipped(None, name, "changed_since") for name in values if name not in kept]
        if kept:
            self.ops.append(Settings(kept))

    def _delete(self, op: Delete) -> None:
        here = [row for row in op.rows if row in self.sheet.rows]
        unused = tuple(row for row in here if not self._used(row))
        for row in here:
            if row not in unused:
                self._skip(row, "row_used")
        if unused:
            self.ops.append(Delete(unused))

    def _used(self, top: int) -> bool:
        below = self.sheet.subtree(top)
        if not self.written.rows.issuperset(below):
            return True
        rows = set(below)
        return any(row in rows and not self._stands(row, key) for row, key in self.edited)

    def _restore(self, op: Restore) -> None:
        kept: list[Kept] = []
        for row in op.rows:
            if row.id in self.sheet.rows:
                self._skip(row.id, "changed_since")
            elif not self._present(row.parent):
                self._skip(row.id, "parent_gone")
            else:
                kept.append(row)
                self.coming.add(row.id)
        if kept:
            self.ops.append(Restore(tuple(kept)))

    def _place(self, op: Place) -> None:
        kept: list[tuple[int, int | None, str]] = []
        for row, parent, position in op.rows:
            reason = self._cannot_place(row, parent)
            if reason:
                self._skip(row, reason)
            else:
                kept.append((row, parent, position))
        if kept:
            self.ops.append(Place(tuple(kept)))

    def _cannot_place(self, row: int, parent: int | None) -> str | None:
        if row in self.coming:
            return None
        if row not in self.sheet.rows:
            return "row_gone"
        stands = self.sheet.rows[row]
        if (stands.parent, stands.position) != self.written.places.get(row):
            return "moved_since"
        if not self._present(parent):
            return "parent_gone"
        return "under_itself" if row in self._up(parent) else None

    def _up(self, row: int | None) -> Iterator[int]:
        while row is not None and row in self.sheet.rows:
            yield row
            row = self.sheet.rows[row].parent

    def _present(self, row: int | None) -> bool:
        return row is None or row in self.sheet.rows or row in self.coming

    def _skip(self, row: int, reason: str, *keys: str) -> None:
        if keys or reason in {"row_used", "moved_since", "parent_gone", "under_itself"}:
            self.skipped += [Skipped(row, key, reason) for key in keys or (None,)]
