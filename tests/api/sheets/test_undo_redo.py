"""Undo and redo: one's own changes, latest first, cell by cell, across reloads."""

from __future__ import annotations

from tests.api.sheets.conftest import GARDEN, HOUSE, ROOF, WALLS, Opened
from tests.cast import Cast

from milepost.apps.sheets.writing import cache


def test_bob_takes_back_his_changes_latest_first_and_does_them_again(opened: Opened, cast: Cast) -> None:
    bob = opened(cast.bob)
    start = bob.rows()
    bob.set(GARDEN, amount=110)
    middle = bob.rows()
    bob.edit(
        {"op": "delete", "rows": [HOUSE]},
        {"op": "insert", "row": 9, "cells": {"name": "Shed"}},
        {"op": "move", "rows": [GARDEN], "after": 9},
    )
    end, end_tree = bob.rows(), bob.tree()

    cache.models.clear()
    first = bob.post("undo")
    assert (first["kind"], first["skipped"], first["can_undo"], first["can_redo"]) == ("undo", [], True, True)
    assert bob.rows() == middle
    second = bob.post("undo")
    assert (second["can_undo"], second["can_redo"]) == (False, True)
    assert bob.rows() == start
    assert bob.tree() == [(HOUSE, 0), (WALLS, 1), (ROOF, 1), (GARDEN, 0)]
    assert bob.post("undo", expect=409)["code"] == "sheet.nothing_to_undo"

    bob.post("redo")
    assert bob.rows() == middle
    assert bob.post("redo")["can_redo"] is False
    assert (bob.rows(), bob.tree()) == (end, end_tree)
    assert bob.post("redo", expect=409)["code"] == "sheet.nothing_to_redo"

    bob.post("undo")
    bob.post("undo")
    assert bob.rows() == start


def test_a_new_edit_ends_redo(opened: Opened, cast: Cast) -> None:
    bob = opened(cast.bob)
    bob.set(GARDEN, amount=110)
    bob.post("undo")
    assert bob.set(GARDEN, name="Orchard")["can_redo"] is False
    assert bob.post("redo", expect=409)["code"] == "sheet.nothing_to_redo"


def test_a_cell_that_alice_changed_since_is_left_and_named(opened: Opened, cast: Cast) -> None:
    alice, bob = opened(cast.alice), opened(cast.bob)
    bob.set(GARDEN, name="Orchard", amount=110)
    alice.set(GARDEN, name="Park")
    answer = bob.post("undo")
    assert answer["skipped"] == [{"row": GARDEN, "key": "name", "reason": "changed_since"}]
    assert bob.rows()[GARDEN] == {"name": "Park", "amount": 100, "total": 100}
    assert bob.get()["can_undo"] is False
    assert alice.get()["can_undo"] is True


def test_bob_takes_back_nothing_of_alices(opened: Opened, cast: Cast) -> None:
    opened(cast.alice).set(GARDEN, name="Park")
    assert opened(cast.bob).post("undo", expect=409)["code"] == "sheet.nothing_to_undo"


def test_a_row_that_alice_works_in_is_not_taken_away(opened: Opened, cast: Cast) -> None:
    alice, bob = opened(cast.alice), opened(cast.bob)
    bob.edit({"op": "insert", "row": 9, "cells": {"name": "Shed"}})
    alice.set(9, amount=5)
    assert bob.post("undo")["skipped"] == [{"row": 9, "key": None, "reason": "row_used"}]
    assert bob.rows()[9]["amount"] == 5


def test_a_row_whose_parent_alice_deleted_does_not_come_back(opened: Opened, cast: Cast) -> None:
    alice, bob = opened(cast.alice), opened(cast.bob)
    bob.edit({"op": "delete", "rows": [ROOF]})
    alice.edit({"op": "delete", "rows": [HOUSE]})
    assert bob.post("undo")["skipped"] == [{"row": ROOF, "key": None, "reason": "parent_gone"}]
    alice.post("undo")
    assert alice.tree() == [(HOUSE, 0), (WALLS, 1), (GARDEN, 0)]


def test_undo_of_a_deletion_brings_the_rows_back_with_their_history(opened: Opened, cast: Cast) -> None:
    bob = opened(cast.bob)
    bob.set(ROOF, name="Slate")
    bob.edit({"op": "delete", "rows": [ROOF]})
    back = bob.post("undo")
    assert back["inserted"] == [
        {"id": ROOF, "parent_id": HOUSE, "after_id": WALLS, "cells": {"name": "Slate", "amount": 200, "total": 200}},
    ]
    assert bob.set(ROOF, amount=210)["deltas"][str(HOUSE)] == {"total": 510}
    assert [entry["new"] for entry in bob.get(f"/history?row={ROOF}&key=name")["items"]] == ["Slate"]


def test_settings_are_taken_back_too(opened: Opened, cast: Cast) -> None:
    bob = opened(cast.bob)
    bob.edit({"op": "settings", "values": {"currency": "CHF"}})
    assert bob.post("undo")["settings"] == {"currency": "EUR"}
    assert bob.get()["settings"]["currency"] == "EUR"


def test_an_undo_that_the_kind_refuses_changes_nothing(opened: Opened, cast: Cast, budget) -> None:
    bob = opened(cast.bob)
    bob.set(GARDEN, amount=900)
    bob.set(GARDEN, amount=1)
    before = bob.rows()
    budget.recompute = lambda model, dirty: (_ for _ in ()).throw(RuntimeError("the disk is full"))
    bob.browser.raise_request_exception = False
    assert bob.post("undo", expect=500)["code"] == "internal"
    del budget.recompute
    assert bob.rows() == before
    assert bob.post("undo")["deltas"][str(GARDEN)]["amount"] == 900


def test_a_repeated_undo_is_done_once(opened: Opened, cast: Cast) -> None:
    bob = opened(cast.bob)
    bob.set(GARDEN, amount=110)
    bob.set(GARDEN, amount=120)
    first = bob.post("undo", {"client_op_id": "u1"})
    assert bob.post("undo", {"client_op_id": "u1"}) == first
    assert bob.rows()[GARDEN]["amount"] == 110
