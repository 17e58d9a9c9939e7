"""Why a task stands where it stands, and the chain of reasons back to the project's start (S60 to S62)."""

from __future__ import annotations

from milepost.engines.schedule.compile import Plan
from milepost.engines.schedule.forward import UNBOUND, Forward
from milepost.engines.schedule.model import Constraint, Driver, DrivingStep, Link, LinkKind, Reason, Schedule
from milepost.engines.schedule.ties import Tie

_STARTS = (LinkKind.FS, LinkKind.SS)


def driving_chain(schedule: Schedule, uid: int) -> tuple[DrivingStep, ...]:
    """The steps from the project's start to the task, each driven by the one before it; the last is the task itself."""
    steps: list[DrivingStep] = []
    seen: set[int] = set()
    at: int | None = uid
    while at is not None and at not in seen:
        seen.add(at)
        driver = schedule.slots[at].driver
        if driver is None:
            break
        steps.append(DrivingStep(at, driver.reason, driver.link))
        at = driver.task
    return tuple(reversed(steps))


def driver_of(plan: Plan, forward: Forward, i: int) -> Driver:
    """What holds the task: progress before dates of its own, those before links, links before the summary above and the project."""
    task = plan.tasks[i]
    if task.manual:
        return Driver(Reason.MANUAL)
    if plan.children[i]:
        last = max(plan.children[i], key=lambda c: (plan.tasks[c].active, forward.finish[c]))
        return Driver(Reason.CHILD, task=plan.tasks[last].uid)
    if i in forward.pinned:
        return Driver(Reason.AS_LATE_AS_POSSIBLE)
    if task.actual_start is not None:
        return Driver(Reason.PROGRESS)
    if task.levelling_delay:
        return Driver(Reason.LEVELLING)
    return _held_by_dates(plan, forward, i) or _held_by_links(plan, forward, i)


def _held_by_dates(plan: Plan, forward: Forward, i: int) -> Driver | None:
    """The constraint, if without it the task would stand elsewhere."""
    task = plan.tasks[i]
    if task.constraint in (Constraint.ASAP, Constraint.ALAP) or task.constraint_date is None:
        return None
    if forward.free_place(i)[0] == forward.start[i] and task.constraint not in (Constraint.MSO, Constraint.MFO):
        return None
    return Driver(Reason.CONSTRAINT)


def _held_by_links(plan: Plan, forward: Forward, i: int) -> Driver:
    own = _latest_tie(plan, forward, i)
    at, place = i, own
    above = plan.parent[i]
    while above >= 0:
        if plan.tasks[above].manual:
            held = place is None or place[1] <= forward.hold[above]
            if held and forward.hold[above] != UNBOUND:
                return Driver(Reason.PARENT, task=plan.tasks[above].uid)
            break
        tie = _latest_tie(plan, forward, above)
        if tie is not None and (place is None or tie[1] > place[1]):
            at, place = above, tie
        if (
            plan.tasks[above].constraint_date is not None
            and forward.floor[above] != UNBOUND
            and (place is None or place[1] < forward.floor[above])
        ):
            return Driver(Reason.PARENT, task=plan.tasks[above].uid)
        above = plan.parent[above]
    if place is None:
        return Driver(Reason.PROJECT_FINISH if plan.network.from_finish and not plan.network.start else Reason.PROJECT_START)
    tie = place[0]
    link = Link(plan.tasks[tie.first].uid, plan.tasks[tie.second].uid, tie.kind, tie.lag, tie.unit)
    return Driver(Reason.LINK, link, link.predecessor)


def _latest_tie(plan: Plan, forward: Forward, i: int) -> tuple[Tie, int] | None:
    """The link into the task that asks for the latest start."""
    best: tuple[Tie, int] | None = None
    for tie in plan.ties.all_into(i):
        at = forward.tie_bound(tie)
        if tie.kind not in _STARTS:
            at = plan.work[i].back(at)[0]
        if best is None or at > best[1]:
            best = tie, at
    return best
