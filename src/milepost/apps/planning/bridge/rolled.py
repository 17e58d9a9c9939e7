"""Progress of summary rows, from the rows below them."""

from __future__ import annotations

from typing import Any

from milepost.apps.planning.bridge.cells import Cells, text
from milepost.apps.planning.bridge.state import PlanState
from milepost.engines.schedule import Slot
from milepost.engines.sheet import Sheet

# First actual start, last actual finish, whether all below is done. ISO moments compare as text.
_Span = tuple[str | None, str | None, bool]


def rolled_progress(model: Sheet, state: PlanState) -> dict[int, dict[str, Any]]:
    """Actual dates, % complete and the durations done and left of every summary row."""
    spans: dict[int, _Span] = {}
    for row_id in reversed(model.order()):
        row = model.rows[row_id]
        span = spans[row_id] if row_id in state.parents else _leaf_span(row.cells)
        if row.parent is not None:
            spans[row.parent] = _joined(spans.get(row.parent), span)
    return {row_id: _cells(state, row_id, spans[row_id]) for row_id in state.parents}


def _leaf_span(cells: Cells) -> _Span:
    finish = text(cells, "actual_finish") or None
    inactive = cells.get("active") is False
    return text(cells, "actual_start") or None, finish, finish is not None or inactive


def _joined(left: _Span | None, right: _Span) -> _Span:
    if left is None:
        return right
    starts = [one for one in (left[0], right[0]) if one]
    finishes = [one for one in (left[1], right[1]) if one]
    return min(starts, default=None), max(finishes, default=None), left[2] and right[2]


def done_cells(slot: Slot) -> dict[str, Any]:
    """How far a summary is, and how much of its duration is done and left."""
    left = round(slot.duration * (100 - slot.percent_complete) / 100)
    return {"percent_complete": round(slot.percent_complete), "remaining_duration": left, "actual_duration": slot.duration - left}


def _cells(state: PlanState, row_id: int, span: _Span) -> dict[str, Any]:
    started, finished, done = span
    return {**done_cells(state.slots[row_id]), "actual_start": started, "actual_finish": finished if done else None}
