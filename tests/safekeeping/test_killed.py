"""A server that is killed in the middle of writes loses no write that it answered; a disk that is full neither."""

from __future__ import annotations

import json
import resource
import sqlite3
import threading
import urllib.error
from typing import Any

import pytest

from tests.safekeeping.installation import Databases, Installation, Server

WRITERS = 6


def make_list(server: Server) -> tuple[int, list[int]]:
    """A blank register with a row for each writer."""
    project = server.make_project("Harbour bridge")
    sheet = server.ask("POST", f"/nodes/{project}/registers", {"kind": "blank", "name": "List"})["id"]
    rows = [{"cells": {"name": "0"}} for _ in range(WRITERS)]
    made = server.ask("PATCH", f"/sheets/{sheet}", {"ops": [{"op": "insert", "rows": rows}]})
    return sheet, [row["id"] for row in made["inserted"]]


def write_until_it_ends(server: Server, sheet: int, row: int, answered: dict[int, int]) -> None:
    number = 0
    while True:
        number += 1
        try:
            server.ask("PATCH", f"/sheets/{sheet}", {"ops": [{"op": "set", "row": row, "cells": {"name": str(number)}}]})
        except (OSError, ValueError):
            return
        answered[row] = number


def values(server: Server, sheet: int) -> dict[int, int]:
    rows = server.ask("GET", f"/sheets/{sheet}")["rows"]
    return {row["id"]: int(row["cells"]["name"]) for row in rows if row["cells"]["name"].isdecimal()}


def test_kill_9_loses_no_acknowledged_write(bridges: Installation) -> None:
    answered: dict[int, int] = {}
    with bridges.serving() as server:
        sheet, rows = make_list(server)
        writers = [threading.Thread(target=write_until_it_ends, args=(server, sheet, row, answered)) for row in rows]
        for writer in writers:
            writer.start()
        while sum(answered.values()) < 5 * WRITERS:
            threading.Event().wait(0.02)
        server.process.kill()
        for writer in writers:
            writer.join(30)

    assert bridges.run("database", "check", "--recompute").stdout == "Everything is where it belongs.\n"
    with bridges.serving() as server:
        kept = values(server, sheet)
    # A write whose answer was under way may be there too.
    assert all(answered[row] <= kept[row] <= answered[row] + 1 for row in rows)


def test_a_full_disk_says_so_and_loses_nothing(bridges: Installation, databases: Databases) -> None:
    if databases.server is not None:
        pytest.skip("the disk of the PostgreSQL server is not this test's to fill")
    with bridges.serving() as server:
        sheet, rows = make_list(server)
    before = bridges.environment["MILEPOST_DATABASE_URL"].removeprefix("sqlite:///")
    with sqlite3.connect(before) as connection:
        pages, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))

    def nearly_full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (pages * size + 200_000, pages * size + 200_000))

    done, refusal = 0, None
    with bridges.serving(preexec_fn=nearly_full) as server:
        for number in range(1, 500):
            refusal = _refused(server, sheet, rows[0], number)
            if refusal:
                break
            done = number
    assert refusal is not None
    assert refusal["status"] == 507
    assert "disk is full" in refusal["detail"]

    with bridges.serving() as server:
        assert int(values(server, sheet)[rows[0]]) == done
    assert bridges.run("database", "check", "--recompute").returncode == 0


def _refused(server: Server, sheet: int, row: int, number: int) -> dict[str, Any] | None:
    insert = {"op": "insert", "rows": [{"cells": {"name": "long " * 1000}}]}
    try:
        server.ask("PATCH", f"/sheets/{sheet}", {"ops": [{"op": "set", "row": row, "cells": {"name": str(number)}}, insert]})
    except urllib.error.HTTPError as refused:
        told: dict[str, Any] = json.loads(refused.read())
        return told
    return None
