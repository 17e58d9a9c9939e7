"""What must hold before the server starts; each finding has an id and says what to do."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register
from django.db import DatabaseError, connection

_LOCAL = {"localhost", "127.0.0.1", "[::1]", "testserver"}
_OLDEST_SQLITE = (3, 51, 3)


@register("milepost")
def check_sqlite(app_configs: Any, **kwargs: Any) -> Sequence[CheckMessage]:
    """milepost.E001: a SQLite that may corrupt its file in WAL mode."""
    if connection.vendor != "sqlite" or connection.get_database_version() >= _OLDEST_SQLITE:
        return []
    found = ".".join(map(str, connection.get_database_version()))
    return [Error(f"SQLite {found} can corrupt a database in WAL mode.", hint="Install pysqlite3 0.6 or newer.", id="milepost.E001")]


@register("milepost")
def check_data_folder(app_configs: Any, **kwargs: Any) -> Sequence[CheckMessage]:
    """milepost.E002: a data folder that cannot be written."""
    folder: Path = settings.MILEPOST_DATA_DIR
    nearest = next(place for place in (folder, *folder.parents) if place.exists())
    if nearest.is_dir() and os.access(nearest, os.W_OK):
        return []
    return [
        Error(
            f"The data folder {folder} cannot be written.",
            hint="Give its owner the right to write, or name another folder in MILEPOST_DATA_DIR.",
            id="milepost.E002",
        )
    ]


@register("milepost")
def check_secret_key(app_configs: Any, **kwargs: Any) -> Sequence[CheckMessage]:
    """milepost.E003: in production, a secret key that is not the operator's own or is short."""
    if not settings.MILEPOST_PRODUCTION or len(settings.MILEPOST_SECRET_GIVEN) >= 40:
        return []
    return [
        Error(
            "In production the secret key must be given, with 40 characters or more.",
            hint="Set MILEPOST_SECRET_KEY to the same long random text for all processes.",
            id="milepost.E003",
        )
    ]


@register("milepost")
def check_debug(app_configs: Any, **kwargs: Any) -> Sequence[CheckMessage]:
    """milepost.E004: details of errors shown to the public."""
    public = sorted(set(settings.ALLOWED_HOSTS) - _LOCAL)
    if not settings.DEBUG or not (public or settings.MILEPOST_PRODUCTION):
        return []
    return [
        Error(
            f"MILEPOST_DEBUG shows the insides of the server to everybody who reaches {', '.join(public) or 'it'}.",
            hint="Unset MILEPOST_DEBUG, or leave only local names in MILEPOST_ALLOWED_HOSTS.",
            id="milepost.E004",
        )
    ]


@register("milepost")
def check_client(app_configs: Any, **kwargs: Any) -> Sequence[CheckMessage]:
    """milepost.W001: the browser client was not built."""
    if (settings.MILEPOST_WEB / "index.html").is_file():
        return []
    hint = "Run `python hatch_build.py` in the source folder; the API works without it."
    return [Warning("The browser client is not built.", hint=hint, id="milepost.W001")]


@register("milepost")
def check_own_kinds(app_configs: Any, **kwargs: Any) -> Sequence[CheckMessage]:
    """milepost.W002: a declaration of the office's own that cannot be read; its kind is left out."""
    broken = import_module("milepost.apps.sheets.kinds.registry").broken
    hint = "Mend the file and start again; `milepost kind check FILE` names everything. Sheets of the kind stay as they are until then."
    return [Warning(error.sentence, hint=hint, id="milepost.W002") for error in broken]


@register("milepost")
def check_waiting_kinds(app_configs: Any, **kwargs: Any) -> Sequence[CheckMessage]:
    """milepost.W003: a changed declaration whose sheets still stand at the old one."""
    try:
        waiting = import_module("milepost.apps.sheets.actions.migrate_kind").waiting_kinds()
    except DatabaseError:  # before the first migration
        return []
    hint = "Run `milepost kind preview` to see what happens, and `milepost kind apply` to do it. Until then the old one is in force."
    return [Warning(f"The declaration of {kind} changed, and its sheets wait for it.", hint=hint, id="milepost.W003") for kind in waiting]


ALL = (check_sqlite, check_data_folder, check_secret_key, check_debug, check_client, check_own_kinds, check_waiting_kinds)
