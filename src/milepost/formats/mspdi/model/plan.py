"""The whole plan, and what holds for all of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from milepost.formats.mspdi.model.calendar import Calendar
from milepost.formats.mspdi.model.resource import Assignment, Resource
from milepost.formats.mspdi.model.task import Task
from milepost.formats.mspdi.model.words import Kept


@dataclass(frozen=True, slots=True)
class Properties:
    """What holds for the whole plan. `start` binds a plan scheduled from its start, `finish` one with `from_finish`."""

    name: str | None = None
    title: str | None = None
    subject: str | None = None
    category: str | None = None
    company: str | None = None
    manager: str | None = None
    author: str | None = None
    save_version: int | None = None
    guid: str | None = None
    created: datetime | None = None
    saved: datetime | None = None
    start: datetime | None = None
    finish: datetime | None = None
    schedule_from_start: bool = True
    status_date: datetime | None = None
    current_date: datetime | None = None
    calendar_uid: int | None = None
    default_start_time: int = 8 * 3600  # second of the day
    default_finish_time: int = 17 * 3600
    minutes_per_day: int = 480
    minutes_per_week: int = 2400
    days_per_month: int = 20
    critical_slack_days: int = 0
    currency_code: str | None = None
    currency_symbol: str | None = None
    currency_digits: int = 2
    honor_constraints: bool = True
    multiple_critical_paths: bool = False
    splits_in_progress: bool = True
    new_tasks_are_manual: bool = False
    earned_value_method: int = 0  # 0 percent complete, 1 physical percent complete
    baseline_for_earned_value: int = 0
    others: tuple[Kept, ...] = ()

    @property
    def from_finish(self) -> bool:
        """True where the plan is scheduled backwards from its finish."""
        return not self.schedule_from_start


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A whole file. Tasks stand in the order of the plan, a summary before what is in it."""

    properties: Properties = Properties()
    calendars: tuple[Calendar, ...] = ()
    tasks: tuple[Task, ...] = ()
    resources: tuple[Resource, ...] = ()
    assignments: tuple[Assignment, ...] = ()
