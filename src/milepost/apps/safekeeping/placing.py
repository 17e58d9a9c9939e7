"""Files of a backup, put where they belong."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper

from milepost.apps.safekeeping.archive import Reader

_ATTACHED = "files/"


def bring_attached(reader: Reader) -> None:
    """Put back attached files. They are named by what is in them, so they disturb nothing that is there, and come before the tables."""
    home = Path(settings.MILEPOST_DATA_DIR)
    for name in reader.file_names():
        if name.startswith(_ATTACHED) and not (home / name).exists():
            _place(home / name, reader.pieces(name))


def bring_own(reader: Reader, stamp: str) -> None:
    """Put back the office's own kinds and the secret key, which belong to the tables and come after them; what differs is kept aside."""
    home = Path(settings.MILEPOST_DATA_DIR)
    for name in reader.file_names():
        if not name.startswith(_ATTACHED):
            path = home / name
            _place(path, reader.pieces(name), path.with_name(f"{path.name}.before-restore-{stamp}"))


def put_in_place(new: Path, path: Path, kept: Path) -> bool:
    """Let a whole new file have the name of another, which is kept under a second one; whether there was another.

    Whoever is killed on the way leaves the old one or the new one under the name, never none.
    """
    there = path.exists()
    if there:
        try:
            os.link(path, kept)
        except OSError:  # a disk without second names
            shutil.copyfile(path, kept)
    new.replace(path)
    sync(path.parent)
    return there


def _place(path: Path, pieces: Iterable[bytes], kept: Path | None = None) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = path.with_name(f".{path.name}.part")
    try:
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        if kept is not None and path.exists() and path.read_bytes() != unfinished.read_bytes():
            put_in_place(unfinished, path, kept)
        else:
            unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def attached() -> list[Path]:
    """The attached files, without what copies that broke off have left behind."""
    return sorted(path for path in (Path(settings.MILEPOST_DATA_DIR) / "files").glob("??/*") if not path.suffix)


def lost(connection: BaseDatabaseWrapper) -> list[str]:
    """The digests of the contents that the tables name and that do not lie where they belong."""
    if "sheets_file" not in connection.introspection.table_names():
        return []  # tables from before there were files
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT sha256 FROM sheets_file")
        named = {digest for (digest,) in cursor.fetchall()}
    return sorted(named - {path.name for path in attached()})


def sync(path: Path) -> None:
    """Have a file, or the names in a folder, on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
