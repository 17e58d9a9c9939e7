"""What holds for every network, on random ones."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.schedule.story import DAY, HOUR, at

from milepost.engines.calendar import STANDARD, Timeline, WorkCalendar
from milepost.engines.schedule import Assignment, Constraint, LagUnit, Link, LinkKind, Network, Schedule, Task, Timelines, schedule

_CALENDARS = {
    "Standard": STANDARD,
    "Short": WorkCalendar("Short", (((9 * HOUR, 12 * HOUR), (13 * HOUR, 15 * HOUR)),) * 4 + (((8 * HOUR, 12 * HOUR),), (), ())),
    "Nights": WorkCalendar("Nights", (((0, 6 * HOUR), (22 * HOUR, 24 * HOUR)),) * 7),
}
_LINES = {name: Timeline(calendar) for name, calendar in _CALENDARS.items()}
_WEEK = timedelta(days=7)
quick = settings(max_examples=40, deadline=None)  # the machine may be busy

_TASKS = st.builds(
    Task,
    uid=st.just(0),
    duration=st.integers(0, 12).map(lambda n: n * 4 * HOUR),
    calendar=st.sampled_from([None, *_CALENDARS]),
    levelling_delay=st.sampled_from([0, 0, 0, 86400]),
    assignments=st.sampled_from(
        [(), (), (Assignment("Short", 1.0, DAY),), (Assignment("Short", 0.5, DAY), Assignment("Nights", 1.0, DAY))]
    ),
)
_DATED = st.sampled_from([*Constraint])


@st.composite
def networks(draw: st.DrawFn, *, dated: bool = False, kinds: tuple[LinkKind, ...] = tuple(LinkKind)) -> Network:
    """Up to a dozen tasks, some in summaries, linked forwards with all kinds of lag."""
    tasks = [replace(task, uid=n) for n, task in enumerate(draw(st.lists(_TASKS, min_size=1, max_size=12)))]
    if dated:
        days = [(draw(_DATED), at("02 08") + timedelta(days=draw(st.integers(-5, 20)))) for _ in tasks]
        tasks = [replace(task, constraint=kind, constraint_date=day) for task, (kind, day) in zip(tasks, days, strict=True)]
    groups = draw(st.lists(st.sampled_from([None, 100, 101]), min_size=len(tasks), max_size=len(tasks)))
    tasks = [replace(task, parent=group) for task, group in zip(tasks, groups, strict=True)]
    tasks += [Task(uid=100, summary=True), Task(uid=101, summary=True, parent=100)]
    pair = st.tuples(st.integers(0, len(tasks) - 3), st.integers(0, len(tasks) - 3)).filter(lambda p: p[0] < p[1])
    pairs = draw(st.lists(pair, max_size=12, unique=True)) if len(tasks) > 3 else []
    lags = st.sampled_from(
        [(0, LagUnit.WORK), (0, LagUnit.WORK), (8 * HOUR, LagUnit.WORK), (86400, LagUnit.ELAPSED), (50, LagUnit.PERCENT)]
    )
    links = [Link(first, second, draw(st.sampled_from(kinds)), *draw(lags)) for first, second in pairs]
    return Network(tuple(tasks), tuple(links), at("02 08"), calendars=_CALENDARS)


def picture(found: Schedule) -> dict[int, object]:
    """All dates and slacks."""
    return dict(sorted(found.slots.items()))


@quick
@given(networks(dated=True), st.integers())
def test_s1_shuffled_input_gives_equal_results(network, seed):
    tasks, links = list(network.tasks), list(network.links)
    random.Random(seed).shuffle(tasks)
    random.Random(seed + 1).shuffle(links)
    assert picture(schedule(replace(network, tasks=tuple(tasks), links=tuple(links)))) == picture(schedule(network))


@quick
@given(networks())
def test_s1_a_week_later_everything_is_a_week_later(network):
    one, two = schedule(network), schedule(replace(network, start=network.start + _WEEK))
    for uid, slot in one.slots.items():
        other = two.slots[uid]
        assert (slot.start + _WEEK, slot.finish + _WEEK, slot.late_start + _WEEK) == (other.start, other.finish, other.late_start)
        assert (slot.total_slack, slot.free_slack, slot.critical) == (other.total_slack, other.free_slack, other.critical)


@quick
@given(networks(kinds=(LinkKind.FS,)))
def test_s10_s19_no_task_starts_before_its_predecessors_end(network):
    found = schedule(network)
    for link in network.links:
        if link.lag >= 0:
            assert found.slots[link.successor].start >= found.slots[link.predecessor].finish


@quick
@given(networks(kinds=(LinkKind.FS,)))
def test_s40_without_dates_no_task_is_late_before_it_is_early(network):
    found = schedule(network)
    for uid, slot in found.slots.items():
        line = _LINES[next((t.calendar for t in network.tasks if t.uid == uid), None) or "Standard"]
        assert line.between(slot.early_finish, slot.late_finish) >= 0 or not slot.duration
        assert slot.finish <= found.finish


@quick
@given(networks(kinds=(LinkKind.FS,)))
def test_s50_s52_free_slack_lies_between_nothing_and_total_slack(network):
    for slot in schedule(network).slots.values():
        assert slot.total_slack is not None
        assert slot.free_slack is not None
        assert 0 <= slot.free_slack <= max(0, slot.total_slack)


@quick
@given(networks(kinds=(LinkKind.FS,)))
def test_s54_some_task_that_ends_the_plan_is_critical(network):
    plain = tuple(replace(task, assignments=(), calendar=None, levelling_delay=0) for task in network.tasks)
    links = tuple(replace(link, lag=0, lag_unit=LagUnit.WORK) for link in network.links)
    found = schedule(replace(network, tasks=plain, links=links))
    last = [slot for slot in found.slots.values() if slot.finish == found.finish]
    assert any(slot.critical for slot in last)


@quick
@given(networks(dated=True))
def test_s18_summaries_span_what_is_in_them(network):
    found = schedule(network)
    for summary in (101, 100):
        held = [found.slots[task.uid] for task in network.tasks if task.parent == summary]
        if held:
            assert found.slots[summary].start == min(slot.start for slot in held)
            assert found.slots[summary].finish == max(slot.finish for slot in held)


@quick
@given(networks())
def test_s40_a_longer_task_never_brings_the_end_forward(network):
    longer = tuple(replace(task, duration=task.duration + DAY) if task.uid == 0 else task for task in network.tasks)
    links = tuple(replace(link, lag_unit=LagUnit.WORK) for link in network.links if link.kind is LinkKind.FS)
    assert schedule(replace(network, tasks=longer, links=links)).finish >= schedule(replace(network, links=links)).finish


_EDITS = st.fixed_dictionaries(
    {},
    optional={
        "duration": st.just(3 * DAY),
        "active": st.just(False),
        "manual": st.just(True),
        "deadline": st.just(at("05 17")),
        "percent_complete": st.just(50.0),
        "actual_start": st.just(at("04 08")),
        "actual_finish": st.just(at("06 17")),
        "calendar": st.just("Nights"),
    },
)


@settings(max_examples=150, deadline=None)
@given(networks(dated=True), st.data())
def test_s55_what_is_taken_over_is_what_would_be_made(network, data):
    timelines = Timelines()
    before = schedule(network, timelines)
    picture(before)
    tasks = list(network.tasks)
    for row in data.draw(st.lists(st.integers(0, len(tasks) - 1), max_size=2)):
        tasks[row] = replace(tasks[row], **data.draw(_EDITS))
    links = [link for link in network.links if data.draw(st.integers(0, 9))]
    edited = replace(network, tasks=tuple(tasks), links=tuple(links))
    assert picture(schedule(edited, timelines, before)) == picture(schedule(edited))


def test_s55_far_away_from_an_edit_nothing_is_made_again():
    network = Network(tuple(Task(uid=n, duration=DAY) for n in range(3)), start=at("02 08"))
    timelines = Timelines()
    before = schedule(network, timelines)
    known = [before.slots[n] for n in range(3)]
    tasks = (replace(network.tasks[0], percent_complete=50.0), *network.tasks[1:])
    now = schedule(replace(network, tasks=tasks), timelines, before)
    assert [now.slots[n] is known[n] for n in range(3)] == [False, True, True]
