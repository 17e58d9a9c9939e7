"""Working time: shifts, exceptions, arithmetic."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.engines.calendar import (
    STANDARD,
    TWENTY_FOUR_HOURS,
    BadShift,
    CalendarException,
    NoWorkingTime,
    OutOfTime,
    Timeline,
    WorkCalendar,
    WorkWeek,
    intersect,
    to_moment,
    to_seconds,
    unite,
)

HOUR = 3600
DAY = 8 * HOUR
_MORNING = ((8 * HOUR, 12 * HOUR),)
_LATE = ((14 * HOUR, 20 * HOUR),)
_NIGHTS = WorkCalendar("Nights", (((0, 6 * HOUR), (22 * HOUR, 24 * HOUR)),) * 7)
_BUSY = WorkCalendar(
    "Busy",
    STANDARD.week,
    (CalendarException(date(2026, 3, 4), date(2026, 3, 5)), CalendarException(date(2026, 3, 7), date(2026, 3, 7), _MORNING)),
    (WorkWeek(date(2026, 3, 2), date(2026, 3, 8), (_LATE, None, _LATE, None, None, None, None)),),
)
_ALL = (STANDARD, TWENTY_FOUR_HOURS, _NIGHTS, _BUSY)


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}")


def test_c1_exceptions_come_before_work_weeks_and_those_before_the_week():
    line = Timeline(_BUSY)
    assert line.next_work(at("03-02T00:00")) == at("03-02T14:00")  # the work week
    assert line.next_work(at("03-03T00:00")) == at("03-03T08:00")  # a day that the work week leaves alone
    assert line.next_work(at("03-04T00:00")) == at("03-06T08:00")  # two days off
    assert [line.is_working_day(date(2026, 3, day)) for day in (3, 4, 7, 8)] == [True, False, True, False]


def test_c1_the_first_of_two_exceptions_wins():
    both = (CalendarException(date(2026, 3, 3), date(2026, 3, 3), _LATE), CalendarException(date(2026, 3, 2), date(2026, 3, 4)))
    line = Timeline(WorkCalendar("Two", STANDARD.week, both))
    assert (line.next_work(at("03-02T00:00")), line.next_work(at("03-03T21:00"))) == (at("03-03T14:00"), at("03-05T08:00"))


def test_c1_an_exception_of_a_lifetime_is_one_too():
    line = Timeline(WorkCalendar("Retired", STANDARD.week, (CalendarException(date(2026, 3, 3), date(2050, 1, 1)),)))
    assert line.next_work(at("03-02T17:00")) == datetime(2050, 1, 3, 8)


@pytest.mark.parametrize(
    ("moment", "later", "earlier"),
    [
        ("03-02T10:00", "03-02T10:00", "03-02T10:00"),
        ("03-02T12:00", "03-02T13:00", "03-02T12:00"),
        ("03-02T12:30", "03-02T13:00", "03-02T12:00"),
        ("03-02T13:00", "03-02T13:00", "03-02T12:00"),
        ("03-06T17:00", "03-09T08:00", "03-06T17:00"),
        ("03-08T12:00", "03-09T08:00", "03-06T17:00"),
        ("03-02T08:00", "03-02T08:00", "02-27T17:00"),
    ],
)
def test_c2_where_work_starts_and_ends(moment, later, earlier):
    line = Timeline(STANDARD)
    assert (line.next_work(at(moment)), line.previous_work(at(moment))) == (at(later), at(earlier))


@pytest.mark.parametrize(
    ("moment", "seconds", "expected"),
    [
        ("03-02T08:00", DAY, "03-02T17:00"),
        ("03-02T08:00", DAY + 1, "03-03T08:00:01"),
        ("03-02T17:00", DAY, "03-03T17:00"),
        ("03-06T16:00", 2 * HOUR, "03-09T09:00"),
        ("03-09T09:00", -2 * HOUR, "03-06T16:00"),
        ("03-02T17:00", -DAY, "03-02T08:00"),
        ("03-07T11:00", 0, "03-07T11:00"),
        ("03-02T08:00", 260 * DAY, "12-31T17:00"),
    ],
)
def test_c3_adding(moment, seconds, expected):
    whole = datetime(2027, 2, 26, 17) if seconds == 260 * DAY else at(expected)
    assert Timeline(STANDARD).add(at(moment), seconds) == whole


def test_c4_between_counts_working_time_both_ways():
    line = Timeline(STANDARD)
    assert line.between(at("03-02T08:00"), at("03-09T08:00")) == 5 * DAY
    assert line.between(at("03-09T08:00"), at("03-02T12:00")) == -5 * DAY + 4 * HOUR
    assert line.between(at("03-06T17:00"), at("03-09T08:00")) == 0


def test_c5_a_shift_over_midnight_joins():
    line = Timeline(_NIGHTS)
    assert line.add(at("03-02T22:00"), 8 * HOUR) == at("03-03T06:00")
    assert line.add(at("03-02T22:00"), 2 * HOUR) == at("03-03T00:00")
    assert line.next_work(at("03-03T00:00")) == at("03-03T00:00")


def test_c5_a_day_of_24_hours_is_worked_throughout():
    assert Timeline(TWENTY_FOUR_HOURS).add(at("03-02T08:00"), 10 * 24 * HOUR) == at("03-12T08:00")


def test_c6_an_intersection_works_where_both_do_and_a_union_where_either_does():
    nights_off = intersect(_BUSY, STANDARD)
    assert Timeline(nights_off).add(at("03-02T08:00"), 3 * HOUR) == at("03-02T17:00")
    assert not Timeline(nights_off).is_working_day(date(2026, 3, 7))
    assert Timeline(unite(_BUSY, STANDARD)).between(at("03-02T00:00"), at("03-03T00:00")) == 11 * HOUR
    assert Timeline(unite(_BUSY, STANDARD)).is_working_day(date(2026, 3, 4))


def test_c7_a_calendar_without_working_time_is_refused():
    with pytest.raises(NoWorkingTime) as refused:
        Timeline(WorkCalendar("Never", ((),) * 7))
    assert refused.value.sentence.startswith("The calendar Never has no working time at all.")


def test_c7_time_that_runs_out_is_refused():
    one_day = Timeline(WorkCalendar("Once", ((),) * 7, (CalendarException(date(2026, 3, 2), date(2026, 3, 2), _MORNING),)))
    assert one_day.add(at("01-01T00:00"), 4 * HOUR) == at("03-02T12:00")
    for seconds in (5 * HOUR, -1):
        with pytest.raises(NoWorkingTime):
            one_day.add(at("03-02T08:00"), seconds)
    with pytest.raises(NoWorkingTime):
        Timeline(STANDARD).add(at("03-02T08:00"), 10_000 * 365 * DAY)


def test_c7_moments_beyond_all_calendars_are_refused():
    with pytest.raises(OutOfTime):
        to_moment(1 << 60)


@pytest.mark.parametrize("shifts", [((5, 3),), ((0, 90_000),), ((3, 9), (8, 12)), ((9, 12), (3, 5)), ((-1, 4),)])
def test_c7_bad_shifts_are_refused(shifts):
    with pytest.raises(BadShift):
        Timeline(WorkCalendar("Bad", (shifts, *STANDARD.week[1:])))


@pytest.mark.parametrize("order", [1, -1])
def test_c8_moments_far_away_count_as_the_edge(order):
    line = Timeline(STANDARD)
    moments = [datetime(1, 1, 1), datetime(1899, 12, 31), datetime(1900, 1, 1), datetime(2400, 1, 1), datetime(9999, 12, 31)]
    positions = {moment: line.position(to_seconds(moment)) for moment in moments[::order]}
    first, _, edge, late, last = (positions[moment] for moment in moments)
    assert first == edge
    assert last == late
    assert late - edge > 400 * 250 * DAY
    assert line.between(at("03-02T08:00"), at("03-03T08:00")) == DAY


def test_c8_work_cannot_leave_the_known_years():
    for moment in (datetime(9998, 1, 1), datetime(2399, 12, 31, 17)):
        with pytest.raises(NoWorkingTime):
            Timeline(STANDARD).add(moment, DAY)
    with pytest.raises(NoWorkingTime):
        Timeline(STANDARD).add(datetime(3, 1, 1), -DAY)


quick = settings(max_examples=60, deadline=None)  # the machine may be busy
_LINES = st.sampled_from([Timeline(calendar) for calendar in _ALL])
_MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2032, 1, 1)).map(lambda moment: moment.replace(microsecond=0))


@quick
@given(_LINES, _MOMENTS, st.integers(-300 * DAY, 300 * DAY))
def test_c3_c4_what_is_added_lies_between(line, moment, seconds):
    assert line.between(moment, line.add(moment, seconds)) == seconds


@quick
@given(_LINES, _MOMENTS, st.integers(0, 100 * DAY), st.integers(0, 100 * DAY))
def test_c3_adding_in_two_steps_is_adding_at_once(line, moment, first, second):
    assert line.add(line.add(moment, first), second) == line.add(moment, first + second)


@quick
@given(_LINES, _MOMENTS)
def test_c2_no_work_lies_between_a_moment_and_the_next_work(line, moment):
    later, earlier = line.next_work(moment), line.previous_work(moment)
    assert earlier <= moment <= later
    assert line.between(earlier, later) == 0
    assert line.between(later, later + timedelta(seconds=1)) == 1


@quick
@given(st.sampled_from(_ALL), st.lists(_MOMENTS, min_size=2, max_size=8))
def test_c4_the_order_of_questions_does_not_matter(calendar, moments):
    one, two = Timeline(calendar), Timeline(calendar)
    forwards = [one.between(moments[0], moment) for moment in moments]
    backwards = [two.between(moments[0], moment) for moment in reversed(moments)]
    assert forwards == backwards[::-1]


@quick
@given(_LINES, _MOMENTS, st.integers(1, 50 * DAY))
def test_c3_a_stretch_is_the_next_work_and_what_is_added(line, moment, seconds):
    at_second = to_seconds(moment)
    start, finish = line.stretch_at(at_second, seconds)
    assert (to_moment(start), to_moment(finish)) == (line.next_work(moment), line.add(moment, seconds))
    start, finish = line.stretch_back_at(at_second, seconds)
    assert (to_moment(start), to_moment(finish)) == (line.add(moment, -seconds), line.previous_work(moment))


def test_c3_a_stretch_may_leave_the_days_that_are_compiled():
    day, friday, wide = 24 * HOUR, to_seconds(datetime(2026, 3, 6, 18)), Timeline(STANDARD)
    wide.position(friday - 2000 * day)
    wide.position(friday + 2000 * day)
    for days in (*range(-375, -355), *range(725, 740)):
        for at in (friday + days * day - 17 * HOUR, friday + days * day, friday + days * day + 5 * HOUR):
            for stretch in ("stretch_at", "stretch_back_at"):
                line = Timeline(STANDARD)
                line.position(friday)
                assert getattr(line, stretch)(at, 20 * HOUR) == getattr(wide, stretch)(at, 20 * HOUR), (stretch, to_moment(at))
