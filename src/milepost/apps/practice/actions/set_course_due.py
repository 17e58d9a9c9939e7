"""Say within how many days whoever has a role shall take a course."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from milepost.apps.method.queries.holding import pack_for
from milepost.apps.office.access import visible_office
from milepost.apps.office.models import Office, OfficeRole
from milepost.apps.org.access import require, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.practice.events import COURSE_DUE_SET
from milepost.apps.practice.models import CourseDue
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import NotFound

MOST_DAYS = 3650


@transaction.atomic
def set_course_due(*, actor_id: int, office_id: int, course: str, role: str, days: int | None, at: datetime) -> None:
    """Set the days after joining, or take them back (None); for the people of the office and who may arrange its node.

    Raises NotFound, also for a course that is not for the role, and NotAllowed.
    """
    office = visible_office(actor_id, office_id)
    _refuse_others(actor_id, office)
    held = pack_for(office.node_id)
    if held is None or not any(one.key == course and role in one.roles for one in held.pack.courses):
        raise NotFound(what="course")
    if days is None:
        CourseDue.objects.filter(office=office, course=course, role=role).delete()
    else:
        wanted = {"days": days, "since": at, "set_by": actor_id}
        CourseDue.objects.update_or_create(office=office, course=course, role=role, defaults=wanted)
    data = {"office": office_id, "course": course, "role": role, "days": days}
    record(COURSE_DUE_SET, actor_id=actor_id, at=at, node_id=office.node_id, data=data)


def _refuse_others(actor_id: int, office: Office) -> None:
    if not OfficeRole.objects.filter(office=office, person_id=actor_id, until=None).exists():
        require(scope_of(actor_id, Capability.ARRANGE).bits_at(office.node.path), Capability.ARRANGE)
