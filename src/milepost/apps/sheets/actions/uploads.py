"""Keep a file that somebody uploads, for a day and for them alone."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path, PurePath
from typing import Any, BinaryIO

from django.conf import settings
from django.db import transaction
from django.db.models import Sum

from milepost.apps.sheets.access import own_upload
from milepost.apps.sheets.errors import UploadChanged, UploadEmpty, UploadIncomplete, UploadsFull, UploadTooLarge
from milepost.apps.sheets.models import Upload
from milepost.kernel.errors import NotFound

KEPT = timedelta(hours=24)
MOST_BYTES = 100 * 1024 * 1024
MOST_KEPT = 10 * MOST_BYTES
_PIECE = 256 * 1024


def store_upload(
    *, actor_id: int, name: str, read: Callable[[int], bytes], length: int | None, at: datetime, most_bytes: int = MOST_BYTES
) -> Upload:
    """Write what `read(n)` gives, piece by piece, to a file of its own, and remember it with its SHA-256.

    `length` is the size that was announced. Files whose day is over are deleted on the way.
    Raises UploadTooLarge, UploadsFull, UploadEmpty and UploadIncomplete; nothing is kept then.
    """
    if length is not None and length > most_bytes:
        raise UploadTooLarge(limit=most_bytes // 1024 // 1024)
    delete_expired_uploads(at=at)
    _refuse_hoard(actor_id, at, length or 0)
    with _new_file() as (path, file):
        digest, size = _copy(read, file, most_bytes)
        if size == 0:
            raise UploadEmpty
        if length is not None and size != length:
            raise UploadIncomplete(size=size)
        return Upload.objects.create(
            owner_id=actor_id, name=_plain(name), sha256=digest, size=size, path=path.name, created_at=at, expires_at=at + KEPT
        )


def delete_expired_uploads(*, at: datetime) -> int:
    """Delete the uploads whose day is over, and files of that age that a broken upload left behind; how many uploads there were."""
    expired = list(Upload.objects.filter(expires_at__lte=at).values_list("id", "path"))
    if expired:
        Upload.objects.filter(id__in=[pk for pk, _ in expired]).delete()
    for _, path in expired:
        (_folder() / path).unlink(missing_ok=True)
    _delete_left_files((at - KEPT).timestamp())
    return len(expired)


def keep_report(*, actor_id: int, upload_id: int, report: Mapping[str, Any], at: datetime) -> None:
    """Keep what a dry run said beside the upload. Raises NotFound."""
    with transaction.atomic():
        upload = own_upload(actor_id, upload_id, at, lock=True)
        upload.report = dict(report)
        upload.save(update_fields=["report"])


def upload_content(*, actor_id: int, upload_id: int, at: datetime) -> tuple[Upload, bytes]:
    """One's own upload with its bytes. Raises NotFound, and UploadChanged where the file is not what was uploaded."""
    upload = own_upload(actor_id, upload_id, at)
    try:
        data = (_folder() / upload.path).read_bytes()
    except FileNotFoundError:
        raise NotFound(what="upload") from None
    if hashlib.sha256(data).hexdigest() != upload.sha256:
        raise UploadChanged
    return upload, data


@contextmanager
def upload_place(upload: Upload) -> Iterator[Path]:
    """Where the bytes of an upload lie, to be copied; they are deleted once the transaction that uses it up has ended well.

    Raises NotFound where they are not there any more.
    """
    place = _folder() / upload.path
    try:
        yield place
    except FileNotFoundError:
        raise NotFound(what="upload") from None
    transaction.on_commit(lambda: place.unlink(missing_ok=True))


def _folder() -> Path:
    return Path(settings.MILEPOST_DATA_DIR) / "uploads"


def _delete_left_files(before: float) -> None:
    for path in _folder().glob("*"):
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < before:
                path.unlink()


def _refuse_hoard(owner_id: int, at: datetime, more: int) -> None:
    kept = Upload.objects.filter(owner_id=owner_id, expires_at__gt=at).aggregate(size=Sum("size"))["size"] or 0
    if kept + more > MOST_KEPT:
        raise UploadsFull(limit=MOST_KEPT // 1024 // 1024)


@contextmanager
def _new_file() -> Iterator[tuple[Path, BinaryIO]]:
    """A new file that is gone again if anything goes wrong."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / secrets.token_hex(16)
    try:
        with path.open("xb") as file:
            yield path, file
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _copy(read: Callable[[int], bytes], file: BinaryIO, most_bytes: int) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    while piece := read(_PIECE):
        size += len(piece)
        if size > most_bytes:
            raise UploadTooLarge(limit=most_bytes // 1024 // 1024)
        digest.update(piece)
        file.write(piece)
    return digest.hexdigest(), size


def _plain(name: str) -> str:
    """The last part of a name, without paths and control characters."""
    last = PurePath(name.replace("\\", "/")).name
    return "".join(letter for letter in last if letter.isprintable())[:255] or "file"
