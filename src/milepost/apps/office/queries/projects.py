"""The projects that an office is responsible for, with who answers for each."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Max

from milepost.apps.office.models import Assignment, CheckIn, Office, Partner
from milepost.apps.office.queries.offices import living_offices
from milepost.apps.org.access import paths_of
from milepost.apps.org.paths import prefixes
from milepost.apps.planning.queries.portfolio import portfolio
from milepost.apps.planning.queries.words import Portfolio, ProjectItem

OVER = frozenset({"closed", "cancelled"})


@dataclass(frozen=True, slots=True)
class Named:
    """A person; `active` is False for somebody who left."""

    id: int
    name: str
    active: bool = True


@dataclass(frozen=True, slots=True)
class OfficeProject:
    """A project of an office that is not over: status by letter, its manager, and by the type of the office its partner or whether it is
    assigned; days of check-ins held and due."""

    id: int
    name: str
    code: str
    proposed_status: str
    stated_status: str | None
    finish: str | None
    manager: Named | None
    partner: Named | None = None
    assigned: bool = False
    last_check_in: date | None = None
    next_check_in: date | None = None


def projects_of(actor_id: int, office: Office, at: datetime) -> list[OfficeProject]:
    """The projects that the office is responsible for and the actor may see, by name. The queries do not grow with the projects."""
    found = portfolio(actor_id=actor_id, node_id=office.node_id, at=at)
    items = _own([item for item in found.items if not _over(found, item)], office)
    ids = [item.id for item in items]
    partners, assigned = (
        partners_of(ids),
        set(Assignment.objects.filter(project_id__in=ids, until=None).values_list("project_id", flat=True)),
    )
    held, due = _check_ins(ids)
    return [
        OfficeProject(
            id=item.id,
            name=item.name,
            code=item.code,
            proposed_status=item.proposed_status,
            stated_status=item.stated_status,
            finish=item.finish,
            manager=Named(item.manager.id, item.manager.name) if item.manager else None,
            partner=partners.get(item.id),
            assigned=item.id in assigned,
            last_check_in=held.get(item.id),
            next_check_in=due.get(item.id),
        )
        for item in items
    ]


def partners_of(project_ids: Collection[int]) -> dict[int, Named]:
    """The partner of each project that has one. One query."""
    rows = Partner.objects.filter(project_id__in=project_ids, until=None, office__closed_at=None)
    told = rows.values_list("project_id", "person_id", "person__name", "person__is_active")
    return {project: Named(person, name, active) for project, person, name, active in told}


def _own(items: Sequence[ProjectItem], office: Office) -> list[ProjectItem]:
    """Without those for which an office further down is responsible."""
    others, paths = living_offices(), paths_of([item.id for item in items])
    own = office.node.path

    def nearest(path: str) -> str | None:
        return next((prefix for prefix in reversed(prefixes(path)) if prefix in others), None)

    return [item for item in items if nearest(paths.get(item.id, "")) == own]


def _over(found: Portfolio, item: ProjectItem) -> bool:
    phase: Any = next((column.key for column in found.columns if column.role == "phase"), None)
    cells: Mapping[str, Any] = item.cells
    return cells.get(phase) in OVER if phase else False


def _check_ins(project_ids: Collection[int]) -> tuple[dict[int, date], dict[int, date]]:
    """The days of the last check-in held and of the first one open, by project. Two queries."""
    held = CheckIn.objects.filter(project_id__in=project_ids, held_at__isnull=False)
    last = dict(held.values("project_id").annotate(last=Max("due")).values_list("project_id", "last"))
    open_ones = CheckIn.objects.filter(project_id__in=project_ids, held_at=None).order_by("-due").values_list("project_id", "due")
    return last, dict(open_ones)
