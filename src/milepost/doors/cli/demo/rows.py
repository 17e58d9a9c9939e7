"""Drafted rows as the cells of a plan: durations in seconds, links by row, costs from day rates, and the plan's team."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from random import Random
from typing import Any

from milepost.doors.cli.demo.halfdays import CALENDAR, HalfDays
from milepost.doors.cli.demo.outline import Draft
from milepost.doors.cli.demo.people import DAY_RATES, PEOPLE, ROLE_TITLES
from milepost.doors.cli.demo.truth import days_from_start

_HALF_DAY = 4 * 3600
_DAY = 24 * 3600


@dataclass(frozen=True, slots=True)
class Team:
    """Who fills which role in one plan: the number of the resource and the name of the person, by role code."""

    members: Mapping[str, tuple[int, str]]

    @property
    def resources(self) -> list[dict[str, Any]]:
        """The resources of the plan's settings."""
        return [{"id": number, "name": name, "type": "work", "group": ROLE_TITLES[role]} for role, (number, name) in self.members.items()]


def gather(rows: Sequence[Draft], manager: str, rng: Random) -> Team:
    """One person for each role that the outline names; the manager fills the role of manager."""
    roles = sorted({row.role for row in rows if row.role} | {"PM"})
    chosen = {role: rng.choice([someone.name for someone in PEOPLE if someone.role == role]) for role in roles}
    return Team({role: (number, chosen[role] if role != "PM" else manager) for number, role in enumerate(roles, 1)})


def budget(row: Draft) -> int:
    """What a task is planned to cost, in whole euros: its days at the rate of its role, and what it buys."""
    days = row.duration if row.elapsed else row.duration / 2
    return round(days * DAY_RATES.get(row.role, 0)) + int(row.extras.get("cost", 0))


def cells(row: Draft, team: Team, start: date, owner: int | None) -> dict[str, Any]:
    """The cells of one row."""
    found: dict[str, Any] = {"name": row.name}
    if row.ties:
        found["predecessors"] = [
            {"row": tie.predecessor, "kind": tie.kind, "lag": tie.lag * _HALF_DAY, "lag_unit": "work"} for tie in row.ties
        ]
    if row.summary:
        return found
    found["duration"] = {"seconds": row.duration * _DAY, "elapsed": True} if row.elapsed else row.duration * _HALF_DAY
    if row.milestone:
        found |= {"milestone": True, "owner": owner}
    elif row.role:
        found["assignments"] = [
            {"resource": team.members[row.role][0], "units": 1.0, "work": row.duration * _HALF_DAY * (6 if row.elapsed else 1)}
        ]
    if budget(row):
        found["cost"] = budget(row)
    return found | _dates(row, HalfDays(start))


def settings(team: Team, start: date, currency: str) -> dict[str, Any]:
    """The settings of a new plan."""
    first = HalfDays(start).start(0)
    return {"start": _text(first), "calendars": [CALENDAR], "calendar": CALENDAR["name"], "resources": team.resources, "currency": currency}


def _dates(row: Draft, time: HalfDays) -> dict[str, Any]:
    found: dict[str, Any] = {}
    extras = row.extras
    if "earning" in extras:
        found["earning"] = extras["earning"]
    if "deadline" in extras:
        found["deadline"] = _text(time.finish(days_from_start(extras["deadline"])))
    if "constraint" in extras:
        kind = extras["constraint"].partition("+")[0]
        found |= {"constraint": kind, "constraint_date": _text(time.start(days_from_start(extras["constraint"])))}
    if "manual" in extras:
        first = days_from_start(extras["manual"])
        found |= {"mode": "manual", "start": _text(time.start(first)), "finish": _text(time.finish(first + row.duration))}
    return found


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
