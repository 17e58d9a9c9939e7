"""What happened to a row, in one list."""

from __future__ import annotations

from typing import Any

import pytest
from tests.api.comments.test_comments import Talk
from tests.api.sheets.conftest import GARDEN, HOUSE, ROOF, WALLS
from tests.cast import Cast


@pytest.fixture
def history(as_, cast: Cast, sheet_id: int):
    """`history(WALLS)`: as Vera reads it, newest first."""

    def read(row: int, **query: int) -> list[dict[str, Any]]:
        answer = as_(cast.vera).get(f"/api/v1/sheets/{sheet_id}/rows/{row}/history", query)
        assert answer.status_code == 200, answer.content
        return answer.json()["items"]

    return read


def what(entries: list[dict[str, Any]]) -> list[str]:
    return [entry["what"] for entry in entries]


def test_a_row_that_came_with_its_sheet_was_created_with_it(history) -> None:
    [entry] = history(WALLS)
    assert (entry["what"], entry["by"], entry["seq"]) == ("created", "Alice", 1)


def test_cells_say_what_they_were_and_are(history, opened, as_, cast: Cast, sheet_id: int) -> None:
    opened(cast.bob).set(WALLS, amount=320, name="Outer walls")
    entry = history(WALLS)[0]
    assert (entry["what"], entry["by"], entry["kind"]) == ("changed", "Bob", "edit")
    assert entry["cells"] == [{"key": "amount", "old": 300, "new": 320}, {"key": "name", "old": "Walls", "new": "Outer walls"}]
    told = as_(cast.vera).get(f"/api/v1/sheets/{sheet_id}/rows/{WALLS}/history").json()
    assert told["columns"]["amount"]["title"] == "Amount"
    assert what(history(ROOF)) == ["created"], "what happened to others is not told here"


def test_moves_deletion_and_undo_are_told(history, opened, cast: Cast) -> None:
    bob = opened(cast.bob)
    bob.edit({"op": "move", "rows": [GARDEN], "parent": HOUSE, "after": None})
    bob.edit({"op": "delete", "rows": [HOUSE]})
    bob.post("undo")
    entries = history(GARDEN)
    assert what(entries) == ["restored", "deleted", "moved", "created"]
    assert (entries[0]["kind"], entries[2]["text"]) == ("undo", "House")


def test_a_new_row_was_created_by_whoever_put_it_in(history, opened, cast: Cast) -> None:
    bob = opened(cast.bob)
    made = bob.edit({"op": "insert", "parent": HOUSE, "rows": [{"cells": {"name": "Door"}}]})["inserted"][0]["id"]
    bob.set(made, amount=5)
    entries = history(made)
    assert [(one["what"], one["by"]) for one in entries] == [("changed", "Bob"), ("created", "Bob")]


def test_comments_stand_among_the_rest_and_pages_hold_together(history, opened, as_, cast: Cast, sheet_id: int) -> None:
    bob = opened(cast.bob)
    for amount in range(5):
        bob.set(WALLS, amount=amount)
    Talk(as_(cast.bob), sheet_id).say("So it is")
    everything = history(WALLS)
    assert sorted(what(everything)) == ["changed"] * 5 + ["commented", "created"]
    pages = [one for offset in (0, 3, 6) for one in history(WALLS, limit=3, offset=offset)]
    assert pages == everything
    assert history(WALLS)[0]["at"] >= history(WALLS)[-1]["at"]
