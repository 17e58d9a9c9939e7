"""Which work a task is: the calendars that bind it and how its assignments share it (S5 to S9)."""

from __future__ import annotations

from collections.abc import Mapping

from milepost.engines.calendar import Timeline, WorkCalendar
from milepost.engines.schedule.errors import UnknownCalendar
from milepost.engines.schedule.model import Assignment, Network, Task
from milepost.engines.schedule.timelines import Timelines
from milepost.engines.schedule.work import ElapsedWork, PlainWork, TeamWork, UnitedWork, Work

_ROUNDING = 0.005  # files round units to a hundredth: as long as the task, if that explains the difference


class WorkFinder:
    """Finds the Work of each task of one network."""

    def __init__(self, network: Network, timelines: Timelines) -> None:
        self._timelines = timelines
        self._calendars: Mapping[str, WorkCalendar] = network.calendars
        self._named: dict[str, Timeline] = {}
        self.project = timelines.of(network.project_calendar)

    def work_of(self, task: Task, seconds: int, *, remaining: bool = False) -> Work:
        """The work of a task that takes so many seconds."""
        line = self.own_line(task)
        if task.duration_elapsed:
            return ElapsedWork(line, seconds)
        if not task.assignments or (task.calendar is not None and task.ignore_resource_calendar):
            return PlainWork(line, seconds)
        people = [a for a in task.assignments if a.drives]
        if not people:
            return PlainWork(line, seconds)
        people = [a for a in people if a.work > 0] or people
        lines = [self._person_line(task, a) for a in people]
        if any(a.shaped and not a.pieces for a in people) and not remaining:
            return UnitedWork(self._timelines.united(lines), lines, seconds)
        if len(people) == 1 and not remaining and not _is_late(people[0]) and not people[0].pieces:
            return PlainWork(lines[0], seconds)
        return TeamWork(lines[0], [_part(person, own, seconds, remaining) for person, own in zip(people, lines, strict=True)])

    def own_line(self, task: Task) -> Timeline:
        """The task's own calendar, or the project's."""
        return self._line(task.calendar, task.uid) if task.calendar is not None else self.project

    def _person_line(self, task: Task, assignment: Assignment) -> Timeline:
        if assignment.calendar is None:
            return self.own_line(task)
        person = self._line(assignment.calendar, task.uid)
        if task.calendar is None:
            return person
        return self._timelines.shared(self._line(task.calendar, task.uid), person)

    def _line(self, name: str, uid: int) -> Timeline:
        line = self._named.get(name)
        if line is None:
            calendar = self._calendars.get(name)
            if calendar is None:
                raise UnknownCalendar(uid=uid, name=name)
            line = self._named[name] = self._timelines.of(calendar)
        return line


def _is_late(person: Assignment) -> bool:
    return bool(person.delay or person.levelling_delay)


def _part(person: Assignment, line: Timeline, seconds: int, remaining: bool) -> tuple[Timeline, int, int]:
    """The calendar, delay and length of one assignment's share."""
    if remaining:
        return line, 0, _length(person, person.work - person.actual_work, seconds)
    if person.pieces:
        first = min(piece.offset for piece in person.pieces)
        return line, first, max(piece.offset + piece.length for piece in person.pieces) - first
    return line, person.delay + person.levelling_delay, _length(person, person.work, seconds)


def _length(person: Assignment, work: int, seconds: int) -> int:
    """Working seconds for so much work: those of the task without work of its own, or where rounding explains the difference."""
    if person.units <= 0 or person.work <= 0 or abs(work - person.units * seconds) < _ROUNDING * seconds:
        return seconds
    return round(work / person.units)
