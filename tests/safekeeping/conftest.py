"""Installations for the tests of this folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.safekeeping.installation import Databases, Installation


@pytest.fixture
def databases(request: pytest.FixtureRequest, tmp_path: Path) -> Databases:
    """Databases of the kind that this run of the tests is for."""
    on_postgresql = request.config.getoption("--database") == "postgresql"
    return Databases(tmp_path, os.environ["MILEPOST_TEST_POSTGRES"] if on_postgresql else None)


@pytest.fixture
def empty(tmp_path: Path, databases: Databases) -> Installation:
    """A folder and a database with nothing in them."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("MILEPOST") and name != "PORT"}
    data = tmp_path / "empty"
    return Installation({**clean, "MILEPOST_DATA_DIR": str(data), "MILEPOST_DATABASE_URL": databases.empty()})


@pytest.fixture
def bridges(tmp_path: Path, databases: Databases) -> Installation:
    """An organisation with an owner, Ann, and her token."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("MILEPOST") and name != "PORT"}
    made = Installation({**clean, "MILEPOST_DATA_DIR": str(tmp_path / "data"), "MILEPOST_DATABASE_URL": databases.empty()})
    assert made.run("migrate").returncode == 0
    assert made.run("person", "create", "ann@example.org", "Ann", "--organisation", "Bridges").returncode == 0
    made.token = made.run("token", "create", "ann@example.org", "test", "--write").stdout.strip()
    return made
