"""The stretch of a place and of its parts, month by month, and the projects and people behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from milepost.apps.office.need.months import Month, months_until
from milepost.apps.office.need.standings import Standings, standings_at
from milepost.apps.org.access import Scope, node_for, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Node
from milepost.apps.org.queries import organisation_or_default
from milepost.apps.org.queries.names import names_of
from milepost.engines.stretch import (
    BANDS,
    FEWEST_PROJECTS,
    RATES,
    STATED_WITHIN_DAYS,
    STRETCHED_FROM,
    Advice,
    Part,
    Standing,
    Stretch,
    advise,
    stretch,
    trend,
)
from milepost.kernel.errors import MilepostError

MONTHS = 12
SKILL_BASIS = "category"
"""What stands for a skill until an office records skills."""


class MonthNotKnown(MilepostError):
    """{month} is none of the months that are looked at here."""

    code = "need.month_not_known"
    status = 422


@dataclass(frozen=True, slots=True)
class PartTold:
    """A part of the figure: `count` of `of`, and the points that it gives; `reason` says why there is nothing to count."""

    key: str
    count: int
    of: int
    points: float
    reason: str | None


@dataclass(frozen=True, slots=True)
class MonthTold:
    """A month with its figure, None where nothing ran, and its parts."""

    month: str
    day: str
    figure: int | None
    parts: Sequence[PartTold]


@dataclass(frozen=True, slots=True)
class UnitTold:
    """A part of the place: its projects that run, its figure today, and the figures of the months."""

    id: int
    name: str
    kind: str
    running: int
    figure: int | None
    office: str | None
    months: Sequence[int | None]


@dataclass(frozen=True, slots=True)
class AnswerTold:
    """Which office would help, and the parts that say so; `few` where too little runs here for any."""

    office: str | None
    few: bool
    reasons: Sequence[PartTold]


@dataclass(frozen=True, slots=True)
class Need:
    """Whether a place needs an office. `formula` is what the figure is computed by; `unknown` counts resources who are nobody known."""

    node: Mapping[str, object]
    answer: AnswerTold
    trend: int | None
    months: Sequence[MonthTold]
    units: Sequence[UnitTold]
    skill_basis: str
    unskilled: int
    unknown: int
    formula: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project that runs in a month: what the figure reads of it."""

    id: int
    name: str
    phase: str | None
    priority: str | None
    skill: str | None
    rivals: Sequence[int]
    promised: str | None
    overdue: bool
    stated: str | None
    unstatused: bool


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who works on projects of a month; `id` and `name` are None for a reader who may not see people at all of them."""

    id: int | None
    name: str | None
    projects: Sequence[int]
    stretched: bool


@dataclass(frozen=True, slots=True)
class Behind:
    """What a month's figure was computed from."""

    month: str
    day: str
    projects: Sequence[ProjectRow]
    people: Sequence[PersonRow]


def need_of(*, actor_id: int, node_id: int, at: datetime) -> Need:
    """The need of an office at a node, over the last twelve months. Raises NotFound."""
    node, months, standings = _read(actor_id, node_id, at)
    found = {month.name: stretch(standings.by_month[month.name], month.day) for month in months}
    known = [month for month in months if standings.by_month[month.name]] or months[-1:]
    last = found[months[-1].name]
    advice = advise(last)
    return Need(
        node={"id": node.pk, "name": node.name, "kind": node.kind},
        answer=_answer(advice),
        trend=trend([found[month.name] for month in known]),
        months=[_month(month, found[month.name]) for month in known],
        units=_units(actor_id, node, known, standings),
        skill_basis=SKILL_BASIS,
        unskilled=len(last.unskilled),
        unknown=standings.unknown,
        formula=_formula(),
    )


