"""Baselines of a plan: which one counts, and what the plan as it stands would be as one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Q

from milepost.apps.planning.bridge.baselined import BaselineRow, rows_from_json
from milepost.apps.planning.bridge.cells import text
from milepost.apps.planning.bridge.deltas import totals_of
from milepost.apps.planning.bridge.state import PlanState
from milepost.apps.planning.models import Baseline
from milepost.engines.sheet import Op, Settings, Sheet
from milepost.kernel.errors import Invalid


def current_baseline(sheet_id: int, settings: Mapping[str, Any]) -> dict[int, BaselineRow]:
    """The rows of the baseline that the plan's setting names; none where it names none. One query."""
    baseline_id = settings.get("baseline")
    if baseline_id is None:
        return {}
    own = Q(sheet_id=sheet_id) | Q(sheet_id=None)
    rows = Baseline.objects.filter(own, id=baseline_id).values_list("rows", flat=True).first()
    return rows_from_json(rows or {})


def refuse_foreign_baseline(sheet_id: int, ops: Sequence[Op]) -> None:
    """Raise Invalid where an edit makes another plan's baseline this plan's."""
    for op in ops:
        named = op.values.get("baseline") if isinstance(op, Settings) else None
        if named is not None and not (isinstance(named, int) and Baseline.objects.filter(sheet_id=sheet_id, id=named).exists()):
            raise Invalid(field="baseline", reason="this plan has no such baseline")


def snapshot(model: Sheet, state: PlanState) -> dict[int, BaselineRow]:
    """The plan as it stands, row by row, to be frozen; inactive rows are left out."""
    totals = totals_of(model, state)
    return {
        row_id: BaselineRow(
            start=slot.start,
            finish=slot.finish,
            duration=slot.duration,
            work=totals[row_id].work,
            cost=totals[row_id].cost,
            leaf=row_id not in state.parents,
            method=text(model.rows[row_id].cells, "earning") or "percent",
        )
        for row_id, slot in state.slots.items()
        if state.tasks[row_id].active
    }
