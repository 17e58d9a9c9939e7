"""Put a sheet into the bin, and take it out again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from milepost.apps.org.access import require
from milepost.apps.org.actions.delete_node import above_in_bin, restore_node
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.errors import AboveInBin
from milepost.apps.sheets.access import sheet_and_rights
from milepost.apps.sheets.errors import ProfileStays
from milepost.apps.sheets.events import SHEET_DELETED, SHEET_RESTORED
from milepost.apps.sheets.linking.linked import let_all_wait
from milepost.apps.sheets.models import Sheet
from milepost.apps.sheets.row_access import binned_sheet
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import NotFound

_PROFILE = "project"


@transaction.atomic
def delete_sheet(*, actor_id: int, sheet_id: int, at: datetime) -> None:
    """Put a sheet with all that it has into the bin, for whoever may make one there.

    Raises NotFound, NotAllowed, and ProfileStays for the profile of a project, which goes with its project.
    """
    seen, bits = sheet_and_rights(actor_id, sheet_id)
    require(bits, Capability.CREATE)
    if seen.kind == _PROFILE:
        raise ProfileStays(name=seen.name)
    sheet = Sheet.objects.select_for_update().filter(id=sheet_id).first()
    if sheet is None:  # somebody else did so a moment ago
        raise NotFound(what="sheet")
    sheet.deleted_at, sheet.deleted_by = at, actor_id
    sheet.save(update_fields=["deleted_at", "deleted_by"])
    data = {"name": sheet.name, "kind": sheet.kind}
    let_all_wait(sheet_id, at)
    record(SHEET_DELETED, actor_id=actor_id, at=at, node_id=sheet.node_id, sheet_id=sheet_id, seq=sheet.seq, data=data)


@transaction.atomic
def restore_sheet(*, actor_id: int, sheet_id: int, at: datetime, above: bool = False) -> None:
    """Take a sheet out of the bin. With `above` a node over it that is in the bin is restored first.

    Raises NotFound for what is not in the bin, NotAllowed and AboveInBin.
    """
    sheet = binned_sheet(actor_id, sheet_id, Capability.CREATE)
    if sheet.deleted_at is None:
        raise NotFound(what="sheet")
    if sheet.node.deleted_root is not None:
        if not above:
            raise above_in_bin(sheet.node)
        restore_node(actor_id=actor_id, node_id=sheet.node.deleted_root, at=at, above=True)
    sheet.deleted_at = sheet.deleted_by = None
    sheet.save(update_fields=["deleted_at", "deleted_by"])
    data = {"name": sheet.name, "kind": sheet.kind}
    let_all_wait(sheet_id, at)
    record(SHEET_RESTORED, actor_id=actor_id, at=at, node_id=sheet.node_id, sheet_id=sheet_id, seq=sheet.seq, data=data)


def bring_home(*, actor_id: int, sheet: Sheet, at: datetime, above: bool) -> None:
    """See to it that a sheet and its node are there, before something is restored into it.

    Raises AboveInBin where they are in the bin, unless `above` says that they come back first; and what their restoring raises.
    """
    if sheet.deleted_at is not None:
        if not above:
            raise AboveInBin(name=sheet.name, what="sheet", id=sheet.pk)
        restore_sheet(actor_id=actor_id, sheet_id=sheet.pk, at=at, above=True)
    elif sheet.node.deleted_root is not None:
        if not above:
            raise above_in_bin(sheet.node)
        restore_node(actor_id=actor_id, node_id=sheet.node.deleted_root, at=at, above=True)
