"""A sheet in memory: rows by id in one tree, changed only by operations, each of which returns its inverse."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from milepost.engines.sheet.errors import RowUnknown
from milepost.engines.sheet.operations import Cell


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `key` never changes; `role` is what an engine reads it as; `computed` ones take no edit.

    `type` is one of text, number, money, date, datetime, duration, check, choice, person, links, assignments, data.
    `options` holds `choices` of a choice and `min`, `max` of a number.
    """

    key: str
    title: str
    type: str
    role: str | None = None
    computed: bool = False
    width: int = 120
    options: Mapping[str, Cell] = field(default_factory=dict)


@dataclass(slots=True)
class Row:
    """A row: `position` sorts it among its siblings; an empty cell has no key in `cells`."""

    id: int
    parent: int | None
    position: str
    cells: dict[str, Cell]


class Sheet:
    """Rows, columns, settings, and `extra`: what the sheet's kind keeps beside them (thrown away at any time).

    Rows are changed by `milepost.engines.sheet.apply` and `write_computed` only; reading is free.
    """

    __slots__ = ("_children", "_order", "columns", "extra", "rows", "settings")

    def __init__(self, rows: Iterable[Row] = (), columns: Iterable[Column] = (), settings: Mapping[str, Cell] | None = None) -> None:
        self.rows: dict[int, Row] = {row.id: row for row in rows}
        self.columns: dict[str, Column] = {column.key: column for column in columns}
        self.settings: dict[str, Cell] = dict(settings or {})
        self.extra: dict[str, object] = {}
        self._order: list[int] | None = None
        self._children: dict[int | None, list[int]] = {}
        self._index_children()

    def row(self, row_id: int) -> Row:
        """The row with that id. Raises RowUnknown."""
        try:
            return self.rows[row_id]
        except KeyError:
            raise RowUnknown(row=row_id) from None

    def cell(self, row_id: int, key: str) -> Cell:
        """The value of a cell, None where it is empty. Raises RowUnknown."""
        return self.row(row_id).cells.get(key)

    def children(self, parent: int | None) -> Sequence[int]:
        """The ids of the rows directly below `parent` (None: the top), in order."""
        return self._children.get(parent, ())

    def order(self) -> Sequence[int]:
        """All row ids, depth first. Kept until the next insert, delete or move."""
        if self._order is None:
            self._order = list(self._walk(None))
        return self._order

    def subtree(self, row_id: int) -> list[int]:
        """The row and all rows below it, depth first."""
        return [self.row(row_id).id, *self._walk(row_id)]

    def ancestors(self, row_id: int | None) -> Iterator[int]:
        """The rows above, nearest first, without the row itself."""
        parent = None if row_id is None else self.row(row_id).parent
        while parent is not None:
            yield parent
            parent = self.rows[parent].parent

    def depth(self, row_id: int) -> int:
        """How many rows stand above this one."""
        return sum(1 for _ in self.ancestors(row_id))

    def attach(self, row: Row) -> None:
        """Put a row among its siblings by its position key (the id breaks a tie)."""
        self.rows[row.id] = row
        siblings = self._children.setdefault(row.parent, [])
        if not siblings or self._sort_key(siblings[-1]) < (row.position, row.id):
            siblings.append(row.id)
        else:
            siblings.insert(self.rank(row.parent, row.position, row.id), row.id)
        self._order = None

    def detach(self, row_id: int) -> Row:
        """Take one row out of the tree; its children must be gone already or come back with it."""
        row = self.rows[row_id]
        siblings = self._children[row.parent]
        del siblings[self.rank(row.parent, row.position, row_id)]
        if not siblings:
            del self._children[row.parent]
        del self.rows[row_id]
        self._order = None
        return row

    def rank(self, parent: int | None, position: str, row_id: int = 0) -> int:
        """How many children of `parent` stand before that position."""
        return bisect_left(self.children(parent), (position, row_id), key=self._sort_key)

    def _sort_key(self, row_id: int) -> tuple[str, int]:
        return (self.rows[row_id].position, row_id)

    def _index_children(self) -> None:
        for row in self.rows.values():
            self._children.setdefault(row.parent, []).append(row.id)
        for siblings in self._children.values():
            siblings.sort(key=self._sort_key)

    def _walk(self, parent: int | None) -> Iterator[int]:
        stack = list(reversed(self._children.get(parent, ())))
        while stack:
            row_id = stack.pop()
            yield row_id
            stack.extend(reversed(self._children.get(row_id, ())))
