"""The calendars of a plan file as working calendars, each with its base's days and a name of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from milepost.engines.calendar import STANDARD, CalendarException, Shifts, Week, WorkCalendar, WorkWeek
from milepost.formats.mspdi import PlanFile, model, periods_of

_USUAL = STANDARD.week[0]


class FileCalendars:
    """Every calendar of a plan file: `by_name`, and the project's."""

    def __init__(self, plan: PlanFile) -> None:
        self._files = {one.uid: one for one in plan.calendars}
        self._names = _names(plan.calendars)
        self._made: dict[int, WorkCalendar] = {}
        own = plan.properties.calendar_uid
        self.project: WorkCalendar = self.make(own) if own is not None and own in self._files else STANDARD
        self.by_name: Mapping[str, WorkCalendar] = {self._names[uid]: self.make(uid) for uid in self._files}

    def name_of(self, uid: int | None) -> str | None:
        """The name of a calendar; None for no calendar, and for one that the file does not hold."""
        return None if uid is None else self._names.get(uid)

    def make(self, uid: int) -> WorkCalendar:
        """The working calendar of a file's calendar, its base's days and exceptions behind its own."""
        if uid not in self._made:
            one = self._files[uid]
            base = self.make(one.base_uid) if one.base_uid in self._files and one.base_uid is not None else None
            self._made[uid] = WorkCalendar(
                self._names[uid],
                _week(one.week, base.week if base else STANDARD.week),
                (*_exceptions(one.exceptions), *(base.exceptions if base else ())),
                (*(_work_week(week) for week in one.work_weeks), *(base.work_weeks if base else ())),
            )
        return self._made[uid]


def _names(calendars: Iterable[model.Calendar]) -> dict[int, str]:
    """One name for each calendar; a second one of the same name carries its number in the file."""
    names: dict[int, str] = {}
    for one in calendars:
        name = one.name or f"Calendar {one.uid}"
        names[one.uid] = f"{name} ({one.uid})" if name in names.values() else name
    return names


def _week(days: Iterable[model.WeekDay], base: Week) -> Week:
    week = list(base)
    for one in days:
        week[one.day] = _hours(one.working, one.shifts)
    monday, tuesday, wednesday, thursday, friday, saturday, sunday = week
    return monday, tuesday, wednesday, thursday, friday, saturday, sunday


def _hours(working: bool, shifts: Shifts) -> Shifts:
    return (shifts or _USUAL) if working else ()


def _exceptions(exceptions: Iterable[model.DayException]) -> Iterable[CalendarException]:
    for one in exceptions:
        for first, last in periods_of(one):
            yield CalendarException(first, last, _hours(one.working, one.shifts), one.name or "")


def _work_week(week: model.WorkWeek) -> WorkWeek:
    said = {day.day: _hours(day.working, day.shifts) for day in week.days}
    return WorkWeek(week.first, week.last, tuple(said.get(day) for day in range(7)), week.name or "")
