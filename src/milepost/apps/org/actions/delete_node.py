"""Put a node into the bin, and take it out again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Concat, Substr

from milepost.apps.org.access import bin_scope_of, node_for, require, within
from milepost.apps.org.actions.create_node import check_place
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.errors import AboveInBin, RootStays
from milepost.apps.org.events import NODE_DELETED, NODE_RESTORED
from milepost.apps.org.models import Node
from milepost.apps.org.paths import child_path, in_bin, into_bin, out_of_bin
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import NotFound


@transaction.atomic
def delete_node(*, actor_id: int, node_id: int, at: datetime) -> None:
    """Put a node with all below it into the bin, for whoever may rename and move it.

    It takes the rights held there, its sheets and their figures out of everybody's sight until it is restored. Raises NotFound,
    NotAllowed, and RootStays for the organisation.
    """
    node = node_for(actor_id, node_id, Capability.ARRANGE, lock=True)
    if node.parent_id is None:
        raise RootStays(name=node.name)
    everything = Node.objects.unscoped(reason="a node goes with all below it, seen or not")
    gone = everything.filter(within(node.path)).update(
        path=Concat(Value(into_bin("")), F("path")), deleted_at=at, deleted_by=actor_id, deleted_root=node_id
    )
    # Told at the parent: at the node itself nobody sees anything any more.
    data = {"node": node_id, "name": node.name, "kind": node.kind, "nodes": gone}
    record(NODE_DELETED, actor_id=actor_id, at=at, node_id=node.parent_id, data=data)


@transaction.atomic
def restore_node(*, actor_id: int, node_id: int, at: datetime, above: bool = False) -> None:
    """Take a node, with all that went with it, out of the bin to where it was: below the same parent, wherever that lies now.

    What was deleted below it before stays deleted. With `above` a parent that is in the bin is restored first.
    Raises NotFound for what is not in the bin by itself, NotAllowed, AboveInBin, BadPlace and TooDeep.
    """
    node = _deleted(actor_id, node_id)
    parent = Node.objects.unscoped(reason="the parent of a node that was just checked").select_for_update().get(id=node.parent_id)
    if parent.deleted_root is not None:
        if not above:
            raise above_in_bin(parent)
        restore_node(actor_id=actor_id, node_id=parent.deleted_root, at=at, above=True)
        parent.refresh_from_db()
    check_place(node.kind, parent)
    _bring_back(node, child_path(parent.path, node_id))
    record(NODE_RESTORED, actor_id=actor_id, at=at, node_id=node_id, data={"name": node.name, "kind": node.kind, "parent": parent.pk})


def above_in_bin(node: Node) -> AboveInBin:
    """The refusal to restore something into this node, which names what to restore first."""
    nodes = Node.objects.unscoped(reason="the name of a node above one that was just checked")
    root = nodes.get(id=node.deleted_root or node.pk) if node.deleted_root != node.pk else node
    return AboveInBin(name=root.name, what="node", id=root.pk)


def _deleted(actor_id: int, node_id: int) -> Node:
    nodes = Node.objects.unscoped(reason="one row by id; the scope is asked about its path on the next lines")
    node = nodes.select_for_update().filter(id=node_id, deleted_root=node_id).first()
    bits = bin_scope_of(actor_id, Capability.ARRANGE).bits_at(out_of_bin(node.path)) if node else 0
    if node is None or not in_bin(node.path) or not bits & Capability.VIEW:
        raise NotFound(what="node")
    require(bits, Capability.ARRANGE)
    return node


def _bring_back(node: Node, path: str) -> None:
    everything = Node.objects.unscoped(reason="a node comes back with all that went with it, seen or not")
    with_it = everything.filter(within(node.path), deleted_root=node.pk)
    back = Concat(Value(path), Substr(F("path"), len(node.path) + 1))
    with_it.update(path=back, deleted_at=None, deleted_by=None, deleted_root=None)
