"""Applying operations to a sheet: each returns its inverse, and a list of them takes effect whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from milepost.engines.sheet.errors import BadOperation, RowExists, UnderItself
from milepost.engines.sheet.model import Row, Sheet
from milepost.engines.sheet.operations import Cell, Delete, Insert, Kept, Move, NewRow, Op, Place, Restore, Set, Settings
from milepost.engines.sheet.order import keys_between
from milepost.kernel.errors import MilepostError


@dataclass(slots=True)
class Dirty:
    """What operations touched: cells by row, rows that are new, gone or stand elsewhere now, names of settings."""

    cells: dict[int, set[str]] = field(default_factory=dict)
    inserted: set[int] = field(default_factory=set)
    removed: set[int] = field(default_factory=set)
    moved: set[int] = field(default_factory=set)
    settings: set[str] = field(default_factory=set)

    @property
    def structure(self) -> bool:
        """Whether the tree of rows is another one now."""
        return bool(self.inserted or self.removed or self.moved)

    def note(self, op: Op, inverse: Op) -> None:
        """Add what one applied operation touched."""
        match op, inverse:
            case Set(), _:
                self.cells.setdefault(op.row, set()).update(op.cells)
            case Settings(), _:
                self.settings.update(op.values)
            case ((Insert() | Restore()), _):
                new = {row.id for row in op.rows}
                self.inserted |= new
                self.removed -= new
            case Delete(), Restore():
                self._gone({row.id for row in inverse.rows})
            case ((Move() | Place()), Place()):
                self.moved.update(row for row, _, _ in inverse.rows)

    def _gone(self, rows: set[int]) -> None:
        self.removed |= rows - self.inserted
        self.inserted -= rows
        self.moved -= rows
        for row in rows & self.cells.keys():
            del self.cells[row]


@dataclass(frozen=True, slots=True)
class Applied:
    """What was done in exact words (places instead of neighbours), the inverses in the order in which they undo, and what was touched."""

    ops: tuple[Op, ...]
    undo: tuple[Op, ...]
    dirty: Dirty


def apply_all(sheet: Sheet, ops: Iterable[Op]) -> Applied:
    """Apply operations one after another; if one is refused, those before it are taken back and its error is raised."""
    done: list[Op] = []
    inverses: list[Op] = []
    dirty = Dirty()
    try:
        for op in ops:
            inverses.append(apply(sheet, op))
            done.append(exact(sheet, op))
            dirty.note(op, inverses[-1])
    except MilepostError:
        for inverse in reversed(inverses):
            apply(sheet, inverse)
        raise
    return Applied(tuple(done), tuple(reversed(inverses)), dirty)


def apply(sheet: Sheet, op: Op) -> Op:
    """Change the sheet by one operation, and return the operation that takes it back.

    Raises RowUnknown, RowExists, UnderItself or BadOperation; the sheet is then as it was.
    """
    match op:
        case Set():
            return Set(op.row, _write(sheet.row(op.row).cells, op.cells))
        case Settings():
            return Settings(_write(sheet.settings, op.values))
        case Insert():
            return _insert(sheet, op)
        case Delete():
            return _delete(sheet, op)
        case Restore():
            return _restore(sheet, op)
        case Move():
            return _move(sheet, op)
        case Place():
            return _put(sheet, op.rows)


def exact(sheet: Sheet, op: Op) -> Op:
    """An operation that was just applied, in words that mean the same later: an insert as `Restore`, a move as `Place`."""
    match op:
        case Insert() | Restore():
            return Restore(tuple(_keep(sheet.rows[row.id]) for row in op.rows))
        case Move():
            return Place(tuple((row, op.parent, sheet.rows[row].position) for row in op.rows))
        case Place():
            return Place(tuple((row, parent, sheet.rows[row].position) for row, parent, _ in op.rows))
        case _:
            return op


def write_computed(sheet: Sheet, deltas: Mapping[int, Mapping[str, Cell]]) -> dict[int, dict[str, Cell]]:
    """Write computed values, and return those that differ from what stood there. Raises RowUnknown."""
    changed: dict[int, dict[str, Cell]] = {}
    for row_id, values in deltas.items():
        cells = sheet.row(row_id).cells
        get = cells.get
        # Most values are the very object that stands there: thousands of rows share their moments.
        news = {key: value for key, value in values.items() if (old := get(key)) is not value and not same(old, value)}
        if news:
            _put_in(cells, news)
            changed[row_id] = news
    return changed


def same(left: Cell, right: Cell) -> bool:
    """Whether two values are one value: `1` and `True` are two."""
    return bool(left == right) and isinstance(left, bool) == isinstance(right, bool)


def _write(target: dict[str, Cell], values: Mapping[str, Cell]) -> dict[str, Cell]:
    old = {key: target.get(key) for key in values}
    _put_in(target, values)
    return old


def _put_in(target: dict[str, Cell], values: Mapping[str, Cell]) -> None:
    for key, value in values.items():
        if value is None:
            target.pop(key, None)
        else:
            target[key] = value


def _insert(sheet: Sheet, op: Insert) -> Op:
    _check_new(sheet, op.rows, op.parent)
    by_parent: dict[int | None, list[NewRow]] = {}
    for new in op.rows:
        by_parent.setdefault(new.parent, []).append(new)
    for parent, rows in by_parent.items():
        keys = _gap(sheet, parent, op.after, len(rows)) if parent == op.parent else keys_between(None, None, len(rows))
        for new, key in zip(rows, keys, strict=True):
            sheet.attach(Row(new.id, parent, key, {k: v for k, v in new.cells.items() if v is not None}))
    return Delete(tuple(row.id for row in by_parent.get(op.parent, ())))


def _check_new(sheet: Sheet, rows: Sequence[NewRow] | Sequence[Kept], parent: int | None) -> None:
    known = {parent}
    if parent is not None:
        sheet.row(parent)
    for new in rows:
        if new.id in sheet.rows or new.id in known:
            raise RowExists(row=new.id)
        if new.parent not in known:
            raise BadOperation(reason=f"row {new.id} stands before its parent {new.parent}")
        known.add(new.id)


def _delete(sheet: Sheet, op: Delete) -> Op:
    named = {sheet.row(row_id).id for row_id in op.rows}
    # A row that stands below another one of the operation comes with that one, once.
    tops = [row_id for row_id in dict.fromkeys(op.rows) if named.isdisjoint(sheet.ancestors(row_id))]
    kept = tuple(_keep(sheet.rows[row_id]) for top in tops for row_id in sheet.subtree(top))
    for row in reversed(kept):
        sheet.detach(row.id)
    return Restore(kept)


def _keep(row: Row) -> Kept:
    return Kept(row.id, row.parent, row.position, dict(row.cells))


def _restore(sheet: Sheet, op: Restore) -> Op:
    inside = {row.id for row in op.rows}
    tops = [row for row in op.rows if row.parent not in inside]
    for row in op.rows:
        if row.id in sheet.rows:
            raise RowExists(row=row.id)
        if row.parent is not None and row.parent not in inside:
            sheet.row(row.parent)
    for row in op.rows:
        sheet.attach(Row(row.id, row.parent, _free(sheet, row.parent, row.position), dict(row.cells)))
    return Delete(tuple(row.id for row in tops))


def _move(sheet: Sheet, op: Move) -> Op:
    if len(set(op.rows)) != len(op.rows):
        raise BadOperation(reason="a row is named twice")
    for row_id in op.rows:
        sheet.row(row_id)
    keys = _gap(sheet, op.parent, op.after, len(op.rows), without=frozenset(op.rows))
    return _put(sheet, [(row_id, op.parent, key) for row_id, key in zip(op.rows, keys, strict=True)])


def _put(sheet: Sheet, places: Sequence[tuple[int, int | None, str]]) -> Place:
    _refuse_under_itself(sheet, {row_id: parent for row_id, parent, _ in places})
    was = tuple((row_id, sheet.rows[row_id].parent, sheet.rows[row_id].position) for row_id, _, _ in places)
    rows = [sheet.detach(row_id) for row_id, _, _ in places]
    for row, (_, parent, position) in zip(rows, places, strict=True):
        row.parent, row.position = parent, _free(sheet, parent, position)
        sheet.attach(row)
    return Place(was)


def _refuse_under_itself(sheet: Sheet, parents: Mapping[int, int | None]) -> None:
    for row_id, parent in parents.items():
        sheet.row(row_id)
        seen = {row_id}
        while parent is not None:
            if parent in seen:
                raise UnderItself(row=row_id)
            seen.add(parent)
            parent = parents[parent] if parent in parents else sheet.row(parent).parent


def _free(sheet: Sheet, parent: int | None, position: str) -> str:
    """The position itself, or one close behind it where another row took it in the meantime."""
    siblings, at = sheet.children(parent), sheet.rank(parent, position)
    if at == len(siblings) or sheet.rows[siblings[at]].position != position:
        return position
    high = sheet.rows[siblings[at + 1]].position if at + 1 < len(siblings) else None
    return keys_between(position, high, 1)[0]


def _gap(sheet: Sheet, parent: int | None, after: int | None, count: int, without: frozenset[int] = frozenset()) -> list[str]:
    """Keys behind `after`; where that row is gone or stands elsewhere by now, at the end: nothing is lost."""
    everyone = sheet.children(parent)
    if after is None:
        at = 0
    elif after in sheet.rows and sheet.rows[after].parent == parent:
        at = sheet.rank(parent, sheet.rows[after].position, after) + 1
    else:
        at = len(everyone)
    if without:
        at = sum(row not in without for row in everyone[:at])
    siblings = [row for row in everyone if row not in without] if without else everyone
    low = sheet.rows[siblings[at - 1]].position if at else None
    high = sheet.rows[siblings[at]].position if at < len(siblings) else None
    return keys_between(low, high, count)
