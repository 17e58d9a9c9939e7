"""Weighted score, strategic fit, WSJF and RICE: rules P1 to P6."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from milepost.engines.scoring.model import Criterion, NotAvailable, Part, Weighted


def weighted(criteria: Sequence[Criterion], values: Mapping[str, Fraction]) -> Weighted | NotAvailable:
    """The weighted score of the values by criterion key, between 0 and 100."""
    if not criteria:
        return NotAvailable("score.no_criteria", "No criteria are set for this place yet.")
    missing = tuple(one.key for one in criteria if one.key not in values)
    if missing:
        return NotAvailable("score.missing", "Not every criterion has a value yet.", missing)
    outside = tuple(one.key for one in criteria if not one.low <= values[one.key] <= one.high)
    if outside:
        return NotAvailable("score.outside", "A value lies outside its scale.", outside)
    whole = sum((one.weight for one in criteria), Fraction(0))
    parts = tuple(_part(one, values[one.key], whole) for one in criteria)
    return Weighted(sum((part.points for part in parts), Fraction(0)), parts)


def _part(criterion: Criterion, value: Fraction, whole: Fraction) -> Part:
    share = (value - criterion.low) / (criterion.high - criterion.low)
    share = 1 - share if criterion.less_is_better else share
    return Part(criterion.key, share, 100 * criterion.weight * share / whole)


def strategic_fit(served: Sequence[Fraction], objectives: Sequence[Fraction]) -> Fraction | NotAvailable:
    """Which share of all objectives' weight the served ones carry, between 0 and 1."""
    whole = sum(objectives, Fraction(0))
    if not whole:
        return NotAvailable("fit.no_objectives", "There are no objectives with a weight to serve.")
    return sum(served, Fraction(0)) / whole


def wsjf(*, value: Fraction, criticality: Fraction, reduction: Fraction, size: Fraction) -> Fraction | NotAvailable:
    """Weighted shortest job first: cost of delay over job size."""
    if size <= 0:
        return NotAvailable("score.no_size", "The job size must be above zero.", ("size",))
    return (value + criticality + reduction) / size


def rice(*, reach: Fraction, impact: Fraction, confidence: Fraction, effort: Fraction) -> Fraction | NotAvailable:
    """Reach x impact x confidence / effort; confidence between 0 and 1."""
    if effort <= 0:
        return NotAvailable("score.no_effort", "The effort must be above zero.", ("effort",))
    if not 0 <= confidence <= 1:
        return NotAvailable("score.outside", "A value lies outside its scale.", ("confidence",))
    return reach * impact * confidence / effort
