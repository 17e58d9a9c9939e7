"""Installations for the tests of this folder."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.safekeeping.installation import Databases, Installation


@pytest.fixture(scope="session")
def databases(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Databases:
    """Databases of the kind that this run of the tests is for."""
    on_postgresql = request.config.getoption("--database") == "postgresql"
    return Databases(tmp_path_factory.mktemp("databases"), os.environ["MILEPOST_TEST_POSTGRES"] if on_postgresql else None)


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory, databases: Databases) -> Installation:
    """An organisation with an owner, Ann, and her token: each test gets a copy."""
    made = Installation(settings(tmp_path_factory.mktemp("model") / "data", databases.empty()))
    assert made.run("migrate").returncode == 0
    assert made.run("person", "create", "ann@example.org", "Ann", "--organisation", "Bridges").returncode == 0
    made.token = made.run("token", "create", "ann@example.org", "test", "--write").stdout.strip()
    return made


@pytest.fixture
def bridges(tmp_path: Path, databases: Databases, model: Installation) -> Installation:
    """An organisation with an owner."""
    shutil.copytree(model.folder, tmp_path / "data")
    return Installation(settings(tmp_path / "data", databases.copy(model.environment["MILEPOST_DATABASE_URL"])), model.token)


@pytest.fixture
def empty(tmp_path: Path, databases: Databases) -> Installation:
    """A folder and a database with nothing in them."""
    return Installation(settings(tmp_path / "empty", databases.empty()))


def settings(folder: Path, database: str) -> dict[str, str]:
    """The environment without any other setting."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("MILEPOST") and name != "PORT"}
    return {**clean, "MILEPOST_DATA_DIR": str(folder), "MILEPOST_DATABASE_URL": database}
