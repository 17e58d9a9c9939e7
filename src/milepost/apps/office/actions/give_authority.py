"""Give the authority for a decision at a place to a role or a person, and end it.

It is given from above: whoever gives it at a node shares at the node's parent, so that nobody lets themselves decide on what they run.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from milepost.apps.office.actions.found_office import chosen
from milepost.apps.office.actions.people import known_person
from milepost.apps.office.catalogue import DECISIONS, FOR_MONEY, OfficeRoleKey
from milepost.apps.office.events import AUTHORITY_ENDED, AUTHORITY_GIVEN
from milepost.apps.office.models import Authority
from milepost.apps.org.access import node_for, require, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Node
from milepost.apps.org.paths import WIDTH
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import Invalid, NotFound
from milepost.kernel.money import Money


@transaction.atomic
def give_authority(
    *,
    actor_id: int,
    node_id: int,
    decision: str,
    at: datetime,
    role: str = "",
    person_id: int | None = None,
    up_to: Money | None = None,
) -> Authority:
    """Let a role of the responsible office, or a person, take a decision at a node and below, up to an amount or any.

    Raises NotFound, NotAllowed (it asks for SHARE at the node's parent), Invalid.
    """
    node = _node(actor_id, node_id)
    if decision not in DECISIONS:
        raise Invalid(field="decision", reason=f"it is one of {', '.join(DECISIONS)}")
    if bool(role) == (person_id is not None):
        raise Invalid(field="role", reason="it goes to a role or to a person, not to both")
    if role:
        chosen(OfficeRoleKey, role, "role")
    else:
        known_person(actor_id, person_id or 0)
    if up_to is not None:
        _check_amount(decision, up_to)
    held = {"decision": decision, "role": role, "person_id": person_id}
    Authority.objects.filter(node=node, until=None, **held).update(until=at)
    threshold = {"up_to": up_to.amount if up_to else None, "currency": up_to.currency if up_to else ""}
    given = Authority.objects.create(node=node, since=at, given_by=actor_id, **held, **threshold)
    data = {**held, "authority": given.pk, "up_to": str(up_to.amount) if up_to else None, "currency": threshold["currency"]}
    record(AUTHORITY_GIVEN, actor_id=actor_id, at=at, node_id=node_id, data=data)
    return given


@transaction.atomic
def end_authority(*, actor_id: int, authority_id: int, at: datetime) -> None:
    """End what was given. What was decided by it stays decided. Raises NotFound and NotAllowed."""
    given = Authority.objects.filter(id=authority_id, until=None).first()
    if given is None or not scope_of(actor_id).allows(given.node.path):
        raise NotFound(what="authority")
    _node(actor_id, given.node_id)
    given.until = at
    given.save(update_fields=["until"])
    data = {"authority": authority_id, "decision": given.decision, "role": given.role, "person_id": given.person_id}
    record(AUTHORITY_ENDED, actor_id=actor_id, at=at, node_id=given.node_id, data=data)


def may_give(bits_above: int) -> bool:
    """Whether somebody with these bits at the parent of a node may give authority there."""
    return bool(bits_above & Capability.SHARE)


def above(path: str) -> str:
    """The path of the parent of a node; of the root its own."""
    return path[:-WIDTH] or path


def _node(actor_id: int, node_id: int) -> Node:
    node = node_for(actor_id, node_id)
    require(scope_of(actor_id).bits_at(above(node.path)), Capability.SHARE)
    return node


def _check_amount(decision: str, up_to: Money) -> None:
    if decision not in FOR_MONEY:
        raise Invalid(field="up_to", reason="this decision has no amount")
    if not up_to.amount.is_finite() or up_to.amount < 0:
        raise Invalid(field="up_to", reason="it is 0 or more")
    if len(up_to.currency) != 3 or not up_to.currency.isalpha():
        raise Invalid(field="currency", reason="it is a code of three letters, such as EUR")
