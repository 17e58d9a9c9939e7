"""A calendar compiled for arithmetic: rules C1 to C7 of SPEC.md.

Every shift of a growing window of days lies in three flat lists: where it begins, where it ends, and how much
working time passed before it. A moment maps to a *position* (working seconds since the window's origin) by one
bisection, and a position back to a moment by another; adding a duration is one of each.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, datetime

from milepost.engines.calendar.days import DayBook
from milepost.engines.calendar.errors import NoWorkingTime
from milepost.engines.calendar.instants import FIRST, LAST, to_moment, to_seconds
from milepost.engines.calendar.model import DAY, WorkCalendar

_MARGIN = 366  # days compiled beyond what was asked for, so that growing is rare
_FIRST_DAY = FIRST // DAY
_LAST_DAY = LAST // DAY


class Timeline:
    """Working-time arithmetic on one calendar. Compiled lazily, for the days that are asked for and some around.

    Moments are naive datetimes in the public methods; the methods named `..._at` and `position` count seconds
    since year 1 (see `instants`) and are what the schedule uses. Raises NoWorkingTime where time runs out.
    """

    def __init__(self, calendar: WorkCalendar) -> None:
        self.calendar = calendar
        self._days = DayBook(calendar)
        self._low = self._high = -1  # days compiled: low <= day < high
        self._low_second = self._high_second = -1
        self._begins: list[int] = []
        self._ends: list[int] = []
        self._before: list[int] = []  # working seconds before each shift, one longer than the shifts: the last is the total

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
        if not self._low_second <= at < self._high_second:
            self._cover(at // DAY)
        shift = bisect_right(self._begins, at) - 1
        if shift < 0:
            return 0 if not self._before else self._before[0]
        end = self._ends[shift]
        return self._before[shift] + (at if at < end else end) - self._begins[shift]

    def start_at(self, position: int) -> int:
        """The latest moment with that position: where work that has it before it starts (C2)."""
        while position >= self._before[-1]:
            self._grow_later(position)
        while position < self._before[0]:
            self._grow_earlier(position)
        shift = bisect_right(self._before, position) - 1
        return self._begins[shift] + position - self._before[shift]

    def finish_at(self, position: int) -> int:
        """The earliest moment with that position: where work that has it behind it ends (C2)."""
        while position > self._before[-1]:
            self._grow_later(position)
        while position <= self._before[0]:
            self._grow_earlier(position)
        shift = bisect_left(self._before, position) - 1
        return self._begins[shift] + position - self._before[shift]

    def add_at(self, at: int, seconds: int) -> int:
        """`add` on seconds since year 1."""
        if seconds > 0:
            return self.finish_at(self.position(at) + seconds)
        return self.start_at(self.position(at) + seconds) if seconds < 0 else at

    def stretch_at(self, at: int, seconds: int) -> tuple[int, int]:
        """Where so much work starts and ends if it may start at `at`; with no work, `at` itself twice."""
        if seconds <= 0:
            return at, at
        if not self._low_second <= at < self._high_second:
            self._cover(at // DAY)
        begins, before = self._begins, self._before
        shift = bisect_right(begins, at) - 1
        if shift >= 0 and at < self._ends[shift]:
            start, position = at, before[shift] + at - begins[shift] + seconds
        else:
            shift += 1
            start = begins[shift] if shift < len(begins) else self.start_at(before[shift])
            position = before[shift] + seconds
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
        if not self._low_second <= at < self._high_second:
            self._cover(at // DAY)
        begins, before = self._begins, self._before
        shift = bisect_left(begins, at) - 1
        if shift < 0:
            finish = self.finish_at(before[0])
            return self.start_at(before[0] - seconds), finish
        finish = min(at, self._ends[shift])
        position = before[shift] + finish - begins[shift] - seconds
        if position >= before[shift]:
            return finish - seconds, finish
        if position < before[0]:
            return self.start_at(position), finish
        shift = bisect_right(before, position) - 1
        return begins[shift] + position - before[shift], finish

    # --- compiling ---

    def _cover(self, day: int) -> None:
        """Compile days until `day` is inside the window."""
        if self._high < 0:
            self._low = self._high = min(max(_FIRST_DAY, day - _MARGIN), _LAST_DAY)
            self._before = [0]
        if day >= self._high:
            self._append(min(day + 2 * _MARGIN, _LAST_DAY))
        elif day < self._low:
            self._prepend(max(_FIRST_DAY, day - _MARGIN))

    def _grow_later(self, position: int) -> None:
        self._days.refuse_emptiness_after(self._high)
        if self._high >= _LAST_DAY:
            raise NoWorkingTime(name=self.calendar.name, where="before the year 2400")
        share = max(self._days.week_seconds, 1)
        weeks = min((position - self._before[-1]) // share, 60_000)
        self._append(min(self._high + 7 * weeks + 2 * _MARGIN, _LAST_DAY))

    def _grow_earlier(self, position: int) -> None:
        self._days.refuse_emptiness_before(self._low)
        if self._low <= _FIRST_DAY:
            raise NoWorkingTime(name=self.calendar.name, where="after the year 1900")
        share = max(self._days.week_seconds, 1)
        weeks = min((self._before[0] - position) // share, 60_000)
        self._prepend(max(self._low - 7 * weeks - _MARGIN, _FIRST_DAY))

    def _append(self, high: int) -> None:
        high = max(high, self._high)
        total = self._before[-1]
        for day in range(self._high, high):
            midnight = day * DAY
            for begin, end in self._days.shifts(day):
                self._begins.append(midnight + begin)
                self._ends.append(midnight + end)
                total += end - begin
                self._before.append(total)
        self._high, self._low_second, self._high_second = high, self._low * DAY, high * DAY

    def _prepend(self, low: int) -> None:
        """Earlier shifts get negative positions, so that positions given out before stay true."""
        low = min(low, self._low)
        begins: list[int] = []
        ends: list[int] = []
        before: list[int] = []
        total = self._before[0]
        for day in range(self._low - 1, low - 1, -1):
            midnight = day * DAY
            for begin, end in reversed(self._days.shifts(day)):
                begins.append(midnight + begin)
                ends.append(midnight + end)
                total -= end - begin
                before.append(total)
        self._begins[:0], self._ends[:0], self._before[:0] = begins[::-1], ends[::-1], before[::-1]
        self._low, self._low_second = low, low * DAY
