"""Summaries span what is in them, and links hold and leave them."""

from __future__ import annotations

from tests.engines.schedule.story import dates, late, link, plan, summary, task


def test_s18_a_summary_spans_the_active_tasks_in_it():
    found = plan(summary(1), task(2, 3, parent=1), task(3, 1, parent=1), task(4, 9, parent=1, active=False), link(2, 3))
    assert dates(found, 1) == "02 08:00 - 05 17:00"
    assert found.slots[1].duration == 4 * 8 * 3600


def test_s18_percent_complete_is_weighted_by_duration():
    found = plan(summary(1), summary(2, parent=1), task(3, 3, parent=2, percent_complete=100), task(4, 1, parent=2), task(5, 4, parent=1))
    assert (found.slots[2].percent_complete, found.slots[1].percent_complete) == (75, 37.5)


def test_s19_a_link_into_a_summary_holds_all_that_is_in_it():
    found = plan(task(1, 2), summary(2), summary(3, parent=2), task(4, parent=3), task(5, parent=2), link(1, 2))
    assert dates(found, 4) == dates(found, 5) == "04 08:00 - 04 17:00"


def test_s19_a_link_out_of_a_summary_leaves_from_its_span():
    found = plan(summary(1), task(2, 1, parent=1), task(3, 4, parent=1), task(4), task(5), link(1, 4), link(1, 5, "SS", 1))
    assert (dates(found, 4)[:8], dates(found, 5)[:8]) == ("06 08:00", "03 08:00")


def test_s19_a_summary_that_starts_no_earlier_holds_all_that_is_in_it():
    assert dates(plan(summary(1, constraint="SNET 05 08"), task(2, parent=1)), 2) == "05 08:00 - 05 17:00"


def test_s41_what_bounds_a_summary_bounds_all_that_is_in_it():
    found = plan(summary(1), task(2, 1, parent=1), task(3, 3, parent=1), task(4, 1), link(1, 4))
    assert (late(found, 2), late(found, 3)) == ("04 08:00 - 04 17:00", "02 08:00 - 04 17:00")


def test_s41_the_deadline_of_a_summary_bounds_all_that_is_in_it():
    found = plan(summary(1, deadline="04 17"), task(2, 1, parent=1), task(9, 5))
    assert late(found, 2) == "04 08:00 - 04 17:00"


def test_s42_the_bounds_of_a_manual_summary_do_not_reach_dated_tasks():
    found = plan(
        summary(1, manual=True, start="02 08", finish="03 17"),
        task(2, parent=1),
        task(3, parent=1, constraint="SNET 03 08"),
        task(4, 1),
        task(5, 5),
        link(1, 4),
    )
    assert (late(found, 2), late(found, 3)) == ("05 08:00 - 05 17:00", "06 08:00 - 06 17:00")


def test_s43_a_manual_task_counts_with_its_own_dates():
    found = plan(
        summary(1),
        task(2, parent=1, manual=True, start="03 08", finish="03 17"),
        task(3, parent=1),
        task(4, 5),
        task(5),
        link(5, 1),
    )
    assert late(found, 1) == "03 08:00 - 06 17:00"
    assert late(found, 5) == "02 08:00 - 02 17:00"


def test_s19_a_link_to_the_finish_of_a_summary_holds_nothing_and_is_noted():
    found = plan(task(1, 5), summary(2), task(3, parent=2), link(1, 2, "FF"))
    assert dates(found, 3) == "02 08:00 - 02 17:00"
    assert [(note.code, note.uids) for note in found.notes] == [("link_to_summary_finish", (1, 2))]


def test_s17_a_manual_summary_without_dates_spans_what_is_in_it():
    found = plan(summary(1, manual=True), task(2, 2, parent=1), task(3, 4))
    assert (dates(found, 1), late(found, 1)) == ("02 08:00 - 03 17:00", "02 08:00 - 05 17:00".replace("02", "04", 1))


def test_s48_a_manual_task_keeps_the_time_between_its_own_dates():
    found = plan(
        task(1, 1, manual=True, start="02 08", finish="03 17"),
        task(2, 2, manual=True, start="02 08", finish="02 17", actual_start="02 08", percent_complete=50),
        task(3, 5),
    )
    assert (late(found, 1), late(found, 2)) == ("05 08:00 - 06 17:00", "05 08:00 - 06 17:00")


def test_s48_a_manual_summary_starts_late_no_earlier_than_it_starts():
    parts = [summary(1, manual=True, start="04 08", finish="04 17"), task(2, parent=1), task(3, deadline="03 17"), link(2, 3)]
    found = plan(*parts)
    assert (late(found, 2), late(found, 1)) == ("02 08:00 - 02 17:00", "04 08:00 - 04 17:00")


def test_s51_only_the_finish_of_a_manual_task_counts_for_slack():
    found = plan(task(1, 3, manual=True, start="02 08", finish="02 17"), task(2, 5))
    assert found.slots[1].total_slack == 4 * 8 * 3600
