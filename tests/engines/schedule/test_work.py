"""How long a task takes: calendars, people, contours."""

from __future__ import annotations

from tests.engines.schedule.story import HOUR, dates, late, person, plan, task

from milepost.engines.calendar import STANDARD, TWENTY_FOUR_HOURS, CalendarException, WorkCalendar
from milepost.engines.schedule import Piece

_NOT_WEDNESDAY = WorkCalendar("Not Wednesday", (*STANDARD.week[:2], (), *STANDARD.week[3:]))
_NIGHTS = WorkCalendar("Nights", (((0, 6 * HOUR), (22 * HOUR, 24 * HOUR)),) * 7)
_MORNINGS = WorkCalendar("Mornings", (((8 * HOUR, 12 * HOUR),),) * 5 + ((), ()))
CALENDARS = {"Ann": _NOT_WEDNESDAY, "Nights": _NIGHTS, "Mornings": _MORNINGS, "Always": TWENTY_FOUR_HOURS, "Bob": STANDARD}


def test_s5_a_task_works_on_its_own_calendar_else_on_the_projects():
    found = plan(task(1, 2), task(2, 2, calendar="Always"), calendars=CALENDARS)
    assert (dates(found, 1), dates(found, 2)) == ("02 08:00 - 03 17:00", "02 08:00 - 03 00:00")


def test_s5_an_elapsed_duration_runs_day_and_night():
    assert dates(plan(task(1, 15, duration_elapsed=True)), 1) == "02 08:00 - 07 08:00"


def test_s5_a_shift_over_midnight_goes_on():
    assert dates(plan(task(1, 1, calendar="Nights"), calendars=CALENDARS), 1) == "02 22:00 - 03 06:00"


def test_s6_one_person_works_on_their_own_calendar():
    assert dates(plan(task(1, 3, assignments=(person("Ann", work=3),)), calendars=CALENDARS), 1) == "02 08:00 - 05 17:00"


def test_s6_both_calendars_count_unless_the_task_ignores_people():
    both = task(1, 1, calendar="Mornings", assignments=(person("Ann", work=1),))
    alone = task(2, 1.5, calendar="Mornings", ignore_resource_calendar=True, assignments=(person("Ann", work=1.5),))
    found = plan(both, alone, calendars=CALENDARS)
    assert (dates(found, 1), dates(found, 2)) == ("02 08:00 - 03 12:00", "02 08:00 - 04 12:00")


def test_s6_a_task_and_a_person_who_never_work_at_the_same_time_keep_to_the_task():
    assert (
        dates(plan(task(1, 1, calendar="Mornings", assignments=(person("Nights", work=1),)), calendars=CALENDARS), 1)
        == "02 08:00 - 03 12:00"
    )


def test_s6_material_never_moves_a_date():
    assert dates(plan(task(1, 3, assignments=(person("Ann", work=99, drives=False),)), calendars=CALENDARS), 1) == "02 08:00 - 04 17:00"


def test_s7_several_people_take_as_long_as_the_last_of_them():
    ann, bob = person("Ann", work=2), person("Bob", work=2, units=0.5)
    assert dates(plan(task(1, 4, assignments=(ann, bob)), calendars=CALENDARS), 1) == "02 08:00 - 05 17:00"
    late_ann = person("Ann", work=2, delay=2)
    assert dates(plan(task(1, 4, assignments=(late_ann, bob)), calendars=CALENDARS), 1) == "02 08:00 - 06 17:00"


def test_s7_rounded_units_take_the_tasks_duration():
    one, two = person("Bob", work=1, units=0.33), person("Bob", work=1, units=0.33)
    assert dates(plan(task(1, 3, assignments=(one, two)), calendars=CALENDARS), 1) == "02 08:00 - 04 17:00"


def test_s7_a_person_without_work_does_not_count():
    assert dates(plan(task(1, 2, assignments=(person("Ann"), person("Bob", work=2))), calendars=CALENDARS), 1) == "02 08:00 - 03 17:00"


def test_s8_a_contour_counts_the_duration_in_the_time_of_any():
    ann, bob = person("Ann", work=2, shaped=True), person("Bob", work=1, shaped=True)
    found = plan(task(1, 4, assignments=(ann, bob)), calendars=CALENDARS)
    assert (dates(found, 1), late(found, 1)) == ("02 08:00 - 05 17:00", "02 08:00 - 05 17:00")


def test_s9_time_phased_work_says_when_an_assignment_ends():
    split = person("Bob", work=2, pieces=(Piece(0, 8 * HOUR), Piece(24 * HOUR, 8 * HOUR)))
    assert dates(plan(task(1, 2, assignments=(split,)), calendars=CALENDARS), 1) == "02 08:00 - 05 17:00"


def test_s47_the_late_start_is_the_earliest_of_the_peoples():
    holiday = WorkCalendar(
        "Cy", STANDARD.week, (CalendarException(task(0, start="05 00").start.date(), task(0, start="06 00").start.date()),)
    )
    people = (person("Bob", work=2), person("Cy", work=2))
    found = plan(task(1, 2, assignments=people), task(2, 5), calendars={**CALENDARS, "Cy": holiday})
    assert late(found, 1) == "03 08:00 - 06 17:00"
