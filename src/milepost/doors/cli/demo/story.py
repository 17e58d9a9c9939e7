"""One project of the demo as a story: its rows, its team, and what happens to it, all from one seed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from random import Random

from milepost.doors.cli.demo.halfdays import HalfDays
from milepost.doors.cli.demo.outline import Draft, read_outline
from milepost.doors.cli.demo.people import PROJECT_MANAGERS
from milepost.doors.cli.demo.portfolio import Project
from milepost.doors.cli.demo.reports import Booking, Report, bookings, reports
from milepost.doors.cli.demo.rows import Team, gather
from milepost.doors.cli.demo.truth import Happened, play

SEED = 2026


@dataclass(frozen=True)
class Story:
    """Everything that will be told of a project; the same seed tells the same."""

    project: Project
    rows: Sequence[Draft]
    team: Team
    happened: Mapping[int, Happened]

    @property
    def manager(self) -> str:
        """The name of the project's manager."""
        return PROJECT_MANAGERS[self.project.manager]

    @cached_property
    def reports(self) -> list[Report]:
        """The status reports of the manager."""
        project = self.project
        time = HalfDays(project.start)
        return list(reports(self.rows, self.happened, time, project.start, project.reports_until, project.every))

    @cached_property
    def bookings(self) -> list[Booking]:
        """What was booked, month by month."""
        if not self.project.books_costs:
            return []
        return list(bookings(self.rows, self.happened, HalfDays(self.project.start), self.project.reports_until))


def tell(project: Project) -> Story:
    """The story of a project."""
    rng = Random(f"{SEED} {project.outline}")  # noqa: S311 -- a story that repeats, not a secret
    text = (files("milepost.doors.cli.demo") / "plans" / f"{project.outline}.txt").read_text(encoding="utf-8")
    rows = read_outline(text)
    team = gather(rows, PROJECT_MANAGERS[project.manager], rng)
    return Story(project, rows, team, play(rows, project.conduct, HalfDays(project.start), rng))
