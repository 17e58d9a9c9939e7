"""A network of tasks as data, and the schedule that comes out. Moments are naive, durations are whole seconds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from milepost.engines.calendar import STANDARD, WorkCalendar


class Constraint(StrEnum):
    """Where a task may stand in time (S20 to S27)."""

    ASAP = "ASAP"
    ALAP = "ALAP"
    SNET = "SNET"
    SNLT = "SNLT"
    FNET = "FNET"
    FNLT = "FNLT"
    MSO = "MSO"
    MFO = "MFO"


class LinkKind(StrEnum):
    """Which end of the predecessor drives which end of the successor."""

    FS = "FS"
    SS = "SS"
    FF = "FF"
    SF = "SF"


class LagUnit(StrEnum):
    """How a lag is counted: working seconds, elapsed seconds, or percent of the predecessor's duration."""

    WORK = "work"
    ELAPSED = "elapsed"
    PERCENT = "percent"


class ProgressRule(StrEnum):
    """What remains of a task that began before its predecessors allowed: it waits for them, or goes on."""

    RETAINED = "retained"
    OVERRIDE = "override"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an assignment's time-phased work: after `offset` working seconds, `length` working seconds long."""

    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Assignment:
    """A resource on a task. `calendar` names the resource's calendar (None: the task's own time); `work` and `delay` are working seconds.

    `units` is 1.0 for one full person. A material or cost resource has `drives` false: it never moves a date. `pieces`, where given,
    are when the work happens; else it is spread evenly by `units`, unless it is `shaped` by a contour: then the task's duration counts.
    """

    calendar: str | None = None
    units: float = 1.0
    work: int = 0
    actual_work: int = 0
    delay: int = 0
    levelling_delay: int = 0
    drives: bool = True
    shaped: bool = False
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """One row of the plan. `start` and `finish` are read only where `manual`; `levelling_delay` is elapsed seconds."""

    uid: int
    name: str = ""
    parent: int | None = None
    summary: bool = False
    milestone: bool = False
    active: bool = True
    manual: bool = False
    duration: int = 0
    duration_elapsed: bool = False
    calendar: str | None = None
    ignore_resource_calendar: bool = False
    constraint: Constraint = Constraint.ASAP
    constraint_date: datetime | None = None
    deadline: datetime | None = None
    start: datetime | None = None
    finish: datetime | None = None
    actual_start: datetime | None = None
    actual_finish: datetime | None = None
    percent_complete: float = 0.0
    actual_duration: int | None = None
    remaining_duration: int | None = None
    stop: datetime | None = None
    resume: datetime | None = None
    levelling_delay: int = 0
    assignments: tuple[Assignment, ...] = ()
    priority: int = 500


@dataclass(frozen=True, slots=True)
class Link:
    """`lag` is seconds, or percent of the predecessor's duration where `lag_unit` says so; negative is a lead."""

    predecessor: int
    successor: int
    kind: LinkKind = LinkKind.FS
    lag: float = 0
    lag_unit: LagUnit = LagUnit.WORK


@dataclass(frozen=True, slots=True)
class Network:
    """All that a schedule is computed from. `start` is the project's start; `finish` is needed only where `from_finish`.

    `calendars` holds every calendar that a task or an assignment names; `project_calendar` serves the rest. `critical_slack` is the
    total slack, in working seconds, up to which a task is critical.
    """

    tasks: tuple[Task, ...]
    links: tuple[Link, ...] = ()
    start: datetime = datetime(2026, 1, 5, 8)
    finish: datetime | None = None
    calendars: Mapping[str, WorkCalendar] = field(default_factory=dict)
    project_calendar: WorkCalendar = STANDARD
    from_finish: bool = False
    status_date: datetime | None = None
    progress_rule: ProgressRule = ProgressRule.RETAINED
    critical_slack: int = 0
    honour_constraints: bool = True


class Reason(StrEnum):
    """What holds a task where it stands."""

    PROJECT_START = "project_start"
    PROJECT_FINISH = "project_finish"
    LINK = "link"
    CONSTRAINT = "constraint"
    PARENT = "parent"
    CHILD = "child"
    MANUAL = "manual"
    PROGRESS = "progress"
    LEVELLING = "levelling"
    AS_LATE_AS_POSSIBLE = "as_late_as_possible"


@dataclass(frozen=True, slots=True)
class Driver:
    """Why a task stands where it stands: the reason, and the link or the other task that it comes from, if any."""

    reason: Reason
    link: Link | None = None
    task: int | None = None


class Slot(NamedTuple):
    """Where a task stands. Slacks are working seconds, None where they mean nothing (an inactive task)."""

    start: datetime
    finish: datetime
    early_start: datetime
    early_finish: datetime
    late_start: datetime
    late_finish: datetime
    total_slack: int | None
    free_slack: int | None
    critical: bool
    duration: int
    percent_complete: float


@dataclass(frozen=True, slots=True)
class Note:
    """Something that the schedule did not follow: a code, the tasks it concerns, and a sentence."""

    code: str
    uids: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Schedule:
    """The dates of every task, and why it stands there, by uid; slots and drivers are made when they are asked for."""

    slots: Mapping[int, Slot]
    drivers: Mapping[int, Driver]
    start: datetime
    finish: datetime
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class DrivingStep:
    """One step on the way from the project's start to a task."""

    uid: int
    reason: Reason
    link: Link | None = None
