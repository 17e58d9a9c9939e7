"""What is left of a begun task, and when it goes on (S30 to S35)."""

from __future__ import annotations

from milepost.engines.calendar import to_seconds
from milepost.engines.schedule.compile import Plan
from milepost.engines.schedule.model import ProgressRule, Task


def resume_of(plan: Plan, i: int, start_bound: int) -> int:
    """Where the work that is left of a begun task starts again.

    By retained logic it waits for what the task waits for; by override it goes on where it stopped. A later date on the task wins.
    """
    task = plan.tasks[i]
    assert task.actual_start is not None
    stop = to_seconds(task.actual_start)
    if task.stop is not None:
        stop = to_seconds(task.stop)
    elif task.actual_duration:
        stop = plan.work[i].timeline.add_at(stop, task.actual_duration)
    resume = max(stop, to_seconds(task.resume)) if task.resume is not None else stop
    if plan.network.progress_rule is ProgressRule.RETAINED and task.actual_duration:
        resume = max(resume, start_bound)
    return resume


def remaining_of(task: Task) -> int:
    """The working seconds that are left of a task."""
    if task.remaining_duration is not None:
        return task.remaining_duration
    return max(0, task.duration - (task.actual_duration or 0))
