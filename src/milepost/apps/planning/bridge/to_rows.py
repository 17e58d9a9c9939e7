"""A plan file as the rows and settings of a plan: everything that its schedule, its progress and its baseline need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import groupby
from typing import Any

from milepost.apps.planning.bridge.baselined import BaselineRow
from milepost.apps.planning.bridge.calendars import calendar_to_json
from milepost.apps.planning.bridge.file_calendars import FileCalendars
from milepost.engines.schedule import Assignment, Constraint, Link, Network, Task
from milepost.engines.sheet import NewRow
from milepost.formats.mspdi import PlanFile, model
from milepost.kernel.ids import new_id
from milepost.kernel.moments import format_moment
from milepost.kernel.money import Money

_TYPES = {0: "material", 1: "work"}


@dataclass(frozen=True, slots=True)
class PlanRows:
    """What a new plan starts with: rows (parents first), settings, and the file's baseline by row id (empty where it has none)."""

    rows: tuple[NewRow, ...]
    settings: Mapping[str, Any]
    baseline: Mapping[int, BaselineRow]
    left_out: tuple[Link, ...] = ()  # links between a summary and its own rows, or of a row with itself; uids of the file


def rows_of_plan(plan: PlanFile, network: Network, currency: str) -> PlanRows:
    """The rows of a plan file; `network` is the same file in the engine's words, `currency` serves where the file names none."""
    used = plan.properties.currency_code or currency
    people = {one.uid: new_id() for one in plan.resources}
    ids = {task.uid: new_id() for task in network.tasks}
    writer = _Writer(plan, network, ids, people)
    given = {task.uid: task for task in plan.tasks}
    rows = tuple(writer.row(task, given[task.uid]) for task in network.tasks)
    baseline = {ids[task.uid]: row for task in network.tasks if (row := _baseline(given[task.uid], used)) is not None}
    return PlanRows(rows, _settings(plan, network, people, used), baseline, tuple(writer.left_out))


class _Writer:
    def __init__(self, plan: PlanFile, network: Network, ids: Mapping[int, int], people: Mapping[int, int]) -> None:
        self.ids, self.people = ids, people
        self.parent_of = {task.uid: task.parent for task in network.tasks}
        self.parents = set(self.parent_of.values())
        self.links: dict[int, list[Link]] = {}
        self.left_out: list[Link] = []
        for link in network.links:
            if link.predecessor in ids:
                found = self.left_out if self._kin(link) else self.links.setdefault(link.successor, [])
                found.append(link)
        self.given = _by_task(plan.assignments)

    def row(self, task: Task, given: model.Task) -> NewRow:
        cells: dict[str, Any] = {
            **_words(task, given),
            **_dates(task),
            "duration": _duration(task, given),
            "predecessors": [self._link(link) for link in self.links.get(task.uid, ())],
        }
        if task.uid not in self.parents:
            cells.update(_progress(task, given))
            cells["assignments"] = [self._share(*pair) for pair in zip(task.assignments, self.given.get(task.uid, ()), strict=True)]
        parent = self.ids.get(task.parent) if task.parent is not None else None
        return NewRow(self.ids[task.uid], parent, {key: value for key, value in cells.items() if value not in (None, [], "")})

    def _kin(self, link: Link) -> bool:
        return link.predecessor in self._up(link.successor) or link.successor in self._up(link.predecessor)

    def _up(self, uid: int | None) -> Iterator[int]:
        while uid is not None:
            yield uid
            uid = self.parent_of.get(uid)

    def _link(self, link: Link) -> dict[str, Any]:
        return {"row": self.ids[link.predecessor], "kind": link.kind.value, "lag": link.lag, "lag_unit": link.lag_unit.value}

    def _share(self, share: Assignment, given: model.Assignment) -> dict[str, Any]:
        found: dict[str, Any] = {
            "resource": self.people.get(given.resource_uid) if given.resource_uid is not None else None,
            "units": share.units,
            "work": share.work,
        }
        for key in ("actual_work", "delay", "levelling_delay", "shaped"):
            if value := getattr(share, key):
                found[key] = value
        if share.pieces:
            found["pieces"] = [[piece.offset, piece.length] for piece in share.pieces]
        if found["resource"] is None:
            found["drives"] = share.drives
        return found


