"""What must hold of earned value whatever the plan: checked on plans that nobody drew."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.engines.calendar import STANDARD, Timeline
from milepost.engines.earned_value import Method, NotAvailable, Plan, Posting, Task, measure, roll_up, s_curve

WORK = Timeline(STANDARD)
SOON, LATER = datetime(2026, 1, 1), datetime(2026, 12, 31)
METHODS = [method for method in Method if method is not Method.APPORTIONED]
quick = settings(max_examples=30, deadline=None)  # the machine may be busy

moments = st.datetimes(SOON, LATER).map(lambda moment: moment.replace(microsecond=0))
amounts = st.integers(0, 10**9)


@st.composite
def tasks(draw: st.DrawFn) -> Task:
    start, finish = sorted((draw(moments), draw(moments)))
    return Task(
        uid=draw(st.integers(1, 10**6)),
        baseline_start=start,
        baseline_finish=finish,
        baseline_cost=draw(st.none() | amounts),
        baseline_work=draw(st.none() | amounts),
        method=draw(st.sampled_from(METHODS)),
        percent_complete=draw(st.integers(0, 100) | st.floats(0, 100)),
        actual_start=draw(st.none() | moments),
        actual_finish=draw(st.none() | moments),
        actual_cost=draw(st.none() | amounts),
    )


plans = st.builds(
    lambda group, at, booked: Plan(tuple(group), at, WORK, "EUR", postings=tuple(Posting(moment, amount) for moment, amount in booked)),
    st.lists(tasks(), min_size=1, max_size=12, unique_by=lambda task: task.uid),
    moments,
    st.lists(st.tuples(moments, amounts), max_size=3),
)


@quick
@given(plans)
def test_e1_e5_values_stay_within_their_budgets_and_add_up(plan: Plan) -> None:
    found = measure(plan)
    if isinstance(found.totals.bac, NotAvailable):
        return
    values = found.tasks.values()
    assert all(0 <= value.pv <= value.budget and 0 <= value.ev <= value.budget for value in values)
    assert found.totals.bac == sum(value.budget for value in values)
    assert found.totals.pv == sum(value.pv for value in values)
    assert found.totals.ev == sum(value.ev for value in values)


@quick
@given(plans)
def test_e16_e17_earned_schedule_lies_within_the_planned_duration(plan: Plan) -> None:
    times = measure(plan).schedule
    if isinstance(times.es, Fraction) and isinstance(times.pd, Fraction):
        assert 0 <= times.es <= times.pd
        assert times.earned_until is not None


@quick
@given(plans)
def test_e20_e21_a_curve_rises_and_meets_the_measures(plan: Plan) -> None:
    found, curve = measure(plan), s_curve(plan)
    pv = [point.pv for point in curve.points]
    assert pv == sorted(pv)
    if pv:
        assert pv[-1] == found.totals.bac
        assert all(point.ev is None and point.ac is None for point in curve.points if point.at > plan.status_date)
    at = [point for point in curve.points if point.at == plan.status_date]
    if at:
        assert (at[0].pv, at[0].ev) == (found.totals.pv, found.totals.ev)
        assert at[0].ac == (None if isinstance(found.totals.ac, NotAvailable) else found.totals.ac)


@quick
@given(st.lists(plans, max_size=4))
def test_e15_a_roll_up_counts_everybody_once(group: list[Plan]) -> None:
    members = [measure(plan) for plan in group]
    found = roll_up(members)
    assert found.counted + found.left_out == len(members)
    if isinstance(found.totals.bac, int):
        assert found.totals.bac == sum(member.totals.bac for member in members if isinstance(member.totals.bac, int))
