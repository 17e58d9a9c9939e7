"""Scores by criteria, by WSJF, by RICE and in pairs, with the golden values of the domain rules."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.engines.scoring import Compared, Criterion, NotAvailable, Weighted, compare, rice, strategic_fit, weighted, wsjf

F = Fraction
VALUE = Criterion("value", F(3))
RISK = Criterion("risk", F(1), F(1), F(5), less_is_better=True)


def refused(value: object) -> tuple[str, tuple[str, ...]]:
    assert isinstance(value, NotAvailable)
    assert value.reason.endswith(".")
    return value.code, value.keys


def test_p1_weights_shares_of_scales_in_both_directions() -> None:
    found = weighted([VALUE, RISK], {"value": F(8), "risk": F(2)})
    assert isinstance(found, Weighted)
    assert found.score == 100 * (3 * F(8, 10) + F(3, 4)) / 4


def test_p2_a_missing_or_outlying_value_gives_no_score() -> None:
    assert refused(weighted([VALUE, RISK], {"value": F(8)})) == ("score.missing", ("risk",))
    assert refused(weighted([VALUE], {"value": F(11)})) == ("score.outside", ("value",))
    assert refused(weighted([], {})) == ("score.no_criteria", ())


@given(st.lists(st.tuples(st.integers(1, 100), st.integers(0, 10)), min_size=1, max_size=12))
def test_p3_points_add_up_to_the_score(given_values: list[tuple[int, int]]) -> None:
    criteria = [Criterion(str(place), F(weight)) for place, (weight, _) in enumerate(given_values)]
    found = weighted(criteria, {str(place): F(value) for place, (_, value) in enumerate(given_values)})
    assert isinstance(found, Weighted)
    assert sum(part.points for part in found.parts) == found.score
    assert 0 <= found.score <= 100


def test_p4_strategic_fit_is_the_served_share_of_the_objectives() -> None:
    assert strategic_fit([F(3), F(1)], [F(3), F(1), F(4)]) == F(1, 2)
    assert refused(strategic_fit([], [])) == ("fit.no_objectives", ())


@pytest.mark.parametrize(("value", "criticality", "reduction", "size", "score"), [(8, 5, 3, 5, F(16, 5)), (13, 3, 1, 8, F(17, 8))])
def test_p5_golden_weighted_shortest_job_first(value: int, criticality: int, reduction: int, size: int, score: Fraction) -> None:
    assert wsjf(value=F(value), criticality=F(criticality), reduction=F(reduction), size=F(size)) == score
    assert refused(wsjf(value=F(1), criticality=F(1), reduction=F(1), size=F(0))) == ("score.no_size", ("size",))


def test_p6_rice_is_reach_times_impact_times_confidence_by_effort() -> None:
    assert rice(reach=F(1000), impact=F(2), confidence=F(8, 10), effort=F(4)) == 400
    assert refused(rice(reach=F(1), impact=F(1), confidence=F(1), effort=F(0))) == ("score.no_effort", ("effort",))
    assert refused(rice(reach=F(1), impact=F(1), confidence=F(80), effort=F(1))) == ("score.outside", ("confidence",))


def test_p7_consistent_judgements_give_their_own_weights() -> None:
    found = compare(3, {(0, 1): 2.0, (0, 2): 6.0, (1, 2): 3.0})
    assert isinstance(found, Compared)
    assert found.weights == pytest.approx((0.6, 0.3, 0.1))
    assert found.lambda_max == pytest.approx(3)


def test_p8_consistency_by_saaty() -> None:
    found = compare(3, {(0, 1): 3.0, (0, 2): 5.0, (1, 2): 3.0})
    assert isinstance(found, Compared)
    assert found.lambda_max == pytest.approx(3.0385, abs=5e-5)
    assert (found.index, found.ratio) == pytest.approx((0.01926, 0.0332), abs=5e-5)
    assert found.consistent
    two = compare(2, {(0, 1): 9.0})
    assert isinstance(two, Compared)
    assert (two.ratio, two.weights) == (0.0, pytest.approx((0.9, 0.1)))


def test_p9_missing_pairs_and_the_doubtful_one_are_named() -> None:
    assert refused(compare(3, {(0, 1): 3.0})) == ("pairs.missing", ("0:2", "1:2"))
    found = compare(3, {(0, 1): 5.0, (1, 2): 5.0, (0, 2): 1 / 5})
    assert isinstance(found, Compared)
    assert not found.consistent
    assert found.doubt is not None
