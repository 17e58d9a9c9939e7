"""The S-curve of a project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from milepost.apps.planning.queries.items import index_of
from milepost.apps.planning.queries.opened import OpenPlan, open_project, scale_of, scaled
from milepost.apps.planning.queries.words import Index, Missing
from milepost.engines.earned_value import NotAvailable, Unit, measure, s_curve
from milepost.kernel.moments import format_moment

_NO_PLAN = Missing("plan.none", "There is no plan.")


@dataclass(frozen=True, slots=True)
class CurveRow:
    """Cumulative values at the end of a period, in currency or hours; `ev` and `ac` end at the status date."""

    date: str
    pv: float
    ev: float | None
    ac: float | None


@dataclass(frozen=True, slots=True)
class ProjectCurve:
    """A project's S-curve up to its status date `at`.

    `es_at` is the moment at which the baseline had planned what is earned now, `es` the working days to it from the baseline's start;
    `forecast` is the finish that earned schedule points at. `derived`: past EV was worked out from actual dates.
    """

    unit: str
    currency: str | None
    periods: Sequence[CurveRow]
    at: str | None
    es: float | None
    es_at: str | None
    forecast: str | None
    spi_t: Index
    derived: bool
    reason: Missing | None


def project_curve(*, actor_id: int, project_id: int) -> ProjectCurve:
    """The S-curve of the project at its status date; without a baseline no periods, with the reason. Raises NotFound."""
    plan = open_project(actor_id, project_id).plan
    return ProjectCurve("hours", None, (), None, None, None, None, Index(None, _NO_PLAN), False, _NO_PLAN) if plan is None else _curve(plan)


def _curve(plan: OpenPlan) -> ProjectCurve:
    earned, figures = plan.earned(), plan.figures
    measures = measure(earned)
    curve, times = s_curve(earned, measures=measures), measures.schedule
    scale = scale_of(curve.unit, figures.currency)
    in_money = curve.unit is Unit.COST
    return ProjectCurve(
        unit="currency" if in_money else "hours",
        currency=figures.currency if in_money else None,
        periods=[CurveRow(format_moment(p.at), round(p.pv * scale, 2), scaled(p.ev, scale), scaled(p.ac, scale)) for p in curve.points],
        at=figures.measured_at,
        es=None if isinstance(times.es, NotAvailable) else round(float(times.es) / figures.day_seconds, 2),
        es_at=format_moment(times.earned_until) if times.earned_until else None,
        forecast=format_moment(times.forecast) if times.forecast else None,
        spi_t=index_of(figures, "spi_t"),
        derived=curve.derived,
        reason=Missing(curve.reason.code, curve.reason.reason) if curve.reason else None,
    )
