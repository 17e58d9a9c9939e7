"""A Microsoft Project XML file as frozen data, nearest to what the file means.

Durations, work, lags and slacks are whole seconds; they are working time unless a property says elapsed. Moments are naive wall-clock
time of the plan. Costs are decimals in the plan's currency. Dates that the tool computed stand apart, in `Stored`, for comparison only.
`others` holds what Milepost does not read, word for word, so that a file that is written back keeps it.
"""

from milepost.formats.mspdi.model.calendar import Calendar, DayException, WeekDay, WorkWeek
from milepost.formats.mspdi.model.plan import PlanFile, Properties
from milepost.formats.mspdi.model.resource import Assignment, Availability, Rate, Resource
from milepost.formats.mspdi.model.task import Link, Stored, Task
from milepost.formats.mspdi.model.words import (
    ELAPSED_FORMATS,
    ESTIMATED_FORMATS,
    PERCENT_FORMATS,
    Baseline,
    ConstraintKind,
    Kept,
    LagUnit,
    LinkKind,
    Recurrence,
    Shift,
    TimePhased,
)

__all__ = [
    "ELAPSED_FORMATS",
    "ESTIMATED_FORMATS",
    "PERCENT_FORMATS",
    "Assignment",
    "Availability",
    "Baseline",
    "Calendar",
    "ConstraintKind",
    "DayException",
    "Kept",
    "LagUnit",
    "Link",
    "LinkKind",
    "PlanFile",
    "Properties",
    "Rate",
    "Recurrence",
    "Resource",
    "Shift",
    "Stored",
    "Task",
    "TimePhased",
    "WeekDay",
    "WorkWeek",
]
