"""What a proposed status is judged from, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

from milepost.engines.earned_value import NotAvailable, Ratio

Number: TypeAlias = "int | float | Fraction"


class Colour(Enum):
    """A status: green, amber, red, or grey where there are no data."""

    GREEN = "G"
    AMBER = "A"
    RED = "R"
    GREY = "grey"

    @property
    def severity(self) -> int:
        """0 for grey, then 1 to 3 from green to red: the worst has the highest."""
        return _SEVERITY[self]


_SEVERITY = {Colour.GREY: 0, Colour.GREEN: 1, Colour.AMBER: 2, Colour.RED: 3}


class Dimension(Enum):
    """What a project is judged by."""

    SCHEDULE = "schedule"
    COST = "cost"
    SCOPE = "scope"
    PEOPLE = "people"
    BENEFITS = "benefits"
    RISK = "risk"


@dataclass(frozen=True, slots=True)
class Bounds:
    """The bounds of green and of amber; beyond amber is red. An office may set its own."""

    green_index: Fraction = Fraction(95, 100)
    amber_index: Fraction = Fraction(85, 100)
    green_slip_days: int = 5
    amber_slip_days: int = 20
    tolerance_margin: Fraction = Fraction(1, 10)
    stale_after_days: int = 14


@dataclass(frozen=True, slots=True)
class Milestone:
    """A milestone (or gate) of the plan: forecast finish and slip against the baseline in working days, None without a baseline."""

    uid: int
    name: str
    finish: datetime
    slip_days: Number | None
    done: bool = False
    gate: bool = False


@dataclass(frozen=True, slots=True)
class Tolerance:
    """An agreed limit and the forecast against it; `at_least` where falling short of the limit breaks it."""

    name: str
    limit: Number
    forecast: Number
    at_least: bool = False
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Risk:
    """A row of the risk register."""

    uid: int
    name: str
    critical: bool
    has_response: bool


_NO_PLAN = NotAvailable("plan.none", "There is no plan.")


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is known of one project at `at`.

    `spi_t` and `cpi` are exact, or say why they are missing. `late_rows` and `dear_rows` are the tasks behind them, worst first.
    `progress_at` is when progress was last entered; `reporting` is False before the work starts and after it is done, when none is due.
    `finish` is that of a project without a plan, for where no milestone is open. A dimension that is not in `tolerances` has none;
    `risks` is None where no register is kept.
    """

    at: datetime
    progress_at: datetime | None
    reporting: bool = True
    spi_t: Ratio = _NO_PLAN
    cpi: Ratio = _NO_PLAN
    milestones: tuple[Milestone, ...] = ()
    finish: Milestone | None = None
    late_rows: tuple[int, ...] = ()
    dear_rows: tuple[int, ...] = ()
    tolerances: Mapping[Dimension, tuple[Tolerance, ...]] = field(default_factory=dict)
    risks: tuple[Risk, ...] | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a colour: `rule` of SPEC.md, `code` and `data` for translation, a plain sentence, and the uids of the rows it comes from."""

    rule: str
    code: str
    colour: Colour
    sentence: str
    data: Mapping[str, object] = field(default_factory=dict)
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """One dimension: its colour and the reasons, worst first. A grey one among others says what could not be used."""

    dimension: Dimension
    colour: Colour
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """The proposed status of a project: the worst of the dimensions that have data."""

    overall: Colour
    dimensions: tuple[Judgement, ...]

    @property
    def deciding(self) -> tuple[Reason, ...]:
        """The reasons that made the overall colour."""
        return tuple(
            reason for each in self.dimensions for reason in each.reasons if each.colour is self.overall and reason.colour is self.overall
        )

    def of(self, dimension: Dimension) -> Judgement:
        """The judgement of that dimension."""
        return next(each for each in self.dimensions if each.dimension is dimension)


class Agreement(Enum):
    """How what people say of a project compares with what its figures say."""

    AGREES = "agrees"
    ROSIER = "rosier"
    GLOOMIER = "gloomier"
    NOT_STATED = "not_stated"
    NO_DATA = "no_data"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A stated against a proposed colour, in one sentence."""

    agreement: Agreement
    sentence: str
