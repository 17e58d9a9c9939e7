"""The forward pass: the earliest start and finish of every task (S10 to S19, S20 to S27 as they move tasks)."""

from __future__ import annotations

from milepost.engines.calendar import Timeline, to_seconds
from milepost.engines.schedule.compile import Plan
from milepost.engines.schedule.model import Constraint, LagUnit, LinkKind, Task
from milepost.engines.schedule.progress import placed_by_progress
from milepost.engines.schedule.ties import Tie

UNBOUND = -1  # no link, parent or constraint says anything: then the project's start does

_FS, _SS, _FF, _SF = LinkKind.FS, LinkKind.SS, LinkKind.FF, LinkKind.SF


class Forward:
    """One forward pass over a plan; `start` and `finish` are seconds since year 1, by position."""

    def __init__(self, plan: Plan, pinned: dict[int, tuple[int, int]] | None = None) -> None:
        self.plan = plan
        self.pinned = pinned or {}  # where tasks that stand as late as possible stand
        self.start = [0] * plan.count
        self.finish = [0] * plan.count
        self.early_start = [0] * plan.count
        self.early_finish = [0] * plan.count
        self.floor = [UNBOUND] * plan.count  # what a summary asks of all that is in it
        self.base = [UNBOUND] * plan.count  # the start of the nearest manual summary above

    def run(self) -> None:
        """Place every task in order."""
        count, children = self.plan.count, self.plan.children
        for event in self.plan.order:
            if event >= count:
                self._enter(event - count)
            elif children[event]:
                self._leave(event)
            else:
                self._place(event)

    def _place(self, i: int) -> None:
        task = self.plan.tasks[i]
        if task.manual:
            start, finish = manual_dates(self.plan, i)
            self._keep(i, start, finish)
            return
        start_bound, finish_bound = self._bounds_with_hold(i, task)
        if task.actual_start is not None:
            self._keep(i, *placed_by_progress(self.plan, i, start_bound))
            return
        start, finish = self._placed(i, start_bound, finish_bound)
        if task.constraint is not Constraint.ASAP:
            start, finish = self._constrained(i, task, start, finish)
        if task.levelling_delay:
            start, finish = self.plan.work[i].ahead(start + task.levelling_delay)
        self._keep(i, start, finish)
        if i in self.pinned:
            self.start[i], self.finish[i] = self.pinned[i]

    def free_place(self, i: int) -> tuple[int, int]:
        """Where the task would stand without a constraint and without levelling."""
        return self._placed(i, *self._bounds_with_hold(i, self.plan.tasks[i]))

    def _bounds_with_hold(self, i: int, task: Task) -> tuple[int, int | None]:
        start_bound, finish_bound = self.bounds(i)
        if finish_bound is None or start_bound != UNBOUND:
            start_bound = self._unlinked(i, task, start_bound)
        return start_bound, finish_bound

    def _placed(self, i: int, start_bound: int, finish_bound: int | None) -> tuple[int, int]:
        work = self.plan.work[i]
        if start_bound == UNBOUND and finish_bound is not None:
            start_bound = work.back(finish_bound)[0]
        start, finish = work.ahead(start_bound)
        if finish_bound is not None and finish < finish_bound:
            start, finish = work.ahead(work.back(finish_bound)[0])
        return start, finish

    def _unlinked(self, i: int, task: Task, bound: int) -> int:
        """What holds a task besides its links: the manual summary above it, else, where nothing else does, the project's start.

        A date of its own that is earlier lifts either.
        """
        above = self.plan.parent[i]
        hold = self.base[above] if above >= 0 else UNBOUND
        if hold == UNBOUND:
            if bound != UNBOUND:
                return bound
            hold = self.plan.start
        at = self._dated_start(i, task)
        if at is not None and at < hold:
            return max(bound, at)
        return max(bound, hold)

    def _dated_start(self, i: int, task: Task) -> int | None:
        if task.constraint_date is None:
            return None
        at = to_seconds(task.constraint_date)
        if task.constraint in (Constraint.SNET, Constraint.MSO):
            return at
        if task.constraint in (Constraint.FNET, Constraint.MFO):
            return self.plan.work[i].back(at)[0]
        return None

    def _keep(self, i: int, start: int, finish: int) -> None:
        self.start[i] = self.early_start[i] = start
        self.finish[i] = self.early_finish[i] = finish

    def bounds(self, i: int) -> tuple[int, int | None]:
        """The earliest start, and the earliest finish if a link asks for one, that parents and links allow a task."""
        plan = self.plan
        above = plan.parent[i]
        start = self.floor[above] if above >= 0 else UNBOUND
        finish_bound: int | None = None
        finish = self.finish
        for tie in plan.into[i]:
            if tie[1] is _FS and not tie[2]:
                at = finish[tie[0]]
            elif tie[1] is _FS or tie[1] is _SS:
                at = self.tie_bound(tie, i)
            else:
                at = self.tie_bound(tie, i)
                if finish_bound is None or at > finish_bound:
                    finish_bound = at
                continue
            if at > start:
                start = at
        return start, finish_bound

    def tie_bound(self, tie: Tie, i: int) -> int:
        """The moment that a link sets for its successor's start (FS, SS) or finish (FF, SF)."""
        first, kind, lag, unit, _ = tie
        at = self.finish[first] if kind is _FS or kind is _FF else self.start[first]
        if not lag:
            return at
        return lagged(self.plan, at, first, i, lag, unit)

    def _constrained(self, i: int, task: Task, start: int, finish: int) -> tuple[int, int]:
        kind, moment = task.constraint, task.constraint_date
        if moment is None or kind is Constraint.ALAP:
            return start, finish
        at = to_seconds(moment)
        work = self.plan.work[i]
        hard = self.plan.network.honour_constraints
        if (kind is Constraint.SNET and start < at) or kind is Constraint.MSO or (kind is Constraint.SNLT and start > at and hard):
            return work.ahead(at)
        if (kind is Constraint.FNET and finish < at) or kind is Constraint.MFO or (kind is Constraint.FNLT and finish > at and hard):
            return work.back(at)
        return start, finish

    def _enter(self, i: int) -> None:
        """A summary hands its own bounds on to all that is in it."""
        task = self.plan.tasks[i]
        floor, _ = self.bounds(i)
        above = self.plan.parent[i]
        self.base[i] = self.base[above] if above >= 0 else UNBOUND
        if task.manual and task.start is not None:
            floor = UNBOUND
            self.base[i] = to_seconds(task.start)
        elif task.constraint in (Constraint.SNET, Constraint.MSO) and task.constraint_date is not None:
            floor = max(floor, to_seconds(task.constraint_date))
        self.floor[i] = floor

    def _leave(self, i: int) -> None:
        task = self.plan.tasks[i]
        if task.manual and task.start is not None and task.finish is not None:
            self._keep(i, to_seconds(task.start), to_seconds(task.finish))
            return
        children = [c for c in self.plan.children[i] if self.plan.tasks[c].active] or self.plan.children[i]
        self.start[i] = min(self.start[c] for c in children)
        self.finish[i] = max(self.finish[c] for c in children)
        self.early_start[i] = min(self.early_start[c] for c in children)
        self.early_finish[i] = max(self.early_finish[c] for c in children)


def manual_dates(plan: Plan, i: int) -> tuple[int, int]:
    """Where a manual task stands: its own dates; one that is missing follows from the other and the duration."""
    task, work = plan.tasks[i], plan.work[i]
    if task.start is not None and task.finish is not None:
        return to_seconds(task.start), to_seconds(task.finish)
    if task.finish is not None:
        return work.back(to_seconds(task.finish))
    return work.ahead(plan.start if task.start is None else to_seconds(task.start))


def lagged(plan: Plan, at: int, first: int, second: int, lag: float, unit: LagUnit) -> int:
    """A moment moved by a link's lag."""
    if unit is LagUnit.ELAPSED:
        return at + int(lag)
    if unit is LagUnit.PERCENT:
        lag = plan.tasks[first].duration * lag / 100
        if plan.tasks[first].duration_elapsed:
            return at + round(lag)
    return lag_line(plan, second).add_at(at, round(lag))


def lag_line(plan: Plan, second: int) -> Timeline:
    """The calendar that a lag runs on."""
    return plan.own_line[second]
