"""What happened stays; what is left goes on."""

from __future__ import annotations

from tests.engines.schedule.story import DAY, at, dates, late, link, person, plan, summary, task

from milepost.engines.calendar import STANDARD
from milepost.engines.schedule import ProgressRule, Reason


def begun(uid: int, days: float, done: float, **more: object) -> object:
    """A task that began on Monday and has so many days done."""
    return task(uid, days, **{"actual_start": "02 08", "actual_duration": round(done * DAY), "percent_complete": 50, **more})


def test_s30_a_finished_task_stands_at_its_actual_dates():
    found = plan(task(1, 4), task(2, 1, actual_start="02 10", actual_finish="03 12"), task(3), link(1, 2), link(2, 3))
    assert (dates(found, 2), dates(found, 3)) == ("02 10:00 - 03 12:00", "03 13:00 - 04 12:00")


def test_s31_a_begun_task_starts_at_its_actual_start():
    found = plan(task(1, 4), task(2, 2, actual_start="03 08"), link(1, 2))
    assert dates(found, 2) == "03 08:00 - 04 17:00"


def test_s32_what_is_left_goes_on_where_it_stopped_or_is_resumed():
    found = plan(begun(1, 3, 1), begun(2, 3, 1, resume="05 08"), begun(3, 3, 1, stop="04 17"))
    assert [dates(found, uid)[11:] for uid in (1, 2, 3)] == ["04 17:00", "06 17:00", "06 17:00"]


def test_s33_retained_logic_waits_for_predecessors_and_override_does_not():
    parts = [task(1, 3), begun(2, 2, 1), link(1, 2)]
    assert dates(plan(*parts), 2) == "02 08:00 - 05 17:00"
    assert dates(plan(*parts, progress_rule=ProgressRule.OVERRIDE), 2) == "02 08:00 - 03 17:00"


def test_s33_the_driver_of_waiting_work_is_the_link():
    found = plan(task(1, 3), begun(2, 2, 1), begun(3, 2, 1), link(1, 2))
    assert (found.drivers[2].task, found.drivers[3].reason) == (1, Reason.PROGRESS)


def test_s34_what_is_left_is_the_remaining_duration():
    assert dates(plan(begun(1, 3, 1, remaining_duration=4 * DAY)), 1) == "02 08:00 - 06 17:00"


def test_s34_with_people_each_ones_remaining_work_is_left():
    ann, bob = person("A", work=2, actual_work=2 * DAY), person("A", work=3, actual_work=1 * DAY)
    found = plan(begun(1, 3, 1, remaining_duration=2 * DAY, assignments=(ann, bob)), calendars={"A": STANDARD})
    assert dates(found, 1) == "02 08:00 - 04 17:00"


def test_s45_a_finished_task_has_its_actual_dates_as_late_dates_and_bounds_nobody():
    found = plan(task(1, 1), task(2, 1, actual_start="02 08", actual_finish="02 17"), task(3, 5), link(1, 2))
    assert (late(found, 2), late(found, 1)) == ("02 08:00 - 02 17:00", "06 08:00 - 06 17:00")
    assert (found.slots[2].total_slack, found.slots[2].free_slack, found.slots[2].critical) == (0, 0, False)


def test_s45_a_summary_in_which_all_ended_bounds_nobody():
    found = plan(task(1), summary(2), task(3, parent=2, actual_start="02 08", actual_finish="02 17"), task(4, 5), link(1, 2))
    assert late(found, 1) == "06 08:00 - 06 17:00"


def test_s46_a_begun_task_starts_late_at_its_actual_start():
    found = plan(begun(1, 2, 1), task(2, 5))
    assert (late(found, 1), found.slots[1].total_slack) == ("02 08:00 - 06 17:00", 3 * DAY)


def test_s46_predecessors_must_end_where_what_is_left_goes_on():
    found = plan(task(1, 3), begun(2, 2, 1), task(3, 9), link(1, 2))
    assert late(found, 1) == "02 08:00 - 04 17:00"


def test_s46_s51_late_begun_work_ends_late_but_keeps_its_negative_slack():
    found = plan(begun(1, 4, 1, deadline="03 17"), task(2, 9))
    assert (late(found, 1)[11:], found.slots[1].total_slack) == ("05 17:00", -2 * DAY)


def test_s31_percent_complete_stands_in_for_an_actual_duration():
    parts = [task(1, 3), task(2, 2, actual_start="02 08", percent_complete=50), link(1, 2)]
    assert dates(plan(*parts), 2) == "02 08:00 - 05 17:00"


def test_s31_a_changed_remainder_counts_from_the_actual_start():
    assert dates(plan(task(1, 2, actual_start="03 08", remaining_duration=3 * DAY)), 1) == "03 08:00 - 05 17:00"


def test_s35_the_status_date_moves_nothing():
    parts = [begun(1, 3, 1), task(2, 2), link(1, 2)]
    one, two = plan(*parts), plan(*parts, status_date=at("20 17"))
    assert [dates(one, uid) for uid in (1, 2)] == [dates(two, uid) for uid in (1, 2)]
