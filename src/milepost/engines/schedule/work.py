"""How long a task takes once it may start: on one calendar, in elapsed time, or by several people (S5 to S9)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from milepost.engines.calendar import Timeline


class Work(Protocol):
    """The work of one task, placed forwards from a start or backwards from a finish; moments are seconds since year 1."""

    timeline: Timeline

    def ahead(self, at: int) -> tuple[int, int]:
        """Start and finish if the task may start at `at`."""

    def back(self, at: int) -> tuple[int, int]:
        """Start and finish if the task must end by `at`."""


class PlainWork:
    """So many working seconds on one calendar."""

    __slots__ = ("seconds", "timeline")

    def __init__(self, timeline: Timeline, seconds: int) -> None:
        self.timeline = timeline
        self.seconds = seconds

    def ahead(self, at: int) -> tuple[int, int]:
        """See Work."""
        return self.timeline.stretch_at(at, self.seconds)

    def back(self, at: int) -> tuple[int, int]:
        """See Work."""
        return self.timeline.stretch_back_at(at, self.seconds)


class ElapsedWork:
    """So many seconds by the clock, nights and holidays included."""

    __slots__ = ("seconds", "timeline")

    def __init__(self, timeline: Timeline, seconds: int) -> None:
        self.timeline = timeline
        self.seconds = seconds

    def ahead(self, at: int) -> tuple[int, int]:
        """See Work."""
        return at, at + self.seconds

    def back(self, at: int) -> tuple[int, int]:
        """See Work."""
        return at - self.seconds, at


class TeamWork:
    """Several assignments, each with its own calendar, delay and length: the first start and the last finish are the task's."""

    __slots__ = ("parts", "timeline")

    def __init__(self, timeline: Timeline, parts: Sequence[tuple[Timeline, int, int]]) -> None:
        self.timeline = timeline
        self.parts = parts  # (timeline, delay, length)

    def ahead(self, at: int) -> tuple[int, int]:
        """See Work."""
        spans = [line.stretch_at(line.add_at(at, delay), length) for line, delay, length in self.parts]
        return min(start for start, _ in spans), max(finish for _, finish in spans)

    def back(self, at: int) -> tuple[int, int]:
        """See Work."""
        spans = [(line.stretch_back_at(at, length), line, delay) for line, delay, length in self.parts]
        return min(line.add_at(start, -delay) for (start, _), line, delay in spans), max(finish for (_, finish), _, _ in spans)


class UnitedWork:
    """Several people whose work is shaped by contours: in the time that any of them works, and backwards as each of them can."""

    __slots__ = ("lines", "seconds", "timeline")

    def __init__(self, timeline: Timeline, lines: Sequence[Timeline], seconds: int) -> None:
        self.timeline = timeline
        self.lines = lines
        self.seconds = seconds

    def ahead(self, at: int) -> tuple[int, int]:
        """See Work."""
        return self.timeline.stretch_at(at, self.seconds)

    def back(self, at: int) -> tuple[int, int]:
        """See Work."""
        return self.timeline.stretch_back_at(at, self.seconds)

    def back_as(self, at: int, start: int, finish: int) -> tuple[int, int]:
        """The latest place of a task that stands from `start` to `finish`: each person needs as much of their time as there is in that."""
        spans = [line.stretch_back_at(at, line.position(finish) - line.position(start)) for line in self.lines]
        return min(first for first, _ in spans), max(last for _, last in spans)
