"""The bench of a directive office: its project managers, and how much each has to run."""

from __future__ import annotations

from dataclasses import dataclass, field

from milepost.apps.office.access import visible_office
from milepost.apps.office.catalogue import OfficeRoleKey
from milepost.apps.office.queries.projects import OVER
from milepost.apps.office.queries.roles import people_of
from milepost.apps.org.access import scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Node
from milepost.apps.org.queries import organisation_or_default
from milepost.apps.planning.queries.profiled import profiles_at


@dataclass(frozen=True, slots=True)
class Run:
    """A project that somebody runs."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class OnBench:
    """A project manager of an office, with the open projects that they manage anywhere that the reader may see."""

    person_id: int
    name: str
    active: bool
    projects: list[Run] = field(default_factory=list)


def bench(actor_id: int, office_id: int) -> list[OnBench]:
    """Who is on the bench, who has least to run first. Load is about people: raises NotFound, and NotAllowed without the directory."""
    visible_office(actor_id, office_id, Capability.DIRECTORY)
    people = [one for one in people_of(office_id) if one.role == OfficeRoleKey.PROJECT_MANAGER]
    run = _running(actor_id, [one.person_id for one in people])
    rows = [OnBench(one.person_id, one.name, one.active, run.get(one.person_id, [])) for one in people]
    return sorted(rows, key=lambda row: (not row.active, len(row.projects), row.name))


def _running(actor_id: int, people: list[int]) -> dict[int, list[Run]]:
    """The open projects of each of these people, by the register of projects."""
    projects = Node.objects.scoped(scope_of(actor_id)).filter(kind="project", manager_id__in=people).order_by("name", "id")
    rows = list(projects.values_list("manager_id", "id", "name"))
    profiles = profiles_at(actor_id, None, organisation_or_default().currency) if rows else None
    found: dict[int, list[Run]] = {}
    for manager, pk, name in rows:
        if profiles is not None and profiles.of(pk, "phase") not in OVER:
            found.setdefault(manager, []).append(Run(pk, name))
    return found
