"""Why a task stands where it stands, and the chain of reasons back to the project's start (S60 to S62)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from milepost.engines.schedule.compile import Plan
from milepost.engines.schedule.forward import UNBOUND, Forward
from milepost.engines.schedule.model import Constraint, Driver, DrivingStep, Link, LinkKind, Reason, Schedule
from milepost.engines.schedule.ties import Tie

_STARTS = (LinkKind.FS, LinkKind.SS)
_HARD = (Constraint.MSO, Constraint.MFO)


def driving_chain(schedule: Schedule, uid: int) -> tuple[DrivingStep, ...]:
    """The steps from the project's start to the task, each driven by the one before it; the last is the task itself.

    `uid` must be a task of the schedule (KeyError otherwise).
    """
    steps: list[DrivingStep] = []
    seen: set[int] = set()
    at: int | None = uid
    while at is not None and at not in seen:
        seen.add(at)
        driver = schedule.drivers[at]
        steps.append(DrivingStep(at, driver.reason, driver.link))
        at = driver.task
    return tuple(reversed(steps))


class DriverTable(Mapping[int, Driver]):
    """Drivers by the uid of the task; few are ever asked for, so none is kept."""

    def __init__(self, plan: Plan, forward: Forward) -> None:
        self._plan = plan
        self._forward = forward

    def __len__(self) -> int:
        return self._plan.count

    def __iter__(self) -> Iterator[int]:
        return iter(self._plan.index)

    def __getitem__(self, uid: int) -> Driver:
        return driver_of(self._plan, self._forward, self._plan.index[uid])


def driver_of(plan: Plan, forward: Forward, i: int) -> Driver:
    """What holds the task; of several reasons, the one that would have to go first for it to stand earlier."""
    task = plan.tasks[i]
    if plan.children[i] and not task.manual:
        last = max(plan.children[i], key=lambda c: (plan.tasks[c].active, forward.finish[c]))
        return Driver(Reason.CHILD, task=plan.tasks[last].uid)
    if task.manual:
        return Driver(Reason.MANUAL)
    if i in forward.pinned:
        return _held_late(plan, forward, i)
    if task.actual_start is not None:
        return _held_begun(plan, forward, i)
    if task.levelling_delay:
        return Driver(Reason.LEVELLING)
    if _held_by_date(plan, forward, i):
        return Driver(Reason.CONSTRAINT)
    return _held_by_links(plan, forward, i) or Driver(Reason.PROJECT_START)


def _held_late(plan: Plan, forward: Forward, i: int) -> Driver:
    """A task as late as possible is held by the successor that follows at once, else by the end of the plan."""
    for tie in plan.ties.all_out(i):
        line = plan.own_line[i]
        if tie.kind in _STARTS and line.position(forward.start[tie.second]) <= line.position(forward.tie_bound(tie)):
            link = _by_tie(plan, tie).link
            return Driver(Reason.AS_LATE_AS_POSSIBLE, link, plan.tasks[tie.second].uid)
    return Driver(Reason.PROJECT_FINISH if plan.network.from_finish else Reason.AS_LATE_AS_POSSIBLE)


def _held_begun(plan: Plan, forward: Forward, i: int) -> Driver:
    """What has begun is held by what happened, unless the rest of it waits for a predecessor."""
    best = _latest_tie(plan, forward, i)
    if best is not None and forward.resume.get(i) is not None and best[1] > forward.start[i]:
        first = plan.work[i].timeline.start_at(plan.work[i].timeline.position(best[1]))
        if first >= forward.resume[i]:
            return _by_tie(plan, best[0])
    return Driver(Reason.PROGRESS)


def _held_by_date(plan: Plan, forward: Forward, i: int) -> bool:
    """Whether the task would stand elsewhere without its constraint."""
    task = plan.tasks[i]
    if task.constraint in (Constraint.ASAP, Constraint.ALAP) or task.constraint_date is None:
        return False
    return task.constraint in _HARD or forward.free_place(i)[0] != forward.start[i]


def _held_by_links(plan: Plan, forward: Forward, i: int) -> Driver | None:
    """The latest of the links into the task and into the summaries above it, or such a summary's own date."""
    best = _latest_tie(plan, forward, i)
    above = plan.parent[i]
    while above >= 0:
        held = forward.hold[above] if plan.tasks[above].manual else _own_date(plan, forward, above)
        if held != UNBOUND and (best is None or best[1] < held):
            return Driver(Reason.PARENT, task=plan.tasks[above].uid)
        if plan.tasks[above].manual:
            break
        tie = _latest_tie(plan, forward, above)
        if tie is not None and (best is None or tie[1] > best[1]):
            best = tie
        above = plan.parent[above]
    return None if best is None else _by_tie(plan, best[0])


def _own_date(plan: Plan, forward: Forward, i: int) -> int:
    """What a summary's own constraint adds to its links; UNBOUND if nothing."""
    tie = _latest_tie(plan, forward, i)
    inherited = forward.floor[plan.parent[i]]
    return forward.floor[i] if forward.floor[i] > max(inherited, tie[1] if tie else UNBOUND) else UNBOUND


def _by_tie(plan: Plan, tie: Tie) -> Driver:
    link = Link(plan.tasks[tie.first].uid, plan.tasks[tie.second].uid, tie.kind, tie.lag, tie.unit)
    return Driver(Reason.LINK, link, link.predecessor)


def _latest_tie(plan: Plan, forward: Forward, i: int) -> tuple[Tie, int] | None:
    """The link into the task that asks for the latest start, and that start."""
    best: tuple[Tie, int] | None = None
    for tie in plan.ties.all_into(i):
        at = forward.tie_bound(tie)
        if tie.kind not in _STARTS:
            at = plan.work[i].back(at)[0]
        if best is None or at > best[1]:
            best = tie, at
    return best
