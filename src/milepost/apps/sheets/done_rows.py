"""What the columns of a sheet say of a row: in whose name it is, and whether it is done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from milepost.engines.sheet import Cell, Column

_SAYS_WHO_DID_IT = frozenset({"raised_by", "decided_by"})
_OF_THE_NODE = frozenset({"manager", "sponsor"})
"""In the profile of a project: they are the node's."""
_PROFILE = "project"
_CLOSED = frozenset({"closed", "done", "decided", "accepted", "rejected", "replaced", "cancelled"})
_DONE = frozenset({"done", "status", "percent_complete", "progress", "actual_finish"})
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Naming:
    """The columns that name people who have to do something about a row, and those that say whether it is done."""

    people: tuple[Column, ...]
    done: tuple[Column, ...]

    def is_done(self, cells: Mapping[str, Cell]) -> bool:
        """Whether any column says so."""
        return any(_says_done(column, cells.get(column.key)) for column in self.done)


def naming_of(kind: str, columns: Iterable[Column]) -> Naming:
    """How rows of this kind name people. Cells that say who did something (raised, decided, created) are not among them."""
    known = tuple(columns)
    kept = _SAYS_WHO_DID_IT | _OF_THE_NODE if kind == _PROFILE else _SAYS_WHO_DID_IT
    people = (one for one in known if one.type in ("person", "people") and not one.computed and one.role not in kept)
    return Naming(tuple(people), tuple(one for one in known if one.role in _DONE))


def _says_done(column: Column, value: Cell) -> bool:
    if column.role == "status":
        return value in _CLOSED
    if column.role in ("percent_complete", "progress"):
        return value == str(_WHOLE) if isinstance(value, str) else isinstance(value, int | float) and value >= _WHOLE
    return bool(value)
