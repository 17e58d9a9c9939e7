"""The bare formulas, with the golden values of the practice standards."""

from __future__ import annotations

from fractions import Fraction

import pytest

from milepost.engines.earned_value import Amount, NotAvailable, Totals, earned_schedule_by_periods, indices


def totals(bac: Amount = 1000, pv: Amount = 400, ev: Amount = 350, ac: Amount = 420) -> Totals:
    return Totals(bac=bac, pv=pv, ev=ev, ac=ac, schedule_pv=pv, schedule_ev=ev)


def code(value: object) -> str:
    assert isinstance(value, NotAvailable)
    assert value.reason.endswith(".")
    return value.code


def test_e11_golden_variances_and_indices() -> None:
    found = indices(totals())
    assert (found.cv, found.sv) == (-70, -50)
    assert float(found.cpi) == pytest.approx(0.8333, abs=5e-5)
    assert found.spi == Fraction(875, 1000)
    assert (found.planned_share, found.complete_share, found.spent_share) == (Fraction(2, 5), Fraction(35, 100), Fraction(42, 100))


@pytest.mark.parametrize(("letter", "eac"), [("a", 1200), ("b", 1070), ("c", 1311.43), ("d", 1192.28)])
def test_e12_golden_estimates_at_completion(letter: str, eac: float) -> None:
    estimate = indices(totals()).estimate(letter)
    assert float(estimate.eac) == pytest.approx(eac, abs=5e-3)
    assert estimate.formula


def test_e12_golden_rest_and_variance_of_estimate_a() -> None:
    estimate = indices(totals()).estimate("a")
    assert (estimate.etc, estimate.vac) == (780, -200)
    assert float(estimate.tcpi) == pytest.approx(0.8333, abs=5e-5)


def test_e12_estimate_e_adds_the_bottom_up_estimate() -> None:
    assert indices(totals(), bottom_up_etc=700).estimate("e").eac == 1120
    assert code(indices(totals()).estimate("e").eac) == "etc.none"


def test_e12_estimates_of_finished_work_are_what_was_spent() -> None:
    done = indices(totals(pv=1000, ev=1000, ac=900))
    assert [done.estimate(letter).eac for letter in "abcd"] == [900, 900, 900, 900]


def test_e13_golden_to_complete_index() -> None:
    assert float(indices(totals()).tcpi_bac) == pytest.approx(1.1207, abs=5e-5)


def test_e13_budget_exhausted() -> None:
    found = indices(totals(ac=1000))
    assert code(found.tcpi_bac) == "budget.exhausted"
    assert [flag.code for flag in found.flags if flag.code == "budget_exhausted"] == ["budget_exhausted"]


def test_e13_no_work_left_is_not_exhausted() -> None:
    found = indices(totals(ev=1000, ac=1100))
    assert code(found.tcpi_bac) == "work.done"
    assert found.flags == ()


def test_e14_an_estimate_that_needs_a_miracle_is_flagged() -> None:
    found = indices(totals(), bottom_up_etc=300)
    assert found.estimate("e").credible is False
    assert found.estimate("a").credible is True
    assert [flag.code for flag in found.flags] == ["eac_not_credible", "eac_not_credible"]
    assert [flag.sentence[:10] for flag in found.flags] == ["Estimate b", "Estimate e"]


def test_e14_exactly_a_tenth_above_is_still_credible() -> None:
    # CPI is 0.5; the rest of 600 for another 1000 is a TCPI of 0.6.
    found = indices(totals(bac=1000, pv=500, ev=400, ac=800), bottom_up_etc=1000)
    assert found.cpi == Fraction(1, 2)
    assert found.estimate("e").tcpi == Fraction(3, 5)
    assert found.estimate("e").credible is True


@pytest.mark.parametrize(
    ("given", "field", "expected"),
    [
        (totals(ac=0), "cpi", "ac.zero"),
        (totals(pv=0), "spi", "pv.zero"),
        (totals(bac=0, pv=0, ev=0), "complete_share", "bac.zero"),
        (totals(ac=NotAvailable("ac.none", "No actual cost has been entered.")), "cpi", "ac.none"),
        (totals(ac=NotAvailable("ac.none", "No actual cost has been entered.")), "cv", "ac.none"),
    ],
)
def test_e11_what_cannot_be_computed_says_why(given: Totals, field: str, expected: str) -> None:
    assert code(getattr(indices(given), field)) == expected


def test_e1_nothing_earned_makes_no_infinite_estimate() -> None:
    found = indices(totals(ev=0))
    assert found.cpi == 0
    assert [code(found.estimate(letter).eac) for letter in "acd"] == ["ev.zero", "ev.zero", "ev.zero"]
    assert found.estimate("b").eac == 1420


GOLDEN_PV = (100, 200, 300, 400, 550, 700, 850, 1000)


def test_e16_golden_earned_schedule() -> None:
    found = earned_schedule_by_periods(GOLDEN_PV, ev=350, at=4)
    assert (found.es, found.sv_t, found.spi_t, found.tspi) == (Fraction(7, 2), Fraction(-1, 2), Fraction(7, 8), Fraction(9, 8))
    assert float(found.ieac_t) == pytest.approx(9.1429, abs=5e-5)


def test_e16_all_earned_gives_the_planned_duration() -> None:
    assert earned_schedule_by_periods(GOLDEN_PV, ev=1000, at=7).es == 8
    assert earned_schedule_by_periods((100, 1000, 1000), ev=1000, at=2).es == 3


def test_e16_flat_steps_take_the_first_period_reached() -> None:
    assert earned_schedule_by_periods((100, 200, 200, 200, 300), ev=200, at=4).es == 2


@pytest.mark.parametrize(("ev", "es"), [(0, 0), (50, Fraction(1, 2)), (100, 1), (101, Fraction(101, 100)), (475, Fraction(9, 2))])
def test_e16_part_of_a_period(ev: int, es: Fraction) -> None:
    assert earned_schedule_by_periods(GOLDEN_PV, ev=ev, at=4).es == es


def test_e18_before_the_start_there_is_no_index() -> None:
    found = earned_schedule_by_periods(GOLDEN_PV, ev=0, at=0)
    assert code(found.spi_t) == "schedule.not_due"


def test_e19_past_the_planned_finish_or_without_earnings() -> None:
    late = earned_schedule_by_periods(GOLDEN_PV, ev=900, at=8)
    assert code(late.tspi) == "schedule.past_end"
    assert late.spi_t == Fraction(22, 24)
    assert code(earned_schedule_by_periods(GOLDEN_PV, ev=0, at=2).ieac_t) == "ev.zero"
