"""A row by itself."""

from __future__ import annotations

from tests.api.comments.test_comments import Talk
from tests.api.sheets.conftest import HOUSE, WALLS
from tests.cast import Cast


def test_vera_opens_a_row_with_all_that_she_needs_to_understand_it(as_, opened, cast: Cast, sheet_id: int) -> None:
    opened(cast.bob).set(WALLS, amount=310)
    Talk(as_(cast.bob), sheet_id).say("Dearer")
    told = as_(cast.vera).get(f"/api/v1/sheets/{sheet_id}/rows/{WALLS}").json()
    assert (told["name"], told["sheet"], told["above"], told["seq"]) == ("Walls", "Budget", ["House"], 2)
    assert (told["cells"]["amount"], told["comments"], told["files"], told["may"]) == (310, 1, 0, ["comment"])
    assert [step["name"] for step in told["node"]["path"]][-1] == "The project"
    assert "amount" in {column["key"] for column in told["columns"]}
    assert "edit" in as_(cast.bob).get(f"/api/v1/sheets/{sheet_id}/rows/{HOUSE}").json()["may"]


def test_a_row_that_is_not_there_is_not_found(as_, opened, cast: Cast, sheet_id: int) -> None:
    assert as_(cast.charlie).get(f"/api/v1/sheets/{sheet_id}/rows/{WALLS}").status_code == 404
    opened(cast.bob).edit({"op": "delete", "rows": [WALLS]})
    assert as_(cast.bob).get(f"/api/v1/sheets/{sheet_id}/rows/{WALLS}").json()["data"]["what"] == "row"
