"""Bring a backup back: beside what is there, and only when it is whole in its place."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from django.db import connections, transaction

from milepost.apps.safekeeping.archive import Reader
from milepost.apps.safekeeping.connecting import filling, in_schema
from milepost.apps.safekeeping.events import RESTORED
from milepost.apps.safekeeping.filling import fill
from milepost.apps.safekeeping.placing import bring_attached, bring_own, put_in_place
from milepost.apps.safekeeping.serving import refuse_while_serving
from milepost.apps.trail.actions.record import record

_SCHEMA = "milepost_restoring"
_LOGS = ("-wal", "-shm")


def restore(*, reader: Reader, at: datetime) -> tuple[int, str]:
    """Put a backup in the place of what is there; how many rows it has, and where the old data went ("" where there was none).

    Everything is written beside the old data and read back first; then the two change places, and the old data is kept under another
    name. Raises StillServing, BackupNewer, BackupDamaged and BackupIncomplete; the old data stays in use then.
    """
    with refuse_while_serving():
        reader.check()
        stamp = at.astimezone(UTC).strftime("%Y%m%d%H%M%S")
        into = _into_postgresql if connections["default"].vendor == "postgresql" else _into_sqlite
        connections.close_all()
        rows, kept = into(reader, stamp)
        with transaction.atomic():
            record(RESTORED, actor_id=None, at=at, data={"made_at": reader.manifest.made_at, "rows": rows})
    return rows, kept


def _into_sqlite(reader: Reader, stamp: str) -> tuple[int, str]:
    database = connections["default"].settings_dict
    target = Path(database["NAME"])
    beside = target.with_name(f"{target.name}.restoring")
    _remove(beside)
    try:
        with filling({**database, "NAME": str(beside)}) as connection:
            rows = fill(connection, reader)
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        bring_attached(reader)
        old = target.with_name(f"{target.name}.before-restore-{stamp}")
        there = _change_places(beside, target, old)
        bring_own(reader, stamp)
        return rows, str(old) if there else ""
    finally:
        _remove(beside)


def _change_places(beside: Path, target: Path, old: Path) -> bool:
    """Whether there was an old one. A server that was killed left in its log what it wrote last: that is put into the old one first."""
    if target.exists():
        with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(target)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for end in _LOGS:  # there are some only where the old one is too damaged to take them in
        if (found := target.with_name(target.name + end)).exists():
            found.rename(old.with_name(old.name + end))
    return put_in_place(beside, target, old)


def _remove(path: Path) -> None:
    for end in ("", *_LOGS):
        path.with_name(path.name + end).unlink(missing_ok=True)


def _into_postgresql(reader: Reader, stamp: str) -> tuple[int, str]:
    kept = f"before_restore_{stamp}"
    home = _home_schema()
    _run(f"DROP SCHEMA IF EXISTS {_SCHEMA} CASCADE", f"CREATE SCHEMA {_SCHEMA}")
    try:
        with filling(in_schema(connections["default"].settings_dict, _SCHEMA)) as connection:
            rows = fill(connection, reader)
        bring_attached(reader)
        _run(f'ALTER SCHEMA "{home}" RENAME TO {kept}', f'ALTER SCHEMA {_SCHEMA} RENAME TO "{home}"')
    except BaseException:
        _run(f"DROP SCHEMA IF EXISTS {_SCHEMA} CASCADE")
        raise
    finally:
        connections["default"].close()
    bring_own(reader, stamp)
    return rows, f"the schema {kept}"


def _home_schema() -> str:
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        return str(cursor.fetchone()[0])


def _run(*statements: str) -> None:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
