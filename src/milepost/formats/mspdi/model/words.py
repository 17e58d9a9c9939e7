"""Words that several parts of a plan share: kinds, formats, baselines, time-phased data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

Shift = tuple[int, int]
LinkKind = Literal["FS", "SS", "FF", "SF"]
LagUnit = Literal["work", "elapsed", "percent", "elapsed_percent"]
ConstraintKind = Literal["ASAP", "ALAP", "MSO", "MFO", "SNET", "SNLT", "FNET", "FNLT"]
Recurrence = Literal["daily", "yearly", "yearly_position", "monthly", "monthly_position", "weekly", "day_count", "weekday_count", "none"]

# A format code of a duration is odd for working time, even for elapsed time; from 35 on it is an estimate.
ELAPSED_FORMATS = frozenset({4, 6, 8, 10, 12, 20, 36, 38, 40, 42, 44, 52})
PERCENT_FORMATS = frozenset({19, 20, 51, 52})
ESTIMATED_FORMATS = frozenset({35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 51, 52, 53})


@dataclass(frozen=True, slots=True)
class Kept:
    """An element that Milepost does not read: `text` of a plain one, `xml` of one with children; only one of the two is set."""

    tag: str
    text: str = ""
    xml: str = ""


@dataclass(frozen=True, slots=True)
class TimePhased:
    """Work (`seconds`), or cost, material or percent (`amount`), of one period.

    Types: 1 remaining work, 2 actual work, 3 actual overtime work, 4 baseline work and 5 baseline cost of an assignment, 6 actual cost,
    7 and 8 the baseline work and cost of a resource, 9 and 10 of a task; 11 to 76 those of the further baselines.
    """

    type: int
    start: datetime
    finish: datetime
    unit: int | None = None
    seconds: int | None = None
    amount: Decimal | None = None
    uid: int | None = None


@dataclass(frozen=True, slots=True)
class Baseline:
    """The plan as it was agreed, number 0 to 10, of a task, a resource or an assignment."""

    number: int = 0
    start: datetime | None = None
    finish: datetime | None = None
    duration: int | None = None
    duration_format: int | None = None
    estimated: bool = False
    interim: bool = False
    work: int | None = None
    cost: Decimal | None = None
    fixed_cost: Decimal | None = None
    time_phased: tuple[TimePhased, ...] = ()
    others: tuple[Kept, ...] = ()
