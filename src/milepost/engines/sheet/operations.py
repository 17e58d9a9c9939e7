"""What can be done to a sheet, as frozen values, and their form in JSON.

`Set`, `Insert`, `Delete`, `Move` and `Settings` are what people do; `Restore` and `Place` are inverses, which keep the
exact place of a row. The empty cell is `None`: setting a cell or a setting to `None` removes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Cell: TypeAlias = Any
"""Any JSON value; `None` is the empty cell."""


@dataclass(frozen=True, slots=True)
class Set:
    """New values for some cells of one row: column key to value."""

    row: int
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row to be inserted; `parent` is the operation's parent or a row earlier in the same operation."""

    id: int
    parent: int | None
    cells: Mapping[str, Cell] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Insert:
    """New rows, parents before their children; those whose parent is `parent` go behind its child `after` (None: first)."""

    rows: tuple[NewRow, ...]
    parent: int | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Delete:
    """Remove rows with all that stands below them."""

    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A row as it stood when it was deleted."""

    id: int
    parent: int | None
    position: str
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Restore:
    """Put deleted rows back where they stood, parents before their children."""

    rows: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """Put rows, in this order, below `parent` behind its child `after` (None: first)."""

    rows: tuple[int, ...]
    parent: int | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Put rows back to (row, parent, position key): the inverse of a move."""

    rows: tuple[tuple[int, int | None, str], ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """New values for some settings of the sheet."""

    values: Mapping[str, Cell]


Op: TypeAlias = Set | Insert | Delete | Restore | Move | Place | Settings


def rows_named(op: Op) -> tuple[int, ...]:
    """The rows that must be there for the operation: those it changes and the parent it puts rows below."""
    match op:
        case Set():
            return (op.row,)
        case Insert():
            return () if op.parent is None else (op.parent,)
        case Delete():
            return op.rows
        case Move():
            return op.rows if op.parent is None else (*op.rows, op.parent)
        case Place():
            return tuple(row for row, _, _ in op.rows)
        case _:
            return ()
