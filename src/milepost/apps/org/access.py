"""The only way to get what somebody may see or change.

A role granted at a node holds there and below. A scope is read with one indexed query on the person's grants; every
list then carries the granted paths, as ranges of the path index or as beginnings that each row is held against.
Who holds a right below a node, but not at it, may read that node's name on the way to what they see, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from django.db import connection
from django.db.models import F, Q
from django.db.models.functions import Substr
from django.db.models.lookups import In

from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Node
from milepost.apps.org.paths import covering, in_bin, into_bin, out_of_bin, prefixes, span
from milepost.kernel.errors import NotAllowed, NotFound

_MOST_RANGES = 8
# Asked at nearly every request: written out, because the ORM takes longer to put this union together than the database to answer it.
_GRANTS = """
SELECT node.path, role.capabilities FROM org_grant given
JOIN org_person person ON person.id = given.person_id AND person.is_active
JOIN org_node node ON node.id = given.node_id JOIN org_role role ON role.key = given.role_id
WHERE given.person_id = %s
UNION ALL
SELECT node.path, role.capabilities FROM org_membership member
JOIN org_person person ON person.id = member.person_id AND person.is_active
JOIN org_grant given ON given.group_id = member.group_id
JOIN org_node node ON node.id = given.node_id JOIN org_role role ON role.key = given.role_id
WHERE member.person_id = %s
"""
_VERBS = {
    Capability.EDIT: "change it",
    Capability.CREATE: "add to it",
    Capability.ARRANGE: "rename or move it",
    Capability.STATE: "state its status",
    Capability.SHARE: "share it",
    Capability.PEOPLE: "manage people",
    Capability.SETTINGS: "change settings",
    Capability.DIRECTORY: "see who works on it",
}


@dataclass(frozen=True)
class Scope:
    """What one person may do where: the paths at which each set of capability bits was granted."""

    actor_id: int
    capability: Capability
    granted: tuple[tuple[str, int], ...]

    @cached_property
    def _bits(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for path, bits in self.granted:
            found[path] = found.get(path, 0) | bits
        return found

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The fewest paths at and below which the capability holds."""
        return covering([path for path, bits in self.granted if bits & self.capability])

    def bits_at(self, path: str) -> int:
        """All that the person may do at the node with this path."""
        return reduce(or_, (self._bits.get(prefix, 0) for prefix in prefixes(path)), 0)

    def allows(self, path: str) -> bool:
        """True where the capability holds at this path."""
        return bool(self.bits_at(path) & self.capability)

    def condition(self, prefix: str = "") -> Q:
        """The rows of a table whose node lies in scope, found by the index of paths; `prefix` leads to the node, such as `node__`."""
        paths = self.paths
        if len(paths) > _MOST_RANGES:
            return self.check(prefix)
        return reduce(or_, (within(path, prefix) for path in paths), Q(pk__in=()))

    def check(self, prefix: str = "") -> Q:
        """The same rows, by a look at each: for a query that something else narrows, or for a person with very many grants.

        A path lies in scope if its beginning is one of the granted paths; these have few lengths, so that a row costs a search or two.
        """
        by_length: dict[int, list[str]] = {}
        for path in self.paths:
            by_length.setdefault(len(path), []).append(path)
        begins = (Q(In(Substr(F(f"{prefix}path"), 1, length), paths)) for length, paths in by_length.items())
        return reduce(or_, begins, Q(pk__in=()))


def scope_of(actor_id: int, capability: Capability = Capability.VIEW) -> Scope:
    """The person's scope; empty for a stranger and for somebody who is no longer active. One query. What is in the bin is in no scope."""
    return Scope(actor_id, capability, tuple(grant for grant in _grants_of(actor_id) if not in_bin(grant[0])))


def bin_scope_of(actor_id: int, capability: Capability) -> Scope:
    """The person's scope with the bin: what they may do where, or might if it were not deleted. One query.

    Its `condition` finds rows at deleted nodes too; ask `allows` and `bits_at` with the path `out_of_bin`.
    """
    granted = [(out_of_bin(path), bits) for path, bits in _grants_of(actor_id)]
    return Scope(actor_id, capability, (*granted, *((into_bin(path), bits) for path, bits in granted)))


def _grants_of(actor_id: int) -> list[tuple[str, int]]:
    """Path and capability bits of all that an active person was granted, oneself or through a group, also at nodes in the bin."""
    with connection.cursor() as cursor:
        cursor.execute(_GRANTS, [actor_id, actor_id])
        return list(cursor.fetchall())


def node_for(actor_id: int, node_id: int, capability: Capability = Capability.VIEW, *, lock: bool = False) -> Node:
    """The node, for somebody who may do this there; `lock` keeps others from changing it until the transaction ends.

    Raises NotFound where the person may not even see it, as if it did not exist, and NotAllowed where they only see it.
    """
    scope = scope_of(actor_id, capability)
    nodes = Node.objects.unscoped(reason="one row by id; the scope is asked about its path on the next lines")
    node = (nodes.select_for_update() if lock else nodes).filter(id=node_id).first()
    bits = scope.bits_at(node.path) if node else 0
    if node is None or not bits & Capability.VIEW:
        raise NotFound(what="node")
    require(bits, capability)
    return node


def require(bits: int, capability: Capability) -> None:
    """Raise NotAllowed unless the bits hold the capability."""
    if not bits & capability:
        raise NotAllowed(verb=_VERBS.get(capability, capability.word), capability=capability.word)


def path_names(paths: list[str]) -> dict[str, tuple[tuple[int, str, str], ...]]:
    """For each path the (id, name, kind) of the nodes on it, root first; one query for all of them.

    Names on the way to what somebody sees are shown to them, so the caller passes only paths that it got from here. What was moved or
    deleted since the caller read its path is left out.
    """
    wanted = {prefix for path in paths for prefix in prefixes(path)}
    rows = Node.objects.unscoped(reason="the names on the way to a node that its reader may see").filter(path__in=wanted)
    known = {path: (pk, name, kind) for path, pk, name, kind in rows.values_list("path", "id", "name", "kind")}
    return {path: tuple(known[prefix] for prefix in prefixes(path) if prefix in known) for path in paths}


def within(path: str, prefix: str = "") -> Q:
    """At the node with this path and below it; `prefix` leads to the node, such as `node__`."""
    low, high = span(path)
    return Q(**{f"{prefix}path__gte": low, f"{prefix}path__lt": high})


def paths_of(node_ids: Iterable[int]) -> dict[int, str]:
    """The paths of nodes, by which `Scope.allows` tells who may see them; one query."""
    everything = Node.objects.unscoped(reason="paths only, to ask a scope about them")
    return dict(everything.filter(id__in=set(node_ids)).values_list("id", "path"))
