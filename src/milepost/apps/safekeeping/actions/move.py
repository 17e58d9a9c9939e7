"""Move everything to another, empty database."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from milepost.apps.safekeeping.actions.backup import back_up
from milepost.apps.safekeeping.archive import Reader
from milepost.apps.safekeeping.connecting import filling
from milepost.apps.safekeeping.errors import NotEmpty, SameDatabase
from milepost.apps.safekeeping.filling import fill
from milepost.apps.safekeeping.serving import refuse_while_serving

_PLACE = ("ENGINE", "NAME", "HOST", "PORT")


def move(*, database: Mapping[str, Any], at: datetime) -> int:
    """Copy every row to the database with these settings, and read it back; how many rows there are.

    The database in use is not changed; files stay in the data folder. Raises StillServing, SameDatabase, NotEmpty and BackupIncomplete,
    and DatabaseError where the other database cannot be reached.
    """
    here = connections["default"].settings_dict
    if all((here.get(part) or "") == (database.get(part) or "") for part in _PLACE):
        raise SameDatabase
    with refuse_while_serving(), _folder() as folder, filling(database) as connection:
        _refuse_used(connection)
        path, _ = back_up(at=at, path=Path(folder) / "all.zip", with_files=False)
        with Reader(path) as reader:
            return fill(connection, reader)


def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(dir=settings.MILEPOST_DATA_DIR, prefix="moving-")


def _refuse_used(connection: BaseDatabaseWrapper) -> None:
    with transaction.atomic(using=connection.alias):
        used = connection.introspection.table_names()
    if used:
        raise NotEmpty(where=connection.settings_dict["NAME"])
