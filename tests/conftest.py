"""What every test has: a database of the kind asked for, a frozen clock, and the cast."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections

from milepost.config.databases import postgresql_database, sqlite_database
from tests.databases import NoPostgres, PostgresServer, start_postgres

pytest_plugins = ["tests.cast"]
_URL = "MILEPOST_TEST_POSTGRES"
_NO_SERVER = 77  # what `make test` takes for "said so, go on"
_FOLDER = pytest.StashKey[Path]()
_SERVER = pytest.StashKey[PostgresServer]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--database sqlite|postgresql`: which database the tests run on."""
    parser.addoption("--database", choices=("sqlite", "postgresql"), default="sqlite", help="which database the tests run on")


def pytest_configure(config: pytest.Config) -> None:
    """Prepare the database, once for all workers."""
    folder = Path(tempfile.mkdtemp(prefix="milepost-test-"))
    config.stash[_FOLDER] = folder
    settings.MILEPOST_DATA_DIR = folder
    settings.WHITENOISE_AUTOREFRESH = True  # else each new client of a test reads the whole folder of static files
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # the real one is slow on purpose
    if config.getoption("--database") == "postgresql":
        _use(postgresql_database(_postgres_url(config), threads=0))
        return
    _use({**sqlite_database(folder / "unused.db"), "OPTIONS": {"synchronous": "OFF"}, "TEST": {"NAME": str(folder / "test.db")}})


def pytest_collection_finish() -> None:
    """What is imported and collected stays to the end: without looking at it again and again a run takes a fifth less."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server, remove the files."""
    connections.close_all()
    if _SERVER in config.stash:
        config.stash[_SERVER].stop()
    if _FOLDER in config.stash:
        shutil.rmtree(config.stash[_FOLDER], ignore_errors=True)


def pytest_report_header(config: pytest.Config) -> str:
    """Say which database it is."""
    return f"database: {config.getoption('--database')}"


def _postgres_url(config: pytest.Config) -> str:
    if _URL not in os.environ:
        try:
            server = start_postgres()
        except NoPostgres as error:
            pytest.exit(str(error), returncode=_NO_SERVER)
        config.stash[_SERVER] = server
        os.environ[_URL] = server.url
    return os.environ[_URL]


def _use(database: dict[str, object]) -> None:
    settings.DATABASES["default"].clear()
    settings.DATABASES["default"].update(database)
    connections.settings = connections.configure_settings(settings.DATABASES)
    if hasattr(connections._connections, "default"):
        del connections["default"]
