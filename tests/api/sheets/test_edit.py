"""Editing a sheet: what the writer gets back, what is stored, who may."""

from __future__ import annotations

import pytest
from tests.api.sheets.budget import Budget
from tests.api.sheets.conftest import GARDEN, HOUSE, ROOF, WALLS, Opened
from tests.cast import Cast

from milepost.apps.sheets.models import Change, Row
from milepost.apps.trail.models import Event


def test_the_whole_sheet(opened: Opened, cast: Cast) -> None:
    sheet = opened(cast.vera).get()
    assert (sheet["name"], sheet["kind"], sheet["seq"], sheet["node_id"]) == ("Budget", "budget", 1, cast.project.pk)
    assert [(row["id"], row["parent_id"], row["depth"]) for row in sheet["rows"]] == [(1, None, 0), (2, 1, 1), (3, 1, 1), (4, None, 0)]
    assert sheet["rows"][0]["cells"] == {"name": "House", "total": 500}
    assert (sheet["columns"][-1]["key"], sheet["columns"][-1]["computed"]) == ("total", True)
    assert sheet["settings"] == {"currency": "EUR", "minutes_per_day": 480}
    assert sheet["resources"] == [{"id": 1, "name": "The bank"}]
    assert sheet["capabilities"] == ["view", "comment", "directory"]
    assert (sheet["can_undo"], sheet["can_redo"]) == (False, False)


def test_an_edited_cell_comes_back_with_what_it_moved(opened: Opened, cast: Cast, budget: Budget) -> None:
    bob = opened(cast.bob)
    answer = bob.set(WALLS, amount=350)
    assert answer["deltas"] == {str(WALLS): {"amount": 350, "total": 350}, str(HOUSE): {"total": 550}}
    assert (answer["seq"], answer["actor_id"], answer["refetch"], answer["can_undo"]) == (2, cast.bob.pk, False, True)
    assert bob.rows()[HOUSE] == {"name": "House", "total": 550}
    assert [(change.seq, change.edit.actor_id) for change in budget.committed] == [(1, cast.alice.pk), (2, cast.bob.pk)]
    event = Event.objects.get(kind="sheet.changed")
    assert (event.sheet_id, event.seq, event.actor_id, event.node_id) == (bob.sheet_id, 2, cast.bob.pk, cast.project.pk)


def test_rows_are_inserted_where_they_were_wanted(opened: Opened, cast: Cast) -> None:
    bob = opened(cast.bob)
    answer = bob.edit({"op": "insert", "row": 9, "parent": HOUSE, "after": WALLS, "cells": {"name": "Door", "amount": 40}})
    assert answer["inserted"] == [{"id": 9, "parent_id": HOUSE, "after_id": WALLS, "cells": {"name": "Door", "amount": 40, "total": 40}}]
    assert answer["deltas"] == {str(HOUSE): {"total": 540}}
    assert bob.tree() == [(HOUSE, 0), (WALLS, 1), (9, 1), (ROOF, 1), (GARDEN, 0)]


def test_a_subtree_is_inserted_in_one_go_and_gets_its_ids(opened: Opened, cast: Cast) -> None:
    bob = opened(cast.bob)
    rows = [{"id": 20, "cells": {"name": "Cellar"}}, {"parent": 20, "cells": {"amount": 7}}, {"cells": {"name": "Attic"}}]
    answer = bob.edit({"op": "insert", "parent": HOUSE, "after": ROOF, "rows": rows})
    cellar, shelf, attic = answer["inserted"]
    assert (cellar["id"], cellar["after_id"], cellar["cells"]["total"]) == (20, ROOF, 7)
    assert (shelf["parent_id"], shelf["after_id"]) == (20, None)
    assert (attic["parent_id"], attic["after_id"]) == (HOUSE, 20)
    assert 1 <= shelf["id"] < 2**53


def test_a_deleted_row_takes_what_is_below_it(opened: Opened, cast: Cast) -> None:
    bob = opened(cast.bob)
    answer = bob.edit({"op": "delete", "rows": [HOUSE]})
    assert (answer["removed"], answer["deltas"]) == ([HOUSE, WALLS, ROOF], {})
    assert bob.tree() == [(GARDEN, 0)]


def test_rows_move_and_the_totals_with_them(opened: Opened, cast: Cast) -> None:
    bob = opened(cast.bob)
    answer = bob.edit({"op": "move", "rows": [GARDEN, WALLS], "parent": HOUSE, "after": ROOF})
    assert answer["moved"] == [
        {"id": GARDEN, "parent_id": HOUSE, "after_id": ROOF},
        {"id": WALLS, "parent_id": HOUSE, "after_id": GARDEN},
    ]
    assert answer["deltas"] == {str(HOUSE): {"total": 600}}
    assert bob.tree() == [(HOUSE, 0), (ROOF, 1), (GARDEN, 1), (WALLS, 1)]


def test_an_insert_and_a_move_write_no_other_row(opened: Opened, cast: Cast) -> None:
    bob = opened(cast.bob)
    bob.edit({"op": "insert", "row": 9, "parent": HOUSE, "after": WALLS, "cells": {}})
    bob.edit({"op": "move", "rows": [ROOF], "parent": HOUSE, "after": None})
    assert dict(Row.objects.filter(sheet_id=bob.sheet_id).values_list("row_id", "seq")) == {HOUSE: 1, WALLS: 1, ROOF: 3, GARDEN: 1, 9: 2}


