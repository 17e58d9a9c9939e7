"""Who works on this installation, a server or a command: a restore, and a move to another database, are refused until nobody does."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import connections

from milepost.apps.safekeeping.connecting import without_pool
from milepost.apps.safekeeping.errors import StillServing

_OTHERS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
"""

_held: list[IO[str]] = []


def say_serving() -> None:
    """Held as long as this process runs: the operating system lets go of it when the process ends, however it ends.

    Waits where a restore or a move is under way, so call it before the database is opened.
    """
    file = _lock_file()
    fcntl.flock(file, fcntl.LOCK_SH)
    _held.append(file)


@contextmanager
def refuse_while_serving() -> Iterator[None]:
    """Nobody starts to work meanwhile on this data folder. Raises StillServing where somebody does already."""
    with _lock_file() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StillServing(where=settings.MILEPOST_DATA_DIR) from None
        _refuse_guests()
        yield


def _lock_file() -> IO[str]:
    return (Path(settings.MILEPOST_DATA_DIR) / "serving.lock").open("a")


def _refuse_guests() -> None:
    """Servers on other machines do not see the file, but PostgreSQL sees them."""
    if connections["default"].vendor != "postgresql":
        return
    connection = connections.create_connection("default")
    connection.settings_dict = without_pool(connection.settings_dict)
    connections.close_all()
    try:
        with connection.cursor() as cursor:
            cursor.execute(_OTHERS)
            others = cursor.fetchone()[0]
    finally:
        connection.close()
    if others:
        raise StillServing(where=f"this database: it has {others} other connections")
