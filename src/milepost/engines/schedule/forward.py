"""The forward pass: the earliest start and finish of every task (S10 to S19, S20 to S25 as they move tasks)."""

from __future__ import annotations

from milepost.engines.calendar import to_seconds
from milepost.engines.schedule.compile import Plan
from milepost.engines.schedule.lags import lagged
from milepost.engines.schedule.manual import manual_dates
from milepost.engines.schedule.model import Constraint, LinkKind, Task
from milepost.engines.schedule.progress import done_of, remaining_of, resume_of
from milepost.engines.schedule.ties import Tie

UNBOUND = -1  # no link, parent or constraint says anything: then the project's start does

_FS, _SS, _FF = LinkKind.FS, LinkKind.SS, LinkKind.FF


class Forward:
    """One forward pass over a plan; moments are seconds since year 1, lists go by position.

    `start` and `finish` are where tasks stand, `early_start` and `early_finish` where they could: they differ only for tasks in `pinned`,
    which stand as late as possible.
    """

    def __init__(self, plan: Plan, pinned: dict[int, tuple[int, int]] | None = None) -> None:
        self.plan = plan
        self.pinned = pinned or {}
        self.start = [0] * plan.count
        self.finish = [0] * plan.count
        self.early_start = [0] * plan.count if pinned else self.start
        self.early_finish = [0] * plan.count if pinned else self.finish
        self.resume: dict[int, int] = {}  # where what is left of begun tasks starts again
        # By position of the summary; one longer, because tasks without a summary have -1 above them.
        self.floor = [UNBOUND] * (plan.count + 1)  # no task in it starts before this
        self.hold = [UNBOUND] * (plan.count + 1)  # the start of the nearest manual summary

    def run(self) -> None:
        """Place every task in order. Most are held by finish-to-start links and summaries only and take the short way here."""
        plan, start, finish, floor, hold, before = self.plan, self.start, self.finish, self.floor, self.hold, self.plan.ties.before
        count, children, parent, into = plan.count, plan.children, plan.parent, plan.ties.into
        plain = [None] * count if self.pinned else plan.plain
        for event in plan.order:
            if event >= count:
                self._enter(event - count)
            elif (work := plain[event]) is not None and not into[event]:
                above = parent[event]
                at = floor[above]
                for first in before[event]:
                    if finish[first] > at:
                        at = finish[first]
                if hold[above] > at:
                    at = hold[above]
                elif at == UNBOUND:
                    at = plan.start
                start[event], finish[event] = work.timeline.stretch_at(at, work.seconds)
            elif children[event]:
                self._leave(event)
            else:
                self._place(event)

    def _place(self, i: int) -> None:
        task = self.plan.tasks[i]
        if task.manual:
            self._keep(i, *manual_dates(self.plan, i))
            return
        start_bound, finish_bound = self._held_bounds(i, task)
        if self.plan.plain[i] is not None and not self.pinned:
            self._keep(i, *self._placed(i, start_bound, finish_bound))
            return
        if task.actual_start is not None:
            self._keep(i, *self._begun(i, task, start_bound))
            return
        start, finish = self._placed(i, start_bound, finish_bound)
        if task.constraint is not Constraint.ASAP:
            start, finish = self._constrained(i, task, start, finish)
        if task.levelling_delay:
            start, finish = self.plan.work[i].ahead(start + task.levelling_delay)
        self._keep(i, start, finish)
        if i in self.pinned:
            self.start[i], self.finish[i] = self.pinned[i]

    def _keep(self, i: int, start: int, finish: int) -> None:
        self.start[i] = self.early_start[i] = start
        self.finish[i] = self.early_finish[i] = finish

    def free_place(self, i: int) -> tuple[int, int]:
        """Where the task would stand without a constraint and without levelling."""
        return self._placed(i, *self._held_bounds(i, self.plan.tasks[i]))

    def _placed(self, i: int, start_bound: int, finish_bound: int | None) -> tuple[int, int]:
        """The earliest place after both bounds; a bound on the finish moves the start as well."""
        work = self.plan.work[i]
        if start_bound == UNBOUND and finish_bound is not None:
            start_bound = work.back(finish_bound)[0]
        start, finish = work.ahead(start_bound)
        if finish_bound is not None and finish < finish_bound:
            start, finish = work.ahead(work.back(finish_bound)[0])
        return start, finish

    # --- what holds a task ---

    def bounds(self, i: int) -> tuple[int, int | None]:
        """The earliest start, and the earliest finish if a link asks for one, that summaries and links allow a task."""
        ties, finish = self.plan.ties, self.finish
        start = self.floor[self.plan.parent[i]]
        finish_bound: int | None = None
        for first in ties.before[i]:
            if finish[first] > start:
                start = finish[first]
        for tie in ties.into[i]:
            at = self.tie_bound(tie)
            if tie.kind is _FS or tie.kind is _SS:
                if at > start:
                    start = at
            elif finish_bound is None or at > finish_bound:
                finish_bound = at
        return start, finish_bound

    def tie_bound(self, tie: Tie) -> int:
        """The moment that a link sets for its successor's start (FS, SS) or finish (FF, SF)."""
        at = self.finish[tie.first] if tie.kind is _FS or tie.kind is _FF else self.start[tie.first]
        return lagged(self.plan, tie, at) if tie.lag else at

    def _held_bounds(self, i: int, task: Task) -> tuple[int, int | None]:
        """The bounds, and what holds a task besides: the manual summary above it or, where nothing else does, the project's start.

        An earlier date of the task's own constraint lifts either.
        """
        start, finish_bound = self.bounds(i)
        hold = self.hold[self.plan.parent[i]]
        if hold == UNBOUND:
            if start != UNBOUND or finish_bound is not None:
                return start, finish_bound
            hold = self.plan.start
        own = None if task.constraint_date is None else self._own_date(i, task, to_seconds(task.constraint_date))
        return max(start, hold if own is None else min(hold, own)), finish_bound

    def _own_date(self, i: int, task: Task, at: int) -> int | None:
        """The start that the task's own constraint names, if it names one that lets it begin."""
        if task.constraint in (Constraint.SNET, Constraint.MSO):
            return at
        return self.plan.work[i].back(at)[0] if task.constraint in (Constraint.FNET, Constraint.MFO) else None

    def _constrained(self, i: int, task: Task, start: int, finish: int) -> tuple[int, int]:
        """The place that the constraint makes of it; a hard one wins over links where the plan honours constraints."""
        kind, moment = task.constraint, task.constraint_date
        if moment is None or kind is Constraint.ALAP:
            return start, finish
        at, work, hard = to_seconds(moment), self.plan.work[i], self.plan.network.honour_constraints
        if (kind is Constraint.SNET and start < at) or (start > at and kind is Constraint.SNLT and hard):
            return work.ahead(at)
        if (kind is Constraint.FNET and finish < at) or (finish > at and kind is Constraint.FNLT and hard):
            return work.back(at)
        if kind is Constraint.MSO and (hard or start < at):
            return work.ahead(at)
        if kind is Constraint.MFO and (hard or finish < at):
            return work.back(at)
        return start, finish

    def _begun(self, i: int, task: Task, start_bound: int) -> tuple[int, int]:
        """What happened stays; what is left follows it."""
        start = self.plan.start if task.actual_start is None else to_seconds(task.actual_start)
        if task.actual_finish is not None:
            return start, to_seconds(task.actual_finish)
        if not done_of(task) and task.remaining_duration is None:
            self.resume[i] = start
            return start, self.plan.work[i].ahead(start)[1]
        rest = self.plan.finder.work_of(task, remaining_of(task), remaining=True)
        bound = start_bound if done_of(task) else start  # without progress there is nothing that logic could hold back
        self.resume[i], finish = rest.ahead(resume_of(self.plan, i, task, start, bound))
        return start, finish

    # --- summaries ---

    def _enter(self, i: int) -> None:
        """A summary hands its own bounds on to all that is in it; a manual one only its start."""
        task, above = self.plan.tasks[i], self.plan.parent[i]
        self.hold[i] = self.hold[above]
        if task.manual and task.start is not None:
            self.hold[i] = to_seconds(task.start)
            return
        floor, _ = self.bounds(i)
        if task.constraint in (Constraint.SNET, Constraint.MSO) and task.constraint_date is not None:
            floor = max(floor, to_seconds(task.constraint_date))
        self.floor[i] = floor

    def _leave(self, i: int) -> None:
        """An automatic summary spans the active tasks in it; a manual one has dates of its own."""
        tasks = self.plan.tasks
        if tasks[i].manual and tasks[i].start is not None and tasks[i].finish is not None:
            self._keep(i, *manual_dates(self.plan, i))
            return
        children = self.plan.spanned[i]
        self.start[i] = min([self.start[c] for c in children])
        self.finish[i] = max([self.finish[c] for c in children])
        if self.pinned:
            self.early_start[i] = min([self.early_start[c] for c in children])
            self.early_finish[i] = max([self.early_finish[c] for c in children])
