"""Columns that users add, and the name of a sheet."""

from __future__ import annotations

import pytest
from tests.api.sheets.conftest import GARDEN, Opened
from tests.cast import Cast


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
        ({"title": " \x00 ", "type": "text"}, "invalid"),
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
