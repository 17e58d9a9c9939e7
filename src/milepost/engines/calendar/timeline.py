"""A calendar compiled for arithmetic: rules C1 to C7 of SPEC.md.

Every shift of a growing window of days lies in three flat lists: where it begins, where it ends, and how much
working time passed before it. A moment maps to a *position* (working seconds since the window's origin) by one
bisection, and a position back to a moment by another; adding a duration is one of each.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, datetime
from typing import NamedTuple

from milepost.engines.calendar.days import DayBook
from milepost.engines.calendar.errors import NoWorkingTime
from milepost.engines.calendar.instants import FIRST, LAST, to_moment, to_seconds
from milepost.engines.calendar.model import DAY, WorkCalendar

_MARGIN = 366  # days compiled beyond what was asked for, so that growing is rare
_FIRST_DAY = FIRST // DAY
_LAST_DAY = LAST // DAY


class _Window(NamedTuple):
    """The days that are compiled. Growing makes a new one, so that a reader in another thread never meets half of it."""

    low: int  # the first second, and the one behind the last
    high: int
    begins: list[int]
    ends: list[int]
    before: list[int]  # working seconds before each shift, one longer than the shifts: the last is the total


class Timeline:
    """Working-time arithmetic on one calendar. Compiled lazily, for the days that are asked for and some around.

    Moments are naive datetimes in the public methods; the methods named `..._at` and `position` count seconds
    since year 1 (see `instants`) and are what the schedule uses. Raises NoWorkingTime where time runs out.
    """

    def __init__(self, calendar: WorkCalendar) -> None:
        self.calendar = calendar
        self._days = DayBook(calendar)
        self._window = _Window(-1, -1, [], [], [])

    # --- public face, on datetimes ---

    def next_work(self, moment: datetime) -> datetime:
        """The first moment at or after `moment` at which work can start (C2)."""
        return to_moment(self.start_at(self.position(to_seconds(moment))))

    def previous_work(self, moment: datetime) -> datetime:
        """The last moment at or before `moment` at which work can end (C2)."""
        return to_moment(self.finish_at(self.position(to_seconds(moment))))

    def add(self, moment: datetime, seconds: int) -> datetime:
        """`moment` moved by so many working seconds, back if negative; 0 leaves it where it is (C3)."""
        return to_moment(self.add_at(to_seconds(moment), seconds))

    def between(self, first: datetime, last: datetime) -> int:
        """Working seconds from `first` to `last`, negative if `last` is earlier (C4)."""
        return self.position(to_seconds(last)) - self.position(to_seconds(first))

    def is_working_day(self, day: date) -> bool:
        """Whether the day has any working time."""
        return bool(self._days.shifts(day.toordinal() - 1))

    # --- the engines' face, on seconds since year 1 ---

    def position(self, at: int) -> int:
        """Working seconds between the window's origin and `at`; only differences of positions mean anything."""
        low, high, begins, ends, before = self._window
        if not low <= at < high:
            _, _, begins, ends, before = self._cover(at // DAY)
        shift = bisect_right(begins, at) - 1
        if shift < 0:
            return before[0] if before else 0
        end = ends[shift]
        return before[shift] + (at if at < end else end) - begins[shift]

    def start_at(self, position: int) -> int:
        """The latest moment with that position: where work that has it before it starts (C2)."""
        _, _, begins, _, before = self._window
        while position >= before[-1]:
            _, _, begins, _, before = self._grow_later(position)
        while position < before[0]:
            _, _, begins, _, before = self._grow_earlier(position)
        shift = bisect_right(before, position) - 1
        return begins[shift] + position - before[shift]

    def finish_at(self, position: int) -> int:
        """The earliest moment with that position: where work that has it behind it ends (C2)."""
        _, _, begins, _, before = self._window
        while position > before[-1]:
            _, _, begins, _, before = self._grow_later(position)
        while position <= before[0]:
            _, _, begins, _, before = self._grow_earlier(position)
        shift = bisect_left(before, position) - 1
        return begins[shift] + position - before[shift]

    def add_at(self, at: int, seconds: int) -> int:
        """`add` on seconds since year 1."""
        if seconds > 0:
            return self.finish_at(self.position(at) + seconds)
        return self.start_at(self.position(at) + seconds) if seconds < 0 else at

    def stretch_at(self, at: int, seconds: int) -> tuple[int, int]:
        """Where so much work starts and ends if it may start at `at`; with no work, `at` itself twice."""
        if seconds <= 0:
            return at, at
        low, high, begins, ends, before = self._window
        if not low <= at < high:
            _, _, begins, ends, before = self._cover(at // DAY)
        shift = bisect_right(begins, at) - 1
        if shift >= 0 and at < ends[shift]:
            start, position = at, before[shift] + at - begins[shift] + seconds
        else:
            shift += 1
            position = before[shift] + seconds
            if shift == len(begins):
                return self.start_at(before[shift]), self.finish_at(position)
            start = begins[shift]
        if position <= before[shift + 1]:
            return start, start + seconds
        if position > before[-1]:
            return start, self.finish_at(position)
        shift = bisect_left(before, position) - 1
        return start, begins[shift] + position - before[shift]

    def stretch_back_at(self, at: int, seconds: int) -> tuple[int, int]:
        """Where so much work starts and ends if it must end by `at`; with no work, `at` itself twice."""
        if seconds <= 0:
            return at, at
        low, high, begins, ends, before = self._window
        if not low <= at < high:
            _, _, begins, ends, before = self._cover(at // DAY)
        shift = bisect_left(begins, at) - 1
        if shift < 0:
            finish = self.finish_at(before[0])
            return self.start_at(before[0] - seconds), finish
        finish = min(at, ends[shift])
        position = before[shift] + finish - begins[shift] - seconds
        if position >= before[shift]:
            return finish - seconds, finish
        if position < before[0]:
            return self.start_at(position), finish
        shift = bisect_right(before, position) - 1
        return begins[shift] + position - before[shift], finish

    # --- compiling ---

    def _cover(self, day: int) -> _Window:
        """Compile days until `day` is inside the window."""
        window = self._window
        if not window.before:
            midnight = min(max(_FIRST_DAY, day - _MARGIN), _LAST_DAY) * DAY
            window = _Window(midnight, midnight, [], [], [0])
        if day >= window.high // DAY:
            return self._append(window, min(day + 2 * _MARGIN, _LAST_DAY))
        if day < window.low // DAY:
            return self._prepend(window, max(_FIRST_DAY, day - _MARGIN))
        return window

    def _grow_later(self, position: int) -> _Window:
        window = self._window
        high = window.high // DAY
        self._days.refuse_emptiness_after(high)
        if high >= _LAST_DAY:
            raise NoWorkingTime(name=self.calendar.name, where="before the year 2400")
        share = max(self._days.week_seconds, 1)
        weeks = min((position - window.before[-1]) // share, 60_000)
        return self._append(window, min(high + 7 * weeks + 2 * _MARGIN, _LAST_DAY))

    def _grow_earlier(self, position: int) -> _Window:
        window = self._window
        low = window.low // DAY
        self._days.refuse_emptiness_before(low)
        if low <= _FIRST_DAY:
            raise NoWorkingTime(name=self.calendar.name, where="after the year 1900")
        share = max(self._days.week_seconds, 1)
        weeks = min((window.before[0] - position) // share, 60_000)
        return self._prepend(window, max(low - 7 * weeks - _MARGIN, _FIRST_DAY))

    def _append(self, window: _Window, high: int) -> _Window:
        first = window.high // DAY
        begins, ends, before = window.begins[:], window.ends[:], window.before[:]
        total = before[-1]
        for day in range(first, high):
            midnight = day * DAY
            for begin, end in self._days.shifts(day):
                begins.append(midnight + begin)
                ends.append(midnight + end)
                total += end - begin
                before.append(total)
        grown = self._window = _Window(window.low, max(first, high) * DAY, begins, ends, before)
        return grown

    def _prepend(self, window: _Window, low: int) -> _Window:
        """Earlier shifts get negative positions, so that positions given out before stay true."""
        first = window.low // DAY
        begins: list[int] = []
        ends: list[int] = []
        before: list[int] = []
        total = window.before[0]
        for day in range(first - 1, low - 1, -1):
            midnight = day * DAY
            for begin, end in reversed(self._days.shifts(day)):
                begins.append(midnight + begin)
                ends.append(midnight + end)
                total -= end - begin
                before.append(total)
        lists = begins[::-1] + window.begins, ends[::-1] + window.ends, before[::-1] + window.before
        grown = self._window = _Window(min(first, low) * DAY, window.high, *lists)
        return grown
