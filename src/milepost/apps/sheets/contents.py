"""The bytes of attached files: `<data dir>/files/<aa>/<sha256>`, one file for each content however often it is attached."""

from __future__ import annotations

import os
import secrets
import shutil
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from milepost.apps.sheets.errors import ContentMissing, DiskFull
from milepost.kernel.disk import NO_ROOM

_PART = ".part"
IMAGES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF87a": "image/gif", b"GIF89a": "image/gif"}
"""How the images that a browser may show begin, and their types; WebP is told apart in `image_type`."""


def keep(source: Path, digest: str, *, name: str) -> None:
    """Keep a copy of the source under its digest, whole on the disk or not at all. Raises DiskFull with the `name` for people.

    Content that is there already is touched, so that whoever clears away what nothing refers to leaves it alone (see `sizes_before`).
    """
    place = _place(digest)
    try:
        if place.exists():
            os.utime(place)
        else:
            _copy(source, place)
    except OSError as error:
        if error.errno in NO_ROOM:
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


def sizes_before(moment: float) -> dict[str, int]:
    """Digest to size of all content last touched before a moment (seconds since 1970): what nobody is attaching right now."""
    found = {path: path.stat() for path in _folder().glob("??/*") if path.suffix != _PART}
    return {path.name: stat.st_size for path, stat in found.items() if stat.st_mtime < moment}


def remove_broken(moment: float) -> None:
    """Delete what copies that broke off before a moment have left behind."""
    for path in _folder().glob(f"??/*{_PART}"):
        if path.stat().st_mtime < moment:
            path.unlink(missing_ok=True)


def _folder() -> Path:
    return Path(settings.MILEPOST_DATA_DIR) / "files"


def _place(digest: str) -> Path:
    return _folder() / digest[:2] / digest


def _copy(source: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = place.with_name(f"{secrets.token_hex(8)}{_PART}")
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