def test_a_setting_changes_and_an_unknown_one_is_refused(opened: Opened, cast: Cast) -> None:
    bob = opened(cast.bob)
    assert bob.edit({"op": "settings", "values": {"currency": "CHF"}})["settings"] == {"currency": "CHF"}
    assert bob.get()["settings"]["currency"] == "CHF"
    assert bob.edit({"op": "settings", "values": {"weather": "fine"}}, expect=422)["code"] == "sheet.setting_unknown"


def test_the_kind_translates_an_edit_and_says_so(opened: Opened, cast: Cast) -> None:
    answer = opened(cast.bob).set(ROOF, name="free")
    assert answer["notices"] == [{"code": "budget.free", "text": "It costs nothing now.", "row": ROOF, "data": {}}]
    assert answer["deltas"][str(ROOF)] == {"name": "free", "amount": 0, "total": 0}


def test_what_the_kind_refuses_changes_nothing(opened: Opened, cast: Cast) -> None:
    bob = opened(cast.bob)
    before = bob.get()
    refused = bob.edit(
        {"op": "set", "row": ROOF, "cells": {"name": "Gold"}}, {"op": "set", "row": WALLS, "cells": {"amount": 2000}}, expect=422
    )
    assert refused["code"] == "test.too_dear"
    assert bob.get() == before
    assert bob.set(ROOF, amount=210)["seq"] == 2


@pytest.mark.parametrize(
    ("op", "status", "code"),
    [
        ({"op": "set", "row": WALLS, "cells": {"colour": "red"}}, 422, "sheet.column_unknown"),
        ({"op": "set", "row": WALLS, "cells": {"total": 1}}, 422, "sheet.column_computed"),
        ({"op": "set", "row": 77, "cells": {"name": "x"}}, 404, "sheet.row_unknown"),
        ({"op": "insert", "row": WALLS, "cells": {}}, 409, "sheet.row_exists"),
        ({"op": "insert", "rows": [{"parent": 55}], "cells": {}}, 422, "sheet.bad_operation"),
        ({"op": "insert", "row": 9, "parent": 77}, 404, "sheet.row_unknown"),
        ({"op": "move", "rows": [HOUSE], "parent": WALLS}, 422, "sheet.under_itself"),
        ({"op": "delete", "rows": []}, 422, "request.invalid"),
        ({"op": "restore", "rows": [[1, None, "V", {}]]}, 422, "request.invalid"),
        ({"op": "place", "rows": [[1, None, "V"]]}, 422, "request.invalid"),
    ],
)
def test_a_bad_operation_takes_the_good_one_beside_it_along(opened: Opened, cast: Cast, op, status: int, code: str) -> None:
    bob = opened(cast.bob)
    refused = bob.edit({"op": "set", "row": ROOF, "cells": {"name": "Thatch"}}, op, expect=status)
    assert refused["code"] == code
    assert bob.rows()[ROOF]["name"] == "Roof"
    assert Change.objects.filter(sheet_id=bob.sheet_id).count() == 1


def test_too_much_at_once_is_refused(opened: Opened, cast: Cast) -> None:
    rows = [{"op": "insert", "rows": [{"cells": {}}] * 3000}] * 2
    bob = opened(cast.bob)
    assert bob.edit(*rows, expect=422)["code"] == "sheet.too_much"
    assert bob.set(WALLS, name="x" * 100_001, expect=422)["code"] == "sheet.too_much"
    assert bob.get()["seq"] == 1


def test_vera_reads_and_may_not_write(opened: Opened, cast: Cast) -> None:
    vera = opened(cast.vera)
    assert vera.set(WALLS, amount=1, expect=403)["code"] == "not_allowed"
    assert vera.post("undo", expect=403)["code"] == "not_allowed"
    assert vera.post("columns", {"title": "X", "type": "text"}, expect=403)["code"] == "not_allowed"
    assert vera.rows()[WALLS]["amount"] == 300


@pytest.mark.parametrize("path", ["", "/changes?since=0", f"/history?row={WALLS}&key=name", "/activity"])
def test_for_charlie_the_sheet_does_not_exist(opened: Opened, cast: Cast, as_, path: str) -> None:
    hidden = opened(cast.charlie).get(path, expect=404)
    unknown = as_(cast.charlie).get(f"/api/v1/sheets/4711{path}").json()
    assert hidden == unknown
    assert hidden["detail"] == "There is no sheet with that id that you may see."


def test_charlie_writes_to_nothing(opened: Opened, cast: Cast) -> None:
    charlie = opened(cast.charlie)
    assert charlie.set(WALLS, amount=1, expect=404)["code"] == "not_found"
    for path in ("undo", "redo"):
        assert charlie.post(path, expect=404)["code"] == "not_found"
    assert charlie.post("columns", {"title": "X", "type": "text"}, expect=404)["code"] == "not_found"


def test_nobody_is_asked_to_sign_in(opened: Opened) -> None:
    assert opened(None).get(expect=401)["code"] == "not_signed_in"
