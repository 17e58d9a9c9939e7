"""The bytes of attached files: `<data dir>/files/<aa>/<sha256>`, one file for each content however often it is attached."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from milepost.apps.sheets.errors import ContentMissing, DiskFull

_FULL = frozenset((errno.ENOSPC, errno.EDQUOT))
_SUFFIX = ".part"
IMAGES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF87a": "image/gif", b"GIF89a": "image/gif"}
"""How the images that a browser may show begin, and their types; WebP is told apart in `image_type`."""


def keep(source: Path, digest: str, *, name: str) -> None:
    """Keep a copy of the source under its digest, whole on the disk or not at all. Raises DiskFull with the `name` for people.

    Content that is there already is touched, so that whoever clears away what nothing refers to leaves it alone (see `left_over`).
    """
    place = _place(digest)
    try:
        if place.exists():
            os.utime(place)
        else:
            _copy(source, place)
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull(name=name) from None
        raise


def opened(digest: str, *, name: str) -> BinaryIO:
    """The content, open for reading. Raises ContentMissing with the `name` for people."""
    try:
        return _place(digest).open("rb")
    except FileNotFoundError:
        raise ContentMissing(name=name) from None


def image_type(beginning: bytes) -> str | None:
    """The media type of an image that a browser may show in its place, told by its first bytes and not by its name; else None."""
    if beginning[:4] == b"RIFF" and beginning[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for begins, kind in IMAGES.items() if beginning.startswith(begins)), None)


def remove(digest: str) -> None:
    """Delete content to which nothing refers any more."""
    _place(digest).unlink(missing_ok=True)


def left_over(before: float) -> Iterator[str]:
    """The digests of all content last touched before a moment (seconds since 1970); broken copies of that age are deleted on the way."""
    for path in _folder().glob("??/*"):
        if path.stat().st_mtime >= before:
            continue
        if path.suffix == _SUFFIX:
            path.unlink(missing_ok=True)
        else:
            yield path.name


def _folder() -> Path:
    return Path(settings.MILEPOST_DATA_DIR) / "files"


def _place(digest: str) -> Path:
    return _folder() / digest[:2] / digest


def _copy(source: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = place.with_name(f"{secrets.token_hex(8)}{_SUFFIX}")
    try:
        with source.open("rb") as given, part.open("xb") as kept:
            shutil.copyfileobj(given, kept, 1 << 20)
            kept.flush()
            os.fsync(kept.fileno())
        part.replace(place)
        _settle(place.parent)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _settle(folder: Path) -> None:
    """See the new name onto the disk too."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
