"""Reading groups and roles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from milepost.apps.org.access import scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.factors import without_factor
from milepost.apps.org.giving import sees_group
from milepost.apps.org.models import Grant, Group, Membership, Role
from milepost.kernel.errors import NotFound

_GIVES = Capability.PEOPLE | Capability.SHARE


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group, and how many active people are in it."""

    id: int
    name: str
    about: str
    members: int


@dataclass(frozen=True, slots=True)
class MemberRow:
    """Who is in a group, since when."""

    person_id: int
    name: str
    added_at: datetime


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A role that a group holds at a node that the reader may see."""

    node_id: int
    node_name: str
    role: str
    role_name: str


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role, and by how many grants it is held; `without` counts the people who hold it and have no second factor, None for who does
    not keep the settings."""

    key: str
    name: str
    about: str
    bits: int
    built_in: bool
    second_factor: bool
    held: int
    without: int | None = None


def groups(actor_id: int) -> list[GroupRow]:
    """All groups by name for who gives roles or manages people; else those that one is in."""
    return _rows(Group.objects.all()) if scope_of(actor_id, _GIVES).paths else groups_of(actor_id)


def groups_of(person_id: int) -> list[GroupRow]:
    """The groups that an active person is in, by name. Says nothing about who may know it."""
    own = Membership.objects.filter(person_id=person_id, person__is_active=True)
    return _rows(Group.objects.filter(id__in=own.values("group_id")))


def group(actor_id: int, group_id: int) -> GroupRow:
    """One group. Raises NotFound where somebody may not know of it."""
    rows = _rows(Group.objects.filter(id=group_id)) if sees_group(actor_id, group_id) else []
    if not rows:
        raise NotFound(what="group")
    return rows[0]


def members(group_id: int) -> list[MemberRow]:
    """Who is in a group, by name. The caller has asked for the group first."""
    rows = Membership.objects.filter(group_id=group_id, person__is_active=True).order_by("person__name", "person_id")
    return [MemberRow(*row) for row in rows.values_list("person_id", "person__name", "added_at")]


def held_by(actor_id: int, group_id: int) -> list[HeldRow]:
    """The roles of a group at nodes that the reader may see, in the order of the tree."""
    grants = Grant.objects.filter(scope_of(actor_id).check("node__"), group_id=group_id).order_by("node__path", "role_id")
    return [HeldRow(*row) for row in grants.values_list("node_id", "node__name", "role_id", "role__name")]


def roles(actor_id: int) -> list[RoleRow]:
    """All roles, those that allow most first, for anybody who holds one; nothing for a stranger."""
    if not scope_of(actor_id).paths:
        return []
    columns = ("key", "name", "about", "capabilities", "built_in", "second_factor", "held")
    rows = Role.objects.annotate(held=Count("grants")).values_list(*columns)
    missing = without_factor() if scope_of(actor_id, Capability.SETTINGS).paths else None
    found = [RoleRow(*row) for row in rows]
    told = found if missing is None else [replace(role, without=missing.get(role.key, 0)) for role in found]
    return sorted(told, key=lambda row: (not row.built_in, -row.bits.bit_count(), -row.bits, row.name))


def _rows(found: QuerySet[Group]) -> list[GroupRow]:
    counted = found.annotate(count=Count("memberships", filter=Q(memberships__person__is_active=True)))
    return [GroupRow(*row) for row in counted.order_by("name").values_list("id", "name", "about", "count")]
