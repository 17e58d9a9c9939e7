"""How a higher app declares a kind of sheet: its columns, and what it does with an edit.

The order of one edit: values are fitted to their columns' types > `prepare` > the operations are applied to the model >
`recompute` > rows, change and history are written > `commit`, all in one transaction under the sheet's lock. Undo and
redo apply operations that were prepared already, so they start behind `prepare`. An error raised anywhere changes
nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol, TypeAlias

from milepost.engines.sheet import Cell, Column, Dirty, Op, Sheet
from milepost.kernel.errors import MilepostError

ColumnSpec = Column
Deltas: TypeAlias = Mapping[int, Mapping[str, Cell]]
"""Row id to column key to new value (None empties the cell); values that did not change may be among them."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What the writer is told about an edit that did something else than it said: `row` and `data` for a translation of `code`."""

    code: str
    text: str
    row: int | None = None
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edit:
    """Who edits which sheet, and when (aware UTC)."""

    sheet_id: int
    node_id: int
    actor_id: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class PreparedOps:
    """The operations that shall be applied, and what to tell the writer."""

    ops: Sequence[Op]
    notices: Sequence[Notice] = ()


@dataclass(frozen=True, slots=True)
class Committed:
    """A change that was written: the model stands behind it."""

    edit: Edit
    seq: int
    dirty: Dirty
    deltas: Deltas


class Kind(Protocol):
    """A kind of sheet."""

    name: str
    columns: tuple[ColumnSpec, ...]
    settings: Mapping[str, Cell]
    """Settings that a new sheet starts with."""

    def open(self, model: Sheet, *, sheet_id: int) -> None:
        """Called once for a model that was read from the database: put what `recompute` needs into `model.extra`.

        `model.extra` is emptied and `open` called again when another process changed the sheet; within one process it
        lives as long as the model. What lies in other tables and changes there must change a setting of the sheet too.
        """

    def prepare(self, model: Sheet, ops: Sequence[Op], *, edit: Edit) -> PreparedOps:
        """Translate the writer's operations before they are applied; the model stands before them."""

    def recompute(self, model: Sheet, dirty: Dirty) -> Deltas:
        """New computed values after the operations; the model stands behind them. Raising refuses the whole change."""

    def commit(self, model: Sheet, change: Committed) -> None:
        """Write the kind's own tables in the same transaction, for example the figures of a plan."""

    def surroundings(self, *, sheet_id: int, settings: Mapping[str, Cell]) -> Mapping[str, Any]:
        """What the browser needs beside the rows: `calendars` and `resources` of a plan, in JSON."""


class KindUnknown(MilepostError):
    """There is no kind of sheet named {kind}."""

    code = "sheet.kind_unknown"
    status = 422


Finder: TypeAlias = Callable[[str], "Kind | None"]
Follower: TypeAlias = Callable[[Sheet, Committed], None]
_kinds: dict[str, Kind] = {}
_finders: list[Finder] = []
_followers: dict[str, list[Follower]] = {}


def register(kind: Kind) -> None:
    """Make a kind known, from the `AppConfig.ready` of the app that owns it; the later one of a name wins."""
    _kinds[kind.name] = kind


def find_by(finder: Finder) -> None:
    """Ask this function too for kinds that nobody registered; declared ones are found so."""
    if finder not in _finders:
        _finders.append(finder)


def kind_named(name: str) -> Kind:
    """The kind of that name, registered ones first. Raises KindUnknown."""
    if name in _kinds:
        return _kinds[name]
    for finder in _finders:
        kind = finder(name)
        if kind is not None:
            return kind
    raise KindUnknown(kind=name)


def follow(kind: str, follower: Follower) -> None:
    """Call a function in the transaction of every change of sheets of a declared kind, when its rows are written."""
    followers = _followers.setdefault(kind, [])
    if follower not in followers:
        followers.append(follower)


def followers_of(kind: str) -> Sequence[Follower]:
    """Who follows a kind, in the order in which they came."""
    return tuple(_followers.get(kind, ()))
