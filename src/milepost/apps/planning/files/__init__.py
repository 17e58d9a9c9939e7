"""Plan files in, results out, without a database: check a plan, schedule it, write it back with the dates computed."""

from milepost.apps.planning.files.check import check_plan
from milepost.apps.planning.files.model import ChainStep, Finding, PlanCheck, PlanSchedule, Progress, Severity, TaskDates
from milepost.apps.planning.files.scheduled import schedule_plan, written

__all__ = [
    "ChainStep",
    "Finding",
    "PlanCheck",
    "PlanSchedule",
    "Progress",
    "Severity",
    "TaskDates",
    "check_plan",
    "schedule_plan",
    "written",
]
