"""What a Microsoft Project XML file says, and what becomes of what it says badly."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from tests.formats.making import HOUSE, element, elements, link, needs_data, plan, real_plans, task

from milepost.formats.mspdi import PlanFile, read, read_with_report
from milepost.formats.mspdi.model import DayException, Link, TimePhased


@pytest.fixture(scope="module")
def house() -> PlanFile:
    return read(HOUSE.read_bytes())


def codes(data: bytes) -> list[str]:
    return [finding.code for finding in read_with_report(data)[1].changed]


def test_what_holds_for_the_whole_plan(house: PlanFile) -> None:
    own = house.properties
    assert (own.name, own.title, own.currency_code) == ("house.xml", "A house by the lake", "EUR")
    assert own.start == datetime(2026, 3, 2, 8)
    assert own.status_date == datetime(2026, 3, 4, 17)
    assert not own.from_finish


def test_tasks_stand_in_a_tree(house: PlanFile) -> None:
    assert [(task.uid, task.parent, task.summary) for task in house.tasks] == [
        (0, None, True),
        (1, None, True),
        (2, 1, False),
        (3, 1, False),
        (4, None, False),
        (5, None, False),
        (6, None, False),
    ]
    assert house.tasks[0].is_project
    assert not house.tasks[1].is_project


def test_durations_are_seconds_and_costs_are_decimals(house: PlanFile) -> None:
    dig = house.tasks[2]
    assert (dig.duration, dig.actual_duration, dig.remaining_duration) == (16 * 3600, 16 * 3600, 0)
    assert dig.actual_cost == Decimal("1000")
    baseline = dig.baseline()
    assert baseline is not None
    assert (baseline.start, baseline.duration, baseline.cost) == (datetime(2026, 3, 2, 8), 16 * 3600, Decimal("800"))


def test_links_carry_their_kind_and_lag(house: PlanFile) -> None:
    assert house.tasks[4].links == (Link(3, "FS", 8 * 3600),)
    assert house.tasks[5].links == (Link(4, "SS", 16 * 3600),)


@pytest.mark.parametrize(
    ("unit", "lag", "wanted"),
    [
        (7, 4800, (8 * 3600, "work")),
        (8, 14400, (24 * 3600, "elapsed")),
        (19, 50, (50, "percent")),
        (20, 25, (25, "elapsed_percent")),
        (7, -4800, (-8 * 3600, "work")),
    ],
)
def test_a_lag_has_a_unit(unit: int, lag: int, wanted: tuple[int, str]) -> None:
    found = read(plan(task(1), task(2, link(1, lag=lag, unit=unit)))).tasks[1].links[0]
    assert (found.lag, found.lag_unit) == wanted


def test_a_calendar_says_its_week_and_its_exceptions(house: PlanFile) -> None:
    standard = house.calendars[0]
    assert [day.working for day in standard.week] == [True] * 5 + [False] * 2
    assert standard.week[0].shifts == ((8 * 3600, 12 * 3600), (13 * 3600, 17 * 3600))
    assert standard.base_uid is None
    assert standard.exceptions == (DayException(date(2026, 3, 12), date(2026, 3, 12), name="Day of the lake", occurrences=1),)


def test_a_shift_may_end_at_midnight_and_a_day_may_be_all_work() -> None:
    times = element("WorkingTimes", element("WorkingTime", elements(FromTime="00:00:00", ToTime="00:00:00")))
    day = element("WeekDay", elements(DayType=1, DayWorking=1) + times)
    found = read(plan(task(1), calendars=element("Calendar", elements(UID=1) + element("WeekDays", day)))).calendars[0]
    assert [(one.day, one.shifts) for one in found.week] == [(6, ((0, 86400),))]


def test_shifts_that_overlap_are_told_and_the_first_is_kept() -> None:
    hours = (("08:00:00", "17:00:00"), ("09:00:00", "10:00:00"), ("12:00:00", "13:00:00"), ("17:00:00", "18:00:00"))
    times = "".join(element("WorkingTime", elements(FromTime=first, ToTime=last)) for first, last in hours)
    day = element("WeekDay", elements(DayType=2, DayWorking=1) + element("WorkingTimes", times))
    data = plan(task(1), calendars=element("Calendar", elements(UID=1) + element("WeekDays", day)))
    assert codes(data) == ["calendar.shifts_overlap"]
    assert read(data).calendars[0].week[0].shifts == ((8 * 3600, 17 * 3600), (17 * 3600, 18 * 3600))


def test_an_old_exception_counts_only_where_no_new_one_covers_its_days() -> None:
    def period(day: int) -> str:
        return element("TimePeriod", elements(FromDate=f"2026-03-{day:02}T00:00:00", ToDate=f"2026-03-{day:02}T23:59:59"))

    old = "".join(element("WeekDay", elements(DayType=0, DayWorking=0) + period(day)) for day in (12, 13))
    new = element("Exception", period(12) + elements(Type=1, DayWorking=0))
    calendar = element("Calendar", elements(UID=1) + element("WeekDays", old) + element("Exceptions", new))
    found = read(plan(task(1), calendars=calendar)).calendars[0]
    assert [one.first.day for one in found.exceptions] == [12, 13]


def test_alternative_weeks_are_kept() -> None:
    days = element("WeekDays", element("WeekDay", elements(DayType=7, DayWorking=1)))
    week = element("WorkWeek", element("TimePeriod", elements(FromDate="2026-03-02T00:00:00", ToDate="2026-03-29T23:59:59")) + days)
    calendar = element("Calendar", elements(UID=1) + element("WorkWeeks", week))
    found = read(plan(task(1), calendars=calendar)).calendars[0].work_weeks[0]
    assert (found.first, found.last) == (date(2026, 3, 2), date(2026, 3, 29))
    assert [(day.day, day.working) for day in found.days] == [(5, True)]


def test_a_manual_task_keeps_its_own_dates_apart_from_the_stored_ones() -> None:
    own = elements(Manual=1, Start="2026-03-09T08:00:00", ManualStart="2026-03-10T08:00:00", Finish="2026-03-11T17:00:00")
    found = read(plan(task(1, own), task(2, elements(Start="2026-03-09T08:00:00")))).tasks
    assert found[0].own_start == datetime(2026, 3, 10, 8)
    assert found[0].own_finish == datetime(2026, 3, 11, 17)
    assert found[1].own_start is None
    assert found[1].stored.start == datetime(2026, 3, 9, 8)


def test_time_phased_data_is_work_cost_or_a_number() -> None:
    def period(kind: int, value: str) -> str:
        ends = elements(Type=kind, UID=1, Start="2026-03-02T08:00:00", Finish="2026-03-03T08:00:00", Unit=2, Value=value)
        return element("TimephasedData", ends)

    assignment = element(
        "Assignment", elements(UID=1, TaskUID=1, ResourceUID=-65535) + period(1, "PT8H0M0S") + period(6, "12345") + period(11, "40")
    )
    found = read(plan(task(1), assignments=assignment)).assignments[0]
    assert found.resource_uid is None
    start, finish = datetime(2026, 3, 2, 8), datetime(2026, 3, 3, 8)
    assert found.time_phased == (
        TimePhased(1, start, finish, unit=2, seconds=8 * 3600, uid=1),
        TimePhased(6, start, finish, unit=2, amount=Decimal("123.45"), uid=1),
        TimePhased(11, start, finish, unit=2, amount=Decimal(40), uid=1),
    )


def test_an_outline_level_may_come_from_the_outline_number() -> None:
    def numbered(uid: int, number: str) -> str:
        return element("Task", elements(UID=uid, OutlineNumber=number))

    found = read(plan(numbered(0, "0"), numbered(1, "1"), numbered(2, "1.1"))).tasks
    assert [(one.outline_level, one.parent) for one in found] == [(0, None), (1, None), (2, 1)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (plan(task(1, elements(Deadline="32.13.2026"))), "value.unreadable"),
        (plan(task(1, link(99))), "link.missing_task"),
        (plan(task(1, link(1))), "link.to_itself"),
        (plan(task(1), task(2, link(1, unit=77))), "link.unknown_lag_unit"),
        (plan(task(1), task(2, link(1, kind=9))), "link.unknown_kind"),
        (plan(task(1, link(9, CrossProject=1, CrossProjectName="other.mpp"))), "link.other_project"),
        (plan(task(1), task(1)), "task.uid_twice"),
        (plan(task(1), element("Task", elements(Name="no number"))), "task.without_uid"),
        (plan(task(1, elements(CalendarUID=7))), "task.missing_calendar"),
        (plan(task(1, elements(ConstraintType=4))), "task.constraint_without_date"),
        (plan(task(1, elements(ConstraintType=11))), "task.unknown_constraint"),
        (plan(task(1, elements(PercentComplete=140))), "task.percent_out_of_range"),
        (plan(task(1, elements(Summary=1))), "task.is_no_summary"),
        (plan(task(1, elements(Summary=0)), task(2, level=2)), "task.is_summary"),
        (plan(task(1), CalendarUID=5), "project.missing_calendar"),
        (plan(task(1), MinutesPerDay=0), "project.empty_day_length"),
        (plan(task(1), calendars=element("Calendar", elements(UID=1, BaseCalendarUID=9))), "calendar.missing_base"),
        (plan(task(1), calendars=element("Calendar", elements(UID=1, BaseCalendarUID=1))), "calendar.base_loop"),
        (plan(task(1), assignments=element("Assignment", elements(UID=1, TaskUID=8))), "assignment.missing_task"),
        (plan(task(1), assignments=element("Assignment", elements(UID=1, TaskUID=1, ResourceUID=8))), "assignment.missing_resource"),
        (plan(task(1), resources=element("Resource", elements(UID=1, CalendarUID=8))), "resource.missing_calendar"),
    ],
)
def test_what_cannot_be_taken_as_it_stands_is_said(data: bytes, code: str) -> None:
    assert codes(data) == [code]


@pytest.mark.parametrize(
    "slip",
    [
        elements(Duration="PT3000000H0M0S"),
        elements(Deadline="9999-12-31T17:00:00"),
        element("PredecessorLink", elements(PredecessorUID=1, LinkLag=2_000_000_000, LagFormat=7)),
        element("PredecessorLink", elements(PredecessorUID=1, LinkLag=20_000, LagFormat=19)),
    ],
)
def test_what_would_keep_the_calendar_busy_for_centuries_is_left_out(slip: str) -> None:
    assert codes(plan(task(1), task(2, slip))) == ["value.unreadable"]


def test_chains_of_calendars_and_outlines_have_an_end() -> None:
    chain = "".join(element("Calendar", elements(UID=uid, BaseCalendarUID=uid - 1 or -1)) for uid in range(1, 41))
    assert codes(plan(task(1), calendars=chain)) == ["calendar.base_loop"]
    found, report = read_with_report(plan(*(task(uid, elements(Summary=1), level=uid) for uid in range(1, 131))))
    assert {one.code for one in report.changed} == {"task.too_deep", "task.is_no_summary"}
    parents = {one.uid: one.parent for one in found.tasks}
    assert (parents[100], parents[101], parents[130]) == (99, 99, 99)


def test_no_task_is_lost_because_it_stands_at_the_level_of_the_project() -> None:
    found, report = read_with_report(plan(task(0, level=0), task(1), task(2, level=0), task(3, level=-3)))
    assert [one.uid for one in found.tasks if not one.is_project] == [1, 2, 3]
    assert [(one.code, one.where) for one in report.changed] == [("task.without_level", "task 2")]
    assert codes(plan(task(7, level=0), task(8, level=0), task(9))) == ["task.without_level"]


def test_a_task_with_an_unreadable_date_is_kept_without_it() -> None:
    found, report = read_with_report(plan(task(4, elements(Deadline="soon"))))
    assert found.tasks[0].deadline is None
    assert report.changed[0].where == "task 4"
    assert report.changed[0].message == "Deadline is “soon”, which is not a date and time; it was left out."


def test_the_same_fault_in_every_row_is_said_a_hundred_times_and_then_counted() -> None:
    _, report = read_with_report(plan(*(task(uid, elements(Deadline="soon")) for uid in range(1, 151))))
    assert len(report.changed) == 101
    assert report.changed[-1].message == "50 more of the same kind."


def test_the_report_counts_what_came_in_and_what_is_not_used() -> None:
    custom = element("ExtendedAttribute", elements(FieldID=188743731, Value="blue"))
    _, report = read_with_report(plan(task(1, elements(HideBar=1, Rollup=0), custom), task(2, link(1))))
    assert report.taken["tasks"] == 2
    assert report.taken["links"] == 1
    assert report.dropped == {"Task/ExtendedAttribute": 1, "Task/HideBar": 1}


@needs_data
@pytest.mark.parametrize("path", real_plans(), ids=lambda path: path.stem)
def test_real_plans_are_read_without_a_word(path: object) -> None:
    _, report = read_with_report(path.read_bytes())  # type: ignore[attr-defined]
    assert {one.code for one in report.changed} <= {"project.empty_day_length"}
    assert report.taken["tasks"] > 0
