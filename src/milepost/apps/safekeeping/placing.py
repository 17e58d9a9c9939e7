"""Files of a backup, put where they belong."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper

from milepost.apps.safekeeping.archive import Reader


def bring_files(reader: Reader, stamp: str) -> None:
    """Put back attached files, the office's own kinds and the secret key; what stands in their place and differs is kept aside."""
    home = Path(settings.MILEPOST_DATA_DIR)
    for name in reader.file_names():
        path = home / name
        # What is attached is named by what is in it.
        if not (name.startswith("files/") and path.exists()):
            _place(path, reader.pieces(name), stamp)


def _place(path: Path, pieces: Iterable[bytes], stamp: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = path.with_name(f".{path.name}.part")
    try:
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        if path.exists() and path.read_bytes() != unfinished.read_bytes():
            path.rename(path.with_name(f"{path.name}.before-restore-{stamp}"))
        unfinished.rename(path)
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
