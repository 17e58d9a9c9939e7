"""What earned value is measured from: a plan's frozen baseline, its progress, its booked costs and a working calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from fractions import Fraction
from typing import Protocol


@dataclass(frozen=True, slots=True)
class NotAvailable:
    """A value that cannot be computed: never 0, never infinite. `reason` is a plain sentence, `code` its key for translation."""

    code: str
    reason: str


class WorkingTime(Protocol):
    """The calendar over which budgets are spread; `milepost.engines.calendar.Timeline` is one."""

    def between(self, start: datetime, finish: datetime, /) -> int:
        """Signed working seconds from start to finish."""
        ...

    def add(self, moment: datetime, seconds: int, /) -> datetime:
        """The moment so many working seconds later."""
        ...


class Unit(Enum):
    """What all amounts of a measurement count."""

    COST = "cost"  # minor units of the plan's currency
    WORK = "work"  # seconds of work, where no task has a baseline cost
    DURATION = "duration"  # seconds of working time, where no task has cost or work in its baseline


class Method(Enum):
    """How a task earns its budget. Fixed for each task when the baseline is set."""

    PERCENT = "percent"
    ZERO_HUNDRED = "0/100"
    FIFTY_FIFTY = "50/50"
    QUARTER_REST = "25/75"
    MILESTONES = "milestones"
    UNITS = "units"
    LEVEL_OF_EFFORT = "level_of_effort"
    APPORTIONED = "apportioned"


@dataclass(frozen=True, slots=True)
class WeightedMilestone:
    """A step of a task that earns its weight (any positive number) once it is done."""

    weight: int
    done: bool


@dataclass(frozen=True, slots=True)
class Task:
    """One leaf of the plan. Costs are integer minor units, work is seconds; None means that nobody entered it."""

    uid: int
    baseline_start: datetime | None = None
    baseline_finish: datetime | None = None
    baseline_cost: int | None = None
    baseline_work: int | None = None
    method: Method = Method.PERCENT
    percent_complete: float | Fraction = 0
    actual_start: datetime | None = None
    actual_finish: datetime | None = None
    actual_cost: int | None = None
    actual_work: int | None = None
    milestones: tuple[WeightedMilestone, ...] = ()
    units_planned: int = 0
    units_done: int = 0
    apportioned_to: int | None = None


@dataclass(frozen=True, slots=True)
class Posting:
    """A cost (minor units) or work (seconds) booked at `at`, or for the period `since` to `at`; of one task, or of the plan as a whole."""

    at: datetime
    amount: int
    task: int | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """The earned value that was on record at an earlier status date, in the plan's unit."""

    at: datetime
    ev: int


@dataclass(frozen=True, slots=True)
class Plan:
    """All that one plan's earned value needs; progress and costs are as of `status_date`.

    `unit` is chosen by rule E2 where it is None. `postings` are in that unit. `bottom_up_etc` is somebody's own estimate of
    what is still to come.
    """

    tasks: tuple[Task, ...]
    status_date: datetime
    working_time: WorkingTime
    currency: str = ""
    unit: Unit | None = None
    postings: tuple[Posting, ...] = ()
    recorded: tuple[Recorded, ...] = ()
    bottom_up_etc: int | None = None
