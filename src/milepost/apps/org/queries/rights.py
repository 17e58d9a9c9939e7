"""Reading rights: who may see a node, why somebody sees it, and all that somebody sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import Q

from milepost.apps.org.access import Scope, node_for, path_names, require, scope_of
from milepost.apps.org.acquaintance import knows
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Grant, Membership, Node
from milepost.apps.org.paths import prefixes
from milepost.kernel.errors import NotAllowed, NotFound

_MAY_ASK = Capability.PEOPLE | Capability.SHARE
_HELD_BY = ("person_id", "person__name", "group_id", "group__name")
_COLUMNS = (
    "role_id",
    "role__name",
    "role__capabilities",
    "node_id",
    "node__name",
    "node__path",
    "granted_by_id",
    "granted_by__name",
    "granted_at",
)


@dataclass(frozen=True, slots=True)
class GrantRow:
    """A role held at a node by a person or by a group; `by` is nobody where the system gave it."""

    person_id: int | None
    person_name: str | None
    group_id: int | None
    group_name: str | None
    role: str
    role_name: str
    bits: int
    node_id: int
    node_name: str
    node_path: str
    by_id: int | None
    by_name: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Seen:
    """A node at and below which somebody may do something, and the grants by which they may."""

    path: str
    bits: int
    because: tuple[GrantRow, ...]


def access_at(actor_id: int, node_id: int) -> list[GrantRow]:
    """Who may see a node, by which role, held where, people before groups. Raises NotFound, and NotAllowed without the directory."""
    node = node_for(actor_id, node_id, Capability.DIRECTORY)
    grants = Grant.objects.filter(Q(person__is_active=True) | Q(person=None), node__path__in=prefixes(node.path))
    rows = [GrantRow(*row) for row in grants.order_by("node__path", "role_id", "id").values_list(*_HELD_BY, *_COLUMNS)]
    return sorted(rows, key=lambda row: (row.person_id is None, row.person_name or row.group_name or "", row.node_path))


def people_at(actor_id: int, node_id: int) -> dict[int, str]:
    """The names by id of all active people who may see a node, also through a group. Raises as `access_at` does."""
    node = node_for(actor_id, node_id, Capability.DIRECTORY)
    here = {"node__path__in": prefixes(node.path)}
    own = Grant.objects.filter(**here, person__is_active=True).values_list("person_id", "person__name")
    through = Membership.objects.filter(
        person__is_active=True, group__in=Grant.objects.filter(**here, group__isnull=False).values("group_id")
    )
    return dict(own.union(through.values_list("person_id", "person__name")))


def why(actor_id: int, node_id: int, person_id: int) -> Seen:
    """Why a person may see a node: each grant at it or above, their own or a group's. Nothing in `because` means that they do not see it.

    For who gives roles or manages people there, and for anybody about themselves. Raises NotFound and NotAllowed.
    """
    node = node_for(actor_id, node_id)
    if actor_id != person_id:
        require(scope_of(actor_id).bits_at(node.path), _MAY_ASK)
    chain = tuple(row for row in grants_of(person_id) if node.path.startswith(row.node_path))
    if not chain and not knows(actor_id, person_id):
        raise NotFound(what="person")
    return Seen(node.path, _bits(chain), chain)


def sees(actor_id: int, person_id: int) -> tuple[list[Seen], int]:
    """Where in the tree a person may do something, by path, and how many nodes that is; only where the actor gives roles or manages people.

    Anybody may ask about themselves. Raises NotFound, and NotAllowed for who may not ask anywhere.
    """
    asking = scope_of(person_id) if actor_id == person_id else _asking(actor_id, person_id)
    grants = grants_of(person_id)
    tops = {path for row in grants for path in _tops(row.node_path, asking)}
    found = []
    for path in sorted(tops):
        chain = tuple(row for row in grants if path.startswith(row.node_path))
        found.append(Seen(path, _bits(chain), chain))
    view = Scope(person_id, Capability.VIEW, tuple((one.path, one.bits) for one in found))
    return found, Node.objects.scoped(view).count()


def places_of(seen: Sequence[Seen]) -> dict[str, tuple[tuple[int, str, str], ...]]:
    """For each of these the (id, name, kind) of the nodes on the way to it, root first."""
    return path_names([one.path for one in seen])


def grants_of(person_id: int) -> list[GrantRow]:
    """All that an active person holds outside the bin, their own before that of their groups. Says nothing about who may know it."""
    own = Grant.objects.filter(person_id=person_id, person__is_active=True)
    through = Grant.objects.filter(group__memberships__person_id=person_id, group__memberships__person__is_active=True)
    rows = [GrantRow(*row) for grants in (own, through) for row in grants.order_by("node__path", "id").values_list(*_HELD_BY, *_COLUMNS)]
    shown = scope_of(person_id)
    return [row for row in rows if shown.bits_at(row.node_path)]


def _asking(actor_id: int, person_id: int) -> Scope:
    if not knows(actor_id, person_id):
        raise NotFound(what="person")
    asking = scope_of(actor_id, _MAY_ASK)
    if not asking.paths:
        raise NotAllowed(verb="see what others see", capability=Capability.SHARE.word)
    return asking


def _tops(granted: str, asking: Scope) -> list[str]:
    """The highest nodes at and below a granted one about which one may ask."""
    return [granted] if asking.allows(granted) else [path for path in asking.paths if path.startswith(granted)]


def _bits(chain: Sequence[GrantRow]) -> int:
    return reduce(or_, (row.bits for row in chain), 0)
