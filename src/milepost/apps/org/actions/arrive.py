"""Somebody comes in for whose address another place vouches: a person, an invited one, or one from an allowed domain."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from milepost.apps.org.actions.create_person import create_person
from milepost.apps.org.actions.join import join_by_address
from milepost.apps.org.errors import AddressUnverified, NotExpected, NotHere, UnknownRole
from milepost.apps.org.events import ROLE_GRANTED
from milepost.apps.org.models import Grant, Node, Person, Role
from milepost.apps.trail.actions.record import record


@transaction.atomic
def arrive(*, email: str, verified: bool, name: str, domains: Sequence[str], role: str, at: datetime) -> Person:
    """The person whose address this is; else a new one, by their open invitation, or with `role` at the root if the domain is allowed.

    Raises AddressUnverified, NotHere for who left, NotExpected for anybody else, and UnknownRole where the settings name none that is.
    """
    address = email.strip().lower()
    if not verified or not address:
        raise AddressUnverified
    person = Person.objects.filter(email=address).first()
    if person is not None:
        return here(person)
    invited = join_by_address(email=address, name=name or address.partition("@")[0], at=at)
    if invited is not None:
        return invited
    if address.rpartition("@")[2] not in domains:
        raise NotExpected(email=address)
    return _newcomer(address, name or address.partition("@")[0], role, at)


def here(person: Person) -> Person:
    """The person, if they are active. Raises NotHere."""
    if not person.is_active:
        raise NotHere(name=person.name)
    return person


def _newcomer(address: str, name: str, role: str, at: datetime) -> Person:
    person = create_person(actor_id=None, email=address, name=name, at=at)
    if role:
        if not Role.objects.filter(key=role).exists():
            raise UnknownRole(role=role)
        root = Node.objects.unscoped(reason="the settings say what newcomers get at the root").get(parent=None)
        Grant.objects.create(person=person, node=root, role_id=role, granted_at=at)
        record(ROLE_GRANTED, actor_id=None, at=at, node_id=root.pk, data={"person": person.pk, "role": role})
    return person
