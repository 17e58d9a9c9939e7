"""Months as one counts back from today: each with the day on which it is looked at, and the moment at which that day ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Month:
    """A month such as `2026-03`, the day that it is seen on (its last one, or today), and the end of that day, aware UTC."""

    name: str
    day: date
    end: datetime

    @property
    def number(self) -> int:
        """Months since the year 0: what spans of work are counted in."""
        return number_of(self.day)


def number_of(day: date) -> int:
    """The month of a day, counted since the year 0."""
    return day.year * 12 + day.month - 1


def months_until(today: date, count: int, zone: str) -> list[Month]:
    """The last months, the earliest first; that of today is seen as it stands today."""
    found = [_month(today, zone)]
    while len(found) < count:
        found.append(_month(found[-1].day.replace(day=1) - timedelta(days=1), zone))
    return found[::-1]


def _month(day: date, zone: str) -> Month:
    end = datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone)) - timedelta(microseconds=1)
    return Month(f"{day:%Y-%m}", day, end.astimezone(UTC))
