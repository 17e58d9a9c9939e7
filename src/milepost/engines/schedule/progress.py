"""Where progress puts a task: what happened stays, what remains follows it (S30 to S35)."""

from __future__ import annotations

from milepost.engines.calendar import to_seconds
from milepost.engines.schedule.compile import Plan


def placed_by_progress(plan: Plan, i: int, start_bound: int) -> tuple[int, int]:
    """Start and finish of a task that has begun."""
    task, work = plan.tasks[i], plan.work[i]
    assert task.actual_start is not None
    start = to_seconds(task.actual_start)
    if task.actual_finish is not None:
        return start, to_seconds(task.actual_finish)
    if not task.actual_duration:
        return start, work.ahead(start)[1]
    stop = to_seconds(task.stop) if task.stop is not None else work.timeline.add_at(start, task.actual_duration)
    resume = max(stop, start_bound)
    if task.resume is not None:
        resume = max(resume, to_seconds(task.resume))
    left = task.remaining_duration if task.remaining_duration is not None else task.duration - task.actual_duration
    return start, plan.finder.work_of(task, left, remaining=True).ahead(resume)[1]