def behind(*, actor_id: int, node_id: int, month: str, at: datetime) -> Behind:
    """The projects and people of a month. Raises NotFound and MonthNotKnown."""
    _, months, standings = _read(actor_id, node_id, at)
    meant = next((one for one in months if one.name == month), None)
    if meant is None:
        raise MonthNotKnown(month=month)
    its = {one.id: one for one in standings.by_month[month]}
    found = stretch(its.values(), meant.day)
    projects = [_project(its[pk], found, standings) for pk in found.running]
    projects.sort(key=lambda one: (one.name.casefold(), one.id))
    return Behind(month, meant.day.isoformat(), projects, _people(found, standings, scope_of(actor_id)))


def _read(actor_id: int, node_id: int, at: datetime) -> tuple[Node, list[Month], Standings]:
    node = node_for(actor_id, node_id)
    zone = organisation_or_default().zone
    months = months_until(at.astimezone(ZoneInfo(zone)).date(), MONTHS, zone)
    return node, months, standings_at(actor_id, node, months, zone)


def _month(month: Month, found: Stretch) -> MonthTold:
    return MonthTold(month.name, month.day.isoformat(), found.figure, [_part(part) for part in found.parts])


def _part(part: Part) -> PartTold:
    return PartTold(part.key.value, part.count, part.of, round(float(part.points), 1), part.reason)


def _answer(advice: Advice) -> AnswerTold:
    return AnswerTold(advice.office, advice.few, [_part(part) for part in advice.reasons])


def _units(actor_id: int, node: Node, months: Sequence[Month], standings: Standings) -> list[UnitTold]:
    """What lies right below the place and can hold projects; none of a project."""
    below = Node.objects.scoped(scope_of(actor_id)).filter(parent_id=node.pk).exclude(kind="project").order_by("position", "name", "id")
    return [_unit(unit, months, standings) for unit in below]


def _unit(unit: Node, months: Sequence[Month], standings: Standings) -> UnitTold:
    its = [_below(standings, unit.path, standings.by_month[month.name]) for month in months]
    found = [stretch(one, month.day) for one, month in zip(its, months, strict=True)]
    last = found[-1]
    figures = [one.figure for one in found]
    return UnitTold(unit.pk, unit.name, unit.kind, len(last.running), last.figure, advise(last).office, figures)


def _below(standings: Standings, path: str, every: Sequence[Standing]) -> list[Standing]:
    return [one for one in every if standings.paths.get(one.id, "").startswith(path)]


def _project(one: Standing, found: Stretch, standings: Standings) -> ProjectRow:
    return ProjectRow(
        id=one.id,
        name=standings.names[one.id],
        phase=one.phase,
        priority=one.priority,
        skill=next((standings.skills[skill] for skill in sorted(one.skills)), None),
        rivals=found.rivals.get(one.id, ()),
        promised=one.promised.isoformat() if one.promised else None,
        overdue=one.id in found.overdue,
        stated=one.stated.isoformat() if one.stated else None,
        unstatused=one.id in found.unstatused,
    )


def _people(found: Stretch, standings: Standings, scope: Scope) -> list[PersonRow]:
    """Those on most projects first. A name is told to who may see people at all of the projects that it is counted in."""
    told = {pk: bool(scope.bits_at(standings.paths.get(pk, "")) & Capability.DIRECTORY) for pk in found.running}
    named = {person for person, projects in found.people.items() if all(told[pk] for pk in projects)}
    names, stretched = names_of(named), set(found.stretched)
    return [
        PersonRow(person if person in named else None, names.get(person), projects, person in stretched)
        for person, projects in found.people.items()
    ]


def _formula() -> dict[str, object]:
    rates = [
        {"key": key.value, "points": rate.points, "begins": float(rate.begins), "full": float(rate.full)} for key, rate in RATES.items()
    ]
    return {
        "parts": rates,
        "bands": [{"office": office, "least": least} for least, office in BANDS],
        "stretched_from": STRETCHED_FROM,
        "stated_within": STATED_WITHIN_DAYS,
        "fewest_projects": FEWEST_PROJECTS,
    }
