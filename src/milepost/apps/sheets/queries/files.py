"""The files of a row, and their content."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from milepost.apps.org.queries.names import names_of
from milepost.apps.sheets import contents
from milepost.apps.sheets.models import File
from milepost.apps.sheets.row_access import file_for, row_for

_BEGINNING = 16


@dataclass(frozen=True, slots=True)
class FileRow:
    """An attached file; `image` where a browser may show it in its place, told by its bytes. `size` in bytes."""

    id: int
    name: str
    media_type: str
    size: int
    by_id: int
    by: str
    at: datetime
    image: bool


@dataclass(frozen=True, slots=True)
class FileContent:
    """A file open for reading; `image` is its media type where it is an image that a browser may show."""

    name: str
    size: int
    image: str | None
    stream: BinaryIO


def files_of(*, actor_id: int, sheet_id: int, row_id: int) -> list[FileRow]:
    """The files of a row, newest first. Raises NotFound."""
    row_for(actor_id, sheet_id, row_id)
    found = File.objects.filter(sheet_id=sheet_id, row_id=row_id, deleted_at=None).order_by("-at", "-id")
    return files_told(list(found))


def files_told(found: list[File]) -> list[FileRow]:
    """Files that their reader may see, as they are told of them."""
    names = names_of({one.by for one in found})
    return [
        FileRow(one.pk, one.name, one.media_type, one.size, one.by, names.get(one.by, ""), one.at, one.media_type in _SHOWN)
        for one in found
    ]


def file_content(*, actor_id: int, file_id: int) -> FileContent:
    """The content of a file, for somebody who may see its row; the caller closes it. Raises NotFound and ContentMissing."""
    file, _ = file_for(actor_id, file_id)
    stream = contents.opened(file.sha256, name=file.name)
    image = contents.image_type(stream.read(_BEGINNING))
    stream.seek(0)
    return FileContent(file.name, file.size, image, stream)


_SHOWN = frozenset((*contents.IMAGES.values(), "image/webp"))
