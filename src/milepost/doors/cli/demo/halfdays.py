"""The demo's working time in half days: Monday to Friday, 8 to 12 and 13 to 17, without the public holidays below."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

HOLIDAYS = (
    (date(2026, 1, 1), "New Year"),
    (date(2026, 4, 3), "Good Friday"),
    (date(2026, 4, 6), "Easter Monday"),
    (date(2026, 5, 1), "Labour Day"),
    (date(2026, 5, 14), "Ascension Day"),
    (date(2026, 5, 25), "Whit Monday"),
    (date(2026, 12, 25), "Christmas Day"),
    (date(2027, 1, 1), "New Year"),
    (date(2027, 3, 26), "Good Friday"),
    (date(2027, 3, 29), "Easter Monday"),
    (date(2027, 5, 6), "Ascension Day"),
    (date(2027, 5, 17), "Whit Monday"),
)
_MORNING, _NOON, _AFTERNOON, _EVENING = time(8), time(12), time(13), time(17)
_SHIFTS = [[8 * 3600, 12 * 3600], [13 * 3600, 17 * 3600]]
CALENDAR: dict[str, Any] = {
    "name": "Standard",
    "week": [_SHIFTS] * 5 + [[], []],
    "exceptions": [{"first": day.isoformat(), "last": day.isoformat(), "shifts": [], "name": name} for day, name in HOLIDAYS],
}


class HalfDays:
    """Counts half days from the morning of the first working day at or after `first`, for four years."""

    def __init__(self, first: date) -> None:
        self._days = _working_days(first)

    def start(self, position: int) -> datetime:
        """When work that has so many half days before it begins."""
        return datetime.combine(self._days[position // 2], _AFTERNOON if position % 2 else _MORNING)

    def finish(self, position: int) -> datetime:
        """When work that ends after so many half days ends."""
        if position == 0:
            return self.start(0)
        day, half = divmod(position - 1, 2)
        return datetime.combine(self._days[day], _EVENING if half else _NOON)

    def position(self, moment: datetime) -> int:
        """How many half days are over at a moment; one that has begun is not."""
        whole = bisect_right(self._days, moment.date()) - 1
        if whole < 0:
            return 0
        today = 0 if self._days[whole] == moment.date() else 2
        if not today:
            today = 2 if moment.time() >= _EVENING else 1 if moment.time() >= _NOON else 0
        return whole * 2 + today


@cache
def _working_days(first: date) -> list[date]:
    holidays = {day for day, _ in HOLIDAYS}
    days = (first + timedelta(days=number) for number in range(4 * 365))
    return [day for day in days if day.weekday() < 5 and day not in holidays]
