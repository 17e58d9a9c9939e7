"""How stretched a part of an organisation is, rule by rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from milepost.engines.stretch import PartKey, Standing, advise, stretch, trend

DAY = date(2026, 9, 30)
ANN, BEN, CLEO = 1, 2, 3


def running(number: int, **said: object) -> Standing:
    """A project that runs and gives no cause for concern, but for what is said."""
    calm = Standing(number, "execution", priority=f"p{number}", skills=frozenset({f"s{number}"}), stated=DAY, promised=DAY)
    return replace(calm, **said)  # type: ignore[arg-type] -- a test names fields by their names


@pytest.mark.parametrize(
    ("standing", "runs"),
    [
        (Standing(1, "definition"), True),
        (Standing(1, "closing"), True),
        (Standing(1, "idea"), False),
        (Standing(1, "on_hold"), False),
        (Standing(1, "closed"), False),
        (Standing(1, "cancelled"), False),
        (Standing(1), True),
        (Standing(1, start=DAY), True),
        (Standing(1, start=DAY + timedelta(days=1)), False),
    ],
)
def test_e1_counts_what_runs(standing: Standing, runs: bool) -> None:
    assert stretch([standing], DAY).running == ((1,) if runs else ())


def test_e2_people_on_three_projects_are_stretched() -> None:
    projects = [
        running(1, people=frozenset({ANN, BEN})),
        running(2, people=frozenset({ANN, BEN})),
        running(3, people=frozenset({ANN, CLEO})),
    ]
    found = stretch([*projects, Standing(4, "on_hold", people=frozenset({BEN}))], DAY)
    assert found.people == {ANN: (1, 2, 3), BEN: (1, 2), CLEO: (3,)}
    assert found.stretched == (ANN,)
    assert found.part(PartKey.PEOPLE).value == Fraction(1, 3)


def test_e3_equal_priority_on_one_skill_competes() -> None:
    power, water = frozenset({"power"}), frozenset({"water"})
    projects = [
        running(1, priority="high", skills=power),
        running(2, priority="high", skills=power | water),
        running(3, priority="low", skills=power),
        running(4, priority=None, skills=water),
        running(5, priority=None, skills=water),
        running(6, priority=None, skills=frozenset()),
    ]
    found = stretch(projects, DAY)
    assert found.rivals == {1: (2,), 2: (1,), 4: (5,), 5: (4,)}
    assert found.unskilled == (6,)


def test_e4_overdue_and_unstatused() -> None:
    late, silent = DAY - timedelta(days=1), DAY - timedelta(days=46)
    found = stretch([running(1, promised=late), running(2, stated=silent), running(3, stated=None), running(4, promised=None)], DAY)
    assert found.overdue == (1,)
    assert found.unstatused == (2, 3)
    assert stretch([running(1, stated=DAY - timedelta(days=45))], DAY).unstatused == ()


def test_e5_parts_give_points_in_proportion() -> None:
    points = {count: stretch([running(n) for n in range(count)], DAY).part(PartKey.PROJECTS).points for count in (5, 10, 25, 40)}
    assert points == {5: 0, 10: 5, 25: 20, 40: 20}
    half = stretch([running(1, promised=DAY - timedelta(days=1)), *(running(n) for n in range(2, 6))], DAY)
    assert half.part(PartKey.OVERDUE).points == 10  # a fifth of them, of the two fifths that give all 20
    nobody = half.part(PartKey.PEOPLE)
    assert (nobody.value, nobody.points, nobody.reason) == (None, 0, "stretch.nobody")


def test_e6_the_figure_is_the_sum_or_not_there() -> None:
    late = DAY - timedelta(days=1)
    everything = [
        running(n, priority=None, skills=frozenset({"x"}), promised=late, stated=None, people=frozenset({ANN})) for n in range(25)
    ]
    assert stretch(everything, DAY).figure == 100
    assert stretch([running(n) for n in range(7)], DAY).figure == 2
    nothing = stretch([Standing(1, "closed")], DAY)
    assert nothing.figure is None
    assert nothing.part(PartKey.OVERDUE).reason == "stretch.nothing_runs"


def test_e7_the_answer_follows_from_bands() -> None:
    def office(count: int, *, late: int, shared: bool) -> str | None:
        people = frozenset({ANN}) if shared else frozenset[int]()
        promised = [DAY - timedelta(days=1)] * late + [DAY] * (count - late)
        return advise(stretch([running(n, people=people, promised=promised[n]) for n in range(count)], DAY)).office

    assert office(5, late=0, shared=False) == "none"
    assert office(5, late=0, shared=True) == "supportive"
    assert office(5, late=2, shared=True) == "controlling"
    assert office(30, late=2, shared=True) == "controlling"
    assert office(0, late=0, shared=False) is None
    few = advise(stretch([running(n, people=frozenset({ANN}), promised=DAY - timedelta(days=1)) for n in range(4)], DAY))
    assert (few.office, few.few) == ("none", True)
    assert [part.key for part in few.reasons] == [PartKey.PEOPLE, PartKey.OVERDUE]


def test_e8_the_trend_is_last_less_first() -> None:
    months = [
        stretch([Standing(1, "idea")], DAY),
        stretch([running(n) for n in range(10)], DAY),
        stretch([running(n) for n in range(25)], DAY),
    ]
    assert trend(months) == 15
    assert trend(months[:2]) is None
