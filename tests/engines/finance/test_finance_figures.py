"""The figures of a business case, with the golden values of the domain rules."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.engines.finance import NotAvailable, Year, internal_rate, of_nets, value_case

GOLDEN = of_nets(-1000, 300, 420, 680)
TEN = Fraction(1, 10)


def code(value: object) -> str:
    assert isinstance(value, NotAvailable)
    assert value.reason.endswith(".")
    return value.code


def number(value: object) -> float:
    assert isinstance(value, (int, float, Fraction))
    return float(value)


def test_f1_a_year_nets_its_income_and_its_cost() -> None:
    assert Year(cost=300, income=1000).net == 700
    assert of_nets(-5, 7) == (Year(cost=5), Year(income=7))


def test_f2_golden_net_present_value() -> None:
    assert number(value_case(GOLDEN, TEN).npv) == pytest.approx(130.73, abs=5e-3)
    with pytest.raises(ValueError):
        value_case(GOLDEN, Fraction(-1))


def test_f3_golden_internal_rate() -> None:
    assert number(value_case(GOLDEN, TEN).irr) == pytest.approx(0.16341, abs=5e-6)
    assert number(internal_rate([-100, 50])) == pytest.approx(-0.5)
    assert code(internal_rate([-100, -5, 0])) == "irr.no_change"


def test_f4_several_internal_rates_are_named_and_none_is_said() -> None:
    several = internal_rate([-1000, 2300, -1320])
    assert isinstance(several, NotAvailable)
    assert several.code == "irr.several"
    assert several.rates == pytest.approx((0.1, 0.2))
    assert code(internal_rate([1000, -2000, 1500])) == "irr.none"
    assert number(internal_rate([-1000, 2200, -1210])) == pytest.approx(0.1, abs=1e-5)
    assert number(internal_rate([-1000, 500, -10, 900])) == pytest.approx(0.1601, abs=1e-4)


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=30), st.integers(1, 10**9))
def test_f4_one_change_of_sign_has_one_rate_that_makes_it_worth_nothing(gains: list[int], spent: int) -> None:
    rate = number(internal_rate([-spent, *gains]))
    worth = sum(gain / (1 + rate) ** (year + 1) for year, gain in enumerate(gains))
    assert worth == pytest.approx(spent, rel=1e-6)


def test_f5_payback_stays_reached_and_is_straight_inside_a_year() -> None:
    found = value_case(GOLDEN, TEN)
    assert found.payback == 2 + Fraction(280, 680)
    assert number(found.discounted_payback) == pytest.approx(2.744, abs=5e-4)
    assert value_case(of_nets(-100, 200, -150, 100), TEN).payback == 2 + Fraction(1, 2)
    assert code(value_case(of_nets(-100, 20), TEN).payback) == "payback.never"
    assert code(value_case(of_nets(100, 20), TEN).payback) == "payback.nothing"


def test_f6_golden_benefit_to_cost() -> None:
    assert number(value_case(GOLDEN, TEN).bcr) == pytest.approx(1.1307, abs=5e-5)
    assert value_case([Year(100, 0), Year(100, 330)], TEN).bcr == Fraction(300) / (100 + Fraction(1000, 11))
    assert code(value_case(of_nets(5), TEN).bcr) == "bcr.no_cost"


def test_f7_return_on_investment_is_not_discounted() -> None:
    assert value_case(GOLDEN, TEN).roi == Fraction(400, 1000)
    assert code(value_case(of_nets(5), TEN).roi) == "roi.no_cost"


@pytest.mark.parametrize("years", [(), (Year(), Year())])
def test_f8_an_empty_case_has_no_figure(years: tuple[Year, ...]) -> None:
    found = value_case(years, TEN)
    assert {code(value) for value in (found.npv, found.irr, found.payback, found.discounted_payback, found.bcr, found.roi)} == {
        "case.empty"
    }


def test_f9_each_year_says_how_it_counts() -> None:
    last = value_case(GOLDEN, TEN).years[2]
    assert (last.year, last.net, last.factor, last.running) == (2, 420, Fraction(100, 121), -280)
    assert last.present == 420 * Fraction(100, 121)
