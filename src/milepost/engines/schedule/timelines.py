"""The compiled calendars of a plan, kept between one schedule and the next (S1)."""

from __future__ import annotations

from functools import reduce

from milepost.engines.calendar import Timeline, WorkCalendar, intersect, unite


class Timelines:
    """Each calendar compiled once. Not for two threads at a time: whoever keeps one keeps it under the plan's lock."""

    def __init__(self) -> None:
        self._of: dict[tuple[object, ...], Timeline] = {}
        self._united: dict[frozenset[int], Timeline] = {}
        self._shared: dict[tuple[int, int], Timeline] = {}

    def of(self, calendar: WorkCalendar) -> Timeline:
        """The timeline of a calendar; calendars with the same working time share one, whatever they are called."""
        key = (calendar.week, calendar.exceptions, calendar.work_weeks)
        line = self._of.get(key)
        if line is None:
            line = self._of[key] = Timeline(calendar)
        return line

    def shared(self, first: Timeline, second: Timeline) -> Timeline:
        """The timeline of the working time that two calendars have in common; the first where their weeks have none (S6)."""
        if first is second:
            return first
        key = (id(first), id(second))
        if key not in self._shared:
            both = intersect(first.calendar, second.calendar)
            self._shared[key] = self.of(both) if any(both.week) else first
        return self._shared[key]

    def united(self, lines: list[Timeline]) -> Timeline:
        """The timeline of the time in which any of them works."""
        different = {id(line): line for line in lines}
        if len(different) == 1:
            return lines[0]
        key = frozenset(different)
        if key not in self._united:
            calendars = [line.calendar for line in different.values()]
            self._united[key] = self.of(reduce(unite, calendars))
        return self._united[key]
