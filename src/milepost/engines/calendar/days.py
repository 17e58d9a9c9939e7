"""Which shifts a day has: exceptions before work weeks before the week (C1)."""

from __future__ import annotations

from milepost.engines.calendar.errors import BadShift, NoWorkingTime
from milepost.engines.calendar.model import DAY, Shifts, WorkCalendar


class DayBook:
    """The shifts of any day of a calendar; days count from 0001-01-01 as 0, which was a Monday."""

    def __init__(self, calendar: WorkCalendar) -> None:
        _check(calendar)
        self._name = calendar.name
        self._week = calendar.week
        self._weeks = [(w.first.toordinal() - 1, w.last.toordinal() - 1, w.days) for w in calendar.work_weeks]
        self._ranges = [(e.first.toordinal() - 1, e.last.toordinal() - 1, e.shifts) for e in calendar.exceptions]
        self.week_seconds = sum(end - begin for shifts in calendar.week for begin, end in shifts)
        self._special: dict[int, Shifts] = {}
        self._last_special = max([last for _, last, _ in [*self._ranges, *self._weeks]], default=-1)
        self._first_special = min([first for first, _, _ in [*self._ranges, *self._weeks]], default=-1)
        for first, last, shifts in reversed([r for r in self._ranges if r[1] - r[0] < 3660]):
            self._special.update(dict.fromkeys(range(first, last + 1), shifts))
        self._long = [r for r in self._ranges if r[1] - r[0] >= 3660]

    def shifts(self, day: int) -> Shifts:
        """The shifts of the day, in order."""
        special = self._special.get(day)
        if special is not None:
            return special
        for first, last, shifts in self._long:
            if first <= day <= last:
                return shifts
        for first, last, days in self._weeks:
            if first <= day <= last:
                chosen = days[day % 7]
                if chosen is not None:
                    return chosen
        return self._week[day % 7]

    def refuse_emptiness_after(self, day: int) -> None:
        """Raise NoWorkingTime if no day from `day` on can have a shift."""
        if not self.week_seconds and day > self._last_special:
            raise NoWorkingTime(name=self._name, where="late enough")

    def refuse_emptiness_before(self, day: int) -> None:
        """Raise NoWorkingTime if no day before `day` can have a shift."""
        if not self.week_seconds and day <= self._first_special:
            raise NoWorkingTime(name=self._name, where="early enough")


def _check(calendar: WorkCalendar) -> None:
    specials = [e.shifts for e in calendar.exceptions] + [s for w in calendar.work_weeks for s in w.days if s is not None]
    groups = [*calendar.week, *specials]
    for shifts in groups:
        free_from = 0
        for begin, end in shifts:
            if not free_from <= begin < end <= DAY:
                raise BadShift(name=calendar.name, first=begin, last=end)
            free_from = end
    if not any(groups):
        raise NoWorkingTime(name=calendar.name, where="at all")
