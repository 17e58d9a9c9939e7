"""From one database to another and back, without a row lost."""

from __future__ import annotations

from pathlib import Path

from tests.safekeeping.installation import Databases, Installation


def test_there_and_back(bridges: Installation, databases: Databases, tmp_path: Path) -> None:
    """From SQLite to SQLite, or from PostgreSQL to SQLite and back to PostgreSQL."""
    with bridges.serving() as server:
        server.make_project("Harbour bridge")
    for place in (f"sqlite:///{tmp_path}/laptop.db", databases.empty()):
        done = bridges.run("database", "move", place)
        assert done.returncode == 0, done.stderr
        assert "read back as they are here" in done.stdout
        bridges.environment["MILEPOST_DATABASE_URL"] = place
        assert bridges.run("database", "check", "--recompute").returncode == 0
    with bridges.serving() as server:
        server.make_project("Canal bridge")
        assert server.projects() == ["Canal bridge", "Harbour bridge"]


def test_a_used_database_is_refused(bridges: Installation, databases: Databases) -> None:
    used = databases.empty()
    assert bridges.run("database", "move", used).returncode == 0
    again = bridges.run("database", "move", used)
    assert again.returncode == 2
    assert "is not empty" in again.stderr


def test_the_database_in_use_is_refused(bridges: Installation) -> None:
    refused = bridges.run("database", "move", bridges.environment["MILEPOST_DATABASE_URL"])
    assert refused.returncode == 2
    assert "in use already" in refused.stderr


def test_a_server_that_runs_is_refused(bridges: Installation, databases: Databases) -> None:
    with bridges.serving():
        assert "Stop it first" in bridges.run("database", "move", databases.empty()).stderr


def test_a_database_that_is_not_there_is_said(bridges: Installation) -> None:
    refused = bridges.run("database", "move", "postgresql://nobody@127.0.0.1:1/nothing")
    assert refused.returncode == 2
    assert refused.stderr.startswith("milepost: The database cannot be used: ")
