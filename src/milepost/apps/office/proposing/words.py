"""What proposals are made from and of: plain values, no tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

AIMS = ("oversight", "on_time", "on_budget", "right_projects", "capacity", "consistency", "skills", "results", "surprises", "deliver")
"""What a goal wants of projects; a goal may have several."""

CONTROL = ("advice", "shared", "handed_over")
"""How much say units would let an office have."""

MANAGERS = ("few", "some", "most")
"""How many of those who manage projects have done so before."""

METHOD = ("none", "parts", "common")
"""How far projects are done in one way today."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is proposed: `code` and `data` for a sentence, `points` that it counts for."""

    code: str
    points: int = 0
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GoalSaid:
    """A goal as answered: its text, short or long, and its aims."""

    text: str
    horizon: str
    aims: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Situation:
    """The three answers about how projects are done now; empty where not answered yet."""

    control: str = ""
    managers: str = ""
    method: str = ""


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """A place where the office could sit: `depth` 0 is the organisation; `office` names the one that is there already."""

    node_id: int
    name: str
    kind: str
    depth: int
    projects: int
    office: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """The projects at and below the place, as the register has them: how many, how many off track (amber or red), how many without a
    manager, how many managers. `places` are the place and those above it; `hub` is the nearest office above, `spokes` those below."""

    projects: int = 0
    off_track: int = 0
    unmanaged: int = 0
    managers: int = 0
    places: Sequence[PlaceFacts] = ()
    hub: tuple[int, str] | None = None
    spokes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class FunctionProposal:
    """A function, and the goal (its place in the list of goals) that asks most for it."""

    key: str
    goal: int
    reasons: Sequence[Reason]


@dataclass(frozen=True, slots=True)
class TypeProposal:
    """A type with its points; the first of the list is what is proposed."""

    type: str
    points: int
    reasons: Sequence[Reason]


@dataclass(frozen=True, slots=True)
class PlaceProposal:
    """A node and the place in the organisation that it is."""

    node_id: int
    name: str
    place: str
    points: int
    reasons: Sequence[Reason]


@dataclass(frozen=True, slots=True)
class RoleProposal:
    """A role, how many people in it, and why."""

    role: str
    count: int
    reasons: Sequence[Reason]
