"""Working time as the file says it: weeks, exceptions that may recur, alternative weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from milepost.formats.mspdi.model.words import Kept, Recurrence, Shift


@dataclass(frozen=True, slots=True)
class WeekDay:
    """What a calendar says of one day of the week (0 Monday to 6 Sunday): a working day without shifts has the default hours."""

    day: int
    working: bool
    shifts: tuple[Shift, ...] = ()


@dataclass(frozen=True, slots=True)
class DayException:
    """Days that differ from the week, from `first` to `last`: all of them (`daily`, period 1), or those that the recurrence names."""

    first: date
    last: date
    working: bool = False
    shifts: tuple[Shift, ...] = ()
    name: str | None = None
    recurrence: Recurrence = "daily"
    period: int = 1
    days_of_week: tuple[int, ...] = ()  # 0 Monday to 6 Sunday
    month_item: int | None = None  # 0 day, 1 weekday, 2 weekend day, 3 Sunday to 9 Saturday
    month_position: int | None = None  # 0 first to 3 fourth, 4 last
    month: int | None = None  # 1 January to 12 December
    month_day: int | None = None
    occurrences: int | None = None
    by_occurrences: bool = False


@dataclass(frozen=True, slots=True)
class WorkWeek:
    """Another working week between two dates, both included; it says only the days that it changes."""

    first: date
    last: date
    name: str | None = None
    days: tuple[WeekDay, ...] = ()


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar. A day that neither it nor its base says is a default working day (Monday to Friday)."""

    uid: int
    name: str | None = None
    is_base: bool = True
    base_uid: int | None = None
    guid: str | None = None
    is_baseline: bool = False
    week: tuple[WeekDay, ...] = ()
    exceptions: tuple[DayException, ...] = ()
    work_weeks: tuple[WorkWeek, ...] = ()
    others: tuple[Kept, ...] = ()
