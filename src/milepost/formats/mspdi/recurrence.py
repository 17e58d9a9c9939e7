"""The days that an exception of a calendar means, however it recurs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice

from milepost.formats.mspdi.model import DayException

_ONE = timedelta(days=1)
# A recurring exception over more than a century is a slip of the pen; days beyond are never scheduled.
_LONGEST = 366 * 150
_LAST_POSITION = 4
_WEEKDAYS, _WEEKEND = frozenset(range(5)), frozenset({5, 6})


def periods_of(exception: DayException) -> Iterator[tuple[date, date]]:
    """The days of the exception as periods, both ends included, in order: one for plain days, else one a run of days."""
    if _plain(exception):
        yield exception.first, exception.last
        return
    run: tuple[date, date] | None = None
    for day in days_of(exception):
        if run and day - run[1] == _ONE:
            run = (run[0], day)
            continue
        if run:
            yield run
        run = (day, day)
    if run:
        yield run


def days_of(exception: DayException) -> Iterator[date]:
    """Each day of the exception, from its first to its last, at most as many as it has occurrences where it was entered so."""
    days = (day for day in _span(exception.first, exception.last) if _means(exception)(day))
    if exception.by_occurrences and exception.occurrences and not _plain(exception):
        return islice(days, exception.occurrences)
    return days


def _plain(exception: DayException) -> bool:
    return exception.recurrence in {"daily", "none"} and exception.period <= 1


def _span(first: date, last: date) -> Iterator[date]:
    for place in range(min((last - first).days + 1, _LONGEST)):
        yield first + place * _ONE


def _means(exception: DayException) -> Callable[[date], bool]:
    return {
        "weekly": _weekly,
        "monthly": _monthly,
        "monthly_position": _monthly_position,
        "yearly": _yearly,
        "yearly_position": _yearly_position,
    }.get(exception.recurrence, _daily)(exception)


def _daily(exception: DayException) -> Callable[[date], bool]:
    period = max(exception.period, 1)
    return lambda day: (day - exception.first).days % period == 0


def _weekly(exception: DayException) -> Callable[[date], bool]:
    """Weeks run from Sunday, the first of them is the one of the first day."""
    period, days = max(exception.period, 1), exception.days_of_week or (exception.first.weekday(),)
    first_sunday = exception.first - (exception.first.isoweekday() % 7) * _ONE
    return lambda day: day.weekday() in days and (day - first_sunday).days // 7 % period == 0


def _monthly(exception: DayException) -> Callable[[date], bool]:
    wanted = exception.month_day or exception.first.day
    return lambda day: day.day == wanted and _month_of_turn(exception, day)


def _monthly_position(exception: DayException) -> Callable[[date], bool]:
    return lambda day: _month_of_turn(exception, day) and _at_position(exception, day)


def _yearly(exception: DayException) -> Callable[[date], bool]:
    wanted = exception.month or exception.first.month, exception.month_day or exception.first.day
    return lambda day: (day.month, day.day) == wanted


def _yearly_position(exception: DayException) -> Callable[[date], bool]:
    month = exception.month or exception.first.month
    return lambda day: day.month == month and _at_position(exception, day)


def _month_of_turn(exception: DayException, day: date) -> bool:
    months = (day.year - exception.first.year) * 12 + day.month - exception.first.month
    return months % max(exception.period, 1) == 0


def _at_position(exception: DayException, day: date) -> bool:
    """True for the first, second, third, fourth or last day of its month that the month item means."""
    item, position = exception.month_item or 0, exception.month_position or 0
    if not _is_item(item, day):
        return False
    if position == _LAST_POSITION:
        later = _span(day + _ONE, date(day.year + day.month // 12, day.month % 12 + 1, 1) - _ONE)
        return not any(_is_item(item, other) for other in later)
    return sum(_is_item(item, other) for other in _span(day.replace(day=1), day)) == position + 1


def _is_item(item: int, day: date) -> bool:
    if item in {1, 2}:
        return day.weekday() in (_WEEKDAYS if item == 1 else _WEEKEND)
    return item == 0 or day.weekday() == (item + 3) % 7
