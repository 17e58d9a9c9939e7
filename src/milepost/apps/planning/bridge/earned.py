"""A plan as the words of the earned value engine: its leaf rows against the baseline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from milepost.apps.planning.bridge.baselined import BaselineRow
from milepost.apps.planning.bridge.state import PlanState
from milepost.engines.earned_value import Method, Plan, Posting, Task

_NONE = BaselineRow(None, None, 0)


def earned_plan(state: PlanState, at: datetime, postings: Sequence[Posting] = ()) -> Plan:
    """The plan to be measured at `at`; rows deleted since the baseline keep their budget there and earn nothing."""
    now = [row_id for row_id in state.tasks if row_id not in state.parents and state.tasks[row_id].active]
    gone = [row_id for row_id, row in state.baseline.items() if row.leaf and row_id not in state.tasks]
    tasks = tuple(_task(state, row_id) for row_id in now) + tuple(_lost(row_id, state.baseline) for row_id in gone)
    return Plan(tasks, at, state.words.timeline, currency=state.words.currency, postings=tuple(postings))


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
