"""Create a node of the tree."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from milepost.apps.org.access import node_for
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.errors import BadPlace, TooDeep
from milepost.apps.org.events import NODE_CREATED
from milepost.apps.org.models import Node
from milepost.apps.org.models.node import NodeKind
from milepost.apps.org.paths import MOST_LEVELS, WIDTH, child_path
from milepost.apps.org.profiles import profile_keeper
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import Invalid
from milepost.kernel.ids import new_id

_WITHIN_PROJECT = frozenset((NodeKind.FOLDER,))


@transaction.atomic
def create_node(
    *,
    actor_id: int,
    parent_id: int,
    kind: str,
    name: str,
    at: datetime,
    code: str = "",
    manager_id: int | None = None,
    sponsor_id: int | None = None,
) -> Node:
    """Make a node as the last below its parent; a project with its profile.

    Raises NotFound and NotAllowed for the parent, Invalid for an empty name, BadPlace, TooDeep.
    """
    parent = node_for(actor_id, parent_id, Capability.CREATE, lock=True)
    check_place(kind, parent)
    node_id = new_id()
    siblings = Node.objects.unscoped(reason="the last position below a node that was just checked").filter(parent=parent)
    node = Node.objects.create(
        id=node_id,
        parent=parent,
        path=child_path(parent.path, node_id),
        kind=kind,
        name=checked_name(name),
        code=code,
        position=(siblings.aggregate(last=Max("position"))["last"] or 0) + 1,
        manager_id=manager_id,
        sponsor_id=sponsor_id,
        created_at=at,
    )
    record(NODE_CREATED, actor_id=actor_id, at=at, node_id=node.pk, data={"name": node.name, "kind": kind, "parent": parent_id})
    if kind == NodeKind.PROJECT:
        profile_keeper().make(node, actor_id=actor_id, at=at)
    return node


def checked_name(name: str) -> str:
    """The name without spaces around it and line breaks in it. Raises Invalid for one that nobody can see, or a too long one."""
    clean = " ".join(name.split())
    if not any(letter.isprintable() and not letter.isspace() for letter in clean) or len(clean) > 200:
        raise Invalid(field="name", reason="it needs 1 to 200 characters")
    return clean


def check_place(kind: str, parent: Node, levels: int = 1) -> None:
    """Raise BadPlace or TooDeep where a node of this kind, `levels` levels deep, cannot lie below the parent."""
    if kind == NodeKind.ORGANISATION or (parent.kind == NodeKind.PROJECT and kind not in _WITHIN_PROJECT):
        raise BadPlace(kind=kind, parent=parent.kind)
    if len(parent.path) // WIDTH + levels > MOST_LEVELS:
        raise TooDeep(levels=MOST_LEVELS)
