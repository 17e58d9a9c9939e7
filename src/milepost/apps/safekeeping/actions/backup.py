"""Write a backup while people go on working."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper

from milepost import __version__
from milepost.apps.safekeeping.archive import FORMAT, Manifest, Writer
from milepost.apps.safekeeping.connecting import one_moment
from milepost.apps.safekeeping.errors import BackupExists
from milepost.apps.safekeeping.placing import attached, lost, sync
from milepost.apps.safekeeping.tables import kept_tables, read_rows

_STAMP = "milepost-%Y-%m-%d-%H%M%S.zip"


def back_up(*, at: datetime, path: Path | None = None, keep: int | None = None, with_files: bool = True) -> tuple[Path, Manifest]:
    """Write all that this installation holds, as it stands at one moment, to a file that only its owner can read.

    Without `path` it goes to `backups` in the data folder, named by the moment; `keep` then deletes all but so many of the newest there.
    The file has its name only when it is whole and on the disk. Raises BackupExists, and OSError where it cannot be written.
    """
    folder = Path(settings.MILEPOST_DATA_DIR) / "backups"
    target = path or folder / at.astimezone(UTC).strftime(_STAMP)
    if target.exists():
        raise BackupExists(file=target)
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = target.with_name(f"{target.name}.part")
    unfinished.unlink(missing_ok=True)
    try:
        manifest = _write(unfinished, at, with_files)
        _settle(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)
    if path is None and keep:
        _delete_older(folder, keep)
    return target, manifest


def _write(path: Path, at: datetime, with_files: bool) -> Manifest:
    with one_moment() as connection, Writer(path) as writer:
        path.chmod(0o600)
        tables = {
            table.name: writer.table(table.name, table.columns, read_rows(connection, table))
            for table in kept_tables()
            if table.name in connection.introspection.table_names()
        }
        sizes, missing = _write_files(writer, lost(connection)) if with_files else ({}, [])
        manifest = Manifest(
            format=FORMAT,
            milepost=__version__,
            made_at=at.astimezone(UTC).isoformat(),
            organisation=_organisation(connection),
            database=connection.vendor,
            migrations=_migrations(connection),
            tables=tables,
            files=sizes,
            missing_files=missing,
        )
        writer.manifest(manifest)
    return manifest


def _write_files(writer: Writer, lost: list[str]) -> tuple[dict[str, int], list[str]]:
    """What lies beside the database: attached files, the office's own kinds, and the key that secrets are kept under.

    Returns the sizes by place in the data folder, and the places of what could not be found.
    """
    home = Path(settings.MILEPOST_DATA_DIR)
    sizes, missing = {}, [f"files/{digest[:2]}/{digest}" for digest in lost]
    for path in (*attached(), *sorted(home.glob("kinds/*.y*ml")), home / "secret-key"):
        name = path.relative_to(home).as_posix()
        try:
            sizes[name] = writer.file(name, path)
        except FileNotFoundError:
            missing.append(name)
    return sizes, missing


def _organisation(connection: BaseDatabaseWrapper) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM org_organisation")
        row = cursor.fetchone()
    return row[0] if row else ""


def _migrations(connection: BaseDatabaseWrapper) -> list[list[str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations ORDER BY id")
        return [[app, name] for app, name in cursor.fetchall()]


def _settle(unfinished: Path, target: Path) -> None:
    """Put the whole file on the disk, then give it its name, then put the name on the disk."""
    sync(unfinished)
    unfinished.rename(target)
    sync(target.parent)


def _delete_older(folder: Path, keep: int) -> None:
    for path in sorted(folder.glob("milepost-*.zip"), reverse=True)[keep:]:
        with suppress(FileNotFoundError):
            path.unlink()
