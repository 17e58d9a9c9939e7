"""A plan that is written and read again is the same plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import etree
from tests.formats.making import HOUSE, element, elements, link, needs_data, plan, real_plans, task

from milepost.formats.mspdi import order, read, read_with_report, write
from milepost.formats.mspdi.model import Calendar, DayException, PlanFile, Task, WeekDay, WorkWeek

ORDERS = {
    "Project": order.PROJECT,
    "Calendar": order.CALENDAR,
    "Exception": order.EXCEPTION,
    "Task": order.TASK,
    "PredecessorLink": order.LINK,
    "Baseline": order.BASELINE,
    "Resource": order.RESOURCE,
    "Assignment": order.ASSIGNMENT,
}


def assert_survives(data: bytes) -> bytes:
    """Written and read again it is equal, and nothing was to be said."""
    first = read(data)
    written = write(first)
    again, report = read_with_report(written)
    assert again == first
    assert report.changed == ()
    return written


def test_a_plan_survives() -> None:
    assert_survives(HOUSE.read_bytes())


def test_every_kind_of_link_survives() -> None:
    links = [link(1, kind, lag, unit) for kind in range(4) for lag, unit in ((0, 7), (-4800, 9), (14400, 8), (50, 19), (25, 20))]
    assert_survives(plan(task(1), task(2, *links)))


def test_a_calendar_with_everything_survives() -> None:
    day = date(2026, 3, 12)
    hours = ((0, 3600), (8 * 3600, 86400))
    calendar = Calendar(
        1,
        "Odd",
        week=(WeekDay(0, True, hours), WeekDay(6, False)),
        exceptions=(
            DayException(day, date(2030, 3, 12), recurrence="weekly", period=2, days_of_week=(0, 6), occurrences=9, by_occurrences=True),
            DayException(day, date(2030, 3, 12), recurrence="yearly_position", month=1, month_item=3, month_position=4),
            DayException(day, day, working=True, shifts=hours, name="Extra"),
        ),
        work_weeks=(WorkWeek(day, day, "Busy", (WeekDay(5, True, hours),)),),
    )
    written = PlanFile(calendars=(calendar,), tasks=(Task(1),))
    assert read(write(written)) == written


def test_time_phased_data_survives() -> None:
    def period(kind: int, value: str) -> str:
        ends = elements(Type=kind, UID=1, Start="2026-03-02T08:00:00", Finish="2026-03-03T08:00:00", Unit=2, Value=value)
        return element("TimephasedData", ends)

    phased = period(1, "PT8H0M0S") + period(6, "12345") + period(11, "40")
    assert_survives(plan(task(1, phased), assignments=element("Assignment", elements(UID=1, TaskUID=1, ResourceUID=-65535) + phased)))


def test_what_milepost_does_not_use_is_written_back() -> None:
    custom = element("ExtendedAttribute", elements(FieldID=188743731, Value="blue"))
    definitions = element("ExtendedAttribute", elements(FieldID=188743731, Alias="Colour"))
    written = assert_survives(plan(task(1, custom, elements(HideBar=1)), ExtendedAttributes=definitions, Revision=7))
    for kept in (b"<Value>blue</Value>", b"<Alias>Colour</Alias>", b"<HideBar>1</HideBar>", b"<Revision>7</Revision>"):
        assert kept in written


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    written = PlanFile(tasks=(Task(1, name="Dig & <fill>\x00\x1f"),))
    assert read(write(written)).tasks[0].name == "Dig & <fill>"


def test_a_file_without_the_namespace_is_read_as_well() -> None:
    bare = HOUSE.read_bytes().replace(b' xmlns="http://schemas.microsoft.com/project"', b"")
    assert read(bare) == read(HOUSE.read_bytes())


def test_elements_stand_in_the_order_of_the_schema() -> None:
    house = read(HOUSE.read_bytes())
    rich = replace(house, tasks=tuple(replace(one, notes="A note", contact="Ann") for one in house.tasks))
    for parent in etree.fromstring(write(rich)).iter():
        name = etree.QName(parent).localname
        if name in ORDERS:
            places = [ORDERS[name][etree.QName(child).localname] for child in parent]
            assert places == sorted(places), name


@needs_data
@pytest.mark.parametrize("path", real_plans(), ids=lambda path: path.stem)
def test_real_plans_survive(path: Path) -> None:
    first = read(path.read_bytes())
    assert read(write(first)) == first
