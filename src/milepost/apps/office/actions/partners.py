"""A controlling office names a partner beside the manager of a project."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from milepost.apps.office.access import office_of_project
from milepost.apps.office.actions.people import known_person
from milepost.apps.office.catalogue import OfficeType
from milepost.apps.office.errors import BothAtOnce, NotSeeing
from milepost.apps.office.events import PARTNER_ENDED, PARTNER_NAMED
from milepost.apps.office.models import Partner
from milepost.apps.org.access import scope_of
from milepost.apps.trail.actions.record import record


@transaction.atomic
def name_partner(*, actor_id: int, project_id: int, person_id: int | None, at: datetime) -> None:
    """Name who stands beside the project's manager and is answerable for its status with them; None ends it.

    Raises NotFound, NotAllowed (it asks for ARRANGE at the office's node), NoOfficeHere, OtherType, BothAtOnce, NotSeeing.
    """
    office, project = office_of_project(actor_id, project_id, OfficeType.CONTROLLING)
    now = Partner.objects.filter(project=project, until=None).first()
    if (now.person_id if now else None) == person_id:
        return
    if person_id is not None:
        name = known_person(actor_id, person_id)
        if project.manager_id == person_id:
            raise BothAtOnce(name=name)
        if not scope_of(person_id).allows(project.path):
            raise NotSeeing(name=name, project=project.name)
    Partner.objects.filter(project=project, until=None).update(until=at)
    if person_id is None:
        record(PARTNER_ENDED, actor_id=actor_id, at=at, node_id=project_id, data={"office": office.pk})
        return
    Partner.objects.create(office=office, project=project, person_id=person_id, since=at)
    record(PARTNER_NAMED, actor_id=actor_id, at=at, node_id=project_id, data={"office": office.pk, "person": person_id})
