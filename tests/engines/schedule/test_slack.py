"""Late dates, slack, the critical path and what drives a task."""

from __future__ import annotations

import pytest
from tests.engines.schedule.story import DAY, at, dates, late, link, network, plan, summary, task

from milepost.engines.schedule import NoFinish, Reason, driving_chain, schedule


def test_s40_a_task_ends_before_its_successors_must_start():
    found = plan(task(1, 1), task(2, 1), task(3, 5), link(1, 2))
    assert (late(found, 1), late(found, 2)) == ("05 08:00 - 05 17:00", "06 08:00 - 06 17:00")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("FS", "04 08:00 - 04 17:00"), ("SS", "05 08:00 - 05 17:00"), ("FF", "05 08:00 - 05 17:00"), ("SF", "06 08:00 - 06 17:00")],
)
def test_s40_late_dates_mirror_the_kinds_of_link_with_a_lag(kind, expected):
    found = plan(task(1, 1), task(2, 1), task(3, 5), link(1, 2, kind, 1))
    assert late(found, 1) == expected


def test_s44_a_predecessor_leaves_room_for_levelling():
    found = plan(task(1, 1), task(2, 1, levelling_delay=86400), link(1, 2))
    assert (dates(found, 2), late(found, 1)) == ("04 08:00 - 04 17:00", "02 08:00 - 02 17:00")


def test_s50_s52_s54_slack_of_a_diamond():
    found = plan(task(1), task(2, 3), task(3, 1), task(4), link(1, 2), link(1, 3), link(2, 4), link(3, 4))
    slots = [found.slots[uid] for uid in (1, 2, 3, 4)]
    assert [(s.total_slack // DAY, s.free_slack // DAY, s.critical) for s in slots] == [
        (0, 0, True),
        (0, 0, True),
        (2, 2, False),
        (0, 0, True),
    ]


def test_s52_a_chain_shares_its_total_slack_and_only_its_end_is_free():
    found = plan(task(1), task(2), task(3, 5), link(1, 2))
    assert [(found.slots[u].total_slack // DAY, found.slots[u].free_slack // DAY) for u in (1, 2)] == [(3, 0), (3, 3)]


def test_s52_lags_count_in_free_slack():
    found = plan(task(1), task(2), task(3, 2), link(1, 2, "SS", 1), link(3, 2))
    assert found.slots[1].free_slack == 1 * DAY


def test_s53_an_inactive_task_has_no_slack():
    slot = plan(task(1, active=False), task(2)).slots[1]
    assert (slot.total_slack, slot.free_slack, slot.critical) == (None, None, False)


def test_s54_the_threshold_widens_the_critical_path():
    assert plan(task(1), task(2, 2), critical_slack=DAY).slots[1].critical


def test_s60_what_drives_each_kind_of_task():
    found = plan(
        task(1),
        task(2),
        task(3, constraint="SNET 06 08"),
        task(4, manual=True, start="03 08", finish="03 17"),
        task(5, levelling_delay=86400),
        summary(6, manual=True, start="05 08", finish="05 17"),
        task(7, parent=6),
        summary(8),
        task(9, parent=8),
        link(1, 2),
        link(2, 8),
    )
    reasons = {uid: (found.drivers[uid].reason, found.drivers[uid].task) for uid in range(1, 10)}
    assert reasons == {
        1: (Reason.PROJECT_START, None),
        2: (Reason.LINK, 1),
        3: (Reason.CONSTRAINT, None),
        4: (Reason.MANUAL, None),
        5: (Reason.LEVELLING, None),
        6: (Reason.MANUAL, None),
        7: (Reason.PARENT, 6),
        8: (Reason.CHILD, 9),
        9: (Reason.LINK, 2),
    }


def test_s60_a_date_that_changes_nothing_does_not_drive():
    found = plan(task(1, 5), task(2, constraint="SNET 03 08"), link(1, 2))
    assert found.drivers[2].reason is Reason.LINK


def test_s60_a_dated_summary_drives_what_is_in_it():
    assert plan(summary(1, constraint="SNET 05 08"), task(2, parent=1)).drivers[2].task == 1


def test_s61_the_chain_leads_from_the_projects_start_to_the_task():
    found = plan(task(1, 2), task(2, 1), task(3), task(4), link(1, 3), link(2, 3), link(3, 4))
    assert [(step.uid, step.reason) for step in driving_chain(found, 4)] == [
        (1, Reason.PROJECT_START),
        (3, Reason.LINK),
        (4, Reason.LINK),
    ]
    assert driving_chain(found, 4)[-1].link == link(3, 4)


def test_s70_from_the_finish_tasks_stand_late_and_the_start_follows():
    parts = [task(1, 2, constraint="ALAP"), task(2, 3, constraint="ALAP"), task(3, 1, constraint="ALAP"), task(4, 1), link(1, 2)]
    found = plan(*parts, from_finish=True, finish=at("13 17"))
    assert [dates(found, uid) for uid in (1, 2, 3, 4)] == [
        "09 08:00 - 10 17:00",
        "11 08:00 - 13 17:00",
        "13 08:00 - 13 17:00",
        "09 08:00 - 09 17:00",
    ]
    assert (found.start, found.finish) == (at("09 08"), at("13 17"))


def test_s70_a_plan_from_its_finish_needs_one():
    with pytest.raises(NoFinish):
        schedule(network(task(1), from_finish=True))
