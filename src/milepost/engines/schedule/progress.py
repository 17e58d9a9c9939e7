"""What of a begun task is done, what is left, and when that goes on (S31 to S35)."""

from __future__ import annotations

from milepost.engines.calendar import to_seconds
from milepost.engines.schedule.compile import Plan
from milepost.engines.schedule.model import ProgressRule, Task


def done_of(task: Task) -> int:
    """The working seconds of a task that are done: as stated, else by its percent complete."""
    if task.actual_duration is not None:
        return task.actual_duration
    return round(task.duration * task.percent_complete / 100)


def remaining_of(task: Task) -> int:
    """The working seconds that are left of a task: as stated, else what is not done."""
    if task.remaining_duration is not None:
        return task.remaining_duration
    return max(0, task.duration - done_of(task))


def resume_of(plan: Plan, i: int, task: Task, start: int, start_bound: int) -> int:
    """Where the work that is left of a task that began at `start` goes on.

    By retained logic it waits for what the task waits for (`start_bound`); by override it goes on where it stopped. A later date on the
    task wins.
    """
    resume = plan.work[i].timeline.add_at(start, done_of(task)) if task.stop is None else to_seconds(task.stop)
    if task.resume is not None:
        resume = max(resume, to_seconds(task.resume))
    return max(resume, start_bound) if plan.network.progress_rule is ProgressRule.RETAINED else resume
