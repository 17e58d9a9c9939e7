"""Grant a role at a node to a person or a group, and take it back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from milepost.apps.org.access import node_for
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.events import ROLE_GRANTED, ROLE_REVOKED
from milepost.apps.org.giving import keep_an_owner, lock_owners, role_to_give, sees_group
from milepost.apps.org.models import Grant, Group, Person
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import NotFound


@transaction.atomic
def grant_role(*, actor_id: int, person_id: int, node_id: int, role: str, at: datetime) -> Grant:
    """Let a person hold a role at a node and below; granting it twice changes nothing.

    Raises NotFound (node or person), NotAllowed, UnknownRole, and MoreThanOwn for a role that allows more than one's own.
    """
    node = node_for(actor_id, node_id, Capability.SHARE)
    role_to_give(actor_id, node, role)
    if not Person.objects.filter(id=person_id, is_active=True).exists():
        raise NotFound(what="person")
    return _grant(actor_id, node_id, role, at, {"person": person_id})


@transaction.atomic
def grant_role_to_group(*, actor_id: int, group_id: int, node_id: int, role: str, at: datetime) -> Grant:
    """Let all members of a group hold a role at a node and below, as long as they are in it. Raises as `grant_role` does."""
    node = node_for(actor_id, node_id, Capability.SHARE)
    role_to_give(actor_id, node, role)
    if not (sees_group(actor_id, group_id) and Group.objects.filter(id=group_id).exists()):
        raise NotFound(what="group")
    return _grant(actor_id, node_id, role, at, {"group": group_id})


@transaction.atomic
def revoke_role(*, actor_id: int, person_id: int, node_id: int, role: str, at: datetime) -> None:
    """Take a role back. Raises as `grant_role` does, NotFound where it is not held, LastOwner for the organisation's last owner."""
    _revoke(actor_id, node_id, role, at, {"person": person_id})


@transaction.atomic
def revoke_role_from_group(*, actor_id: int, group_id: int, node_id: int, role: str, at: datetime) -> None:
    """Take a role back from a group, and so from its members. Raises as `revoke_role` does."""
    _revoke(actor_id, node_id, role, at, {"group": group_id})


def _grant(actor_id: int, node_id: int, role: str, at: datetime, whom: dict[str, int]) -> Grant:
    given: dict[str, Any] = {f"{what}_id": pk for what, pk in whom.items()}
    defaults = {"granted_at": at, "granted_by_id": actor_id}
    grant, fresh = Grant.objects.get_or_create(**given, node_id=node_id, role_id=role, defaults=defaults)
    if fresh:
        record(ROLE_GRANTED, actor_id=actor_id, at=at, node_id=node_id, data={**whom, "role": role})
    return grant


def _revoke(actor_id: int, node_id: int, role: str, at: datetime, whom: dict[str, int]) -> None:
    node = node_for(actor_id, node_id, Capability.SHARE, lock=True)
    role_to_give(actor_id, node, role)
    given: dict[str, Any] = {f"{what}_id": pk for what, pk in whom.items()}
    lock_owners()
    gone, _ = Grant.objects.filter(**given, node=node, role_id=role).delete()
    if not gone:
        raise NotFound(what="grant")
    keep_an_owner()
    record(ROLE_REVOKED, actor_id=actor_id, at=at, node_id=node_id, data={**whom, "role": role})
