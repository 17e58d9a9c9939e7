"""What the stretch of a part of an organisation is measured from, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

UNDER_WAY = frozenset({"definition", "planning", "execution", "closing"})
"""The phases in which a project runs."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the register says of a project on a day.

    `people` are the ids of all who manage, sponsor or are assigned to it; `promised` is the day on which it shall finish; `stated` the
    day on which somebody last stated its status, None where nobody did.
    """

    id: int
    phase: str | None = None
    start: date | None = None
    people: frozenset[int] = frozenset()
    priority: str | None = None
    skills: frozenset[str] = frozenset()
    promised: date | None = None
    stated: date | None = None


class PartKey(Enum):
    """What the figure is made of."""

    PROJECTS = "projects"
    PEOPLE = "people"
    COMPETING = "competing"
    OVERDUE = "overdue"
    UNSTATUSED = "unstatused"


@dataclass(frozen=True, slots=True)
class Rate:
    """The points of a part: none up to `begins`, `points` at `full`. Shares run from 0 to 1, the number of projects counts them."""

    points: int
    begins: Fraction
    full: Fraction


RATES = {
    PartKey.PROJECTS: Rate(20, Fraction(5), Fraction(25)),
    PartKey.PEOPLE: Rate(30, Fraction(0), Fraction(3, 10)),
    PartKey.COMPETING: Rate(20, Fraction(0), Fraction(6, 10)),
    PartKey.OVERDUE: Rate(20, Fraction(0), Fraction(4, 10)),
    PartKey.UNSTATUSED: Rate(10, Fraction(0), Fraction(8, 10)),
}
"""What each part can give (rule E5)."""
STRETCHED_FROM = 3
STATED_WITHIN_DAYS = 45
FEWEST_PROJECTS = 5
BANDS = ((75, "directive"), (50, "controlling"), (25, "supportive"), (0, "none"))
"""From which figure on which office would help (rule E7)."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part: `count` of `of`, as a share (for projects their number), and its points; `reason` says why `value` is None."""

    key: PartKey
    count: int
    of: int
    value: Fraction | None
    points: Fraction
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of an organisation on a day; `figure` is None where nothing runs.

    `people` tells for each person the projects that they are on, `rivals` for each competing project those that it competes with,
    `unskilled` the projects of which no skill is known.
    """

    day: date
    figure: int | None
    parts: tuple[Part, ...]
    running: tuple[int, ...]
    people: dict[int, tuple[int, ...]]
    rivals: dict[int, tuple[int, ...]]
    overdue: tuple[int, ...]
    unstatused: tuple[int, ...]
    unskilled: tuple[int, ...]

    @property
    def stretched(self) -> tuple[int, ...]:
        """The people on three or more projects."""
        return tuple(person for person, projects in self.people.items() if len(projects) >= STRETCHED_FROM)

    def part(self, key: PartKey) -> Part:
        """The part with this key."""
        return next(part for part in self.parts if part.key is key)


@dataclass(frozen=True, slots=True)
class Advice:
    """Which office would help: `none`, `supportive`, `controlling`, `directive`, or None where nothing runs; why, most points first."""

    office: str | None
    few: bool
    reasons: tuple[Part, ...]
