"""The proposed status, rule by rule."""

from __future__ import annotations

from datetime import datetime, timedelta
from fractions import Fraction

import pytest

from milepost.engines.earned_value import NotAvailable
from milepost.engines.status import (
    Agreement,
    Bounds,
    Colour,
    Dimension,
    Evidence,
    Milestone,
    Proposal,
    Risk,
    Tolerance,
    compare,
    next_milestone,
    propose,
)

NOW = datetime(2026, 6, 15, 17)
G, A, R, GREY = Colour.GREEN, Colour.AMBER, Colour.RED, Colour.GREY
NO_BASELINE = NotAvailable("baseline.none", "The plan has no baseline.")
NO_COST = NotAvailable("ac.none", "No actual cost has been entered.")


def evidence(**given: object) -> Evidence:
    """On time and on budget, unless something else is given."""
    usual: dict[str, object] = {"at": NOW, "progress_at": NOW - timedelta(days=3), "spi_t": Fraction(1), "cpi": Fraction(1)}
    return Evidence(**(usual | given))  # type: ignore[arg-type]  # the cast of each test


def milestone(slip: float | Fraction | None, uid: int = 7, days: int = 10, *, done: bool = False, gate: bool = False) -> Milestone:
    return Milestone(uid, f"Milestone {uid}", NOW + timedelta(days=days), slip, done, gate)


def schedule_of(**given: object) -> Colour:
    return propose(evidence(**given)).of(Dimension.SCHEDULE).colour


INDEX_BOUNDS = [
    (Fraction(95, 100), G),
    (Fraction(9499, 10000), A),
    (Fraction(85, 100), A),
    (Fraction(8499, 10000), R),
    (Fraction(0), R),
    (Fraction(3, 2), G),
]


@pytest.mark.parametrize(("spi_t", "colour"), INDEX_BOUNDS)
def test_p1_earned_schedule_has_its_bounds(spi_t: Fraction, colour: Colour) -> None:
    assert schedule_of(spi_t=spi_t) is colour


def test_p1_the_sentence_does_not_round_to_the_other_side() -> None:
    judged = propose(evidence(spi_t=Fraction(94999, 100000), late_rows=(3, 4))).of(Dimension.SCHEDULE)
    assert judged.reasons[0].sentence == "SPI(t) is 0.94999; green starts at 0.95."
    assert judged.reasons[0].rows == (3, 4)


@pytest.mark.parametrize(("slip", "colour"), [(-4, G), (0, G), (5, G), (Fraction(51, 10), A), (20, A), (21, R)])
def test_p2_slip_of_the_next_milestone_has_its_bounds(slip: int, colour: Colour) -> None:
    assert schedule_of(milestones=(milestone(slip),)) is colour


@pytest.mark.parametrize(
    ("slip", "words"),
    [
        (0, "is on its baseline"),
        (1, "is 1 working day late"),
        (Fraction(13, 2), "is 6.5 working days late"),
        (-2, "is 2 working days early"),
    ],
)
def test_p2_the_slip_in_words(slip: Fraction, words: str) -> None:
    reasons = propose(evidence(milestones=(milestone(slip),))).of(Dimension.SCHEDULE).reasons
    assert f"The next milestone, Milestone 7, {words}." in [reason.sentence for reason in reasons]


def test_p2_the_next_is_open_and_earliest() -> None:
    rows = (milestone(30, 1, days=1, done=True), milestone(2, 2, days=9), milestone(30, 3, days=20))
    assert next_milestone(rows) == rows[1]
    assert next_milestone(()) is None


def test_p2_gates_count_where_there_are_any() -> None:
    rows = (milestone(30, 1, days=1), milestone(0, 2, days=9, gate=True))
    assert next_milestone(rows) == rows[1]
    assert schedule_of(milestones=rows) is G


def test_p3_schedule_is_the_worse_of_both() -> None:
    assert schedule_of(spi_t=Fraction(1), milestones=(milestone(30),)) is R
    assert schedule_of(spi_t=Fraction(9, 10), milestones=(milestone(0),)) is A


def test_p3_what_is_missing_is_named_and_not_counted() -> None:
    judged = propose(evidence(spi_t=NO_BASELINE, milestones=(milestone(6),))).of(Dimension.SCHEDULE)
    assert judged.colour is A
    assert [reason.code for reason in judged.reasons] == ["milestone.amber", "spi_t.baseline.none"]
    assert judged.reasons[1].sentence == "SPI(t) is not available: The plan has no baseline."
    assert schedule_of(spi_t=NO_BASELINE) is GREY
    assert schedule_of(spi_t=NO_BASELINE, milestones=(milestone(None),)) is GREY


@pytest.mark.parametrize(("cpi", "colour"), INDEX_BOUNDS)
def test_p4_cost_has_the_same_bounds(cpi: Fraction, colour: Colour) -> None:
    assert propose(evidence(cpi=cpi)).of(Dimension.COST).colour is colour


def test_p4_without_cpi_cost_is_grey_and_not_counted() -> None:
    proposal = propose(evidence(cpi=NO_COST))
    assert proposal.of(Dimension.COST).colour is GREY
    assert proposal.of(Dimension.COST).reasons[0].sentence == "CPI is not available: No actual cost has been entered."
    assert proposal.overall is G


@pytest.mark.parametrize(("forecast", "colour"), [(100, G), (Fraction(1001, 10), A), (110, A), (Fraction(1101, 10), R)])
def test_p5_a_limit_from_above(forecast: int, colour: Colour) -> None:
    limit = Tolerance("Open change requests", 100, forecast, rows=(5,))
    judged = propose(evidence(tolerances={Dimension.SCOPE: (limit,)})).of(Dimension.SCOPE)
    assert (judged.colour, judged.reasons[0].rows) == (colour, (5,))


