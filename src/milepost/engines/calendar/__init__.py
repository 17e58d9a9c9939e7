"""Working time: calendars with several shifts a day, exceptions and work weeks; arithmetic on them (see SPEC.md)."""

from milepost.engines.calendar.combine import intersect, unite
from milepost.engines.calendar.errors import BadShift, NoWorkingTime, OutOfTime
from milepost.engines.calendar.instants import to_moment, to_seconds
from milepost.engines.calendar.model import STANDARD, TWENTY_FOUR_HOURS, CalendarException, Shift, Shifts, Week, WorkCalendar, WorkWeek
from milepost.engines.calendar.timeline import Timeline

__all__ = [
    "STANDARD",
    "TWENTY_FOUR_HOURS",
    "BadShift",
    "CalendarException",
    "NoWorkingTime",
    "OutOfTime",
    "Shift",
    "Shifts",
    "Timeline",
    "Week",
    "WorkCalendar",
    "WorkWeek",
    "intersect",
    "to_moment",
    "to_seconds",
    "unite",
]
