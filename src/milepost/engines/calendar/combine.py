"""The working time that two calendars share, or that either has (C6)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from milepost.engines.calendar.days import DayBook
from milepost.engines.calendar.model import CalendarException, Shift, Shifts, Week, WorkCalendar

_LONGEST = 3660


def intersect(first: WorkCalendar, second: WorkCalendar) -> WorkCalendar:
    """A calendar that works where both do. It may have no working time: then a Timeline of it refuses.

    Days on which either calendar departs from its week become exceptions of the result, one a day. An exception
    or work week of more than ten years is cut to its first ten.
    """
    return _combined(f"{first.name} and {second.name}", first, second, _shared)


def unite(first: WorkCalendar, second: WorkCalendar) -> WorkCalendar:
    """A calendar that works where at least one of two does; exceptions as in `intersect`."""
    return _combined(f"{first.name} or {second.name}", first, second, _joined)


def _combined(name: str, first: WorkCalendar, second: WorkCalendar, rule: Callable[[Shifts, Shifts], Shifts]) -> WorkCalendar:
    week: Week = tuple(rule(a, b) for a, b in zip(first.week, second.week, strict=True))  # type: ignore[assignment]  # seven in, seven out
    left, right = DayBook(first), DayBook(second)
    days = sorted(_special_days(first) | _special_days(second))
    return WorkCalendar(name, week, tuple(_exception(day, rule(left.shifts(day), right.shifts(day))) for day in days))


def _joined(first: Shifts, second: Shifts) -> Shifts:
    joined: list[Shift] = []
    for begin, end in sorted((*first, *second)):
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return tuple(joined)


def _shared(first: Shifts, second: Shifts) -> Shifts:
    pieces = ((max(a, c), min(b, d)) for a, b in first for c, d in second)
    return tuple(sorted((begin, end) for begin, end in pieces if begin < end))


def _special_days(calendar: WorkCalendar) -> set[int]:
    spans = [(e.first.toordinal(), e.last.toordinal()) for e in calendar.exceptions]
    spans += [(w.first.toordinal(), w.last.toordinal()) for w in calendar.work_weeks]
    return {day - 1 for first, last in spans for day in range(first, min(last, first + _LONGEST) + 1)}


def _exception(day: int, shifts: Shifts) -> CalendarException:
    moment = date.fromordinal(day + 1)
    return CalendarException(moment, moment, shifts)