@pytest.mark.parametrize(("forecast", "colour"), [(100, G), (90, A), (89, R)])
def test_p5_a_limit_from_below(forecast: int, colour: Colour) -> None:
    limit = Tolerance("Benefit in the first year", 100, forecast, at_least=True)
    assert propose(evidence(tolerances={Dimension.BENEFITS: (limit,)})).of(Dimension.BENEFITS).colour is colour


def test_p5_a_limit_of_zero_has_no_margin() -> None:
    accidents = Tolerance("Accidents", 0, 1)
    assert propose(evidence(tolerances={Dimension.PEOPLE: (accidents,)})).of(Dimension.PEOPLE).colour is R


def test_p5_any_broken_tolerance_is_red_in_any_dimension() -> None:
    late = Tolerance("Days late", 10, 15)
    proposal = propose(evidence(tolerances={Dimension.SCHEDULE: (late,)}))
    assert (proposal.of(Dimension.SCHEDULE).colour, proposal.overall) == (R, R)


def test_p5_without_a_tolerance_a_dimension_is_grey() -> None:
    reason = propose(evidence()).of(Dimension.BENEFITS).reasons[0]
    assert (reason.colour, reason.sentence) == (GREY, "No tolerance is agreed for benefits.")


BARE, ANSWERED, SMALL = Risk(1, "Fire", True, False), Risk(2, "Flood", True, True), Risk(3, "Rain", False, False)


@pytest.mark.parametrize(
    ("risks", "colour", "rows"),
    [((BARE, ANSWERED), R, (1,)), ((ANSWERED, SMALL), A, (2,)), ((SMALL,), G, ()), ((), G, ()), (None, GREY, ())],
)
def test_p6_critical_risks(risks: tuple[Risk, ...] | None, colour: Colour, rows: tuple[int, ...]) -> None:
    judged = propose(evidence(risks=risks)).of(Dimension.RISK)
    assert (judged.colour, judged.reasons[0].rows) == (colour, rows)


def test_p7_data_of_fourteen_days_still_count() -> None:
    assert schedule_of(progress_at=NOW - timedelta(days=14)) is G


def test_p7_older_data_turn_schedule_and_cost_grey() -> None:
    proposal = propose(evidence(progress_at=NOW - timedelta(days=14, seconds=1), risks=(SMALL,)))
    assert [each.colour for each in proposal.dimensions] == [GREY, GREY, GREY, GREY, GREY, G]
    reason = proposal.of(Dimension.COST).reasons[0]
    assert reason.sentence == "Progress was last entered on 1 June 2026; after 14 days it no longer counts."
    assert proposal.overall is G


def test_p7_never_any_progress() -> None:
    assert propose(evidence(progress_at=None)).of(Dimension.SCHEDULE).reasons[0].code == "data.never"


def test_p7_nothing_goes_stale_when_no_progress_is_due() -> None:
    assert schedule_of(progress_at=None, reporting=False, milestones=(milestone(0),)) is G
    assert schedule_of(progress_at=NOW - timedelta(days=90), reporting=False) is G


def test_p8_overall_is_the_worst_that_has_data() -> None:
    proposal = propose(evidence(cpi=Fraction(8, 10), spi_t=Fraction(9, 10)))
    assert proposal.overall is R
    assert [reason.code for reason in proposal.deciding] == ["cpi.red"]


def test_p8_all_grey_is_grey() -> None:
    proposal = propose(Evidence(at=NOW, progress_at=NOW))
    assert proposal.overall is GREY
    assert {each.colour for each in proposal.dimensions} == {GREY}


def proposed(colour: Colour) -> Proposal:
    spi_t = {G: Fraction(1), A: Fraction(9, 10), R: Fraction(1, 2), GREY: NO_BASELINE}[colour]
    return propose(evidence(spi_t=spi_t, cpi=NO_COST))


@pytest.mark.parametrize(
    ("stated", "figures", "agreement"),
    [
        (G, G, Agreement.AGREES),
        (G, R, Agreement.ROSIER),
        (A, R, Agreement.ROSIER),
        (R, A, Agreement.GLOOMIER),
        (None, R, Agreement.NOT_STATED),
        (G, GREY, Agreement.NO_DATA),
    ],
)
def test_p9_stated_against_proposed(stated: Colour | None, figures: Colour, agreement: Agreement) -> None:
    assert compare(stated, proposed(figures)).agreement is agreement


def test_p9_calls_itself_green_and_is_not() -> None:
    assert compare(G, proposed(R)).sentence == "Stated green, but the figures say red. SPI(t) is 0.50; amber starts at 0.85."


def test_p10_bounds_are_settings() -> None:
    strict = Bounds(green_index=Fraction(1), amber_index=Fraction(99, 100))
    assert propose(evidence(spi_t=Fraction(98, 100)), strict).of(Dimension.SCHEDULE).colour is R


@pytest.mark.parametrize(("slip", "colour"), [(5, G), (20, A), (21, R), (None, GREY)])
def test_p11_without_a_plan_the_finish_is_held_against_its_baseline(slip: int | None, colour: Colour) -> None:
    found = propose(evidence(spi_t=NO_BASELINE, finish=milestone(slip))).of(Dimension.SCHEDULE)
    assert (found.colour, found.reasons[0].rows) == (colour, ())
    assert schedule_of(spi_t=NO_BASELINE, finish=milestone(30), milestones=(milestone(0),)) is G
