"""How the forecasts of projects moved: finish and cost of each profile, report by report, and what it comes to together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models.functions import Coalesce

from milepost.apps.org.queries import organisation_or_default
from milepost.apps.planning.queries.profiled import Profile, Profiles, day_of, profiles_at, working_days
from milepost.apps.planning.queries.words import Missing
from milepost.apps.sheets.models import CellHistory, Change
from milepost.apps.sheets.queries.as_of import moment_meant
from milepost.engines.sheet import Cell

_ROLES = ("finish", "baseline_finish", "cost_forecast", "budget")
_NOTHING = Missing("trend.no_amounts", "No project has an amount to compare.")
_MIXED = Missing("cost.mixed", "The amounts are in different currencies.")


@dataclass(frozen=True, slots=True)
class Point:
    """What a project forecast from a day on: its finish, how many working days later than first said, and its cost."""

    at: str
    finish: str | None
    slip_days: float | None
    cost: float | None


@dataclass(frozen=True, slots=True)
class ProjectTrend:
    """A project's forecasts, the oldest first; `slip_days`, `growth` and `growth_percent` are from the beginning of the time asked for."""

    id: int
    name: str
    currency: str
    points: Sequence[Point]
    slip_days: float | None
    growth: float | None
    growth_percent: float | None


@dataclass(frozen=True, slots=True)
class Month:
    """The end of a month: the cost of all projects known by then, how many they are, and how many finish later than they first said.

    `slip_days` is the mean of their slips in working days, `growth_percent` how much dearer they are together than they first said.
    """

    month: str
    cost: float | None
    projects: int
    later: int
    slip_days: float | None
    growth_percent: float | None


@dataclass(frozen=True, slots=True)
class Together:
    """The projects together since the day asked for: how many finish later, earlier and as before, and how much dearer they became.

    `growth` is n/a, with the reason, where amounts are in several currencies or there are none. `months` is how they stood at
    the end of each month with a report.
    """

    projects: int
    later: int
    earlier: int
    same: int
    growth: float | None
    growth_percent: float | None
    cost: float | None
    currency: str | None
    reason: Missing | None
    months: Sequence[Month]


@dataclass(frozen=True, slots=True)
class Trend:
    """All projects below a node that the person may see, and all of them together."""

    since: str | None
    together: Together
    projects: Sequence[ProjectTrend]


def trend(*, actor_id: int, node_id: int | None, since: str | None = None) -> Trend:
    """The forecasts of the projects at and below a node over time, and what became of them since a day (None: since their first report).

    A project counts from its first report where that is later. The queries do not grow with the projects. Raises NotFound and BadDay.
    """
    here = organisation_or_default()
    profiles = profiles_at(actor_id, node_id, here.currency)
    seen = profiles.by_node
    begins = None if since is None else moment_meant(since, here.zone)
    edits, begun = _edits(profiles, seen.values()), _begun(seen.values())
    zone = ZoneInfo(here.zone)
    found = []
    for node, profile in seen.items():
        steps = _steps(profiles, profile, edits.get(profile.sheet_id, ()), begun.get(profile.sheet_id))
        found.append(_project(profiles, node, steps, begins, zone))
    found.sort(key=lambda one: (one.name.casefold(), one.id))
    return Trend(since, together(found), found)


@dataclass(frozen=True, slots=True)
class _Step:
    at: datetime
    finish: str | None
    cost: float | None
    currency: str


def _edits(profiles: Profiles, seen: Iterable[Profile]) -> dict[int, list[tuple[datetime, str, Cell, Cell]]]:
    """What was written of finish and cost, by sheet: when it speaks of, column key, old and new value, in order."""
    keys = [profiles.roles[role] for role in _ROLES if role in profiles.roles]
    rows = CellHistory.objects.filter(sheet_id__in=[one.sheet_id for one in seen], key__in=keys).order_by("at", "seq")
    found: dict[int, list[tuple[datetime, str, Cell, Cell]]] = {}
    for sheet_id, at, key, old, new in rows.values_list("sheet_id", "at", "key", "old", "new"):
        found.setdefault(sheet_id, []).append((at, key, old, new))
    return found


def _begun(seen: Iterable[Profile]) -> dict[int, datetime]:
    first = Change.objects.filter(sheet_id__in=[one.sheet_id for one in seen], seq=1)
    return dict(first.annotate(since=Coalesce("as_of", "at")).values_list("sheet_id", "since"))


def _steps(profiles: Profiles, profile: Profile, edits: Sequence[tuple[datetime, str, Cell, Cell]], begun: datetime | None) -> list[_Step]:
    """The states of a profile, one for each moment at which finish or cost was written; before the first the old values stood."""
    cells: dict[str, Cell] = {key: profile.cells.get(key) for key in profiles.roles.values()}
    cells |= {key: old for _, key, old, _ in reversed(edits)}
    states: dict[datetime, _Step] = {}
    first = min((moment for moment in (begun, edits[0][0] if edits else None) if moment), default=None)
    if first is not None:
        states[first] = _step(profiles, first, cells)
    for at, key, _, new in edits:
        cells[key] = new
        states[at] = _step(profiles, at, cells)
    return [step for step in states.values() if step.finish is not None or step.cost is not None]


