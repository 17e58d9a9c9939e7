"""The only way to a sheet or an upload that somebody may see or change."""

from __future__ import annotations

from datetime import datetime

from milepost.apps.org.access import require, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.sheets.guards import ask_guards
from milepost.apps.sheets.models import Sheet, Upload
from milepost.kernel.errors import NotFound


def visible_sheet(actor_id: int, sheet_id: int) -> Sheet:
    """The sheet, for somebody who may see its node. Raises NotFound."""
    return sheet_and_rights(actor_id, sheet_id)[0]


def sheet_and_rights(actor_id: int, sheet_id: int) -> tuple[Sheet, int]:
    """The sheet and the person's capability bits at its node, for somebody who may see it. Two queries. Raises NotFound."""
    sheet = Sheet.objects.select_related("node").filter(id=sheet_id).first()
    bits = scope_of(actor_id).bits_at(sheet.node.path) if sheet else 0
    if sheet is None or not bits & Capability.VIEW:
        raise NotFound(what="sheet")
    return sheet, bits


def editable_sheet(actor_id: int, sheet_id: int) -> Sheet:
    """The sheet, locked until the transaction ends, for somebody who may edit at its node.

    Raises NotFound where they may not even see it, NotAllowed where they only see it. The lock is the row on PostgreSQL; on SQLite
    the transaction is the only writer anyway. All that orders changes of a sheet is this lock.
    """
    return editable_sheet_and_rights(actor_id, sheet_id)[0]


def editable_sheet_and_rights(actor_id: int, sheet_id: int) -> tuple[Sheet, int]:
    """The same with the person's capability bits at its node, for what a kind asks for beyond EDIT."""
    # Who may not edit never gets to hold the lock.
    seen, bits = sheet_and_rights(actor_id, sheet_id)
    require(bits, Capability.EDIT)
    ask_guards(actor_id, seen)
    sheet = Sheet.objects.select_for_update().filter(id=sheet_id).first()
    if sheet is None:  # put into the bin meanwhile
        raise NotFound(what="sheet")
    # It may have taken long to get it: what counts is what they may do now.
    bits = sheet_and_rights(actor_id, sheet_id)[1]
    require(bits, Capability.EDIT)
    return sheet, bits


def own_upload(actor_id: int, upload_id: int, at: datetime, *, lock: bool = False) -> Upload:
    """An upload of the person's own that has not expired. Raises NotFound."""
    uploads = Upload.objects.select_for_update() if lock else Upload.objects
    upload = uploads.filter(id=upload_id, owner_id=actor_id, expires_at__gt=at).first()
    if upload is None:
        raise NotFound(what="upload")
    return upload
