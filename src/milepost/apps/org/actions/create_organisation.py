"""Found the organisation: its row, the root of its tree, the built-in roles, and its first owner."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from milepost.apps.org.capabilities import ROLES
from milepost.apps.org.errors import AlreadyFounded
from milepost.apps.org.events import ORGANISATION_CREATED, ROLE_GRANTED
from milepost.apps.org.models import Grant, Node, Organisation, Person, Role
from milepost.apps.org.models.node import NodeKind
from milepost.apps.org.paths import child_path
from milepost.apps.trail.actions.record import record
from milepost.kernel.ids import new_id


@transaction.atomic
def create_organisation(
    *, name: str, owner_id: int, at: datetime, zone: str = "UTC", currency: str = "EUR", demo_day: date | None = None
) -> Node:
    """Make the organisation and return the root of its tree; the person `owner_id` becomes its owner.

    `demo_day` makes it a demo whose clock stands at that day. Raises AlreadyFounded where there is one.
    """
    existing = Organisation.objects.first()
    if existing is not None:
        raise AlreadyFounded(name=existing.name)
    Organisation.objects.create(name=name, zone=zone, currency=currency, demo_day=demo_day)
    Role.objects.bulk_create(
        [Role(key=role.key, name=role.name, capabilities=int(role.capabilities), built_in=True) for role in ROLES], ignore_conflicts=True
    )
    root_id = new_id()
    root = Node.objects.create(id=root_id, path=child_path("", root_id), kind=NodeKind.ORGANISATION, name=name, created_at=at)
    Grant.objects.create(person=Person.objects.get(id=owner_id), node=root, role_id="owner", granted_at=at)
    record(ORGANISATION_CREATED, actor_id=owner_id, at=at, node_id=root.pk, data={"name": name})
    record(ROLE_GRANTED, actor_id=owner_id, at=at, node_id=root.pk, data={"person": owner_id, "role": "owner"})
    return root
