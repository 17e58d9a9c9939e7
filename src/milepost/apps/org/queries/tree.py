"""Reading the tree for somebody: what they see, and the names on the way to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q

from milepost.apps.org.access import Scope, path_names, scope_of
from milepost.apps.org.models import Node
from milepost.apps.org.models.scoped import ScopedQuerySet
from milepost.apps.org.paths import prefixes, span
from milepost.kernel.errors import NotFound


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A node as somebody sees it; `bits` is 0 for one that they only pass on the way to what they see."""

    id: int
    parent_id: int | None
    kind: str
    name: str
    code: str
    path: str
    manager_id: int | None
    manager_name: str | None
    bits: int
    has_children: bool


_COLUMNS = ("id", "parent_id", "kind", "name", "code", "path", "manager_id", "manager_name")


def children(actor_id: int, *, parent_id: int | None, limit: int, offset: int) -> list[NodeRow]:
    """What lies right below a node, in order; without a parent the root. Empty for a parent that is not theirs to see."""
    scope = scope_of(actor_id)
    found = _shown(scope).filter(parent_id=parent_id).order_by("position", "name", "id")
    return _rows(scope, found[offset : offset + limit])


def search(actor_id: int, *, q: str, below: int | None, limit: int, offset: int) -> list[NodeRow]:
    """The visible nodes whose name or code has the words in it, by name; `below` keeps to the part below a node."""
    scope = scope_of(actor_id)
    found = Node.objects.scoped(scope).filter(Q(name__icontains=q) | Q(code__icontains=q))
    if below is not None:
        low, high = span(place(actor_id, below).path)
        found = found.filter(path__gte=low, path__lt=high)
    return _rows(scope, found.order_by("name", "id")[offset : offset + limit])


def place(actor_id: int, node_id: int) -> NodeRow:
    """One node that they see or pass on the way to what they see. Raises NotFound."""
    scope = scope_of(actor_id)
    rows = _rows(scope, _shown(scope).filter(id=node_id))
    if not rows:
        raise NotFound(what="node")
    return rows[0]


def way_to(row: NodeRow) -> tuple[tuple[int, str, str], ...]:
    """The (id, name, kind) of the nodes from the root to this one."""
    return path_names([row.path])[row.path]


def ways_to(rows: Sequence[NodeRow]) -> dict[str, tuple[str, ...]]:
    """For the path of each node the names from the root to it; one query for all of them."""
    return {path: tuple(name for _, name, _ in way) for path, way in path_names([row.path for row in rows]).items()}


def _shown(scope: Scope) -> ScopedQuerySet[Node]:
    """In scope, or on the way to it: every ancestor of what somebody sees lends its name to the tree. A parent or an id narrows it."""
    way = {prefix for path in scope.paths for prefix in prefixes(path)}
    everything = Node.objects.unscoped(reason="the scope's own condition and the names on the way to it")
    return everything.filter(scope.check() | Q(path__in=way)) if way else everything.none()


def _rows(scope: Scope, found: ScopedQuerySet[Node]) -> list[NodeRow]:
    rows = list(found.annotate(manager_name=F("manager__name")).values_list(*_COLUMNS))
    bits = {row[0]: scope.bits_at(row[5]) for row in rows}
    below = Node.objects.unscoped(reason="all below a visible node is visible too").filter(
        parent_id__in=[pk for pk in bits if bits[pk]], deleted_root=None
    )
    parents = set(below.values_list("parent_id", flat=True).distinct())
    # What one only passes leads somewhere: else it would not be on the way.
    return [_row(row, bits[row[0]], has_children=not bits[row[0]] or row[0] in parents) for row in rows]


def _row(row: Sequence[Any], bits: int, *, has_children: bool) -> NodeRow:
    return NodeRow(**dict(zip(_COLUMNS, row, strict=True)), bits=bits, has_children=has_children)
