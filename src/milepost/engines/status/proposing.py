"""The proposed status of a project: each dimension, then the worst of them (rules P7 and P8)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from milepost.engines.status.model import Bounds, Colour, Dimension, Evidence, Judgement, Proposal, Reason
from milepost.engines.status.schedule import index_reason, schedule_reasons
from milepost.engines.status.tolerances import risk_reasons, tolerance_reason

_OF_THE_PLAN = (Dimension.SCHEDULE, Dimension.COST)


def propose(evidence: Evidence, bounds: Bounds | None = None) -> Proposal:
    """Judge every dimension; overall is the worst of those that have data."""
    limits = bounds or Bounds()
    stale = _stale(evidence, limits)
    judged = tuple(_judge(dimension, evidence, limits, stale) for dimension in Dimension)
    return Proposal(_worst(each.colour for each in judged), judged)


def _judge(dimension: Dimension, evidence: Evidence, bounds: Bounds, stale: Reason | None) -> Judgement:
    if stale is not None and dimension in _OF_THE_PLAN:
        return Judgement(dimension, Colour.GREY, (stale,))
    reasons = _reasons(dimension, evidence, bounds) + [tolerance_reason(each, bounds) for each in evidence.tolerances.get(dimension, ())]
    if not reasons:
        reasons = [_silence(dimension)]
    reasons.sort(key=lambda reason: -reason.colour.severity)
    return Judgement(dimension, reasons[0].colour, tuple(reasons))


def _reasons(dimension: Dimension, evidence: Evidence, bounds: Bounds) -> list[Reason]:
    if dimension is Dimension.SCHEDULE:
        return schedule_reasons(evidence, bounds)
    if dimension is Dimension.COST:
        return [index_reason("P4", "cpi", "CPI", evidence.cpi, evidence.dear_rows, bounds)]
    return risk_reasons(evidence.risks) if dimension is Dimension.RISK else []


def _silence(dimension: Dimension) -> Reason:
    if dimension is Dimension.RISK:
        return Reason("P6", "risk.no_register", Colour.GREY, "No risk register is kept.")
    return Reason("P5", "tolerance.none", Colour.GREY, f"No tolerance is agreed for {dimension.value}.", {"dimension": dimension.value})


def _stale(evidence: Evidence, bounds: Bounds) -> Reason | None:
    if not evidence.reporting:
        return None
    if evidence.progress_at is None:
        return Reason("P7", "data.never", Colour.GREY, "No progress has been entered yet.")
    age = evidence.at - evidence.progress_at
    if age <= timedelta(days=bounds.stale_after_days):
        return None
    on = evidence.progress_at.date()
    sentence = f"Progress was last entered on {on.day} {on:%B %Y}; after {bounds.stale_after_days} days it no longer counts."
    data = {"on": on.isoformat(), "days": (evidence.at.date() - on).days, "stale_after": bounds.stale_after_days}
    return Reason("P7", "data.stale", Colour.GREY, sentence, data)


def _worst(colours: Iterable[Colour]) -> Colour:
    return max(colours, key=lambda colour: colour.severity)
