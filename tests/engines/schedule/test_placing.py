"""What holds a task besides links: the project's start, constraints, levelling, its own hand."""

from __future__ import annotations

import pytest
from tests.engines.schedule.story import dates, late, link, plan, summary, task

from milepost.engines.schedule import Reason


def test_s14_the_project_holds_a_task_that_nothing_else_holds():
    assert dates(plan(task(1)), 1) == "02 08:00 - 02 17:00"


def test_s14_an_earlier_predecessor_takes_a_task_before_the_project():
    found = plan(task(1, manual=True, start="01 08", finish="01 17"), task(2), link(1, 2), start=task(0, start="04 08").start)
    assert dates(found, 2) == "02 08:00 - 02 17:00"


def test_s15_a_milestone_stands_where_its_predecessor_ends():
    found = plan(task(1), task(2, 0, milestone=True), task(3), link(1, 2), link(2, 3))
    assert (dates(found, 2), dates(found, 3)) == ("02 17:00 - 02 17:00", "03 08:00 - 03 17:00")


def test_s16_a_levelling_delay_is_elapsed():
    assert dates(plan(task(1, levelling_delay=5 * 86400)), 1) == "09 08:00 - 09 17:00"


def test_s17_links_do_not_move_a_manual_task():
    found = plan(task(1, 3), task(2, manual=True, start="03 08", finish="04 12"), task(3), link(1, 2), link(2, 3))
    assert (dates(found, 2), dates(found, 3)) == ("03 08:00 - 04 12:00", "04 13:00 - 05 12:00")


def test_s17_a_missing_date_follows_from_the_other():
    found = plan(task(1, 2, manual=True, start="04 08"), task(2, 2, manual=True, finish="05 17"), task(3, manual=True))
    assert [dates(found, uid) for uid in (1, 2, 3)] == ["04 08:00 - 05 17:00", "04 08:00 - 05 17:00", "02 08:00 - 02 17:00"]


@pytest.mark.parametrize(
    ("constraint", "linked", "alone"),
    [
        ("ASAP", "04 08:00 - 05 17:00", "02 08:00 - 03 17:00"),
        ("SNET 06 08", "06 08:00 - 09 17:00", "06 08:00 - 09 17:00"),
        ("FNET 06 17", "05 08:00 - 06 17:00", "05 08:00 - 06 17:00"),
        ("SNLT 03 08", "03 08:00 - 04 17:00", "02 08:00 - 03 17:00"),
        ("FNLT 04 17", "03 08:00 - 04 17:00", "02 08:00 - 03 17:00"),
        ("MSO 03 08", "03 08:00 - 04 17:00", "03 08:00 - 04 17:00"),
        ("MFO 06 17", "05 08:00 - 06 17:00", "05 08:00 - 06 17:00"),
    ],
)
def test_s21_s22_s23_s24_constraints(constraint, linked, alone):
    found = plan(task(1, 2), task(2, 2, constraint=constraint), task(3, 2, constraint=constraint), link(1, 2))
    assert (dates(found, 2), dates(found, 3)) == (linked, alone)


@pytest.mark.parametrize("constraint", ["SNLT 03 08", "FNLT 04 17", "MSO 03 08", "MFO 04 17"])
def test_s22_s23_a_plan_that_does_not_honour_constraints_keeps_its_links(constraint):
    found = plan(task(1, 2), task(2, 2, constraint=constraint), link(1, 2), honour_constraints=False)
    assert dates(found, 2) == "04 08:00 - 05 17:00"
    assert found.slots[2].total_slack == -8 * 3600


def test_s22_a_hard_constraint_against_a_link_gives_negative_slack_before_it():
    found = plan(task(1, 2), task(2, 2, constraint="MSO 03 08"), link(1, 2))
    assert (found.slots[1].total_slack, found.slots[1].critical) == (-8 * 3600, True)


def test_s14_a_dated_task_may_stand_before_the_project():
    found = plan(task(1, constraint="SNET 01 08"), task(2, 2, constraint="FNET 02 17"))
    assert (dates(found, 1), dates(found, 2)) == ("02 08:00 - 02 17:00", "27 08:00 - 02 17:00")


def test_s25_as_late_as_possible_stands_at_its_late_dates_and_moves_what_follows():
    found = plan(task(1, 5), task(2, 1, constraint="ALAP"), task(3, 1), link(2, 3))
    assert (dates(found, 2), dates(found, 3)) == ("05 08:00 - 05 17:00", "06 08:00 - 06 17:00")
    assert (found.slots[2].early_start.day, found.slots[2].total_slack) == (2, 0)
    assert found.drivers[2].reason is Reason.AS_LATE_AS_POSSIBLE


def test_s26_a_deadline_moves_nothing_and_makes_slack_negative():
    found = plan(task(1, 3, deadline="03 17"), task(2, 5))
    assert (dates(found, 1), late(found, 1)) == ("02 08:00 - 04 17:00", "02 08:00 - 03 17:00".replace("02", "27", 1))
    assert (found.slots[1].total_slack, found.slots[1].critical, found.slots[2].critical) == (-8 * 3600, True, True)


def test_s20_a_manual_summary_holds_the_automatic_tasks_in_it():
    found = plan(
        summary(1, manual=True, start="05 08", finish="10 17"),
        task(2, parent=1),
        task(3, parent=1),
        task(4, parent=1, constraint="SNET 03 08"),
        task(5),
        link(5, 3),
    )
    assert [dates(found, uid)[:8] for uid in (2, 3, 4)] == ["05 08:00", "05 08:00", "03 08:00"]
    assert dates(found, 1) == "05 08:00 - 10 17:00"


def test_s20_links_into_a_manual_summary_hold_nothing_in_it():
    found = plan(task(9, 5), summary(1, manual=True, start="03 08", finish="03 17"), task(2, parent=1), link(9, 1))
    assert dates(found, 2) == "03 08:00 - 03 17:00"
