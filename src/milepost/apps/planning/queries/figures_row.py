"""Rows as the queries of a portfolio read them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple

from milepost.engines.earned_value import NotAvailable, Ratio


class ProjectRow(NamedTuple):
    """A project node."""

    id: int
    name: str
    code: str
    path: str
    manager_id: int | None
    manager_name: str | None
    stated_status: str | None
    stated_reason: str
    stated_at: datetime | None


class FiguresRow(NamedTuple):
    """The stored figures of a plan; see `models.PlanFigures`."""

    node_id: int
    sheet_id: int
    updated_at: datetime
    start: str
    finish: str
    baseline_finish: str
    slip_seconds: int | None
    day_seconds: int
    measured_at: str
    progress_at: str
    tasks: int
    done: int
    late: int
    critical: int
    percent_complete: float
    planned_percent: float | None
    unit: str
    currency: str
    bac: int | None
    pv: int | None
    ev: int | None
    ac: int | None
    spi_t: str
    spi: str
    cpi: str
    detail_json: str

    @property
    def detail(self) -> Mapping[str, Any]:
        """What lies in `detail`, read from its JSON: only where it is needed, because most figures were looked at before."""
        return _read(self.detail_json)


@lru_cache(maxsize=100)
def _read(detail_json: str) -> Mapping[str, Any]:
    detail: Mapping[str, Any] = json.loads(detail_json)
    return detail


PROJECT_COLUMNS = ("id", "name", "code", "path", "manager_id", "manager__name", "stated_status", "stated_reason", "stated_at")
FIGURES_COLUMNS = FiguresRow._fields


def exact(figures: FiguresRow, name: str) -> Ratio:
    """A stored ratio as it was, or why there is none."""
    stored: str = getattr(figures, name)
    if stored:
        above, below = stored.split("/")
        return Fraction(int(above), int(below))
    code, reason = figures.detail["missing"].get(name) or ("plan.none", "There is no plan.")
    return NotAvailable(code, reason)
