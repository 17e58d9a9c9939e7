"""The backward pass: the latest start and finish that do not move the project's end or break a date (S40 to S48)."""

from __future__ import annotations

from milepost.engines.calendar import to_seconds
from milepost.engines.schedule.compile import Plan
from milepost.engines.schedule.forward import lagged
from milepost.engines.schedule.model import Constraint, LinkKind, Task
from milepost.engines.schedule.ties import Tie

_FS, _SS, _FF, _SF = LinkKind.FS, LinkKind.SS, LinkKind.FF, LinkKind.SF


class Backward:
    """One backward pass over a plan from the moment by which all of it must have ended."""

    def __init__(self, plan: Plan, end: int) -> None:
        self.plan = plan
        self.end = end
        self.late_start = [end] * plan.count
        self.late_finish = [end] * plan.count
        self.ceiling = [end] * plan.count  # what a summary allows all that is in it

    def run(self) -> None:
        """Place every task, the last first."""
        count, children = self.plan.count, self.plan.children
        for event in reversed(self.plan.order):
            if event >= count:
                self._leave(event - count)
            elif children[event]:
                self._enter(event)
            else:
                self._place(event)

    def _place(self, i: int) -> None:
        task = self.plan.tasks[i]
        if task.actual_start is not None and task.actual_finish is not None:
            self.late_start[i], self.late_finish[i] = to_seconds(task.actual_start), to_seconds(task.actual_finish)
            return
        finish_bound, start_bound = self.bounds(i)
        finish_bound = self._dated_finish(task, finish_bound)
        work = self.plan.work[i]
        start, finish = work.back(finish_bound)
        if start_bound is not None and start > start_bound:
            start, finish = work.ahead(start_bound)
        start, finish = self._constrained(i, task, start, finish)
        if task.actual_start is not None:
            start = to_seconds(task.actual_start)
        self.late_start[i], self.late_finish[i] = start, finish

    def bounds(self, i: int) -> tuple[int, int | None]:
        """The latest finish, and the latest start if a link asks for one, that parents and links allow a task."""
        plan = self.plan
        above = plan.parent[i]
        finish = self.ceiling[above] if above >= 0 else self.end
        start_bound: int | None = None
        for tie in plan.out[i]:
            if plan.tasks[tie[0]].manual and not plan.children[tie[0]]:
                continue
            at = self.tie_bound(tie, i)
            if tie[1] is _FS or tie[1] is _FF:
                finish = min(finish, at)
            else:
                start_bound = at if start_bound is None else min(start_bound, at)
        return finish, start_bound

    def tie_bound(self, tie: Tie, i: int) -> int:
        """The moment that a link sets for its predecessor's finish (FS, FF) or start (SS, SF)."""
        second, kind, lag, unit, _ = tie
        at = self.late_start[second] if kind is _FS or kind is _SS else self.late_finish[second]
        if not lag:
            return at
        return lagged(self.plan, at, i, second, -lag, unit)

    def _dated_finish(self, task: Task, finish: int) -> int:
        if task.deadline is not None:
            finish = min(finish, to_seconds(task.deadline))
        if task.constraint in (Constraint.FNLT, Constraint.MFO) and task.constraint_date is not None:
            finish = min(finish, to_seconds(task.constraint_date))
        return finish

    def _constrained(self, i: int, task: Task, start: int, finish: int) -> tuple[int, int]:
        if task.constraint in (Constraint.SNLT, Constraint.MSO) and task.constraint_date is not None:
            at = to_seconds(task.constraint_date)
            if start > at or task.constraint is Constraint.MSO:
                return self.plan.work[i].ahead(at)
        return start, finish

    def _enter(self, i: int) -> None:
        """A summary hands its own bounds on to all that is in it."""
        finish, _ = self.bounds(i)
        self.ceiling[i] = self._dated_finish(self.plan.tasks[i], finish)

    def _leave(self, i: int) -> None:
        children = [c for c in self.plan.children[i] if self.plan.tasks[c].active] or self.plan.children[i]
        self.late_start[i] = min(self.late_start[c] for c in children)
        self.late_finish[i] = max(self.late_finish[c] for c in children)
