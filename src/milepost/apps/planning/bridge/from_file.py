"""A plan file as a network: what the file says goes in, the dates that its tool computed do not.

Only these moments of the file are used: the project's own, constraints, deadlines, actuals, stop and resume, time-phased work, the own
dates of manual tasks, and those of tasks that belong to another project.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from milepost.apps.planning.bridge.file_calendars import FileCalendars
from milepost.engines.calendar import Timeline
from milepost.engines.schedule import Assignment, Constraint, LagUnit, Link, LinkKind, Network, Piece, Task
from milepost.formats.mspdi import PlanFile, model
from milepost.kernel.errors import MilepostError

_WORK_TYPES = {1, 2}  # of time-phased data: remaining and actual work


class NoProjectStart(MilepostError):
    """The file {name} says no start of the project. Open it in the program that wrote it, set the start date, and save it again."""

    code = "plan.no_start"
    status = 422


def network_of_plan(plan: PlanFile) -> Network:
    """The network of a plan file: every task of it but the project's own and blank lines. Raises NoProjectStart."""
    own = plan.properties
    # A plan that is scheduled from its finish may leave its start open.
    start = own.start or (own.finish if own.from_finish else None)
    if start is None:
        raise NoProjectStart(name=own.name or "of this plan")
    calendars = FileCalendars(plan)
    rows = {task.uid: task for task in plan.tasks if not task.blank and not task.is_project}
    shares = _shares(plan, calendars)
    return Network(
        tasks=tuple(_task(task, calendars, shares.get(uid, ())) for uid, task in rows.items()),
        links=tuple(_link(link, task, rows) for task in rows.values() for link in task.links),
        start=start,
        finish=own.finish,
        calendars=calendars.by_name,
        project_calendar=calendars.project,
        from_finish=own.from_finish,
        status_date=own.status_date,
        critical_slack=own.critical_slack_days * own.minutes_per_day * 60,
        honour_constraints=own.honor_constraints,
    )


def _task(task: model.Task, calendars: FileCalendars, shares: tuple[Assignment, ...]) -> Task:
    """A task of another project stands where that project put it."""
    fixed = task.manual or task.external
    start, finish = (task.stored.start, task.stored.finish) if task.external else (task.own_start, task.own_finish)
    return Task(
        uid=task.uid,
        name=task.name or "",
        parent=task.parent,
        summary=task.summary,
        milestone=task.milestone,
        active=task.active,
        manual=fixed,
        duration=task.duration,
        duration_elapsed=task.elapsed,
        calendar=calendars.name_of(task.calendar_uid),
        ignore_resource_calendar=task.ignore_resource_calendar,
        constraint=Constraint(task.constraint),
        constraint_date=task.constraint_date,
        deadline=task.deadline,
        start=start,
        finish=finish,
        actual_start=task.actual_start,
        actual_finish=task.actual_finish,
        percent_complete=task.percent_complete,
        actual_duration=task.actual_duration,
        remaining_duration=task.remaining_duration,
        stop=task.stop,
        resume=task.resume,
        levelling_delay=task.levelling_delay,
        assignments=shares,
        priority=task.priority,
    )


def _link(link: model.Link, task: model.Task, rows: Mapping[int, model.Task]) -> Link:
    """Percent of elapsed time becomes elapsed time: the engine's percent is of working time."""
    if link.lag_unit == "elapsed_percent":
        before = rows.get(link.predecessor)
        lag = round((before.duration if before else 0) * link.lag / 100)
        return Link(link.predecessor, task.uid, LinkKind(link.kind), lag, LagUnit.ELAPSED)
    return Link(link.predecessor, task.uid, LinkKind(link.kind), link.lag, LagUnit(link.lag_unit))


def _shares(plan: PlanFile, calendars: FileCalendars) -> dict[int, tuple[Assignment, ...]]:
    """The assignments of each task."""
    people = {one.uid: one for one in plan.resources}
    found: dict[int, list[model.Assignment]] = {}
    for one in plan.assignments:
        found.setdefault(one.task_uid, []).append(one)
    lines: dict[str | None, Timeline] = {}
    shares: dict[int, tuple[Assignment, ...]] = {}
    for uid, group in found.items():
        first = min((day.start for one in group for day in _worked(one)), default=None)
        shares[uid] = tuple(_assignment(one, people, calendars, lines, first) for one in group)
    return shares


def _assignment(
    one: model.Assignment,
    people: Mapping[int, model.Resource],
    calendars: FileCalendars,
    lines: dict[str | None, Timeline],
    first: datetime | None,
) -> Assignment:
    person = people.get(one.resource_uid) if one.resource_uid is not None else None
    calendar = calendars.name_of(person.calendar_uid) if person else None
    if calendar not in lines:
        lines[calendar] = Timeline(calendars.by_name[calendar] if calendar is not None else calendars.project)
    return Assignment(
        calendar=calendar,
        units=float(one.units),
        work=one.work,
        actual_work=one.actual_work,
        delay=one.delay,
        levelling_delay=one.levelling_delay,
        drives=person is not None and person.type == 1 and not person.is_cost,
        shaped=one.contour != 0,
        pieces=() if first is None else tuple(_pieces(_worked(one), lines[calendar], first)),
    )


def _worked(one: model.Assignment) -> list[model.TimePhased]:
    return [day for day in one.time_phased if day.type in _WORK_TYPES and day.seconds]


def _pieces(days: Iterable[model.TimePhased], line: Timeline, first: datetime) -> Iterable[Piece]:
    """Time-phased work by working time after the task's first work, so that it moves with the task."""
    for day in sorted(days, key=lambda one: one.start):
        yield Piece(line.between(first, day.start), line.between(day.start, day.finish))
