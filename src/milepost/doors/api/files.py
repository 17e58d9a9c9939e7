"""Files of rows: attach, list, download, delete."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.http import FileResponse
from ninja import Query, Router, Schema
from pydantic import Field

from milepost.apps.sheets.actions import attach_file as attaching
from milepost.apps.sheets.queries import files as reading
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.clock import now, real_now

router = Router(tags=["files"])
_ANY = "application/octet-stream"
_BINARY = {"schema": {"type": "string", "format": "binary"}}
_SHOWN = ("image/png", "image/jpeg", "image/gif", "image/webp")


class FileIn(Schema):
    """An upload of yours, which this uses up."""

    upload_id: Id


class FileOut(Schema):
    """An attached file; `image` where a browser may show it."""

    id: int
    name: str
    media_type: str
    size: int = Field(description="Bytes.")
    by_id: int
    by: str
    at: datetime
    image: bool


class FilesOut(Schema):
    """The files of a row, newest first."""

    items: list[FileOut]


@router.get("/sheets/{sheet_id}/rows/{row_id}/files", response=FilesOut, operation_id="list_files")
def list_files(request: Request, sheet_id: Id, row_id: Id) -> dict[str, Any]:
    """The files of a row."""
    return {"items": [asdict(one) for one in reading.files_of(actor_id=request.auth.id, sheet_id=sheet_id, row_id=row_id)]}


@router.post("/sheets/{sheet_id}/rows/{row_id}/files", response={201: FileOut}, operation_id="attach_file")
def post_file(request: Request, sheet_id: Id, row_id: Id, body: FileIn) -> dict[str, Any]:
    """Attach an upload of yours to a row."""
    made = attaching.attach_file(
        actor_id=request.auth.id, sheet_id=sheet_id, row_id=row_id, upload_id=body.upload_id, at=now(), uploaded_at=real_now()
    )
    return asdict(reading.files_told([made])[0])


@router.get(
    "/files/{file_id}/content",
    operation_id="download_file",
    openapi_extra={"responses": {200: {"description": "The file.", "content": dict.fromkeys((_ANY, *_SHOWN), _BINARY)}}},
)
def get_content(request: Request, file_id: Id, preview: Query[bool] = False) -> FileResponse:
    """Download a file. With `preview` a PNG, JPEG, GIF or WebP comes as an image to be shown; anything else is always a download."""
    found = reading.file_content(actor_id=request.auth.id, file_id=file_id)
    shown = found.image if preview else None
    answer = FileResponse(found.stream, as_attachment=shown is None, filename=found.name, content_type=shown or _ANY)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cache-Control"] = "private, no-cache"
    return answer


@router.delete("/files/{file_id}", response={204: None}, operation_id="delete_file")
def delete_file(request: Request, file_id: Id) -> None:
    """Put a file into the bin."""
    attaching.delete_file(actor_id=request.auth.id, file_id=file_id, at=now())
