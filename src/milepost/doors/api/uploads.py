"""Uploads: a file on its way into the system, its sender's own for a day."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import unquote

from ninja import Router, Schema
from pydantic import Field

from milepost.apps.sheets.actions.uploads import store_upload
from milepost.doors.api.auth import Request
from milepost.doors.clock import real_now
from milepost.kernel.errors import MilepostError

router = Router(tags=["uploads"])
_FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")


class UploadForm(MilepostError):
    """Send the file as the body itself, with Content-Type application/octet-stream and its name in X-File-Name, not as a form."""

    code = "upload.form"
    status = 415


class UploadOut(Schema):
    """An uploaded file; name it in an import before `expires_at`."""

    id: int
    name: str
    size: int = Field(description="Bytes.")
    sha256: str
    expires_at: datetime


@router.post(
    "/uploads",
    response={201: UploadOut},
    operation_id="upload_file",
    openapi_extra={
        "parameters": [
            {"in": "header", "name": "X-File-Name", "schema": {"type": "string"}, "description": "The file's name, percent-encoded."}
        ],
        "requestBody": {"required": True, "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}},
    },
)
def post_upload(request: Request) -> UploadOut:
    """Upload a file: its bytes are the body. It is yours alone, and deleted after 24 hours."""
    if request.content_type in _FORMS:
        raise UploadForm
    length = request.META.get("CONTENT_LENGTH") or ""
    upload = store_upload(
        actor_id=request.auth.id,
        name=unquote(request.headers.get("X-File-Name", "")),
        read=request.read,
        length=int(length) if length.isdigit() else None,
        at=real_now(),
    )
    return UploadOut(id=upload.pk, name=upload.name, size=upload.size, sha256=upload.sha256, expires_at=upload.expires_at)
