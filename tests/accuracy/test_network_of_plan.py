"""From a plan file to a network."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from milepost.apps.planning.bridge.from_file import NoProjectStart, network_of_plan
from milepost.engines.calendar import STANDARD, CalendarException
from milepost.engines.schedule import Constraint, LagUnit, Link, LinkKind, Piece
from milepost.formats.mspdi import PlanFile
from milepost.formats.mspdi import model as file

HOUR = 3600
MONDAY = datetime(2026, 3, 2, 8)
START = file.Properties(start=MONDAY, calendar_uid=1)
MORNINGS = ((8 * HOUR, 12 * HOUR),)
BASE = file.Calendar(1, "House", week=(file.WeekDay(4, True, MORNINGS), file.WeekDay(5, True), file.WeekDay(0, False)))
HOLIDAY = file.DayException(date(2026, 3, 3), date(2026, 3, 3), name="Day off")
ANN = file.Calendar(2, "House", is_base=False, base_uid=1, week=(file.WeekDay(0, True, MORNINGS),), exceptions=(HOLIDAY,))


def test_a_plan_without_a_start_is_refused():
    with pytest.raises(NoProjectStart):
        network_of_plan(PlanFile())


def test_calendars_take_over_what_they_do_not_say_themselves():
    network = network_of_plan(PlanFile(START, (BASE, ANN)))
    ann = network.calendars["House (2)"]
    assert network.project_calendar is network.calendars["House"]
    assert network.project_calendar.week == ((), *STANDARD.week[1:4], MORNINGS, STANDARD.week[0], ())
    assert ann.week == (MORNINGS, *STANDARD.week[1:4], MORNINGS, STANDARD.week[0], ())
    assert ann.exceptions == (CalendarException(date(2026, 3, 3), date(2026, 3, 3), (), "Day off"),)


def test_a_recurring_exception_becomes_its_days():
    yearly = file.DayException(date(2026, 5, 1), date(2028, 5, 1), recurrence="yearly", month=5, month_day=1)
    calendar = file.Calendar(1, "House", exceptions=(yearly,))
    days = [exception.first for exception in network_of_plan(PlanFile(START, (calendar,))).project_calendar.exceptions]
    assert days == [date(2026, 5, 1), date(2027, 5, 1), date(2028, 5, 1)]


def test_tasks_links_and_people_come_over():
    tasks = (
        file.Task(0, outline_level=0, summary=True),
        file.Task(9, blank=True),
        file.Task(1, name="Dig", duration=3 * 8 * HOUR, constraint="SNET", constraint_date=MONDAY),
        file.Task(
            2, duration=HOUR, duration_format=8, links=(file.Link(1, "SS", 50, "percent"), file.Link(1, "FF", 50, "elapsed_percent"))
        ),
    )
    people = (file.Resource(5, calendar_uid=2), file.Resource(6, type=0), file.Resource(7, is_cost=True))
    shares = (
        file.Assignment(1, 1, 5, work=HOUR, contour=1),
        file.Assignment(2, 1, 6, work=9),
        file.Assignment(3, 1, 7),
        file.Assignment(4, 1, None),
    )
    network = network_of_plan(PlanFile(START, (BASE, ANN), tasks, people, shares))
    dig, rest = network.tasks
    assert (dig.uid, dig.name, dig.constraint, dig.constraint_date) == (1, "Dig", Constraint.SNET, MONDAY)
    assert rest.duration_elapsed
    assert network.links == (
        Link(1, 2, LinkKind.SS, 50, LagUnit.PERCENT),
        Link(1, 2, LinkKind.FF, 12 * HOUR, LagUnit.ELAPSED),
    )
    assert [(one.calendar, one.drives, one.shaped) for one in dig.assignments] == [
        ("House (2)", True, True),
        (None, False, False),
        (None, False, False),
        (None, False, False),
    ]


def test_only_manual_tasks_bring_dates_of_their_own():
    stored = file.Stored(start=MONDAY, finish=MONDAY)
    tasks = (
        file.Task(1, stored=stored),
        file.Task(2, manual=True, stored=stored),
        file.Task(3, manual=True, manual_start=datetime(2026, 3, 4, 8), stored=stored),
        file.Task(4, external=True, stored=stored),
    )
    found = [(task.manual, task.start) for task in network_of_plan(PlanFile(START, tasks=tasks)).tasks]
    assert found == [(False, None), (True, MONDAY), (True, datetime(2026, 3, 4, 8)), (True, MONDAY)]


def test_time_phased_work_becomes_pieces_that_move_with_the_task():
    def day(first: int) -> file.TimePhased:
        return file.TimePhased(1, datetime(2026, 3, first, 8), datetime(2026, 3, first, 17), seconds=8 * HOUR)

    shares = (file.Assignment(1, 1, 5, work=16 * HOUR, time_phased=(day(4), day(10))),)
    plan = PlanFile(file.Properties(start=MONDAY), tasks=(file.Task(1),), resources=(file.Resource(5),), assignments=shares)
    assert network_of_plan(plan).tasks[0].assignments[0].pieces == (Piece(0, 8 * HOUR), Piece(32 * HOUR, 8 * HOUR))
