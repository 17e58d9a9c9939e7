"""Network dates: forward and backward pass, constraints, progress, slack, and what drives each task (see SPEC.md)."""

from milepost.engines.schedule.drivers import driving_chain
from milepost.engines.schedule.errors import LoopFound, NoFinish, UnknownCalendar
from milepost.engines.schedule.model import (
    Assignment,
    Constraint,
    Driver,
    DrivingStep,
    LagUnit,
    Link,
    LinkKind,
    Network,
    Note,
    Piece,
    ProgressRule,
    Reason,
    Schedule,
    Slot,
    Task,
)
from milepost.engines.schedule.schedule import schedule
from milepost.engines.schedule.timelines import Timelines

__all__ = [
    "Assignment",
    "Constraint",
    "Driver",
    "DrivingStep",
    "LagUnit",
    "Link",
    "LinkKind",
    "LoopFound",
    "Network",
    "NoFinish",
    "Note",
    "Piece",
    "ProgressRule",
    "Reason",
    "Schedule",
    "Slot",
    "Task",
    "Timelines",
    "UnknownCalendar",
    "driving_chain",
    "schedule",
]
