"""From a database URL to Django's settings: the embedded SQLite by default, PostgreSQL where one is given."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from milepost.config.environment import BadSetting

SQLITE = "milepost.config.sqlite"
_WANTED = "postgresql://user:password@host:port/name or sqlite:///path/to/file"


def database(url: str, data_dir: Path, threads: int) -> dict[str, Any]:
    """The entry for DATABASES. Raises BadSetting for a URL of another kind."""
    if not url:
        return sqlite_database(data_dir / "milepost.db")
    scheme = urlsplit(url).scheme
    if scheme == "sqlite":
        return sqlite_database(Path(unquote(url.removeprefix("sqlite://").removeprefix("/"))).expanduser())
    if scheme in ("postgres", "postgresql"):
        return postgresql_database(url, threads)
    raise BadSetting(name="MILEPOST_DATABASE_URL", value=f"{scheme}://...", wanted=_WANTED)


def sqlite_database(path: Path) -> dict[str, Any]:
    """A SQLite file; each thread keeps its connection."""
    return {"ENGINE": SQLITE, "NAME": str(path), "CONN_MAX_AGE": None, "OPTIONS": {}, "TEST": {}}


def postgresql_database(url: str, threads: int) -> dict[str, Any]:
    """A PostgreSQL server, its connections shared by the threads of the process through a pool. Raises BadSetting for a bad port."""
    parts = urlsplit(url)
    try:
        port = str(parts.port or "")
    except ValueError:
        raise BadSetting(name="MILEPOST_DATABASE_URL", value=f"{parts.scheme}://...", wanted=_WANTED) from None
    options: dict[str, Any] = dict(parse_qsl(parts.query))
    if threads:
        options["pool"] = {"min_size": 1, "max_size": threads + 2, "timeout": 20}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", None) or parts.hostname or "",
        "PORT": port,
        "OPTIONS": options,
        "TEST": {},
    }
