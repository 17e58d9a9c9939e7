"""What everybody who looks on is sent."""

from __future__ import annotations

from tests.api.sheets.conftest import GARDEN, HOUSE, WALLS, Opened
from tests.cast import Cast

from milepost.apps.sheets.queries import change_for_browser


def test_others_get_the_difference_and_not_what_was_for_the_writer(opened: Opened, cast: Cast) -> None:
    alice, bob = opened(cast.alice), opened(cast.bob)
    alice.set(WALLS, amount=1)
    answer = bob.set(WALLS, amount=350)
    assert answer["overwritten"]
    told = change_for_browser(bob.sheet_id, 3)
    assert told == {
        "sheet": bob.sheet_id,
        "seq": 3,
        "actor_id": cast.bob.pk,
        "client_op_id": answer["client_op_id"],
        "kind": "edit",
        "deltas": {str(WALLS): {"amount": 350, "total": 350}, str(HOUSE): {"total": 550}},
        "inserted": [],
        "removed": [],
        "moved": [],
        "settings": {},
        "name": None,
        "refetch": False,
    }
    assert change_for_browser(bob.sheet_id, 99) is None


def test_what_is_too_large_to_tell_is_loaded_again(opened: Opened, cast: Cast) -> None:
    bob = opened(cast.bob)
    answer = bob.edit({"op": "insert", "rows": [{"cells": {"name": f"Row {n}"}} for n in range(201)]})
    assert (answer["refetch"], len(answer["inserted"])) == (False, 201), "its writer is told the whole of it"
    assert change_for_browser(bob.sheet_id, 2)["refetch"] is True
    assert bob.get("/changes?since=1")["refetch"] is True
    assert len(bob.rows()) == 205


def test_so_is_a_long_text(opened: Opened, cast: Cast) -> None:
    bob = opened(cast.bob)
    assert bob.set(GARDEN, name="x" * 70_000)["deltas"][str(GARDEN)]["name"] == "x" * 70_000
    assert change_for_browser(bob.sheet_id, 2)["refetch"] is True


def test_even_its_writer_loads_again_what_touched_thousands_of_rows(opened: Opened, cast: Cast) -> None:
    bob = opened(cast.bob)
    for _ in range(2):
        bob.edit({"op": "insert", "parent": HOUSE, "rows": [{"cells": {"name": f"Brick {n}"}} for n in range(2_600)]})
    answer = bob.edit({"op": "delete", "rows": [HOUSE]})
    assert (answer["refetch"], answer["removed"]) == (True, [])
