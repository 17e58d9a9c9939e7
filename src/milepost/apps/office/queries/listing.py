"""All offices that somebody may see, as hub and spokes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Count, Q

from milepost.apps.office.models import Office
from milepost.apps.org.access import path_names, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Node
from milepost.apps.org.paths import prefixes


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office in the list; `hub_id` only where the reader sees that office too. `projects` are those at and below its node that they may
    see and that no office further down is responsible for."""

    id: int
    node_id: int
    node_name: str
    node_kind: str
    path: list[str]
    name: str
    type: str
    place: str
    hub_id: int | None
    director: str | None
    people: int
    functions: int
    projects: int
    founded_at: datetime


def offices(actor_id: int) -> list[OfficeRow]:
    """The offices that are not closed, at places that the actor may see, hubs before their spokes, else by name. Five queries."""
    scope = scope_of(actor_id)
    rows = Office.objects.filter(scope.condition("node__"), closed_at=None).select_related("node").order_by("name", "id")
    counted = rows.annotate(
        doing=Count("functions", filter=Q(functions__until=None), distinct=True),
        staff=Count("roles__person", filter=Q(roles__until=None, roles__person__is_active=True), distinct=True),
    )
    found = list(counted)
    ways = path_names([office.node.path for office in found])
    projects = _projects(actor_id, {office.node.path for office in found})
    directors = _directors([one.pk for one in found if scope.bits_at(one.node.path) & Capability.DIRECTORY])
    ids = {office.pk for office in found}
    told = [
        OfficeRow(
            id=one.pk,
            node_id=one.node_id,
            node_name=one.node.name,
            node_kind=one.node.kind,
            path=[name for _, name, _ in ways[one.node.path]],
            name=one.name,
            type=one.type,
            place=one.place,
            hub_id=one.hub_id if one.hub_id in ids else None,
            director=directors.get(one.pk),
            people=one.staff,
            functions=one.doing,
            projects=projects.get(one.node.path, 0),
            founded_at=one.founded_at,
        )
        for one in found
    ]
    return _hubs_first(told)


def _projects(actor_id: int, tops: set[str]) -> dict[str, int]:
    """How many projects lie nearest below each of these paths, of those that the actor may see."""
    found: dict[str, int] = {}
    for path in Node.objects.scoped(scope_of(actor_id)).filter(kind="project").values_list("path", flat=True):
        top = next((prefix for prefix in reversed(prefixes(path)) if prefix in tops), None)
        if top is not None:
            found[top] = found.get(top, 0) + 1
    return found


def _directors(office_ids: list[int]) -> dict[int, str]:
    held = Office.objects.filter(id__in=office_ids, roles__role="director", roles__until=None, roles__person__is_active=True)
    return dict(held.order_by("-roles__person__name").values_list("id", "roles__person__name"))


def _hubs_first(rows: list[OfficeRow]) -> list[OfficeRow]:
    """Each hub right before its spokes; what reports in a circle of what is not shown stands at the top."""
    below: dict[int | None, list[OfficeRow]] = {}
    for row in rows:
        below.setdefault(row.hub_id, []).append(row)
    ordered: list[OfficeRow] = []
    waiting = list(reversed(below.get(None, [])))
    while waiting:
        row = waiting.pop()
        ordered.append(row)
        waiting.extend(reversed(below.get(row.id, [])))
    return [*ordered, *(replace(row, hub_id=None) for row in rows if row not in ordered)]
