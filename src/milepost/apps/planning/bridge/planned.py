"""How far each row should be at the status date, by its baseline."""

from __future__ import annotations

from collections.abc import Iterable

from milepost.apps.planning.bridge.state import PlanState
from milepost.engines.sheet import Sheet

_Part = tuple[float, float]  # planned and whole length, in working seconds


def planned_shares(model: Sheet, state: PlanState) -> dict[int, int]:
    """Planned % complete by row: the share of the baseline's working time before the status date, summed up by summaries.

    Empty without a status date; a row without a baseline is left out.
    """
    if state.words.status_date is None or not state.baseline:
        return {}
    parts: dict[int, _Part] = {}
    for row_id in reversed(model.order()):
        part = parts.get(row_id) if row_id in state.parents else _part(state, row_id)
        parent = model.rows[row_id].parent
        if part is None:
            continue
        parts[row_id] = part
        if parent is not None:
            done, whole = parts.get(parent, (0.0, 0.0))
            parts[parent] = (done + part[0], whole + part[1])
    return {row_id: round(100 * done / whole) for row_id, (done, whole) in parts.items() if whole}


def planned_share(state: PlanState, leaves: Iterable[int]) -> float | None:
    """Planned % complete of the whole plan; None without a status date or a baseline."""
    parts = [part for row_id in leaves if (part := _part(state, row_id)) is not None]
    whole = sum(part[1] for part in parts)
    return 100 * sum(part[0] for part in parts) / whole if whole else None


def _part(state: PlanState, row_id: int) -> _Part | None:
    row, at = state.baseline.get(row_id), state.words.status_date
    if row is None or row.start is None or row.finish is None or at is None:
        return None
    whole = state.words.timeline.between(row.start, row.finish)
    if whole <= 0:
        # A milestone is planned whole at its date; a token weight, so that it does not count as work.
        return (1.0 if at >= row.finish else 0.0, 1.0)
    if at >= row.finish:
        return float(whole), float(whole)
    return float(max(0, state.words.timeline.between(row.start, at))) if at > row.start else 0.0, float(whole)
