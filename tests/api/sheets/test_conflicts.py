"""Two people in one sheet: nothing is lost, and everybody is told."""

from __future__ import annotations

from tests.api.sheets.conftest import GARDEN, HOUSE, ROOF, WALLS, Opened
from tests.cast import Cast


def test_the_last_writer_of_a_cell_wins_and_is_told_whom_they_overwrote(opened: Opened, cast: Cast) -> None:
    alice, bob = opened(cast.alice), opened(cast.bob)
    bob.set(GARDEN, name="Bob's garden", amount=90)
    answer = alice.set(GARDEN, name="Alice's garden")
    assert answer["overwritten"] == [
        {"row": GARDEN, "key": "name", "by": cast.bob.pk, "name": "Bob", "value": "Bob's garden", "seq": 2},
    ]
    assert bob.rows()[GARDEN] == {"name": "Alice's garden", "amount": 90, "total": 90}


def test_both_values_stay_in_the_history(opened: Opened, cast: Cast) -> None:
    alice, bob = opened(cast.alice), opened(cast.bob)
    bob.set(GARDEN, name="Bob's")
    alice.set(GARDEN, name="Alice's")
    history = opened(cast.vera).get(f"/history?row={GARDEN}&key=name")["items"]
    assert [(entry["by"], entry["old"], entry["new"], entry["seq"]) for entry in history] == [
        ("Alice", "Bob's", "Alice's", 3),
        ("Bob", "Garden", "Bob's", 2),
    ]
    assert history[0]["at"] == "2026-03-02T08:00:00Z"


def test_who_saw_the_other_value_overwrites_nothing(opened: Opened, cast: Cast) -> None:
    alice, bob = opened(cast.alice), opened(cast.bob)
    alice.seq = bob.set(GARDEN, name="Bob's")["seq"]
    assert alice.set(GARDEN, name="Alice's")["overwritten"] == []


def test_ones_own_earlier_value_is_no_conflict(opened: Opened, cast: Cast) -> None:
    bob = opened(cast.bob)
    bob.set(GARDEN, name="One")
    bob.seq = 1
    assert bob.set(GARDEN, name="Two")["overwritten"] == []


def test_different_cells_of_one_row_do_not_meet(opened: Opened, cast: Cast) -> None:
    alice, bob = opened(cast.alice), opened(cast.bob)
    bob.set(GARDEN, name="Orchard")
    assert alice.set(GARDEN, amount=120)["overwritten"] == []
    assert alice.rows()[GARDEN] == {"name": "Orchard", "amount": 120, "total": 120}


def test_an_edit_of_a_deleted_row_says_who_deleted_it_and_when(opened: Opened, cast: Cast) -> None:
    alice, bob = opened(cast.alice), opened(cast.bob)
    alice.edit({"op": "delete", "rows": [HOUSE]})
    for op in (
        {"op": "set", "row": ROOF, "cells": {"amount": 1}},
        {"op": "delete", "rows": [WALLS]},
        {"op": "move", "rows": [GARDEN], "parent": HOUSE},
        {"op": "insert", "parent": HOUSE, "cells": {}},
    ):
        refused = bob.edit(op, expect=409)
        assert refused["code"] == "sheet.row_deleted"
        assert (refused["data"]["who"], refused["data"]["who_id"], refused["data"]["at"]) == (
            "Alice",
            cast.alice.pk,
            "2026-03-02T08:00:00Z",
        )
    assert "Alice deleted this row at 2026-03-02T08:00:00Z" in refused["detail"]


def test_a_row_put_behind_a_deleted_one_goes_to_the_end(opened: Opened, cast: Cast) -> None:
    alice, bob = opened(cast.alice), opened(cast.bob)
    alice.edit({"op": "delete", "rows": [WALLS]})
    answer = bob.edit({"op": "insert", "row": 9, "parent": HOUSE, "after": WALLS, "cells": {"name": "Door"}})
    assert answer["inserted"][0]["after_id"] == ROOF


def test_what_bob_missed_comes_in_order(opened: Opened, cast: Cast) -> None:
    alice, bob = opened(cast.alice), opened(cast.bob)
    alice.set(GARDEN, amount=110)
    alice.edit({"op": "delete", "rows": [ROOF]})
    missed = bob.get("/changes?since=1")
    assert (missed["seq"], missed["refetch"]) == (3, False)
    assert [(change["seq"], change["actor_id"]) for change in missed["changes"]] == [(2, cast.alice.pk), (3, cast.alice.pk)]
    assert missed["changes"][1]["removed"] == [ROOF]
    assert missed["changes"][1]["deltas"] == {str(HOUSE): {"total": 300}}
    assert bob.get("/changes?since=3")["changes"] == []
    assert bob.get("/changes?since=0")["refetch"] is True


def test_the_activity_says_who_did_what(opened: Opened, cast: Cast) -> None:
    bob = opened(cast.bob)
    bob.set(GARDEN, amount=1)
    bob.post("undo")
    items = opened(cast.vera).get("/activity")["items"]
    assert [(item["seq"], item["kind"], item["by"], item["of"], item["taken_back"], item["ops"]) for item in items] == [
        (3, "undo", "Bob", 2, False, ["set"]),
        (2, "edit", "Bob", None, True, ["set"]),
        (1, "create", "Alice", None, False, []),
    ]
    assert [item["seq"] for item in opened(cast.vera).get("/activity?before=3")["items"]] == [2, 1]
