"""Attach an uploaded file to a row, put it into the bin, and take it out again."""

from __future__ import annotations

import mimetypes
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from milepost.apps.org.capabilities import Capability
from milepost.apps.sheets import contents
from milepost.apps.sheets.access import own_upload
from milepost.apps.sheets.actions.restore_row import bring_row_home
from milepost.apps.sheets.actions.uploads import upload_place
from milepost.apps.sheets.errors import TooMuch
from milepost.apps.sheets.events import FILE_ATTACHED, FILE_DELETED, FILE_RESTORED
from milepost.apps.sheets.models import File, Sheet, Upload
from milepost.apps.sheets.row_access import binned_sheet, file_for, row_for
from milepost.apps.sheets.search.index import FILE, forget, index_file
from milepost.apps.trail.actions.record import record
from milepost.apps.trail.kinds import EventKind
from milepost.kernel.errors import NotFound

MOST_FILES = 200
_UNKNOWN = "application/octet-stream"


@transaction.atomic
def attach_file(*, actor_id: int, sheet_id: int, row_id: int, upload_id: int, at: datetime, uploaded_at: datetime) -> File:
    """Attach one's own upload to a row; the upload is used up. `at` is the moment told, `uploaded_at` the real one that uploads live by.

    Raises NotFound for the row and the upload, NotAllowed, TooMuch above 200 files, DiskFull and ContentMissing; nothing is kept then.
    """
    sheet = row_for(actor_id, sheet_id, row_id, Capability.EDIT)
    upload = own_upload(actor_id, upload_id, uploaded_at, lock=True)
    if File.objects.filter(sheet_id=sheet_id, row_id=row_id, deleted_at=None).count() >= MOST_FILES:
        raise TooMuch(most=MOST_FILES, what="files of a row")
    with upload_place(upload) as place:
        contents.keep(place, upload.sha256, name=upload.name)
        file = File.objects.create(**_described(upload, place), sheet_id=sheet_id, row_id=row_id, by=actor_id, at=at)
    index_file(file)
    Upload.objects.filter(id=upload_id).delete()
    _record(FILE_ATTACHED, file, sheet, actor_id, at)
    return file


@transaction.atomic
def delete_file(*, actor_id: int, file_id: int, at: datetime) -> None:
    """Put a file into the bin. Raises NotFound and NotAllowed."""
    file, sheet = file_for(actor_id, file_id, Capability.EDIT)
    file.deleted_at, file.deleted_by = at, actor_id
    file.save(update_fields=["deleted_at", "deleted_by"])
    forget(FILE, sheet.pk, file.row_id, file.pk)
    _record(FILE_DELETED, file, sheet, actor_id, at)


@transaction.atomic
def restore_file(*, actor_id: int, file_id: int, at: datetime, above: bool = False) -> None:
    """Take a file out of the bin. With `above` a row, sheet or node over it is restored first.

    Raises NotFound for a file that is not in the bin, NotAllowed and AboveInBin.
    """
    file = File.objects.select_for_update().filter(id=file_id).exclude(deleted_at=None).first()
    if file is None:
        raise NotFound(what="file")
    binned_sheet(actor_id, file.sheet_id, Capability.EDIT, what="file")
    sheet = bring_row_home(actor_id=actor_id, sheet_id=file.sheet_id, row_id=file.row_id, at=at, above=above, what="file")
    file.deleted_at = file.deleted_by = None
    file.save(update_fields=["deleted_at", "deleted_by"])
    index_file(file)
    _record(FILE_RESTORED, file, sheet, actor_id, at)


def _described(upload: Upload, place: Path) -> dict[str, Any]:
    """Name, media type, size and digest. An image is what begins like one, whatever its name says."""
    with place.open("rb") as file:
        image = contents.image_type(file.read(16))
    guessed = mimetypes.guess_type(upload.name)[0] or _UNKNOWN
    kind = image or (_UNKNOWN if guessed.startswith("image/") else guessed)
    return {"name": upload.name, "media_type": kind[:100], "size": upload.size, "sha256": upload.sha256}


def _record(kind: EventKind, file: File, sheet: Sheet, actor_id: int, at: datetime) -> None:
    data = {"row": file.row_id, "file": file.pk, "name": file.name}
    record(kind, actor_id=actor_id, at=at, node_id=sheet.node_id, sheet_id=sheet.pk, data=data)
