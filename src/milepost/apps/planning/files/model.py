"""What is said of a plan file: its dates, its progress, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from milepost.engines.schedule import Schedule
from milepost.formats.mspdi import PlanFile, Report


class Severity(StrEnum):
    """An error makes the plan's dates or progress untrue; a warning makes them doubtful; advice is good to know."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at: the tasks it is about (none where it is about the whole plan), a sentence, and what else stands in that."""

    code: str
    severity: Severity
    message: str
    uids: tuple[int, ...] = ()
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TaskDates:
    """Where a task stands. Slacks are working seconds, None where they mean nothing."""

    uid: int
    name: str
    summary: bool
    manual: bool
    active: bool
    start: datetime | None
    finish: datetime | None
    early_start: datetime | None
    early_finish: datetime | None
    late_start: datetime | None
    late_finish: datetime | None
    total_slack: int | None
    free_slack: int | None
    critical: bool


@dataclass(frozen=True, slots=True)
class PlanSchedule:
    """A plan file with the dates that Milepost computed: every task but the project's own and blank lines, in the order of the plan."""

    name: str
    plan: PlanFile
    schedule: Schedule
    tasks: tuple[TaskDates, ...]
    report: Report


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the plan is, and how far it should be, at its status date. Percents are 0 to 100.

    Amounts are in `unit`: minor units of the currency, or seconds of work or of working time. What is None is explained in `reasons`
    by its own name.
    """

    percent_complete: float | None
    planned_percent: float | None
    unit: str | None = None
    currency: str | None = None
    bac: int | None = None
    pv: int | None = None
    ev: int | None = None
    ac: int | None = None
    spi: Fraction | None = None
    spi_t: Fraction | None = None
    cpi: Fraction | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One step of the chain that drives the finish: the task, its dates, and the code of what holds it there."""

    uid: int
    name: str
    start: datetime
    finish: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class PlanCheck:
    """What there is to say of a plan file: `critical` are the unfinished critical tasks by their starts, `chain` drives the finish.

    With a loop there are no dates: `finish` is None, `critical` and `chain` are empty, and the loop is the first finding.
    """

    name: str
    title: str
    tasks: int
    start: datetime | None
    finish: datetime | None
    baseline_finish: datetime | None
    status_date: datetime | None
    critical: tuple[int, ...]
    chain: tuple[ChainStep, ...]
    progress: Progress
    findings: tuple[Finding, ...]
    names: Mapping[int, str]
    report: Report
