"""What a dry run of an import says: what came in, what will be different, how the computed dates compare with the file's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from milepost.apps.planning.bridge.drawn_up import DrawnUp
from milepost.apps.planning.files.check import check_of
from milepost.apps.planning.files.model import Finding
from milepost.engines.calendar import Timeline
from milepost.engines.schedule import Slot
from milepost.formats.mspdi import PlanFile, Report, model
from milepost.kernel.moments import format_moment

_MOST_UIDS, _MOST_NAMED = 100, 4
_SAME = 30  # working seconds: two dates nearer than this are one


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many automatic tasks were compared with the dates that the file stores, and how many of them stand the same."""

    compared: int
    same: int


def report_on(plan: PlanFile, read: Report, drawn: DrawnUp) -> dict[str, Any]:
    """The report as JSON; ids and sums of the upload are added by the action that keeps it."""
    finish, stored = drawn.state.schedule.finish, _stored_finish(plan)
    check = check_of(plan, read, plan.properties.name or "")
    agreement = _agreement(plan, drawn)
    return {
        "name": plan.properties.title or plan.properties.name or "",
        "tasks": len(drawn.plan.rows),
        "links": sum(len(links) for links in drawn.state.links.values()),
        "resources": len(drawn.plan.settings["resources"]),
        "calendars": len(drawn.plan.settings["calendars"]),
        "start": format_moment(drawn.state.schedule.start),
        "finish": format_moment(finish),
        "file_finish": format_moment(stored) if stored else None,
        "finish_difference_seconds": Timeline(drawn.network.project_calendar).between(stored, finish) if stored else None,
        "compared": agreement.compared,
        "same_dates": agreement.same,
        "status_date": drawn.plan.settings["status_date"],
        "has_baseline": bool(drawn.plan.baseline),
        "currency": drawn.plan.settings["currency"],
        "taken": dict(read.taken),
        "changed": [*({"code": f.code, "where": f.where, "message": f.message} for f in read.changed), *_left_out(plan, drawn)],
        "dropped": [{"what": what, "count": count} for what, count in read.dropped.items()],
        "findings": [_finding(one, check.names) for one in check.findings],
    }


def _finding(found: Finding, names: Mapping[int, str]) -> dict[str, Any]:
    """A finding with the names of its first tasks, so that its sentence can be said in another language."""
    named = [names.get(uid, str(uid)) for uid in found.uids[:_MOST_NAMED]]
    told = {"code": found.code, "severity": found.severity.value, "uids": list(found.uids[:_MOST_UIDS]), "message": found.message}
    return {**told, "names": named, "count": len(found.uids), "data": dict(found.data)}


def _stored_finish(plan: PlanFile) -> datetime | None:
    finishes = [task.stored.finish for task in plan.tasks if task.stored.finish and not task.blank and not task.is_project]
    return max(finishes, default=plan.properties.finish)


def _left_out(plan: PlanFile, drawn: DrawnUp) -> list[dict[str, Any]]:
    names = {task.uid: task.name or "" for task in plan.tasks}
    return [
        {
            "code": "link_in_family",
            "where": f"Task {link.successor}",
            "message": f"The link from “{names[link.predecessor]}” to “{names[link.successor]}” was left out: they lie in each other.",
        }
        for link in drawn.plan.left_out
    ]


def _agreement(plan: PlanFile, drawn: DrawnUp) -> Agreement:
    timeline = Timeline(drawn.network.project_calendar)
    given = {task.uid: task for task in plan.tasks}
    pairs = [(given[task.uid], row.id) for task, row in zip(drawn.network.tasks, drawn.plan.rows, strict=True) if not task.summary]
    automatic = [(task, row_id) for task, row_id in pairs if not task.manual and task.active]
    same = sum(1 for task, row_id in automatic if _same(task.stored, drawn.state.slots[row_id], timeline))
    return Agreement(len(automatic), same)


def _same(stored: model.Stored, slot: Slot, timeline: Timeline) -> bool:
    if stored.start is None or stored.finish is None:
        return False
    pairs = ((stored.start, slot.start), (stored.finish, slot.finish))
    return all(left == right or abs(timeline.between(left, right)) < _SAME for left, right in pairs)
