"""Read Microsoft Project XML: bytes in, a plan and a report of what became of the file out."""

from __future__ import annotations

from typing import TypeVar

from lxml import etree

from milepost.formats.mspdi.calendars import read_calendar
from milepost.formats.mspdi.elements import fill, keep
from milepost.formats.mspdi.errors import NoTasks, TooManyParts
from milepost.formats.mspdi.model import Assignment, Calendar, PlanFile, Properties, Resource, Task
from milepost.formats.mspdi.opening import elements
from milepost.formats.mspdi.people import read_assignment, read_resource
from milepost.formats.mspdi.repair import mend
from milepost.formats.mspdi.report import Log, Report
from milepost.formats.mspdi.schema import PROPERTIES
from milepost.formats.mspdi.tasks import read_task

T = TypeVar("T")
MOST_PARTS = 100_000
_COLLECTIONS = frozenset({"Calendars", "Tasks", "Resources", "Assignments"})


def read(data: bytes) -> PlanFile:
    """The plan in the file. Raises Unreadable (a subclass says why, where and what to do)."""
    return read_with_report(data)[0]


def read_with_report(data: bytes) -> tuple[PlanFile, Report]:
    """The plan in the file, and what came in, was changed, is not used. Raises Unreadable."""
    log = Log()
    calendars: list[Calendar] = []
    tasks: list[Task] = []
    resources: list[Resource] = []
    assignments: list[Assignment] = []
    properties = Properties()
    parts = 0
    for name, element in elements(data):
        if (parts := parts + 1) > MOST_PARTS:
            raise TooManyParts(limit=MOST_PARTS)
        if name == "Task":
            tasks += _one(read_task(element, log))
        elif name == "Assignment":
            assignments += _one(read_assignment(element, log))
        elif name == "Resource":
            resources += _one(read_resource(element, log))
        elif name == "Calendar":
            calendars += _one(read_calendar(element, log))
        else:
            properties = _properties(element, log)
    if not tasks:
        raise NoTasks
    plan = mend(PlanFile(properties, tuple(calendars), tuple(tasks), tuple(resources), tuple(assignments)), log)
    return plan, log.report(taken(plan))


def _one(found: T | None) -> list[T]:
    return [] if found is None else [found]


def _properties(element: etree._Element, log: Log) -> Properties:
    values, rest = fill(element, PROPERTIES, log, "the project")
    return Properties(others=keep("Project", [(tag, child) for tag, child in rest if tag not in _COLLECTIONS], log), **values)


def taken(plan: PlanFile) -> dict[str, int]:
    """How much of each kind there is in a plan; the project's own task and blank lines are not counted."""
    tasks = [task for task in plan.tasks if not task.blank and not task.is_project]
    return {
        "tasks": len(tasks),
        "summaries": sum(task.summary for task in tasks),
        "milestones": sum(task.milestone for task in tasks),
        "links": sum(len(task.links) for task in tasks),
        "resources": sum(not resource.blank and bool(resource.name) for resource in plan.resources),
        "assignments": len(plan.assignments),
        "calendars": len(plan.calendars),
        "exceptions": sum(len(calendar.exceptions) for calendar in plan.calendars),
        "baselines": sum(len(task.baselines) for task in tasks),
    }
