"""Make, change and delete groups, and say who is in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from milepost.apps.org.actions.create_node import checked_name
from milepost.apps.org.errors import NameTaken, NotHere
from milepost.apps.org.events import GROUP_CHANGED, GROUP_CREATED, GROUP_DELETED, MEMBER_ADDED, MEMBER_REMOVED
from milepost.apps.org.giving import group_to_give, group_to_manage, keep_an_owner, lock_owners, require_people
from milepost.apps.org.models import Group, Membership, Person
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import Invalid, NotFound


@transaction.atomic
def create_group(*, actor_id: int, name: str, at: datetime, about: str = "") -> int:
    """The id of a new, empty group. Raises NotAllowed, Invalid, NameTaken."""
    require_people(actor_id)
    group = Group.objects.create(name=_free_name(name), about=about.strip(), created_at=at)
    record(GROUP_CREATED, actor_id=actor_id, at=at, data={"group": group.pk, "name": group.name})
    return group.pk


@transaction.atomic
def change_group(*, actor_id: int, group_id: int, at: datetime, name: str | None = None, about: str | None = None) -> None:
    """Give a group another name or description; what is None stays. Raises NotFound, NotAllowed, Invalid, NameTaken."""
    group = group_to_manage(actor_id, group_id, lock=True)
    before = group.name
    if name is not None:
        group.name = _free_name(name, but=group_id)
    if about is not None:
        group.about = about.strip()
    group.save(update_fields=["name", "about"])
    record(GROUP_CHANGED, actor_id=actor_id, at=at, data={"group": group_id, "before": before, "after": group.name})


@transaction.atomic
def delete_group(*, actor_id: int, group_id: int, at: datetime) -> None:
    """Delete a group: its members lose what they held through it. Raises NotFound, NotAllowed, GroupHoldsMore, LastOwner."""
    group = group_to_give(actor_id, group_id)
    lock_owners()
    members = list(Membership.objects.filter(group=group).values_list("person_id", flat=True))
    group.delete()
    keep_an_owner()
    record(GROUP_DELETED, actor_id=actor_id, at=at, data={"group": group_id, "name": group.name, "members": members})


@transaction.atomic
def add_members(*, actor_id: int, group_id: int, person_ids: Sequence[int], at: datetime) -> None:
    """Put people into a group, who then hold what it holds; who is in it already stays.

    Raises NotFound for the group or a person, NotAllowed, NotHere, and GroupHoldsMore where the group may do more than the actor.
    """
    group = group_to_give(actor_id, group_id)
    people = {person.pk: person for person in Person.objects.filter(id__in=person_ids)}
    for person_id in dict.fromkeys(person_ids):
        if person_id not in people:
            raise NotFound(what="person")
        if not people[person_id].is_active:
            raise NotHere(name=people[person_id].name)
        put_into(group, person_id=person_id, actor_id=actor_id, at=at)


@transaction.atomic
def remove_member(*, actor_id: int, group_id: int, person_id: int, at: datetime) -> None:
    """Take a person out of a group. Raises NotFound, also where they are not in it, NotAllowed, GroupHoldsMore, LastOwner."""
    group = group_to_give(actor_id, group_id)
    lock_owners()
    gone, _ = Membership.objects.filter(group=group, person_id=person_id).delete()
    if not gone:
        raise NotFound(what="member")
    keep_an_owner()
    record(MEMBER_REMOVED, actor_id=actor_id, at=at, data={"group": group_id, "name": group.name, "person": person_id})


def put_into(group: Group, *, person_id: int, actor_id: int | None, at: datetime) -> bool:
    """Put one person into a group that was checked by the caller; False where they were in it already."""
    defaults = {"added_at": at, "added_by_id": actor_id}
    _, fresh = Membership.objects.get_or_create(group=group, person_id=person_id, defaults=defaults)
    if fresh:
        record(MEMBER_ADDED, actor_id=actor_id, at=at, data={"group": group.pk, "name": group.name, "person": person_id})
    return fresh


def _free_name(name: str, but: int = 0) -> str:
    clean = checked_name(name)
    if len(clean) > 100:
        raise Invalid(field="name", reason="it needs 1 to 100 characters")
    if Group.objects.filter(name__iexact=clean).exclude(id=but).exists():
        raise NameTaken(what="group", name=clean)
    return clean
