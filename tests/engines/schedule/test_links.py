"""Links and lags move tasks."""

from __future__ import annotations

import pytest
from tests.engines.schedule.story import dates, link, network, plan, summary, task

from milepost.engines.calendar import TWENTY_FOUR_HOURS
from milepost.engines.schedule import LoopFound, UnknownCalendar, schedule


def test_s2_a_link_out_of_the_plan_is_noted_and_not_followed():
    found = plan(task(1), link(9, 1))
    assert dates(found, 1) == "02 08:00 - 02 17:00"
    assert [(note.code, note.uids) for note in found.notes] == [("link_ignored", (9, 1))]


def test_s2_an_inactive_task_binds_no_active_one():
    found = plan(task(1, 5, active=False), task(2), link(1, 2))
    assert dates(found, 2) == "02 08:00 - 02 17:00"
    assert found.finish.day == 2


def test_s2_an_inactive_task_still_has_its_own_dates():
    assert dates(plan(task(1, 2), task(2, active=False), link(1, 2)), 2) == "04 08:00 - 04 17:00"


def test_s3_a_loop_names_its_tasks_in_order():
    with pytest.raises(LoopFound) as refused:
        plan(task(5), task(3), task(4), task(7), link(5, 3), link(3, 4), link(4, 3), link(4, 7))
    assert refused.value.uids == (3, 4)
    assert refused.value.sentence.startswith("These tasks wait for each other in a circle: T3 > T4 > T3.")


def test_s3_a_longer_loop_starts_with_its_first_task_in_the_plan():
    with pytest.raises(LoopFound) as refused:
        plan(task(1), task(2), task(3), link(2, 1), link(1, 3), link(3, 2))
    assert refused.value.uids == (1, 3, 2)


def test_s3_a_link_between_a_task_and_its_own_summary_is_a_loop():
    with pytest.raises(LoopFound) as refused:
        plan(summary(1), task(2, parent=1), link(1, 2))
    assert set(refused.value.uids) == {1, 2}


def test_s3_a_loop_through_summaries_is_found():
    with pytest.raises(LoopFound) as refused:
        plan(summary(1), task(2, parent=1), summary(3), task(4, parent=3), link(1, 3), link(4, 2))
    assert set(refused.value.uids) == {1, 2, 3, 4}


def test_s4_an_unknown_calendar_names_the_task():
    with pytest.raises(UnknownCalendar) as refused:
        plan(task(1, calendar="Night"))
    assert refused.value.data == {"uid": 1, "name": "Night"}


def test_s10_a_task_starts_after_its_latest_predecessor():
    found = plan(task(1, 1), task(2, 3), task(3), link(1, 3), link(2, 3))
    assert dates(found, 3) == "05 08:00 - 05 17:00"


def test_s10_work_goes_on_in_the_middle_of_a_day_and_over_a_weekend():
    found = plan(task(1, 4.5), task(2, 1), link(1, 2))
    assert dates(found, 2) == "06 13:00 - 09 12:00"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("FS", "05 08:00 - 06 17:00"), ("SS", "02 08:00 - 03 17:00"), ("FF", "03 08:00 - 04 17:00"), ("SF", "26 08:00 - 27 17:00")],
)
def test_s11_the_four_kinds_of_link(kind, expected):
    assert dates(plan(task(1, 3), task(2, 2), link(1, 2, kind)), 2) == expected


def test_s11_a_finish_link_and_a_start_link_both_hold():
    found = plan(task(1, 3), task(2, 5), task(3, 1), link(1, 3), link(2, 3, "FF", 2))
    assert dates(found, 3) == "10 08:00 - 10 17:00"


@pytest.mark.parametrize(
    ("lag", "unit", "expected"),
    [
        (2, "work", "06 08:00"),
        (-1, "work", "03 08:00"),
        (2, "elapsed", "06 08:00"),
        (50, "percent", "05 08:00"),
        (-50, "percent", "03 08:00"),
    ],
)
def test_s12_lags_and_leads(lag, unit, expected):
    found = plan(task(1, 2), task(2, 1), link(1, 2, "FS", lag, unit))
    assert dates(found, 2).startswith(expected)


def test_s12_an_elapsed_lag_runs_over_the_weekend():
    assert dates(plan(task(1, 5), task(2), link(1, 2, "FS", 1, "elapsed")), 2) == "09 08:00 - 09 17:00"


def test_s13_a_lag_runs_on_the_successors_own_calendar():
    always = {"Always": TWENTY_FOUR_HOURS}
    found = plan(task(1, 1), task(2, 1, calendar="Always"), link(1, 2, "FS", 1), calendars=always)
    assert dates(found, 2) == "03 01:00 - 03 09:00"


def test_s14_a_lead_may_take_a_task_before_the_project():
    assert dates(plan(task(1, 1), task(2, 1), link(1, 2, "FS", -3)), 2) == "26 08:00 - 26 17:00"


def test_s1_the_order_of_tasks_and_links_does_not_matter():
    parts = [task(1, 2), task(2, 3), task(3, 1), link(1, 3), link(2, 3, "SS", 1), link(1, 2, "FF")]
    one, two = plan(*parts), plan(*reversed(parts))
    assert {uid: one.slots[uid] for uid in (1, 2, 3)} == {uid: two.slots[uid] for uid in (1, 2, 3)}


def test_s1_a_network_can_be_empty():
    found = schedule(network())
    assert (dict(found.slots), found.start, found.finish) == ({}, found.start, found.start)
