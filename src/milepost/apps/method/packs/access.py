"""Which packs somebody may read, and which they may change."""

from __future__ import annotations

from milepost.apps.method.models import Origin, Pack
from milepost.apps.method.packs.errors import PackShipped
from milepost.apps.org.access import Scope, node_for, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.kernel.errors import NotFound


def reads(scope: Scope, pack: Pack) -> bool:
    """Whether somebody may read a pack: a shipped one everybody, an own one who sees its place or anything below it, where it may hold."""
    if pack.node is None:
        return True
    return scope.allows(pack.node.path) or any(path.startswith(pack.node.path) for path in scope.paths)


def readable_pack(actor_id: int, key: str) -> Pack:
    """The pack, for somebody who may read it. Raises NotFound."""
    pack = Pack.objects.select_related("node").filter(key=key).first()
    if pack is None or not reads(scope_of(actor_id), pack):
        raise NotFound(what="pack")
    return pack


def changeable_pack(actor_id: int, key: str) -> Pack:
    """The office's own pack, for somebody who may change it: ARRANGE at its place. Raises NotFound, NotAllowed, PackShipped."""
    pack = readable_pack(actor_id, key)
    if pack.origin == Origin.SHIPPED or pack.node_id is None:
        raise PackShipped(key=key)
    node_for(actor_id, pack.node_id, Capability.ARRANGE)
    return pack


def own_pack(actor_id: int, key: str) -> Pack:
    """The same, locked until the transaction ends."""
    return Pack.objects.select_for_update().get(id=changeable_pack(actor_id, key).pk)


def changes(scope: Scope, pack: Pack) -> bool:
    """Whether somebody may change it; `scope` is one of ARRANGE."""
    return pack.node is not None and scope.allows(pack.node.path)
