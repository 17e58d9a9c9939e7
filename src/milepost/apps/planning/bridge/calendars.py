"""Calendars of a plan as the JSON of its settings, and back to working calendars.

JSON: `{"name", "week": [seven lists of [from, to] seconds, Monday first], "exceptions": [{"first", "last", "shifts", "name"}],
"work_weeks": [{"first", "last", "days": [seven lists or null], "name"}]}`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from milepost.engines.calendar import STANDARD, CalendarException, Shifts, WorkCalendar, WorkWeek


def calendar_to_json(calendar: WorkCalendar) -> dict[str, Any]:
    """A working calendar as JSON."""
    found: dict[str, Any] = {
        "name": calendar.name,
        "week": [_shifts_to_json(day) for day in calendar.week],
        "exceptions": [
            {"first": e.first.isoformat(), "last": e.last.isoformat(), "shifts": _shifts_to_json(e.shifts), "name": e.name}
            for e in calendar.exceptions
        ],
    }
    if calendar.work_weeks:
        found["work_weeks"] = [_work_week_to_json(week) for week in calendar.work_weeks]
    return found


def calendar_from_json(found: Mapping[str, Any]) -> WorkCalendar:
    """The working calendar that `calendar_to_json` wrote."""
    week = tuple(_shifts_from_json(day) for day in found["week"])
    exceptions = tuple(
        CalendarException(
            date.fromisoformat(e["first"]), date.fromisoformat(e["last"]), _shifts_from_json(e.get("shifts", ())), e.get("name") or ""
        )
        for e in found.get("exceptions", ())
    )
    work_weeks = tuple(_work_week_from_json(one) for one in found.get("work_weeks", ()))
    return WorkCalendar(found["name"], week, exceptions, work_weeks)  # type: ignore[arg-type]  # seven days, by the JSON's shape


def calendars_of(settings: Mapping[str, Any]) -> dict[str, WorkCalendar]:
    """Every calendar of a plan by name; a plan that has none has the standard one."""
    found = {one["name"]: calendar_from_json(one) for one in settings.get("calendars") or ()}
    return found or {STANDARD.name: STANDARD}


def project_calendar(settings: Mapping[str, Any], calendars: Mapping[str, WorkCalendar]) -> WorkCalendar:
    """The calendar that serves every task without one of its own."""
    named = calendars.get(settings.get("calendar") or STANDARD.name)
    return named or next(iter(calendars.values()), STANDARD)


def _shifts_to_json(shifts: Shifts) -> list[list[int]]:
    return [[begin, end] for begin, end in shifts]


def _shifts_from_json(shifts: Iterable[Any]) -> Shifts:
    return tuple((int(begin), int(end)) for begin, end in shifts)


def _work_week_to_json(week: WorkWeek) -> dict[str, Any]:
    return {
        "first": week.first.isoformat(),
        "last": week.last.isoformat(),
        "days": [None if day is None else _shifts_to_json(day) for day in week.days],
        "name": week.name,
    }


def _work_week_from_json(found: Mapping[str, Any]) -> WorkWeek:
    days = tuple(None if day is None else _shifts_from_json(day) for day in found["days"])
    return WorkWeek(date.fromisoformat(found["first"]), date.fromisoformat(found["last"]), days, found.get("name") or "")
