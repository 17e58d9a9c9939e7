"""A directive office assigns its projects to the managers of its bench, and lets one hand over to the next."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from milepost.apps.office.access import office_of_project
from milepost.apps.office.actions.people import known_person
from milepost.apps.office.catalogue import OfficeRoleKey, OfficeType
from milepost.apps.office.errors import HandOverMissing, NotOnBench
from milepost.apps.office.events import PROJECT_ASSIGNED, PROJECT_HANDED_OVER
from milepost.apps.office.models import Assignment, Office, OfficeRole
from milepost.apps.org.actions.grant_role import grant_role, revoke_role
from milepost.apps.org.models import Grant, Node
from milepost.apps.org.profiles import profile_keeper
from milepost.apps.org.queries.names import names_of
from milepost.apps.trail.actions.record import record

ROLE = "manager"
"""The role that the manager of a project holds there."""


@transaction.atomic
def assign_project(*, actor_id: int, project_id: int, person_id: int, at: datetime, hand_over: str = "") -> None:
    """Let a project manager of the bench run a project: they get the manager's role there and stand in its profile; who ran it before
    loses the role and leaves a note, which `hand_over` is.

    Raises NotFound, NotAllowed (it asks for ARRANGE at the office's node and SHARE at the project), NoOfficeHere, OtherType, NotOnBench,
    HandOverMissing.
    """
    office, project = office_of_project(actor_id, project_id, OfficeType.DIRECTIVE)
    name = known_person(actor_id, person_id)
    if not _on_bench(office, person_id):
        raise NotOnBench(name=name, office=office.name)
    now = Assignment.objects.filter(project=project, until=None).first()
    if now is not None and now.person_id == person_id:
        return
    _end(actor_id, (office, project, now), person_id, hand_over.strip(), at)
    Assignment.objects.create(office=office, project=project, person_id=person_id, since=at, assigned_by=actor_id)
    grant_role(actor_id=actor_id, person_id=person_id, node_id=project_id, role=ROLE, at=at)
    profile_keeper().write(project_id, {"manager": person_id}, actor_id=actor_id, at=at)
    record(PROJECT_ASSIGNED, actor_id=actor_id, at=at, node_id=project_id, data={"office": office.pk, "person": person_id})


def _on_bench(office: Office, person_id: int) -> bool:
    return OfficeRole.objects.filter(office=office, person_id=person_id, role=OfficeRoleKey.PROJECT_MANAGER, until=None).exists()


def _end(actor_id: int, held: tuple[Office, Node, Assignment | None], next_id: int, note: str, at: datetime) -> None:
    """End what the manager before had, whether the office assigned them or only the profile named them."""
    office, project, now = held
    before = now.person_id if now is not None else project.manager_id
    if before is None or before == next_id:
        return
    if not note:
        raise HandOverMissing(name=names_of([before]).get(before, ""))
    if now is None:
        now = Assignment(office=office, project=project, person_id=before, since=project.created_at)
    now.until, now.handed_over = at, note
    now.save()
    if Grant.objects.filter(person_id=before, node=project, role_id=ROLE).exists():
        revoke_role(actor_id=actor_id, person_id=before, node_id=project.pk, role=ROLE, at=at)
    record(PROJECT_HANDED_OVER, actor_id=actor_id, at=at, node_id=project.pk, data={"person": before, "note": note})
