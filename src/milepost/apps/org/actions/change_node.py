"""Rename a node, and move it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F, Max, Value
from django.db.models.functions import Concat, Length, Substr

from milepost.apps.org.access import node_for, within
from milepost.apps.org.actions.create_node import check_place, checked_name
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.errors import BelowItself
from milepost.apps.org.events import NODE_MOVED, NODE_RENAMED
from milepost.apps.org.models import Node
from milepost.apps.org.models.node import NodeKind
from milepost.apps.org.paths import WIDTH, child_path, into_bin
from milepost.apps.org.profiles import profile_keeper
from milepost.apps.trail.actions.record import record


@transaction.atomic
def change_node(*, actor_id: int, node_id: int, at: datetime, name: str | None = None, parent_id: int | None = None) -> None:
    """Rename a node, move it, or both at once. Raises what `rename_node` and `move_node` raise."""
    node_for(actor_id, node_id)
    if name is not None:
        rename_node(actor_id=actor_id, node_id=node_id, name=name, at=at)
    if parent_id is not None:
        move_node(actor_id=actor_id, node_id=node_id, parent_id=parent_id, at=at)


@transaction.atomic
def rename_node(*, actor_id: int, node_id: int, name: str, at: datetime) -> Node:
    """Give a node another name; that of a project stands in its profile. Raises NotFound, NotAllowed, Invalid."""
    node, after = node_for(actor_id, node_id, Capability.ARRANGE), checked_name(name)
    if node.kind == NodeKind.PROJECT:
        # The profile's lock comes first, as in an edit of its cells, and the node follows.
        profile_keeper().write(node_id, {"name": after}, actor_id=actor_id, at=at)
        return node_for(actor_id, node_id)
    node = node_for(actor_id, node_id, Capability.ARRANGE, lock=True)
    before, node.name = node.name, after
    if after != before:
        node.save(update_fields=["name"])
        record(NODE_RENAMED, actor_id=actor_id, at=at, node_id=node_id, data={"before": before, "after": after})
    return node


@transaction.atomic
def move_node(*, actor_id: int, node_id: int, parent_id: int, at: datetime) -> Node:
    """Move a node with all below it, as the last below another. Rights follow its new place.

    Raises NotFound and NotAllowed for both nodes, BelowItself, BadPlace, TooDeep.
    """
    node = node_for(actor_id, node_id, Capability.ARRANGE, lock=True)
    parent = node_for(actor_id, parent_id, Capability.CREATE, lock=True)
    if parent.path.startswith(node.path):
        raise BelowItself(name=node.name)
    everything = Node.objects.unscoped(reason="a node moves with all below it, seen or not")
    subtree = everything.filter(within(node.path))
    longest = subtree.aggregate(most=Max(Length("path")))["most"]
    check_place(node.kind, parent, (longest - len(node.path)) // WIDTH + 1)
    before, after = node.path, child_path(parent.path, node.pk)
    subtree.update(path=Concat(Value(after), Substr(F("path"), len(before) + 1)))
    # What was deleted below it moves along, so that it can be restored there.
    in_the_bin = everything.filter(within(into_bin(before)))
    in_the_bin.update(path=Concat(Value(into_bin(after)), Substr(F("path"), len(into_bin(before)) + 1)))
    last = everything.filter(parent=parent).aggregate(last=Max("position"))["last"] or 0
    everything.filter(id=node_id).update(parent=parent, position=last + 1)
    record(NODE_MOVED, actor_id=actor_id, at=at, node_id=node_id, data={"name": node.name, "from": node.parent_id, "to": parent_id})
    return everything.get(id=node_id)
