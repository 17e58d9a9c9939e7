"""Working calendars as data: a week of shifts, work weeks for a time, and exceptions by date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

DAY = 86_400

# Seconds of the day, 0 <= first < last <= 86400. A shift over midnight is two shifts on two days.
Shift = tuple[int, int]
Shifts = tuple[Shift, ...]
Week = tuple[Shifts, Shifts, Shifts, Shifts, Shifts, Shifts, Shifts]


@dataclass(frozen=True, slots=True)
class CalendarException:
    """The shifts of every day from `first` to `last`, both included, whatever the week says; no shifts is a holiday."""

    first: date
    last: date
    shifts: Shifts = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class WorkWeek:
    """Another week pattern from `first` to `last`, both included; a day that is None keeps the calendar's own shifts."""

    first: date
    last: date
    days: tuple[Shifts | None, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Working time: `week` is seven days, Monday first. The first exception that covers a day decides, then a work week, then the week."""

    name: str
    week: Week
    exceptions: tuple[CalendarException, ...] = ()
    work_weeks: tuple[WorkWeek, ...] = ()


_OFFICE: Shifts = ((8 * 3600, 12 * 3600), (13 * 3600, 17 * 3600))
STANDARD = WorkCalendar("Standard", (_OFFICE, _OFFICE, _OFFICE, _OFFICE, _OFFICE, (), ()))

_ALL_DAY: Shifts = ((0, DAY),)
TWENTY_FOUR_HOURS = WorkCalendar("24 Hours", (_ALL_DAY,) * 7)
