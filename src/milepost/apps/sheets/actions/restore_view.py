"""Take a saved view out of the bin."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from milepost.apps.org.access import bin_scope_of, require
from milepost.apps.org.actions.delete_node import above_in_bin, restore_node
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Node
from milepost.apps.org.paths import out_of_bin
from milepost.apps.sheets.actions.bin_sheet import bring_home
from milepost.apps.sheets.events import VIEW_RESTORED
from milepost.apps.sheets.models import View
from milepost.apps.sheets.row_access import binned_sheet
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import NotFound


@transaction.atomic
def restore_view(*, actor_id: int, view_id: int, at: datetime, above: bool = False) -> None:
    """Take a view of one's own out of the bin, or a shared one where one may edit. With `above` what it is of is restored first.

    Raises NotFound for what is not in the bin, NotAllowed and AboveInBin.
    """
    view = View.with_deleted.select_for_update().filter(id=view_id).exclude(deleted_at=None).first()
    if view is None or not (view.shared or view.owner_id == actor_id):
        raise NotFound(what="view")
    _bring_place(actor_id, view, at, above)
    View.with_deleted.filter(id=view_id).update(deleted_at=None, deleted_by=None)
    if view.shared:
        record(VIEW_RESTORED, actor_id=actor_id, at=at, node_id=view.node_id, sheet_id=view.sheet_id, data={"name": view.name})


def _bring_place(actor_id: int, view: View, at: datetime, above: bool) -> None:
    """See to it that what the view is of is there, for somebody who may have it back."""
    capability = Capability.EDIT if view.shared else Capability.VIEW
    if view.of_sheet:
        sheet = binned_sheet(actor_id, view.sheet_id, capability, what="view")
        bring_home(actor_id=actor_id, sheet=sheet, at=at, above=above)
        return
    nodes = Node.objects.unscoped(reason="the place of a view; the scope is asked about its path on the next lines")
    node = nodes.get(id=view.node_id) if view.node_id else nodes.get(parent=None)
    bits = bin_scope_of(actor_id, capability).bits_at(out_of_bin(node.path))
    if view.shared and not bits & Capability.VIEW:
        raise NotFound(what="view")
    if view.shared:
        require(bits, capability)
    if node.deleted_root is not None:
        if not bits & Capability.VIEW:  # one's own, of a place that is no longer shared: its name is none of theirs
            raise NotFound(what="view")
        if not above:
            raise above_in_bin(node)
        restore_node(actor_id=actor_id, node_id=node.deleted_root, at=at, above=True)
