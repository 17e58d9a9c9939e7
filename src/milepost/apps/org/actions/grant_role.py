"""Grant a role at a node, and take it back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from milepost.apps.org.access import node_for, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.errors import LastOwner, MoreThanOwn, UnknownRole
from milepost.apps.org.events import ROLE_GRANTED, ROLE_REVOKED
from milepost.apps.org.models import Grant, Node, Person, Role
from milepost.apps.org.models.node import NodeKind
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import NotFound


@transaction.atomic
def grant_role(*, actor_id: int, person_id: int, node_id: int, role: str, at: datetime) -> Grant:
    """Let a person hold a role at a node and below; granting it twice changes nothing.

    Raises NotFound (node or person), NotAllowed, UnknownRole, and MoreThanOwn for a role that allows more than one's own.
    """
    node = node_for(actor_id, node_id, Capability.SHARE)
    _check_role(actor_id, node, role)
    if not Person.objects.filter(id=person_id, is_active=True).exists():
        raise NotFound(what="person")
    grant, fresh = Grant.objects.get_or_create(person_id=person_id, node=node, role_id=role, defaults={"granted_at": at})
    if fresh:
        record(ROLE_GRANTED, actor_id=actor_id, at=at, node_id=node_id, data={"person": person_id, "role": role})
    return grant


@transaction.atomic
def revoke_role(*, actor_id: int, person_id: int, node_id: int, role: str, at: datetime) -> None:
    """Take a role back. Raises as `grant_role` does, NotFound where it is not held, LastOwner for the organisation's last owner."""
    node = node_for(actor_id, node_id, Capability.SHARE, lock=True)
    _check_role(actor_id, node, role)
    held = Grant.objects.filter(node=node, role_id=role)
    if not held.filter(person_id=person_id).exists():
        raise NotFound(what="grant")
    others = held.filter(person__is_active=True).exclude(person_id=person_id)
    if node.kind == NodeKind.ORGANISATION and role == "owner" and not others.exists():
        raise LastOwner
    held.filter(person_id=person_id).delete()
    record(ROLE_REVOKED, actor_id=actor_id, at=at, node_id=node_id, data={"person": person_id, "role": role})


def _check_role(actor_id: int, node: Node, key: str) -> None:
    role = Role.objects.filter(key=key).first()
    if role is None:
        raise UnknownRole(role=key)
    if role.capabilities & ~scope_of(actor_id).bits_at(node.path):
        raise MoreThanOwn(role=key)
