"""A plan file as the checks look at it: its real work, what comes before and after each task, and how to name tasks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from milepost.engines.schedule import Schedule
from milepost.formats.mspdi import PlanFile
from milepost.formats.mspdi.model import Link, Task
from milepost.kernel.durations import DayLength, format_duration

_NAMED, _LONGEST = 3, 60


@dataclass(frozen=True, slots=True)
class View:
    """`tasks` are all but the project's own and blank lines; `work` are those without tasks in them, active and of this project."""

    plan: PlanFile
    at: datetime | None
    tasks: Mapping[int, Task]
    work: tuple[Task, ...]
    before: Mapping[int, tuple[Link, ...]]
    after: Mapping[int, tuple[tuple[int, Link], ...]]

    def names(self, uids: Iterable[int]) -> str:
        """The first few tasks by name, and how many more there are."""
        found = [f"“{_short(self.tasks[uid].name or str(uid))}”" for uid in uids]
        if len(found) <= _NAMED + 1:
            return ", ".join(found)
        return f"{', '.join(found[:_NAMED])} and {len(found) - _NAMED} more"

    def time(self, seconds: int) -> str:
        """Working time in the plan's own days: `2d 4h`."""
        own = self.plan.properties
        return format_duration(seconds, DayLength(own.minutes_per_day * 60, own.minutes_per_week * 60))

    def with_those_above(self, uid: int) -> Iterator[int]:
        """The task and every summary above it: a link on a summary holds for what is in it."""
        at: int | None = uid
        while at is not None and at in self.tasks:
            yield at
            at = self.tasks[at].parent

    def links_before(self, uid: int) -> list[Link]:
        """The links that come to the task or to a summary above it."""
        return [link for one in self.with_those_above(uid) for link in self.before.get(one, ())]

    def links_after(self, uid: int) -> list[Link]:
        """The links that leave the task or a summary above it."""
        return [link for one in self.with_those_above(uid) for _, link in self.after.get(one, ())]


@dataclass(frozen=True, slots=True)
class Dated:
    """A view with the dates that Milepost computed."""

    view: View
    found: Schedule


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"


def view_of(plan: PlanFile, at: datetime | None) -> View:
    """The view of a plan at a status date."""
    tasks = {task.uid: task for task in plan.tasks if not task.blank and not task.is_project}
    after: dict[int, list[tuple[int, Link]]] = {}
    for task in tasks.values():
        for link in task.links:
            after.setdefault(link.predecessor, []).append((task.uid, link))
    return View(
        plan=plan,
        at=at,
        tasks=tasks,
        work=tuple(task for task in tasks.values() if not task.summary and task.active and not task.external),
        before={task.uid: task.links for task in tasks.values() if task.links},
        after={uid: tuple(links) for uid, links in after.items()},
    )


def is_done(task: Task) -> bool:
    """True where nothing of the task is left."""
    return task.percent_complete >= 100 or task.actual_finish is not None


def has_begun(task: Task) -> bool:
    """True where work on the task was reported."""
    return task.percent_complete > 0 or task.actual_start is not None
