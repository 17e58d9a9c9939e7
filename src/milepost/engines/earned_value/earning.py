"""The share of its budget that a task has earned, by the method fixed for it (rules E7 to E9)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction

from milepost.engines.earned_value.model import Method, Task

_NONE, _ALL = Fraction(0), Fraction(1)
_AT_START = {Method.ZERO_HUNDRED: _NONE, Method.FIFTY_FIFTY: Fraction(1, 2), Method.QUARTER_REST: Fraction(1, 4)}


def base_of(task: Task, tasks: Mapping[int, Task]) -> Task | None:
    """The task whose progress counts: itself, or the end of a chain of apportioned tasks; None where the chain ends nowhere (E9)."""
    seen = {task.uid}
    while task.method is Method.APPORTIONED:
        base = tasks.get(task.apportioned_to) if task.apportioned_to is not None else None
        if base is None or base.uid in seen:
            return None
        seen.add(base.uid)
        task = base
    return task


def earned_share(task: Task, at: datetime) -> Fraction:
    """Between 0 and 1, for every method that looks at the task alone: not apportioned, not level of effort (E8, E9)."""
    share = _own_share(task, at)
    return share if 0 <= share.numerator <= share.denominator else _NONE if share < 0 else _ALL


def round_half_up(numerator: int, denominator: int) -> int:
    """The quotient as a whole number, halves up; the denominator is above zero."""
    return (2 * numerator + denominator) // (2 * denominator)


def _own_share(task: Task, at: datetime) -> Fraction:
    if task.method is Method.PERCENT:
        percent = task.percent_complete
        return Fraction(percent, 100) if isinstance(percent, int) else Fraction(percent) / 100
    if task.method is Method.MILESTONES:
        return _ratio(sum(m.weight for m in task.milestones if m.done), sum(m.weight for m in task.milestones))
    if task.method is Method.UNITS:
        return _ratio(task.units_done, task.units_planned)
    return _fixed_formula(task, at)


def _fixed_formula(task: Task, at: datetime) -> Fraction:
    if task.percent_complete >= 100 or (task.actual_finish is not None and task.actual_finish <= at):
        return _ALL
    started = task.percent_complete > 0 or (task.actual_start is not None and task.actual_start <= at)
    return _AT_START[task.method] if started else _NONE


def _ratio(part: int, whole: int) -> Fraction:
    return Fraction(part, whole) if whole > 0 else _NONE
