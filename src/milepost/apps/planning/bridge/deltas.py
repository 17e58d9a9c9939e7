"""A schedule as cells: what the computed columns of each row show, for the rows that may have changed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from milepost.apps.planning.bridge.amounts import Amounts, assigned_work, sums
from milepost.apps.planning.bridge.baselined import BaselineRow
from milepost.apps.planning.bridge.cells import is_raw
from milepost.apps.planning.bridge.planned import planned_shares
from milepost.apps.planning.bridge.rolled import done_cells, rolled_progress
from milepost.apps.planning.bridge.state import PlanState
from milepost.engines.schedule import Task
from milepost.engines.sheet import Sheet
from milepost.kernel.money import Money

# Edits of these change what summaries sum up; all else reaches them through the schedule.
_SUMMED = frozenset({"work", "cost", "actual_work", "actual_cost", "assignments", "actual_start", "actual_finish", "active"})
Deltas = dict[int, dict[str, Any]]


def all_cells(model: Sheet, state: PlanState, stale: Mapping[int, Collection[str]] | None = None) -> Deltas:
    """The computed cells of every row; those that stay the same are among them. `stale` cells are emptied."""
    emptied = stale or {}
    totals = totals_of(model, state)
    planned = planned_shares(model, state)
    numbers = _outline(model)
    deltas: Deltas = {}
    for row_id in state.tasks:
        cells = dict.fromkeys(emptied.get(row_id, ())) | _slot_cells(model, state, row_id)
        cells["wbs"] = numbers[row_id]
        cells["summary"] = True if row_id in state.parents else None
        cells.update(_baseline_cells(state, row_id))
        cells["planned_percent"] = planned.get(row_id)
        deltas[row_id] = cells
    _add_rolled(model, state, totals, deltas)
    return deltas


def changed_cells(model: Sheet, before: PlanState, now: PlanState, touched: Mapping[int, set[str]]) -> Deltas:
    """The computed cells of rows that stand elsewhere now, or were edited; the tree and the baseline are as they were."""
    deltas: Deltas = {}
    for row_id, slot in now.slots.items():
        was = before.slots[row_id]
        if row_id in touched or (slot is not was and slot != was):
            deltas[row_id] = _slot_cells(model, now, row_id)
            deltas[row_id]["slip"] = _slip(now, row_id)
            if row_id in now.parents:
                deltas[row_id].update(done_cells(slot))
    if any(_SUMMED & keys for keys in touched.values()):
        _add_rolled(model, now, totals_of(model, now), deltas)
    return deltas


def totals_of(model: Sheet, state: PlanState) -> Mapping[int, Amounts]:
    """Work and cost of every row, summaries summed up."""
    parent_of = {row_id: row.parent for row_id, row in model.rows.items()}
    return sums(model.order(), parent_of, state.amounts)


def _slot_cells(model: Sheet, state: PlanState, row_id: int) -> dict[str, Any]:
    slot, task, cells = state.slots[row_id], state.tasks[row_id], model.rows[row_id].cells
    start, finish = _text(slot.start), _text(slot.finish)
    # On the critical path a task has one start and one finish: the same objects, and no need to look their texts up again.
    found: dict[str, Any] = {
        "early_start": start if slot.early_start is slot.start else _text(slot.early_start),
        "early_finish": finish if slot.early_finish is slot.finish else _text(slot.early_finish),
        "late_start": start if slot.late_start is slot.start else _text(slot.late_start),
        "late_finish": finish if slot.late_finish is slot.finish else _text(slot.late_finish),
        "total_slack": slot.total_slack,
        "free_slack": slot.free_slack,
        "critical": True if slot.critical else None,
    }
    if _computes_date(task, task.start, cells.get("start")):
        found["start"] = start
    if _computes_date(task, task.finish, cells.get("finish")):
        found["finish"] = finish
    if task.summary and not task.manual:
        found["duration"] = slot.duration
    elif "duration" not in cells:
        found["duration"] = {"seconds": task.duration, "estimated": True}
    return found


def _computes_date(task: Task, own: datetime | None, cell: Any) -> bool:
    """Whether a date is worked out: not what was typed and fits nowhere, nor the own date of a manual task."""
    if not isinstance(cell, str) and is_raw(cell):
        return False
    return own is None or not task.manual


def _baseline_cells(state: PlanState, row_id: int) -> dict[str, Any]:
    row = state.baseline.get(row_id)
    if row is None:
        keys = ("baseline_start", "baseline_finish", "baseline_duration", "baseline_work", "baseline_cost", "slip")
        return dict.fromkeys(keys)
    return {
        "baseline_start": _text(row.start),
        "baseline_finish": _text(row.finish),
        "baseline_duration": row.duration,
        "baseline_work": row.work,
        "baseline_cost": _money(row.cost, state.words.currency),
        "slip": _slip(state, row_id),
    }


def _slip(state: PlanState, row_id: int) -> int | None:
    row: BaselineRow | None = state.baseline.get(row_id)
    if row is None or row.finish is None:
        return None
    finish = state.slots[row_id].finish
    return 0 if finish == row.finish else state.words.timeline.between(row.finish, finish)


def _outline(model: Sheet) -> dict[int, str]:
    numbers: dict[int, str] = {}
    for row_id, prefix in _families(model):
        for place, child in enumerate(model.children(row_id), 1):
            numbers[child] = f"{prefix}{place}"
    return numbers


def _families(model: Sheet) -> Iterator[tuple[int | None, str]]:
    stack: list[tuple[int | None, str]] = [(None, "")]
    while stack:
        row_id, prefix = stack.pop()
        yield row_id, prefix
        stack.extend((child, f"{prefix}{place}.") for place, child in enumerate(model.children(row_id), 1))


def _add_rolled(model: Sheet, state: PlanState, totals: Mapping[int, Amounts], deltas: Deltas) -> None:
    currency = state.words.currency
    for row_id, progress in rolled_progress(model, state).items():
        deltas.setdefault(row_id, {}).update(_amount_cells(totals[row_id], currency) | progress)
    for row_id, cells in deltas.items():
        if row_id not in state.parents and assigned_work(model.rows[row_id].cells.get("assignments")) is not None:
            cells["work"] = state.amounts[row_id].work


def _amount_cells(amounts: Amounts, currency: str) -> dict[str, Any]:
    return {
        "work": amounts.work,
        "cost": _money(amounts.cost, currency),
        "actual_work": amounts.actual_work,
        "actual_cost": _money(amounts.actual_cost, currency),
    }


def _money(minor: int | None, currency: str) -> float | None:
    return None if minor is None else float(Money.from_minor(minor, currency).amount)


@lru_cache(maxsize=20_000)  # many rows share a moment, and most keep theirs from edit to edit
def _text(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="seconds" if moment.second else "minutes")
