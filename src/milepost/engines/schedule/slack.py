"""How far a task can move: total and free slack, in working seconds of its own calendar or the project's (S50 to S53)."""

from __future__ import annotations

from milepost.engines.calendar import Timeline
from milepost.engines.schedule.backward import Backward
from milepost.engines.schedule.compile import Plan
from milepost.engines.schedule.forward import Forward
from milepost.engines.schedule.model import LinkKind
from milepost.engines.schedule.ties import Tie

_STARTS = (LinkKind.FS, LinkKind.SS)


def total_slack(plan: Plan, forward: Forward, backward: Backward, i: int) -> int:
    """The smaller of what the start and what the finish can move; only the finish of what has begun or is manual (S50, S51)."""
    task = plan.tasks[i]
    if task.actual_finish is not None:
        return 0
    line = plan.own_line[i]
    at_finish = between(line, forward.early_finish[i], backward.limit.get(i, backward.late_finish[i]))
    if task.actual_start is not None or (task.manual and not plan.children[i]):
        return at_finish
    return min(at_finish, between(line, forward.start[i], backward.late_start[i]))


def between(line: Timeline, first: int, last: int) -> int:
    """The working time from one moment to another; nothing to look up where they are one, as on the critical path."""
    return 0 if first == last else line.position(last) - line.position(first)


def free_slack(plan: Plan, forward: Forward, i: int, total: int) -> int:
    """How far the task can slip before a successor does, never more than its total slack and never below 0 (S52)."""
    if plan.tasks[i].actual_finish is not None or total <= 0:
        return 0
    line, tasks = plan.own_line[i], plan.tasks
    free = total
    starts = [forward.start[second] for second in plan.ties.after[i] if tasks[second].actual_finish is None]
    if starts:
        free = line.position(min(starts)) - line.position(forward.finish[i])
    for tie in plan.ties.out[i]:
        if tasks[tie.second].actual_finish is None:
            free = min(free, _gap(forward, tie, line))
    return max(0, min(free, total))


def _gap(forward: Forward, tie: Tie, line: Timeline) -> int:
    """The working time between what a link asks for and where its successor stands."""
    placed = forward.start if tie.kind in _STARTS else forward.finish
    return line.position(placed[tie.second]) - line.position(forward.tie_bound(tie))
