"""Hold the parts of a plan against each other: what refers to nothing, comes twice or cannot be is set right, with a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from milepost.formats.mspdi.model import Assignment, Calendar, Link, PlanFile, Properties, Resource, Task
from milepost.formats.mspdi.report import Log

_NEEDS_DATE = frozenset({"MSO", "MFO", "SNET", "SNLT", "FNET", "FNLT"})


class _Numbered(Protocol):
    @property
    def uid(self) -> int: ...


# Deeper ones would be a slip of the program that wrote the file; what follows each chain or outline may count on these bounds.
MOST_BASES = 20
DEEPEST = 100

N = TypeVar("N", bound=_Numbered)


def mend(plan: PlanFile, log: Log) -> PlanFile:
    """The plan with every reference good and each uid once, its tasks with their parents."""
    calendars = _with_bases(_once(plan.calendars, "calendar", log), log)
    known_calendars = {calendar.uid for calendar in calendars}
    tasks = tuple(_mend_task(task, known_calendars, log) for task in _one_project(_once(plan.tasks, "task", log), log))
    known_tasks = {task.uid for task in tasks if not task.blank}
    resources = tuple(_mend_resource(one, known_calendars, log) for one in _once(plan.resources, "resource", log))
    return PlanFile(
        _mend_properties(plan.properties, known_calendars, log),
        calendars,
        with_parents(tuple(_mend_links(task, known_tasks, log) for task in tasks), log),
        resources,
        _mend_assignments(_once(plan.assignments, "assignment", log), known_tasks, {one.uid for one in resources}, log),
    )


def _once(items: Iterable[N], kind: str, log: Log) -> tuple[N, ...]:
    seen: dict[int, N] = {}
    for item in items:
        if item.uid in seen:
            log.change(f"{kind}.uid_twice", f"{kind} {item.uid}", f"The UID {item.uid} comes twice; the second {kind} was left out.")
        else:
            seen[item.uid] = item
    return tuple(seen.values())


def _one_project(tasks: tuple[Task, ...], log: Log) -> Iterator[Task]:
    """Only one task, that with the UID 0 or else the first, stands at level 0 and sums up all others; the rest are tasks like any."""
    tops = [task.uid for task in tasks if task.is_project and not task.blank]
    own = 0 if 0 in tops else next(iter(tops), None)
    for task in tasks:
        if task.uid in tops and task.uid != own:
            log.change("task.without_level", f"task {task.uid}", "It stands at the project's own level; it was put into the first level.")
            yield replace(task, outline_level=1)
        else:
            yield task


def _with_bases(calendars: tuple[Calendar, ...], log: Log) -> tuple[Calendar, ...]:
    """Calendars whose bases are in the file and lead, in a few steps, to one that stands alone."""
    bases = {calendar.uid: calendar.base_uid for calendar in calendars}
    mended = []
    for calendar in calendars:
        where, base = f"calendar {calendar.uid}", calendar.base_uid
        if base is not None and base not in bases:
            log.change("calendar.missing_base", where, f"It is based on calendar {base}, which is not in the file; it now stands alone.")
            bases[calendar.uid] = None
        elif base is not None and not _ends(base, bases):
            log.change("calendar.base_loop", where, "It is based on itself, or on too many others in turn; it now stands alone.")
            bases[calendar.uid] = None
        mended.append(calendar if base == bases[calendar.uid] else replace(calendar, base_uid=bases[calendar.uid]))
    return tuple(mended)


def _ends(start: int, bases: dict[int, int | None]) -> bool:
    """True where the chain of bases ends within the bound."""
    at: int | None = start
    for _ in range(MOST_BASES):
        at = bases.get(at) if at is not None else None
        if at is None:
            return True
    return False


def _mend_properties(properties: Properties, calendars: set[int], log: Log) -> Properties:
    changes: dict[str, Any] = {}
    if properties.calendar_uid is not None and properties.calendar_uid not in calendars:
        log.change(
            "project.missing_calendar",
            "the project",
            f"Its calendar {properties.calendar_uid} is not in the file; the standard one is used.",
        )
        changes["calendar_uid"] = None
    for name, usual in (("minutes_per_day", 480), ("minutes_per_week", 2400), ("days_per_month", 20)):
        if getattr(properties, name) <= 0:
            log.change(
                "project.empty_day_length", "the project", f"{name.replace('_', ' ').capitalize()} is not above zero; {usual} is used."
            )
            changes[name] = usual
    return replace(properties, **changes) if changes else properties


def _mend_task(task: Task, calendars: set[int], log: Log) -> Task:
    where, changes = f"task {task.uid}", dict[str, Any]()
    if task.calendar_uid is not None and task.calendar_uid not in calendars:
        log.change("task.missing_calendar", where, f"Its calendar {task.calendar_uid} is not in the file; the project's calendar is used.")
        changes["calendar_uid"] = None
    if task.constraint in _NEEDS_DATE and task.constraint_date is None:
        log.change("task.constraint_without_date", where, f"Its constraint {task.constraint} has no date; it was left out.")
        changes["constraint"] = "ASAP"
    for name in ("duration", "manual_duration", "remaining_duration", "actual_duration", "work", "actual_work", "remaining_work"):
        if (getattr(task, name) or 0) < 0:
            log.change("task.negative_duration", where, f"Its {name.replace('_', ' ')} is negative; it was read as none.")
            changes[name] = 0
    for name in ("percent_complete", "percent_work_complete", "physical_percent_complete"):
        if not 0 <= getattr(task, name) <= 100:
            log.change(
                "task.percent_out_of_range",
                where,
                f"Its {name.replace('_', ' ')} is {getattr(task, name)}; the nearest of 0 and 100 is used.",
            )
            changes[name] = min(max(getattr(task, name), 0), 100)
    if task.actual_start and task.actual_finish and task.actual_finish < task.actual_start:
        log.change("task.finished_before_start", where, "Its actual finish is before its actual start; the finish was left out.")
        changes["actual_finish"] = None
    return replace(task, **changes) if changes else task


def _mend_links(task: Task, tasks: set[int], log: Log) -> Task:
    links = tuple(link for link in task.links if _is_good(link, task, tasks, log))
    return task if len(links) == len(task.links) else replace(task, links=links)


def _is_good(link: Link, task: Task, tasks: set[int], log: Log) -> bool:
    where = f"task {task.uid}"
    if link.cross_project is not None and link.predecessor not in tasks:
        log.change("link.other_project", where, f"A link comes from another project ({link.cross_project or 'no name'}); it was left out.")
    elif link.predecessor not in tasks:
        log.change("link.missing_task", where, f"A link comes from task {link.predecessor}, which is not in the file; it was left out.")
    elif link.predecessor == task.uid:
        log.change("link.to_itself", where, "The task is linked to itself; the link was left out.")
    else:
        return True
    return False


def with_parents(tasks: tuple[Task, ...], log: Log) -> tuple[Task, ...]:
    """Parents by outline level: the nearest task above that stands further left. Also sets right the flag that a task is a summary."""
    above: list[Task] = []
    parents: dict[int, int] = {}
    for task in tasks:
        if task.blank or task.is_project:
            continue
        while above and above[-1].outline_level >= task.outline_level:
            above.pop()
        if len(above) >= DEEPEST:
            log.change("task.too_deep", f"task {task.uid}", f"It stands deeper than {DEEPEST} levels; it was put into the last of them.")
            del above[DEEPEST - 1 :]
        if above:
            parents[task.uid] = above[-1].uid
        above.append(task)
    summaries = set(parents.values())
    return tuple(_placed(task, parents.get(task.uid), task.uid in summaries, log) for task in tasks)


def _placed(task: Task, parent: int | None, has_children: bool, log: Log) -> Task:
    summary = task.summary
    if has_children and not summary:
        log.change("task.is_summary", f"task {task.uid}", "There are tasks in it; it was read as a summary.")
        summary = True
    elif summary and not has_children and not task.is_project and not task.subproject:
        log.change("task.is_no_summary", f"task {task.uid}", "It calls itself a summary, but no task is in it; it was read as a task.")
        summary = False
    return task if parent == task.parent and summary == task.summary else replace(task, parent=parent, summary=summary)


def _mend_resource(resource: Resource, calendars: set[int], log: Log) -> Resource:
    if resource.calendar_uid is None or resource.calendar_uid in calendars:
        return resource
    message = f"Its calendar {resource.calendar_uid} is not in the file; the project's calendar is used."
    log.change("resource.missing_calendar", f"resource {resource.uid}", message)
    return replace(resource, calendar_uid=None)


def _mend_assignments(assignments: tuple[Assignment, ...], tasks: set[int], resources: set[int], log: Log) -> tuple[Assignment, ...]:
    mended = []
    for one in assignments:
        where = f"assignment {one.uid}"
        if one.task_uid not in tasks:
            log.change("assignment.missing_task", where, f"It belongs to task {one.task_uid}, which is not in the file; it was left out.")
        elif one.resource_uid is not None and one.resource_uid not in resources:
            log.change("assignment.missing_resource", where, f"Its resource {one.resource_uid} is not in the file; it is nobody's now.")
            mended.append(replace(one, resource_uid=None))
        else:
            mended.append(one)
    return tuple(mended)