def _step(profiles: Profiles, at: datetime, cells: Mapping[str, Cell]) -> _Step:
    role = "cost_forecast" if _amount(cells.get(profiles.roles.get("cost_forecast", ""))) is not None else "budget"
    cost = _amount(cells.get(profiles.roles.get(role, "")))
    return _Step(at, day_of(cells.get(profiles.roles.get("finish", ""))), cost, profiles.currency_of(role))


def _project(profiles: Profiles, node: int, steps: Sequence[_Step], since: datetime | None, zone: ZoneInfo) -> ProjectTrend:
    """The points of a project, each against what it first said, and the difference from the day asked for to now."""
    name = str(profiles.of(node, "name") or "")
    first = next((step.finish for step in steps if step.finish), None)
    told = (Point(_day(step.at, zone), step.finish, _slip(first, step.finish), step.cost) for step in steps)
    points = list({point.at: point for point in told}.values())  # of several on one day the last holds
    if not steps:
        return ProjectTrend(node, name, profiles.currency, points, None, None, None)
    then, now = _standing_at(steps, since), steps[-1]
    slip = _slip(then.finish, now.finish)
    if then.cost is None or now.cost is None or then.currency != now.currency:
        return ProjectTrend(node, name, now.currency, points, slip, None, None)
    growth = round(now.cost - then.cost, 4)
    return ProjectTrend(node, name, now.currency, points, slip, growth, round(growth / then.cost * 100, 2) if then.cost else None)


def _standing_at(steps: Sequence[_Step], since: datetime | None) -> _Step:
    """The state at a moment, with the first values of what was not known by then."""
    before = [step for step in steps if since is not None and step.at <= since]
    base = before[-1] if before else steps[0]
    finish = base.finish or next((step.finish for step in steps if step.finish), None)
    dear = base if base.cost is not None else next((step for step in steps if step.cost is not None), base)
    return _Step(base.at, finish, dear.cost, dear.currency)


def together(projects: Sequence[ProjectTrend]) -> Together:
    """What the projects come to: counts of those with forecasts of a finish, amounts of those with amounts. Pure."""
    slips = [one.slip_days for one in projects if one.slip_days is not None]
    grown = [one for one in projects if one.growth is not None]
    currencies = {one.currency for one in grown}
    counts = (sum(slip > 0 for slip in slips), sum(slip < 0 for slip in slips), sum(slip == 0 for slip in slips))
    reported = sum(1 for one in projects if one.points)
    if len(currencies) != 1:
        reason = _MIXED if currencies else _NOTHING
        return Together(reported, *counts, None, None, None, None, reason, _months(projects, with_cost=False))
    cost = round(sum(one.points[-1].cost or 0 for one in grown), 4)
    growth = round(sum(one.growth or 0 for one in grown), 4)
    percent = round(growth / (cost - growth) * 100, 2) if cost != growth else None
    return Together(reported, *counts, growth, percent, cost, currencies.pop(), None, _months(projects, with_cost=True))


def _months(projects: Sequence[ProjectTrend], *, with_cost: bool) -> list[Month]:
    """The state at the end of each month from the first report to the last."""
    every = ((point.at, index, point) for index, one in enumerate(projects) for point in one.points)
    events = sorted(every, key=lambda event: event[:2])
    stand: dict[int, Point] = {}
    first: dict[int, float] = {}
    found: list[Month] = []
    for place, (at, index, point) in enumerate(events):
        stand[index] = point
        if point.cost is not None:
            first.setdefault(index, point.cost)
        if place + 1 == len(events) or events[place + 1][0][:7] != at[:7]:
            found.append(_month(at[:7], stand, first if with_cost else {}))
    return found


def _month(month: str, stand: Mapping[int, Point], first: Mapping[int, float]) -> Month:
    slips = [one.slip_days for one in stand.values() if one.slip_days is not None]
    pairs = [(first[index], one.cost) for index, one in stand.items() if index in first and one.cost is not None]
    begun, cost = round(sum(one for one, _ in pairs), 4), round(sum(now for _, now in pairs), 4)
    return Month(
        month,
        cost if pairs else None,
        len(stand),
        sum(slip > 0 for slip in slips),
        round(sum(slips) / len(slips), 1) if slips else None,
        round((cost - begun) / begun * 100, 2) if begun else None,
    )


def _slip(first: str | None, last: str | None) -> float | None:
    return working_days(first, last) if first and last else None


def _day(at: datetime, zone: ZoneInfo) -> str:
    """The day of a report: those that name a day alone are kept as midnight UTC."""
    moment = at.astimezone(UTC)
    return (moment if moment.hour == moment.minute == moment.second == 0 else at.astimezone(zone)).date().isoformat()


def _amount(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
