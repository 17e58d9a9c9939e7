"""Maturity from answers, rule by rule."""

from __future__ import annotations

from milepost.engines.maturity import DOMAINS, PERSPECTIVES, Answer, Question, compare, levels, profile, weak

ANN, BEN, CLEO = 1, 2, 3
QUESTIONS = [Question(f"{domain}.{perspective}", domain, perspective) for domain in DOMAINS for perspective in PERSPECTIVES]


def answered(level: int, **other: int) -> list[Answer]:
    """Every question of the domain project at a level, but for some perspectives."""
    return [Answer(f"project.{one}", ANN, other.get(one, level)) for one in PERSPECTIVES]


def test_u1_the_lower_median_of_assessors_holds() -> None:
    three = [Answer("project.risk", who, level) for who, level in ((ANN, 1), (BEN, 4), (CLEO, 3))]
    assert levels(QUESTIONS, three) == {"project.risk": 3}
    assert levels(QUESTIONS, three[:2]) == {"project.risk": 1}


def test_u2_the_weakest_question_is_the_level_of_its_perspective() -> None:
    more = [*QUESTIONS, Question("project.risk.two", "project", "risk")]
    found = profile(more, [*answered(4), Answer("project.risk.two", ANN, 2)])
    assert found.level("project", "risk") == 2
    assert found.level("project", "finance") == 4


def test_u3_an_open_question_leaves_its_perspective_without_a_level() -> None:
    more = [*QUESTIONS, Question("project.risk.two", "project", "risk")]
    found = profile(more, [*answered(4), Answer("of another year", ANN, 1)])
    cell = next(cell for cell in found.cells if (cell.domain, cell.perspective) == ("project", "risk"))
    assert (cell.level, cell.answered, cell.questions) == (None, 1, 2)


def test_u4_the_lowest_perspective_bounds_the_claim() -> None:
    claims = {claim.domain: claim for claim in profile(QUESTIONS, answered(4, risk=2, benefits=2)).claims}
    assert (claims["project"].level, claims["project"].bounded_by) == (2, ("benefits", "risk"))
    assert (claims["portfolio"].level, claims["portfolio"].missing) == (None, PERSPECTIVES)


def test_u5_the_spread_is_the_largest_distance_between_answers() -> None:
    found = profile(QUESTIONS, [*answered(3), Answer("project.risk", BEN, 5)])
    assert {cell.perspective: cell.spread for cell in found.cells if cell.domain == "project"}["risk"] == 2


def test_u6_the_next_profile_is_held_against_the_last() -> None:
    changes = compare(profile(QUESTIONS, answered(2, risk=3)), profile(QUESTIONS, answered(3)))
    by = {change.perspective: change.by for change in changes if change.domain == "project"}
    assert (by["finance"], by["risk"]) == (1, 0)
    assert {change.by for change in changes if change.domain == "portfolio"} == {None}


def test_u7_weak_answers_lead_one_level_up() -> None:
    found = weak(QUESTIONS, [*answered(5, risk=2, finance=3), Answer("portfolio.risk", ANN, 2)])
    assert [(one.question, one.next, one.binds) for one in found] == [
        ("project.risk", 3, True),
        ("portfolio.risk", 3, False),
        ("project.finance", 4, False),
    ]
