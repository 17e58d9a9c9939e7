"""The backward pass: the latest start and finish that do not move the project's end or break a date (S40 to S48)."""

from __future__ import annotations

from milepost.engines.calendar import to_seconds
from milepost.engines.schedule.compile import Plan
from milepost.engines.schedule.forward import Forward
from milepost.engines.schedule.lags import lagged
from milepost.engines.schedule.manual import manual_dates
from milepost.engines.schedule.model import Constraint, LinkKind, Task
from milepost.engines.schedule.ties import Tie
from milepost.engines.schedule.work import UnitedWork

_FAR = 1 << 62  # binds nobody
_FS, _SS, _FF = LinkKind.FS, LinkKind.SS, LinkKind.FF
_DATED = (Constraint.SNET, Constraint.FNET)


class Backward:
    """One backward pass from the moment by which all must have ended; moments are seconds since year 1, lists go by position.

    `forward` tells where begun tasks go on; without it (a plan scheduled from its finish, first pass) they bind by their actual start.
    """

    def __init__(self, plan: Plan, end: int, forward: Forward | None = None) -> None:
        self.plan = plan
        self.end = end
        self.forward = forward
        self.late_start = [end] * plan.count
        self.late_finish = [end] * plan.count
        self.needed = [end] * plan.count  # by when a task's predecessors must have ended
        self.limit: dict[int, int] = {}  # by when begun tasks should end, though they end later
        # By position of the summary; one longer, because tasks without a summary have -1 above them.
        self.ceiling = [end] * (plan.count + 1)  # no task in it ends after this
        self.dated_ceiling = [end] * (plan.count + 1)  # the same for tasks with a date of their own

    def run(self) -> None:
        """Place every task, the last first; nearly every task takes the short way here (see Forward.run)."""
        plan, needed, late_start, late_finish, ceiling = self.plan, self.needed, self.late_start, self.late_finish, self.ceiling
        count, children, parent, plain, out, after = plan.count, plan.children, plan.parent, plan.plain, plan.ties.out, plan.ties.after
        for event in reversed(plan.order):
            if event >= count:
                self._leave(event - count)
            elif (work := plain[event]) is not None and not out[event]:
                at = ceiling[parent[event]]
                for second in after[event]:
                    if needed[second] < at:
                        at = needed[second]
                late_start[event], late_finish[event] = work.timeline.stretch_back_at(at, work.seconds)
                needed[event] = late_start[event]
            elif children[event]:
                self._enter(event)
            else:
                self._place(event)

    def _place(self, i: int) -> None:
        task = self.plan.tasks[i]
        if task.manual and task.actual_finish is None:
            self._place_manual(i, task)
            return
        if task.actual_start is not None:
            self._place_begun(i, task, to_seconds(task.actual_start))
            return
        finish_bound, start_bound = self.bounds(i)
        work, at = self.plan.work[i], _dated(task, finish_bound)
        if self.forward is not None and isinstance(work, UnitedWork):
            start, finish = work.back_as(at, self.forward.start[i], self.forward.finish[i])
        else:
            start, finish = work.back(at)
        if start_bound is not None and start > start_bound:
            start, finish = work.ahead(start_bound)
        if task.constraint in (Constraint.SNLT, Constraint.MSO) and task.constraint_date is not None:
            at = to_seconds(task.constraint_date)
            if start > at or task.constraint is Constraint.MSO:
                start, finish = work.ahead(at)
        self.late_start[i], self.late_finish[i] = start, finish
        self.needed[i] = start - task.levelling_delay if task.active else _FAR

    def _place_manual(self, i: int, task: Task) -> None:
        """A manual task keeps the working time between its own dates, at least its duration, begun or not."""
        line, (start, finish) = self.plan.own_line[i], self._own(i)
        seconds = max(line.position(finish) - line.position(start), 0 if task.duration_elapsed else task.duration)
        self.late_start[i], self.late_finish[i] = line.stretch_back_at(_dated(task, self.bounds(i)[0]), seconds)
        self.needed[i] = self.late_start[i] if task.active else _FAR

    def _place_begun(self, i: int, task: Task, start: int) -> None:
        """What has begun cannot begin later, nor end before it will; what has ended binds nobody."""
        self.late_start[i] = start
        if task.actual_finish is not None:
            self.late_finish[i], self.needed[i] = to_seconds(task.actual_finish), _FAR
            return
        finish = _dated(task, self.bounds(i)[0])
        if self.forward is None:
            self.late_finish[i], self.needed[i] = finish, start
        else:
            line = self.plan.work[i].timeline
            self.limit[i] = line.finish_at(line.position(finish))
            self.late_finish[i] = max(self.limit[i], self.forward.finish[i])
            self.needed[i] = self.forward.resume.get(i, start) if task.active else _FAR

    # --- what holds a task ---

    def bounds(self, i: int) -> tuple[int, int | None]:
        """The latest finish, and the latest start if a link asks for one, that summaries and links allow a task."""
        dated = self.plan.tasks[i].constraint in _DATED
        return self._link_bounds(i, (self.dated_ceiling if dated else self.ceiling)[self.plan.parent[i]])

    def _link_bounds(self, i: int, finish: int) -> tuple[int, int | None]:
        """The latest finish, no later than the one given, and the latest start that links allow."""
        needed = self.needed
        start_bound: int | None = None
        for second in self.plan.ties.after[i]:
            if needed[second] < finish:
                finish = needed[second]
        for tie in self.plan.ties.out[i]:
            if needed[tie.second] == _FAR:
                continue
            at = self.tie_bound(tie)
            if tie.kind is _FS or tie.kind is _FF:
                if at < finish:
                    finish = at
            elif start_bound is None or at < start_bound:
                start_bound = at
        return finish, start_bound

    def tie_bound(self, tie: Tie) -> int:
        """The moment that a link sets for its predecessor's finish (FS, FF) or start (SS, SF)."""
        at = self.needed[tie.second] if tie.kind is _FS or tie.kind is _SS else self.late_finish[tie.second]
        return lagged(self.plan, tie, at, -1) if tie.lag else at

    # --- summaries ---

    def _enter(self, i: int) -> None:
        """A summary hands its own bounds on to all that is in it; a manual one not to tasks with a date of their own."""
        task, above = self.plan.tasks[i], self.plan.parent[i]
        links, _ = self._link_bounds(i, _FAR)
        self.ceiling[i] = _dated(task, min(self.ceiling[above], links))
        dated = self.dated_ceiling[above]
        self.dated_ceiling[i] = dated if task.manual else _dated(task, min(dated, links))

    def _leave(self, i: int) -> None:
        """The late dates of a summary: those of what is in it."""
        children, needed = self.plan.spanned[i], self.needed
        if i in self.plan.holds_manual or self.plan.tasks[i].manual:
            self._leave_manual(i, children)
            return
        self.late_start[i] = min([self.late_start[c] for c in children])
        self.late_finish[i] = max([self.late_finish[c] for c in children])
        needed[i] = min([needed[c] for c in children])
        if needed[i] < _FAR:  # not all have ended: those that did count with their actual start
            needed[i] = min([self._room(c) for c in children])

    def _leave_manual(self, i: int, children: list[int]) -> None:
        """The same where manual tasks are: each counts with its own dates, and a manual summary ends no earlier than its own finish."""
        plan, tasks, needed = self.plan, self.plan.tasks, self.needed
        own = {c: self._own(c) for c in children if tasks[c].manual}
        self.late_start[i] = min([own[c][0] if c in own else self.late_start[c] for c in children])
        self.late_finish[i] = max([own[c][1] if c in own and not plan.children[c] else self.late_finish[c] for c in children])
        needed[i] = _FAR
        if any(needed[c] < _FAR for c in children):
            needed[i] = min([self._fixed_start(c) if c in own else self._room(c) for c in children])
        if tasks[i].manual:
            start, finish = self._own(i)
            self.late_start[i], self.late_finish[i] = max(start, self.late_start[i]), max(finish, self.late_finish[i])

    def _room(self, i: int) -> int:
        """What a task in a summary that goes on leaves to the summary's predecessors: one that ended counts with its actual start."""
        return self.needed[i] if self.needed[i] < _FAR else self.late_start[i]

    def _fixed_start(self, i: int) -> int:
        """Where a manual task starts, or what is in it if that is earlier or must be."""
        start = self._own(i)[0]
        children = self.plan.children[i]
        if not children or self.forward is None:
            return start
        return min([start, self.needed[i], *(self.forward.start[c] for c in children)])

    def _own(self, i: int) -> tuple[int, int]:
        """The own dates of a manual task; a manual summary without any spans what is in it."""
        return (self.forward.start[i], self.forward.finish[i]) if self.forward else manual_dates(self.plan, i)


def _dated(task: Task, finish: int) -> int:
    """The latest finish under the task's deadline and constraint."""
    if task.deadline is not None:
        finish = min(finish, to_seconds(task.deadline))
    if task.constraint in (Constraint.FNLT, Constraint.MFO) and task.constraint_date is not None:
        finish = min(finish, to_seconds(task.constraint_date))
    return finish