def _by_task(assignments: Sequence[model.Assignment]) -> dict[int, list[model.Assignment]]:
    ordered = sorted(assignments, key=lambda one: one.task_uid)
    return {uid: list(group) for uid, group in groupby(ordered, key=lambda one: one.task_uid)}


def _words(task: Task, given: model.Task) -> dict[str, Any]:
    return {
        "name": task.name,
        "notes": given.notes,
        "mode": "manual" if task.manual else None,
        "milestone": True if task.milestone else None,
        "active": None if task.active else False,
        "calendar": task.calendar,
        "ignore_resource_calendar": True if task.ignore_resource_calendar else None,
        "priority": None if task.priority == 500 else task.priority,
    }


def _dates(task: Task) -> dict[str, Any]:
    return {
        "start": _text(task.start),
        "finish": _text(task.finish),
        "constraint": None if task.constraint is Constraint.ASAP else task.constraint.value,
        "constraint_date": _text(task.constraint_date),
        "deadline": _text(task.deadline),
        "levelling_delay": task.levelling_delay or None,
    }


def _duration(task: Task, given: model.Task) -> Any:
    if not task.duration_elapsed and not given.estimated:
        return task.duration
    found: dict[str, Any] = {"seconds": task.duration}
    if task.duration_elapsed:
        found["elapsed"] = True
    if given.estimated:
        found["estimated"] = True
    return found


def _progress(task: Task, given: model.Task) -> dict[str, Any]:
    found = {
        "percent_complete": task.percent_complete or None,
        "actual_start": _text(task.actual_start),
        "actual_finish": _text(task.actual_finish),
        "stop": _text(task.stop),
        "resume": _text(task.resume),
        "cost": _amount(given.cost),
        "work": given.work or None,
        "actual_cost": _amount(given.actual_cost),
        "actual_work": given.actual_work or None,
    }
    if task.actual_start or task.percent_complete:
        found |= {"actual_duration": task.actual_duration, "remaining_duration": task.remaining_duration}
    return found


def _baseline(given: model.Task, currency: str) -> BaselineRow | None:
    agreed = given.baseline()
    if agreed is None or agreed.finish is None:
        return None
    return BaselineRow(
        start=agreed.start,
        finish=agreed.finish,
        duration=agreed.duration or 0,
        work=agreed.work,
        cost=None if agreed.cost is None else Money(agreed.cost, currency).minor,
        leaf=not given.summary,
    )


def _settings(plan: PlanFile, network: Network, people: Mapping[int, int], currency: str) -> dict[str, Any]:
    own = plan.properties
    calendars = {**network.calendars}
    calendars.setdefault(network.project_calendar.name, network.project_calendar)
    return {
        "start": _text(network.start),
        "finish": _text(network.finish) if network.from_finish else None,
        "from_finish": network.from_finish,
        "status_date": _text(network.status_date),
        "calendar": network.project_calendar.name,
        "calendars": [calendar_to_json(one) for one in calendars.values()],
        "resources": list(_resources(plan, people)),
        "progress_rule": network.progress_rule.value,
        "critical_slack": network.critical_slack,
        "honour_constraints": network.honour_constraints,
        "currency": currency,
        "minutes_per_day": own.minutes_per_day,
        "minutes_per_week": own.minutes_per_week,
        "days_per_month": own.days_per_month,
        "default_start": own.default_start_time,
        "default_finish": own.default_finish_time,
    }


def _resources(plan: PlanFile, people: Mapping[int, int]) -> Iterator[dict[str, Any]]:
    calendars = FileCalendars(plan)
    for one in plan.resources:
        if one.blank:
            continue
        yield {
            "id": people[one.uid],
            "name": one.name or f"Resource {one.uid}",
            "type": "cost" if one.is_cost else _TYPES.get(one.type, "work"),
            "calendar": calendars.name_of(one.calendar_uid),
            "units": float(one.max_units),
            "initials": one.initials or "",
        }


def _amount(value: Decimal | None) -> float | None:
    return float(value) if value else None


def _text(moment: datetime | None) -> str | None:
    return None if moment is None else format_moment(moment)
