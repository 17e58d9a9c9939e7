"""Columns that users add, and the name of a sheet."""

from __future__ import annotations

import pytest
from tests.api.sheets.conftest import GARDEN, Editor, Opened
from tests.cast import NOW, Cast

from milepost.apps.sheets.actions.create_sheet import create_sheet
from milepost.apps.sheets.errors import ColumnUnknown
from milepost.apps.sheets.kinds.kind import KindUnknown
from milepost.engines.sheet import NewRow
from milepost.kernel.errors import NotAllowed, NotFound


def test_an_added_column_takes_values_of_its_type(opened: Opened, cast: Cast) -> None:
    bob = opened(cast.bob)
    answer = bob.post("columns", {"title": "  Risk  class ", "type": "choice", "choices": ["High", "Low", " "]}, expect=201)
    assert (answer["kind"], answer["refetch"], answer["seq"]) == ("columns", True, 2)
    column = bob.get()["columns"][-1]
    assert (column["title"], column["type"], column["options"], column["computed"]) == (
        "Risk class",
        "choice",
        {"choices": ["High", "Low"]},
        False,
    )
    assert column["key"].startswith("c")
    bob.set(GARDEN, **{column["key"]: "low"})
    assert bob.rows()[GARDEN][column["key"]] == "Low"
    assert bob.get(f"/history?row={GARDEN}&key={column['key']}")["items"][0]["new"] == "Low"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"title": "X", "type": "magic"}, "sheet.column_type_unknown"),
        ({"title": "X", "type": "choice", "choices": [" "]}, "sheet.choices_missing"),
        ({"title": " \x07 ", "type": "text"}, "invalid"),
    ],
)
def test_a_column_that_cannot_be(opened: Opened, cast: Cast, body, code: str) -> None:
    bob = opened(cast.bob)
    assert bob.post("columns", body, expect=422)["code"] == code
    assert bob.get()["seq"] == 1


def test_a_column_is_not_undone_with_the_edits_around_it(opened: Opened, cast: Cast) -> None:
    bob = opened(cast.bob)
    bob.set(GARDEN, amount=1)
    bob.post("columns", {"title": "X", "type": "text"}, expect=201)
    assert bob.post("undo")["deltas"][str(GARDEN)]["amount"] == 100
    assert bob.get()["columns"][-1]["title"] == "X"


def test_a_sheet_gets_another_name_and_everybody_hears_of_it(opened: Opened, cast: Cast) -> None:
    bob = opened(cast.bob)
    answer = bob.browser.put(f"/api/v1/sheets/{bob.sheet_id}/name", {"name": " Costs "}, content_type="application/json")
    assert (answer.status_code, answer.json()["name"]) == (200, "Costs")
    assert bob.get()["name"] == "Costs"
    assert bob.get("/changes?since=1")["changes"][0]["name"] == "Costs"
    assert bob.set(GARDEN, amount=1)["seq"] == 3


def test_a_blank_sheet_is_a_list_with_the_columns_that_its_users_add(cast: Cast, as_) -> None:
    made = create_sheet(actor_id=cast.bob.pk, node_id=cast.project.pk, kind="blank", name="Ideas", at=NOW)
    bob = Editor(as_(cast.bob), made.sheet_id)
    assert bob.get()["rows"] == []
    bob.edit({"op": "insert", "row": 1, "cells": {"name": "A bell"}})
    bob.post("columns", {"title": "Votes", "type": "number"}, expect=201)
    votes = bob.get()["columns"][-1]["key"]
    bob.set(1, **{votes: "3"})
    assert bob.rows() == {1: {"name": "A bell", votes: 3}}


def test_a_sheet_of_a_kind_that_there_is_not_or_with_columns_that_it_has_not(cast: Cast) -> None:
    with pytest.raises(KindUnknown):
        create_sheet(actor_id=cast.bob.pk, node_id=cast.project.pk, kind="poem", name="Ideas", at=NOW)
    with pytest.raises(ColumnUnknown):
        create_sheet(
            actor_id=cast.bob.pk, node_id=cast.project.pk, kind="blank", name="Ideas", rows=[NewRow(1, None, {"rhyme": "x"})], at=NOW
        )


def test_who_may_not_create_at_a_node_creates_no_sheet(cast: Cast) -> None:
    for person, refusal in ((cast.vera, NotAllowed), (cast.charlie, NotFound)):
        with pytest.raises(refusal):
            create_sheet(actor_id=person.pk, node_id=cast.project.pk, kind="blank", name="Ideas", at=NOW)
