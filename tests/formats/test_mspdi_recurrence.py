"""The days that an exception of a calendar means."""

from __future__ import annotations

from datetime import date

import pytest

from milepost.formats.mspdi import days_of, periods_of
from milepost.formats.mspdi.model import DayException

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)  # 1 January 2026 is a Thursday


def days(**how: object) -> list[str]:
    return [day.isoformat() for day in days_of(DayException(FIRST, LAST, **how))]  # type: ignore[arg-type]


def test_plain_days_are_one_period() -> None:
    assert list(periods_of(DayException(date(2026, 3, 12), date(2026, 3, 16)))) == [(date(2026, 3, 12), date(2026, 3, 16))]


def test_every_third_day() -> None:
    assert days(recurrence="daily", period=3)[:3] == ["2026-01-01", "2026-01-04", "2026-01-07"]


def test_every_other_week_on_saturday_and_sunday_counts_weeks_from_sunday() -> None:
    assert days(recurrence="weekly", period=2, days_of_week=(5, 6))[:4] == ["2026-01-03", "2026-01-11", "2026-01-17", "2026-01-25"]


def test_the_31st_of_every_month_leaves_out_short_months() -> None:
    assert days(recurrence="monthly", month_day=31)[:3] == ["2026-01-31", "2026-03-31", "2026-05-31"]


def test_every_third_month() -> None:
    assert days(recurrence="monthly", month_day=15, period=3) == ["2026-01-15", "2026-04-15", "2026-07-15", "2026-10-15"]


@pytest.mark.parametrize(
    ("item", "position", "wanted"),
    [
        (4, 0, "2026-05-04"),  # the first Monday of May
        (4, 4, "2026-05-25"),  # the last Monday
        (3, 1, "2026-05-10"),  # the second Sunday
        (0, 4, "2026-05-31"),  # the last day
        (1, 0, "2026-05-01"),  # the first weekday
        (2, 4, "2026-05-31"),  # the last day of a weekend
    ],
)
def test_a_position_in_a_month(item: int, position: int, wanted: str) -> None:
    assert days(recurrence="yearly_position", month=5, month_item=item, month_position=position) == [wanted]


def test_every_year_for_so_many_occurrences() -> None:
    christmas = DayException(date(2026, 12, 25), date(2039, 12, 25), recurrence="yearly", month=12, month_day=25)
    assert len(list(days_of(christmas))) == 14
    entered = DayException(christmas.first, christmas.last, recurrence="yearly", month=12, month_day=25, occurrences=3, by_occurrences=True)
    assert [day.year for day in days_of(entered)] == [2026, 2027, 2028]


def test_recurring_days_that_touch_are_one_period() -> None:
    weekends = DayException(date(2026, 1, 1), date(2026, 1, 12), recurrence="weekly", days_of_week=(4, 5))
    assert list(periods_of(weekends)) == [(date(2026, 1, 2), date(2026, 1, 3)), (date(2026, 1, 9), date(2026, 1, 10))]
