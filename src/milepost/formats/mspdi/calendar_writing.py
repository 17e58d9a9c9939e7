"""Write a calendar: its week, its exceptions in the form of Project 2007 and later, its alternative weeks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lxml import etree

from milepost.formats.mspdi import order, schema
from milepost.formats.mspdi.building import kept, named, ordered, plain
from milepost.formats.mspdi.calendars import RECURRENCES
from milepost.formats.mspdi.model import Calendar, DayException, Shift, WeekDay, WorkWeek
from milepost.formats.mspdi.values import CLOCK, first_second, last_second

_NO_BASE = -1


def calendar_element(calendar: Calendar) -> etree._Element:
    """The calendar as an element."""
    children = [
        *plain(calendar, schema.CALENDAR),
        *([named("BaseCalendarUID", str(_NO_BASE))] if calendar.base_uid is None else []),
        *_collection("WeekDays", [_week_day(day) for day in calendar.week]),
        *_collection("Exceptions", [_exception(one) for one in calendar.exceptions]),
        *_collection("WorkWeeks", [_work_week(one) for one in calendar.work_weeks]),
        *kept(calendar.others),
    ]
    return ordered("Calendar", order.CALENDAR, children)


def _collection(tag: str, children: list[etree._Element]) -> list[etree._Element]:
    return [named(tag, children=children)] if children else []


def _week_day(day: WeekDay) -> etree._Element:
    children = [named("DayType", str((day.day + 1) % 7 + 1)), named("DayWorking", "1" if day.working else "0")]
    return named("WeekDay", children=[*children, *_working_times(day.shifts)])


def _working_times(shifts: Iterable[Shift]) -> list[etree._Element]:
    times = [
        named("WorkingTime", children=[named("FromTime", CLOCK.write(first)), named("ToTime", CLOCK.write(last))]) for first, last in shifts
    ]
    return _collection("WorkingTimes", times)


def _period(first: date, last: date) -> etree._Element:
    return named("TimePeriod", children=[named("FromDate", first_second(first)), named("ToDate", last_second(last))])


def _exception(exception: DayException) -> etree._Element:
    children = [
        *plain(exception, schema.EXCEPTION),
        _period(exception.first, exception.last),
        named("Type", str(RECURRENCES.index(exception.recurrence) + 1)),
        *([named("Month", str(exception.month - 1))] if exception.month else []),
        *([named("DaysOfWeek", str(_bits(exception.days_of_week)))] if exception.days_of_week else []),
        *_working_times(exception.shifts),
    ]
    return ordered("Exception", order.EXCEPTION, children)


def _bits(days: Iterable[int]) -> int:
    """Days of the week as bits of which the lowest is Sunday."""
    return sum(1 << (day + 1) % 7 for day in days)


def _work_week(week: WorkWeek) -> etree._Element:
    name = [named("Name", week.name)] if week.name else []
    return named(
        "WorkWeek", children=[_period(week.first, week.last), *name, named("WeekDays", children=[_week_day(day) for day in week.days])]
    )
