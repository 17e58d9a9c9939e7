"""A plan as the words of the earned value engine: its leaf rows against the baseline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from milepost.apps.planning.bridge.baselined import BaselineRow
from milepost.apps.planning.bridge.state import PlanState
from milepost.engines.earned_value import Method, Plan, Posting, Task

_NONE = BaselineRow(None, None, 0)


class Earned(NamedTuple):
    """A plan as it was computed, and in the words of earned value."""

    state: PlanState
    plan: Plan


def earned_plan(state: PlanState, at: datetime, postings: Sequence[Posting] = (), before: Earned | None = None) -> Plan:
    """The plan to be measured at `at`; rows deleted since the baseline keep their budget there and earn nothing.

    Rows that are as they were in `before` are taken over from there.
    """
    known = {} if before is None else _unchanged(state, before)
    now = [row_id for row_id in state.tasks if row_id not in state.parents and state.tasks[row_id].active]
    gone = [row_id for row_id, row in state.baseline.items() if row.leaf and row_id not in state.tasks]
    tasks = tuple(known.get(row_id) or _task(state, row_id) for row_id in now) + tuple(_lost(row_id, state.baseline) for row_id in gone)
    return Plan(tasks, at, state.words.timeline, currency=state.words.currency, postings=tuple(postings))


def _unchanged(state: PlanState, before: Earned) -> dict[int, Task]:
    """The tasks of the earlier plan whose rows nobody touched since; an edit makes only touched rows anew."""
    was = before.state
    if was.baseline is not state.baseline:
        return {}
    same = {row_id for row_id, task in state.tasks.items() if task is was.tasks.get(row_id)}
    same &= {row_id for row_id, amounts in state.amounts.items() if amounts is was.amounts.get(row_id)}
    return {task.uid: task for task in before.plan.tasks if task.uid in same}


def _task(state: PlanState, row_id: int) -> Task:
    row, task, amounts = state.baseline.get(row_id, _NONE), state.tasks[row_id], state.amounts[row_id]
    # A row that was a summary in the baseline has its budget in the rows that stood below it.
    budgeted = row if row.leaf else _NONE
    return Task(
        uid=row_id,
        baseline_start=budgeted.start,
        baseline_finish=budgeted.finish,
        baseline_cost=budgeted.cost,
        baseline_work=budgeted.work,
        method=Method(budgeted.method),
        percent_complete=state.slots[row_id].percent_complete,
        actual_start=task.actual_start,
        actual_finish=task.actual_finish,
        actual_cost=amounts.actual_cost,
        actual_work=amounts.actual_work,
    )


def _lost(row_id: int, baseline: Mapping[int, BaselineRow]) -> Task:
    row = baseline[row_id]
    return Task(row_id, row.start, row.finish, row.cost, row.work)
