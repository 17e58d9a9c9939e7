"""The working time that two calendars share (C6)."""

from __future__ import annotations

from datetime import date

from milepost.engines.calendar.days import DayBook
from milepost.engines.calendar.model import CalendarException, Shifts, Week, WorkCalendar

_LONGEST = 3660


def intersect(first: WorkCalendar, second: WorkCalendar) -> WorkCalendar:
    """A calendar that works where both do. It may have no working time: then a Timeline of it refuses.

    Days on which either calendar departs from its week become exceptions of the result, one a day. An exception
    or work week of more than ten years is cut to its first ten.
    """
    name = f"{first.name} and {second.name}"
    week: Week = tuple(_shared(a, b) for a, b in zip(first.week, second.week, strict=True))  # type: ignore[assignment]  # seven in, seven out
    left, right = DayBook(first), DayBook(second)
    days = sorted(_special_days(first) | _special_days(second))
    exceptions = (_exception(day, _shared(left.shifts(day), right.shifts(day))) for day in days)
    return WorkCalendar(name, week, tuple(exceptions))


def _shared(first: Shifts, second: Shifts) -> Shifts:
    pieces = ((max(a, c), min(b, d)) for a, b in first for c, d in second)
    return tuple(sorted((begin, end) for begin, end in pieces if begin < end))


def _special_days(calendar: WorkCalendar) -> set[int]:
    spans = [(s.first.toordinal(), s.last.toordinal()) for s in (*calendar.exceptions, *calendar.work_weeks)]
    return {day - 1 for first, last in spans for day in range(first, min(last, first + _LONGEST) + 1)}


def _exception(day: int, shifts: Shifts) -> CalendarException:
    moment = date.fromordinal(day + 1)
    return CalendarException(moment, moment, shifts)
