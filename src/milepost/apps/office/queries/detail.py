"""One office for a reader: what it is for, who is who, how far it is set up."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from milepost.apps.office.access import visible_office
from milepost.apps.office.catalogue import roles_needed
from milepost.apps.office.models import Authority, Goal, Office, OfficeFunction, ReportsTo, Responsibility
from milepost.apps.office.queries.projects import Named
from milepost.apps.office.queries.roles import RoleHeld, people_of
from milepost.apps.office.raci import RaciWarning, warnings
from milepost.apps.org.access import node_for, path_names, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.paths import prefixes


@dataclass(frozen=True, slots=True)
class Brief:
    """An office by name."""

    id: int
    node_id: int
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal; `objective` is the sheet and row of the objective that it is."""

    id: int
    node_id: int
    node_name: str
    horizon: str
    text: str
    measure: str
    due: date | None
    aims: list[str]
    objective_sheet: int | None
    objective_row: int | None


@dataclass(frozen=True, slots=True)
class FunctionRow:
    """What the office does, and for which goal; `goal_dropped` where that goal is no more."""

    key: str
    goal_id: int
    goal: str
    goal_dropped: bool
    about: str


@dataclass(frozen=True, slots=True)
class Line:
    """A reporting line."""

    person: Named
    to: Named


@dataclass(frozen=True, slots=True)
class Part:
    """How far a part of the set-up is: `done` of `of`."""

    key: str
    done: int
    of: int


@dataclass(frozen=True, slots=True)
class OfficeDetail:
    """An office. People, lines and vacancies only for who may see who works there; `raci` is process to role to letters."""

    id: int
    node_id: int
    node_name: str
    path: list[str]
    name: str
    type: str
    place: str
    charter: str
    hub: Brief | None
    spokes: list[Brief]
    founded_at: datetime
    closed_at: datetime | None
    closed_reason: str
    goals: list[GoalRow]
    functions: list[FunctionRow]
    roles: list[RoleHeld] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    needed: list[str] = field(default_factory=list)
    vacant: list[str] = field(default_factory=list)
    raci: dict[str, dict[str, str]] = field(default_factory=dict)
    warnings: list[RaciWarning] = field(default_factory=list)
    progress: list[Part] = field(default_factory=list)
    may_change: bool = False


def office_detail(actor_id: int, office_id: int) -> OfficeDetail:
    """One office. Raises NotFound."""
    office = visible_office(actor_id, office_id)
    bits = scope_of(actor_id).bits_at(office.node.path)
    known = bool(bits & Capability.DIRECTORY)
    held = people_of(office_id)
    goals, functions = goals_at(office.node.path), functions_of(office_id)
    needed = list(roles_needed(one.key for one in functions))
    vacant = [role for role in needed if not any(one.role == role and one.active for one in held)]
    raci = matrix_of(office_id)
    filled = {one.role for one in held if one.active}
    return OfficeDetail(
        id=office.pk,
        node_id=office.node_id,
        node_name=office.node.name,
        path=[name for _, name, _ in path_names([office.node.path])[office.node.path]],
        name=office.name,
        type=office.type,
        place=office.place,
        charter=office.charter,
        hub=_brief(office.hub),
        spokes=_spokes(actor_id, office),
        founded_at=office.founded_at,
        closed_at=office.closed_at,
        closed_reason=office.closed_reason,
        goals=goals,
        functions=functions,
        roles=list(held) if known else [],
        lines=_lines(office_id) if known else [],
        needed=needed,
        vacant=vacant if known else [],
        raci=raci,
        warnings=warnings(raci, filled, {one.role for one in held} - filled) if known else [],
        progress=_progress(office, goals, (needed, vacant), raci),
        may_change=bool(bits & Capability.ARRANGE) and office.closed_at is None,
    )


def goals_at(path: str) -> list[GoalRow]:
    """The goals at the node with this path and above, its own first, the near ones before the far ones. One query."""
    found = Goal.objects.filter(node__path__in=prefixes(path), dropped_at=None).order_by("-node__path", "-horizon", "due", "made_at", "id")
    columns = ("id", "node_id", "node__name", "horizon", "text", "measure", "due", "aims", "objective_sheet", "objective_row")
    return [GoalRow(*row) for row in found.values_list(*columns)]


def goals_of(actor_id: int, node_id: int) -> list[GoalRow]:
    """The same for a reader. Raises NotFound."""
    return goals_at(node_for(actor_id, node_id).path)


def functions_of(office_id: int) -> list[FunctionRow]:
    """What an office does now, in the order in which it took it on. One query."""
    found = OfficeFunction.objects.filter(office_id=office_id, until=None).order_by("since", "key")
    rows = found.values_list("key", "goal_id", "goal__text", "goal__dropped_at", "about")
    return [FunctionRow(key, goal, text, dropped is not None, about) for key, goal, text, dropped, about in rows]


def matrix_of(office_id: int) -> dict[str, dict[str, str]]:
    """The RACI matrix: process to role to letters, such as `AR`. One query."""
    found: dict[str, dict[str, str]] = {}
    rows = Responsibility.objects.filter(office_id=office_id).order_by("process", "role", "letter")
    for process, role, letter in rows.values_list("process", "role", "letter"):
        its = found.setdefault(process, {})
        its[role] = its.get(role, "") + letter
    return found


def _brief(office: Office | None) -> Brief | None:
    """The hub by name: whoever sees a spoke may know to whom it reports."""
    return Brief(office.pk, office.node_id, office.name, office.type) if office and office.closed_at is None else None


def _spokes(actor_id: int, office: Office) -> list[Brief]:
    found = Office.objects.filter(scope_of(actor_id).condition("node__"), hub=office, closed_at=None).order_by("name", "id")
    return [Brief(*row) for row in found.values_list("id", "node_id", "name", "type")]


def _lines(office_id: int) -> list[Line]:
    rows = ReportsTo.objects.filter(office_id=office_id, until=None).order_by("to__name", "person__name")
    columns = ("person_id", "person__name", "person__is_active", "to_id", "to__name", "to__is_active")
    return [Line(Named(*row[:3]), Named(*row[3:])) for row in rows.values_list(*columns)]


def _progress(office: Office, goals: list[GoalRow], roles: tuple[list[str], list[str]], raci: dict[str, dict[str, str]]) -> list[Part]:
    """How far it is set up, in the order in which it is done; a part is done once it holds what nobody can do without."""
    own = Authority.objects.filter(node__path__in=prefixes(office.node.path), until=None).exists()
    needed, vacant = roles
    horizons = {goal.horizon for goal in goals}
    functions = OfficeFunction.objects.filter(office=office, until=None)
    return [
        Part("goals", len(horizons), 2),
        Part("functions", int(functions.exists()), 1),
        Part("charter", int(bool(office.charter)), 1),
        Part("roles", len(needed) - len(vacant), len(needed)),
        Part("raci", int(bool(raci)), 1),
        Part("authority", int(own), 1),
    ]
