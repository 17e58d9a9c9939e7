"""Schedule a plan file, and write it back with the dates computed."""

from __future__ import annotations

from dataclasses import replace

from milepost.apps.planning.bridge.from_file import network_of_plan
from milepost.apps.planning.files.model import PlanSchedule, TaskDates
from milepost.engines.calendar import Timeline
from milepost.engines.schedule import Network, Schedule, Slot, schedule
from milepost.formats.mspdi import PlanFile, Report, write
from milepost.formats.mspdi.model import Assignment, Properties, Resource, Stored, Task
from milepost.formats.sandbox import run_reader

_COMPUTED_OF_RESOURCE = frozenset({"Start", "Finish"})


def opened(data: bytes) -> tuple[PlanFile, Report]:
    """The plan in a file, read in a limited child process. Raises the reader's errors and those of the sandbox."""
    plan, report = run_reader("mspdi", data)
    return plan, report


def schedule_plan(data: bytes, name: str) -> PlanSchedule:
    """The dates of every task of a plan file (`.xml` or `.xml.gz`), computed from durations, links, calendars, constraints and progress.

    The dates that the file stores for automatic tasks are never an input. Raises Unreadable and the errors of the sandbox; LoopFound
    where tasks wait for each other in a circle.
    """
    plan, report = opened(data)
    found = schedule(network_of_plan(plan))
    return PlanSchedule(name, plan, found, tuple(dates_of(plan, found)), report)


def dates_of(plan: PlanFile, found: Schedule) -> list[TaskDates]:
    """The dates of the tasks, in the order of the plan."""
    return [_dates(task, found.slots[task.uid]) for task in plan.tasks if task.uid in found.slots]


def _dates(task: Task, slot: Slot) -> TaskDates:
    return TaskDates(
        uid=task.uid,
        name=task.name or "",
        summary=task.summary,
        manual=task.manual,
        active=task.active,
        start=slot.start,
        finish=slot.finish,
        early_start=slot.early_start,
        early_finish=slot.early_finish,
        late_start=slot.late_start,
        late_finish=slot.late_finish,
        total_slack=slot.total_slack,
        free_slack=slot.free_slack,
        critical=slot.critical,
    )


def written(scheduled: PlanSchedule) -> bytes:
    """The plan as Microsoft Project XML with the computed dates in place of the stored ones; all else as it came."""
    plan, found = scheduled.plan, scheduled.schedule
    network = network_of_plan(plan)
    tasks = tuple(_with_dates(task, found, network) for task in plan.tasks)
    moved = {new.uid for old, new in zip(plan.tasks, tasks, strict=True) if _span(old) != _span(new)}
    return write(
        replace(
            plan,
            properties=_with_ends(plan.properties, found),
            tasks=tasks,
            assignments=tuple(_unfixed(one) if one.task_uid in moved else one for one in plan.assignments),
            resources=tuple(_without_dates(one) for one in plan.resources) if moved else plan.resources,
        )
    )


def _with_ends(properties: Properties, found: Schedule) -> Properties:
    """The end of the plan that is computed; the other one is an input."""
    return replace(properties, start=found.start) if properties.from_finish else replace(properties, finish=found.finish)


def _span(task: Task) -> object:
    return task.stored.start, task.stored.finish


def _with_dates(task: Task, found: Schedule, network: Network) -> Task:
    if task.is_project and not task.blank:
        length = Timeline(network.project_calendar).between(found.start, found.finish)
        return replace(task, duration=length, stored=Stored(start=found.start, finish=found.finish))
    if task.uid not in found.slots:
        return task
    slot = found.slots[task.uid]
    stored = Stored(
        start=slot.start,
        finish=slot.finish,
        early_start=slot.early_start,
        early_finish=slot.early_finish,
        late_start=slot.late_start,
        late_finish=slot.late_finish,
        total_slack=slot.total_slack,
        free_slack=slot.free_slack,
        critical=slot.critical,
    )
    return replace(task, stored=stored, duration=slot.duration if task.summary and not task.manual else task.duration)


def _unfixed(assignment: Assignment) -> Assignment:
    """Without the dates of work that has not begun: Microsoft Project works them out from the task that moved."""
    if assignment.actual_start is not None or assignment.time_phased:
        return assignment
    return replace(assignment, start=None, finish=None, stop=None, resume=None)


def _without_dates(resource: Resource) -> Resource:
    return replace(resource, others=tuple(one for one in resource.others if one.tag not in _COMPUTED_OF_RESOURCE))
