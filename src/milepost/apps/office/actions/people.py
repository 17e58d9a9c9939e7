"""Who does what in an office: give a role, end it, and say who reports to whom."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from milepost.apps.office.access import office_to_change
from milepost.apps.office.actions.found_office import chosen
from milepost.apps.office.catalogue import OfficeRoleKey
from milepost.apps.office.errors import ReportsInCircle
from milepost.apps.office.events import OFFICE_ROLE_ENDED, OFFICE_ROLE_GIVEN, REPORTS_CHANGED
from milepost.apps.office.models import OfficeRole, ReportsTo
from milepost.apps.org.acquaintance import knows
from milepost.apps.org.models import Person
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import NotFound


@transaction.atomic
def give_office_role(*, actor_id: int, office_id: int, person_id: int, role: str, at: datetime) -> OfficeRole:
    """Let somebody have a role in an office; giving it twice changes nothing. It gives no rights at the office's node: those are granted.

    Raises NotFound (office, or a person whom the actor cannot know of), NotAllowed, OfficeClosed, Invalid.
    """
    office = office_to_change(actor_id, office_id)
    chosen(OfficeRoleKey, role, "role")
    known_person(actor_id, person_id)
    held, fresh = OfficeRole.objects.get_or_create(office=office, person_id=person_id, role=role, until=None, defaults={"since": at})
    if fresh:
        data = {"office": office_id, "person": person_id, "role": role}
        record(OFFICE_ROLE_GIVEN, actor_id=actor_id, at=at, node_id=office.node_id, data=data)
    return held


@transaction.atomic
def end_office_role(*, actor_id: int, office_id: int, person_id: int, role: str, at: datetime) -> None:
    """Let somebody no longer have a role. Raises NotFound, NotAllowed, OfficeClosed."""
    office = office_to_change(actor_id, office_id)
    if not OfficeRole.objects.filter(office=office, person_id=person_id, role=role, until=None).update(until=at):
        raise NotFound(what="role")
    data = {"office": office_id, "person": person_id, "role": role}
    record(OFFICE_ROLE_ENDED, actor_id=actor_id, at=at, node_id=office.node_id, data=data)


@transaction.atomic
def report_to(*, actor_id: int, office_id: int, person_id: int, to_id: int | None, at: datetime) -> None:
    """Say to whom somebody reports in matters of an office; None for nobody. Raises NotFound, NotAllowed, OfficeClosed, ReportsInCircle."""
    office = office_to_change(actor_id, office_id)
    name = known_person(actor_id, person_id)
    if to_id is not None:
        _refuse_circle(office_id, (person_id, name), (to_id, known_person(actor_id, to_id)))
    ReportsTo.objects.filter(office=office, person_id=person_id, until=None).update(until=at)
    if to_id is not None:
        ReportsTo.objects.create(office=office, person_id=person_id, to_id=to_id, since=at)
    data = {"office": office_id, "person": person_id, "to": to_id}
    record(REPORTS_CHANGED, actor_id=actor_id, at=at, node_id=office.node_id, data=data)


def known_person(actor_id: int, person_id: int) -> str:
    """The name of an active person whom the actor may know of. Raises NotFound."""
    name = Person.objects.filter(id=person_id, is_active=True).values_list("name", flat=True).first()
    if name is None or not knows(actor_id, person_id):
        raise NotFound(what="person")
    return name


def _refuse_circle(office_id: int, person: tuple[int, str], to: tuple[int, str]) -> None:
    lines = dict(ReportsTo.objects.filter(office_id=office_id, until=None).values_list("person_id", "to_id"))
    above: int | None = to[0]
    for _ in range(len(lines) + 2):
        if above == person[0]:
            raise ReportsInCircle(name=person[1], to=to[1])
        above = lines.get(above) if above is not None else None
