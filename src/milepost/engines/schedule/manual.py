"""Where a manual task stands: where it was put (S17)."""

from __future__ import annotations

from milepost.engines.calendar import to_seconds
from milepost.engines.schedule.compile import Plan


def manual_dates(plan: Plan, i: int) -> tuple[int, int]:
    """Its own dates; one that is missing follows from the other and the duration, both from the project's start."""
    task, work = plan.tasks[i], plan.work[i]
    if task.start is not None and task.finish is not None:
        return to_seconds(task.start), to_seconds(task.finish)
    if task.finish is not None:
        return work.back(to_seconds(task.finish))
    return work.ahead(plan.start if task.start is None else to_seconds(task.start))
