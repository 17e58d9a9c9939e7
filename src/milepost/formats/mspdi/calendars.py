"""Read a calendar: its week, its exceptions (in the new and the old form), its alternative weeks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lxml import etree

from milepost.formats.mspdi.elements import Rest, fill, keep, local, pick, text_of
from milepost.formats.mspdi.model import Calendar, DayException, Recurrence, Shift, WeekDay, WorkWeek
from milepost.formats.mspdi.recurrence import days_of
from milepost.formats.mspdi.report import Log
from milepost.formats.mspdi.schema import CALENDAR, EXCEPTION
from milepost.formats.mspdi.values import CLOCK, DAY, read_day

RECURRENCES: tuple[Recurrence, ...] = (
    "daily",
    "yearly",
    "yearly_position",
    "monthly",
    "monthly_position",
    "weekly",
    "day_count",
    "weekday_count",
    "none",
)
_OLD_EXCEPTION = "0"


def read_calendar(element: etree._Element, log: Log) -> Calendar | None:
    """The calendar, or None with a finding where it has no UID."""
    values, rest = fill(element, CALENDAR, log, "a calendar")
    if "uid" not in values:
        log.change("calendar.without_uid", "a calendar", f"The calendar “{values.get('name', '')}” has no UID; it was left out.")
        return None
    where = f"calendar {values['uid']}"
    found, rest = pick(rest, "WeekDays", "Exceptions", "WorkWeeks")
    if (base := values.get("base_uid")) is not None and base < 0:
        values["base_uid"] = None
    days = [day for collection in found["WeekDays"] for day in collection]
    exceptions = [_exception(one, log, where) for collection in found["Exceptions"] for one in collection]
    return Calendar(
        week=_week((day for day in days if _day_type(day) != _OLD_EXCEPTION), log, where),
        exceptions=_with_old([one for one in exceptions if one], [day for day in days if _day_type(day) == _OLD_EXCEPTION], log, where),
        work_weeks=tuple(week for collection in found["WorkWeeks"] for one in collection if (week := _work_week(one, log, where))),
        others=keep("Calendar", rest, log),
        **values,
    )


def _day_type(day: etree._Element) -> str:
    return text_of(child for child in day if local(child) == "DayType")


def _week(days: Iterable[etree._Element], log: Log, where: str) -> tuple[WeekDay, ...]:
    """Each day once; the file counts from Sunday as 1."""
    week: dict[int, WeekDay] = {}
    for day in days:
        kind = _day_type(day)
        if kind not in {"1", "2", "3", "4", "5", "6", "7"}:
            log.change("calendar.unknown_day", where, f"There is no day of the week with the number “{kind[:20]}”; it was left out.")
            continue
        place = (int(kind) + 5) % 7
        working, shifts = _hours([(local(child), child) for child in day], log, where)
        week[place] = WeekDay(place, working, shifts)
    return tuple(week[place] for place in sorted(week))


def _hours(rest: Rest, log: Log, where: str) -> tuple[bool, tuple[Shift, ...]]:
    found, _ = pick(rest, "DayWorking", "WorkingTimes")
    working = text_of(found["DayWorking"]).lower() in {"1", "true"}
    return working, _shifts(found["WorkingTimes"], log, where) if working else ()


def _shifts(collections: Iterable[etree._Element], log: Log, where: str) -> tuple[Shift, ...]:
    shifts: list[Shift] = []
    for times in (times for collection in collections for times in collection):
        found, _ = pick([(local(child), child) for child in times], "FromTime", "ToTime")
        texts = text_of(found["FromTime"]), text_of(found["ToTime"])
        if any(texts):
            shifts += _shift(*texts, log, where)
    apart: list[Shift] = []
    for shift in sorted(shifts):
        if not apart or shift[0] >= apart[-1][1]:
            apart.append(shift)
    if len(apart) < len(shifts):
        log.change("calendar.shifts_overlap", where, "Two shifts of a day overlap; the later one was left out.")
    return tuple(apart)


def _shift(first: str, last: str, log: Log, where: str) -> list[Shift]:
    """One shift; a finish at 00:00 is the end of the day."""
    try:
        start, finish = CLOCK.read(first), CLOCK.read(last) or DAY
    except ValueError:
        log.change(
            "calendar.unreadable_shift",
            where,
            f"The shift from “{first[:20]}” to “{last[:20]}” is not two times of the day; it was left out.",
        )
        return []
    if finish <= start:
        log.change("calendar.shift_over_midnight", where, f"The shift from {first} to {last} goes over midnight; it was cut there.")
        finish = DAY
    return [(start, finish)] if start < finish else []


def _exception(element: etree._Element, log: Log, where: str) -> DayException | None:
    values, rest = fill(element, EXCEPTION, log, where)
    found, _ = pick(rest, "TimePeriod", "Type", "DaysOfWeek", "Month", "WorkingTimes")
    period = _period(found["TimePeriod"], log, where)
    if period is None:
        return None
    kind = text_of(found["Type"]) or "1"
    if kind not in {str(number + 1) for number in range(len(RECURRENCES))}:
        log.change("calendar.unknown_recurrence", where, f"An exception recurs in the unknown way “{kind[:20]}”; it was read as daily.")
        kind = "1"
    values["working"] = values.get("working", False)
    if values["working"]:
        values["shifts"] = _shifts(found["WorkingTimes"], log, where)
    if (month := text_of(found["Month"])).isdigit() and int(month) < 12:
        values["month"] = int(month) + 1
    return DayException(*period, recurrence=RECURRENCES[int(kind) - 1], days_of_week=_days(text_of(found["DaysOfWeek"])), **values)


def _days(text: str) -> tuple[int, ...]:
    """Days of the week, 0 for Monday, from bits of which the lowest is Sunday."""
    bits = int(text) if text.isdigit() and len(text) < 4 else 0
    return tuple(sorted((bit + 6) % 7 for bit in range(7) if bits >> bit & 1))


def _period(elements: Iterable[etree._Element], log: Log, where: str) -> tuple[date, date] | None:
    found, _ = pick([(local(child), child) for element in elements for child in element], "FromDate", "ToDate")
    texts = text_of(found["FromDate"]), text_of(found["ToDate"])
    try:
        first, last = read_day(texts[0]), read_day(texts[1])
    except ValueError:
        log.change(
            "calendar.unreadable_period",
            where,
            f"The period from “{texts[0][:40]}” to “{texts[1][:40]}” is not two dates; it was left out.",
        )
        return None
    if last < first:
        log.change("calendar.period_backwards", where, f"The period from {first} to {last} ends before it starts; it was left out.")
        return None
    return first, last


def _with_old(exceptions: list[DayException], old: list[etree._Element], log: Log, where: str) -> tuple[DayException, ...]:
    """Exceptions stand twice in newer files, once as days of type 0; such an old one counts only where no new one covers its days."""
    covered = {day for exception in exceptions for day in days_of(exception)}
    kept = list(exceptions)
    for day in old:
        found, rest = pick([(local(child), child) for child in day], "TimePeriod")
        period = _period(found["TimePeriod"], log, where)
        if period is None:
            continue
        working, shifts = _hours(rest, log, where)
        exception = DayException(*period, working=working, shifts=shifts)
        if any(one not in covered for one in days_of(exception)):
            kept.append(exception)
    return tuple(kept)


def _work_week(element: etree._Element, log: Log, where: str) -> WorkWeek | None:
    found, _ = pick([(local(child), child) for child in element], "TimePeriod", "Name", "WeekDays", "WeekDay")
    days = [*(day for collection in found["WeekDays"] for day in collection), *found["WeekDay"]]
    period = _period(found["TimePeriod"], log, where)
    return WorkWeek(*period, name=text_of(found["Name"]) or None, days=_week(days, log, where)) if period else None
