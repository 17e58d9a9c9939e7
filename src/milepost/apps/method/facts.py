"""What the rules of the linter know of a project: plain values, so that a rule needs no database and no clock.

They are read by `gathering` for hundreds of projects at once. A higher app adds facts of its own by `register_facts`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

Named: TypeAlias = tuple[int, int, str]
"""A row: its sheet, its id, its name."""


@dataclass(frozen=True, slots=True)
class RegisterFact:
    """The oldest register of a kind at the project, and the day on which somebody last changed it.

    `rows` and `open` count its rows, and those that are not over; both are 0 where no rule looks at rows of its kind.
    """

    sheet_id: int
    rows: int
    open: int
    changed_on: date


@dataclass(frozen=True, slots=True)
class Entry:
    """An open row of a register, by the roles of its columns; `score` is 0 where there is none."""

    sheet_id: int
    row_id: int
    name: str
    type: str = ""
    owner: int | None = None
    response: str = ""
    score: float = 0
    due: date | None = None

    @property
    def named(self) -> Named:
        """What the reader is told of it."""
        return (self.sheet_id, self.row_id, self.name)


@dataclass(frozen=True, slots=True)
class PlanFact:
    """The oldest plan of the project. `looks` holds the rows behind each look of `planning.queries.soundness`; `finish` is its last day."""

    sheet_id: int
    tasks: int
    finish: date | None
    baselined: bool
    looks: Mapping[str, Sequence[Named]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DocumentFact:
    """The last version of a document of the project, by the artefact that it is."""

    state: str
    on: date


@dataclass(frozen=True, slots=True)
class Facts:
    """One project on one day. `profile` is by role; `registers` and `entries` by kind; `documents` by artefact.

    `check_in_due` is the oldest day of a check-in that was not held; None where none is due, or nobody records check-ins.
    `more` is what higher apps know, by the name that they registered.
    """

    node_id: int
    name: str
    today: date
    made_on: date
    manager_id: int | None = None
    sponsor_id: int | None = None
    stated_on: date | None = None
    profile_id: int | None = None
    profile: Mapping[str, Any] = field(default_factory=dict)
    registers: Mapping[str, RegisterFact] = field(default_factory=dict)
    entries: Mapping[str, Sequence[Entry]] = field(default_factory=dict)
    plan: PlanFact | None = None
    documents: Mapping[str, DocumentFact] = field(default_factory=dict)
    check_in_due: date | None = None
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def stage(self) -> str:
        """The phase that the profile names; empty where it names none."""
        phase = self.profile.get("phase")
        return phase if isinstance(phase, str) else ""


ReadFacts: TypeAlias = Callable[[Sequence[int], date], Mapping[int, Any]]
_readers: dict[str, ReadFacts] = {}


def register_facts(name: str, read: ReadFacts) -> None:
    """Let rules know `Facts.more[name]`, read for hundreds of projects at once with a constant number of queries.

    Called from the `AppConfig.ready` of a higher app; a project that `read` leaves out has no such fact, and rules on it are skipped.
    """
    _readers[name] = read


def readers_of_facts() -> Mapping[str, ReadFacts]:
    """What higher apps add, by name."""
    return _readers
