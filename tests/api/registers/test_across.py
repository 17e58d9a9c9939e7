"""One register across a part of the tree: all rows of a kind that are the reader's to see, and no others."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.api.registers.conftest import GROUND, ROCK, WATER, Reading
from tests.cast import NOW, Cast

from milepost.apps.org.actions.create_node import create_node
from milepost.apps.org.actions.grant_role import grant_role
from milepost.apps.sheets.actions.create_sheet import create_sheet
from milepost.engines.sheet import NewRow


@pytest.fixture
def secret(cast: Cast, log: int) -> int:
    """A project beside the programme, which only Alice sees, with a risk of its own."""
    node = create_node(actor_id=cast.alice.pk, parent_id=cast.portfolio.pk, kind="project", name="A secret", at=NOW)
    rows = (NewRow(31, None, {"name": "Spies", "score": 25, "status": "open", "owner": cast.mona.pk}),)
    return create_sheet(actor_id=cast.alice.pk, node_id=node.pk, kind="risks", name="Secret risks", rows=rows, at=NOW).sheet_id


def test_each_reads_what_is_theirs(cast: Cast, across: Reading, secret: int, log: int) -> None:
    mine = across(cast.alice).window(sort=[["score", "desc"]])
    assert [(row["cells"]["name"], row["sheet_id"], row["node_name"]) for row in mine["rows"]][:2] == [
        ("Spies", secret, "A secret"),
        ("Water", log, "The project"),
    ]
    assert mine["seqs"] == {str(secret): 1, str(log): 1}
    theirs = across(cast.vera).window(sort=[["score", "desc"]])
    assert (theirs["total"], theirs["totals"]["score"]["max"], theirs["rows"][0]["cells"]["name"]) == (5, 20, "Water")
    assert (str(cast.mona.pk) in mine["names"], str(cast.mona.pk) in theirs["names"]) == (True, False)
    assert [sheet["id"] for sheet in across(cast.vera).head()["sheets"]] == [log]
    assert across(cast.alice).head()["rows"] == 6


def test_a_node_narrows_it(cast: Cast, across: Reading, secret: int) -> None:
    assert across(cast.alice, cast.programme.pk).window()["total"] == 5
    head = across(cast.alice, cast.programme.pk).head()
    assert [step["name"] for step in head["node"]["path"]][-1] == "The programme"


def test_one_may_ask_from_a_node_above_ones_own(cast: Cast, across: Reading, secret: int) -> None:
    assert across(cast.vera, cast.organisation.pk).window()["total"] == 5


def test_a_stranger_gets_nothing(cast: Cast, across: Reading, secret: int) -> None:
    assert across(cast.charlie).window()["total"] == 0
    assert across(cast.charlie).head()["sheets"] == []
    assert across(cast.charlie, cast.project.pk).window(expect=404)["code"] == "not_found"


def test_what_others_may_do_is_said_for_each_sheet(cast: Cast, across: Reading, secret: int, log: int) -> None:
    grant_role(actor_id=cast.alice.pk, person_id=cast.vera.pk, node_id=cast.project.pk, role="editor", at=NOW)
    head = across(cast.vera).head()
    assert head["sheets"][0]["may"] == ["edit", "insert", "columns", "comment"]


def test_a_row_may_be_added_where_one_may_write_and_a_register_is_or_may_be_made(cast: Cast, as_, secret: int, log: int) -> None:
    def places(person: object, **query: object) -> list[tuple[str, int | None]]:
        answer = as_(person).get("/api/v1/registers/risks/places", query)
        assert answer.status_code == 200, answer.content
        return [(one["node_name"], one["sheet_id"]) for one in answer.json()["items"]]

    alices = places(cast.alice)
    assert alices[:2] == [("A secret", secret), ("The project", log)]
    assert ("The programme", None) in alices
    assert len(alices) == len(set(alices))
    assert places(cast.alice, node=cast.programme.pk, q="proj") == [("The project", log)]
    assert ("A secret", secret) not in places(cast.bob)
    assert places(cast.vera) == []


def test_the_queries_do_not_grow_with_the_sheets(cast: Cast, across: Reading, log: int) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            across(cast.vera).window(filter=[["score", ">", 1]])
        return len(captured)

    across(cast.vera).window()
    before = queries()
    for number in range(20):
        rows = (NewRow(100 + number, None, {"name": f"Risk {number}", "score": number}),)
        create_sheet(actor_id=cast.alice.pk, node_id=cast.project.pk, kind="risks", name=f"Risks {number}", rows=rows, at=NOW)
    assert queries() <= before + 1
    assert queries() == before


def test_an_edit_elsewhere_is_in_the_next_window(cast: Cast, across: Reading, as_, log: int, secret: int) -> None:
    alice = across(cast.alice)
    alice.window()
    answer = as_(cast.bob).patch(
        f"/api/v1/sheets/{log}", {"ops": [{"op": "set", "row": WATER, "cells": {"score": 99}}]}, content_type="application/json"
    )
    assert answer.status_code == 200
    assert alice.names(sort=[["score", "desc"]], limit=1) == ["Water"]


def test_links_are_named_where_they_may_be_seen(cast: Cast, across: Reading, as_, log: int, secret: int) -> None:
    links = [{"sheet": secret, "row": 31}, {"sheet": log, "row": ROCK}]
    answer = as_(cast.alice).patch(
        f"/api/v1/sheets/{log}", {"ops": [{"op": "set", "row": GROUND, "cells": {"harms": links}}]}, content_type="application/json"
    )
    assert answer.status_code == 200, answer.content
    shown = {"name": "Rock", "node_name": "The project", "deleted": False}
    mine = across(cast.alice).window(filter=[["name", "is", "ground"]])
    assert mine["links"] == {f"{secret}:31": {"name": "Spies", "node_name": "A secret", "deleted": False}, f"{log}:{ROCK}": shown}
    theirs = across(cast.vera).window(filter=[["name", "is", "ground"]])
    assert theirs["links"] == {f"{secret}:31": None, f"{log}:{ROCK}": shown}
    assert across(cast.alice).names(filter=[["harms", "contains", "spies"]]) == ["Ground"]
    assert across(cast.vera).names(filter=[["harms", "contains", "spies"]]) == []
    assert across(cast.vera).names(search="spies") == []
    assert across(cast.vera).names(search="rock") == ["Ground", "Rock"]


def test_a_roll_up_of_what_is_not_theirs_is_withheld(cast: Cast, across: Reading, reading: Reading, as_, log: int, secret: int) -> None:
    ops = [
        {"op": "set", "row": GROUND, "cells": {"harms": [{"sheet": secret, "row": 31}]}},
        {"op": "set", "row": ROCK, "cells": {"harms": [{"sheet": log, "row": WATER}]}},
    ]
    assert as_(cast.alice).patch(f"/api/v1/sheets/{log}", {"ops": ops}, content_type="application/json").status_code == 200
    mine = {row["id"]: row["cells"] for row in reading(cast.alice).window()["rows"]}
    assert (mine[GROUND]["harm"], mine[GROUND]["double"], mine[ROCK]["harm"]) == (25, 50, 20)
    for vera in (reading(cast.vera), across(cast.vera)):
        window = vera.window()
        theirs = {row["id"]: row["cells"] for row in window["rows"]}
        assert (theirs[GROUND]["harm"], theirs[GROUND]["double"], theirs[ROCK]["harm"]) == ({"hidden": True}, {"hidden": True}, 20)
        assert window["totals"]["harm"] == {"count": 1, "sum": 20, "average": 20, "min": 20, "max": 20}
        assert vera.names(filter=[["harm", ">", 21]]) == []
        assert vera.names(filter=[["double", "is", 50]]) == []
        assert vera.names(filter=[["harm", "not_empty"]]) == ["Rock"]
        assert vera.names(sort=[["harm", "desc"]])[0] == "Rock"
        assert vera.names(search="25") == []
        assert [group["value"] for group in vera.window(group="harm")["groups"]] == [20, None]
        assert vera.post("aggregate", {"keys": ["harm", "double"]})["totals"]["double"]["sum"] == 40


def test_totals_of_chosen_rows(cast: Cast, across: Reading, reading: Reading, secret: int) -> None:
    alice = across(cast.alice)
    assert alice.post("aggregate", {"keys": ["score", "due", "owner"]}) == {
        "count": 6,
        "totals": {
            "score": {"count": 5, "sum": 75, "average": 15, "min": 6, "max": 25},
            "due": {"count": 4, "sum": None, "average": None, "min": "2026-02-20", "max": "2026-04-01"},
            "owner": {"count": 3, "sum": None, "average": None, "min": None, "max": None},
        },
    }
    assert alice.post("aggregate", {"keys": ["score"], "rows": [WATER, ROCK, 404]})["totals"]["score"]["sum"] == 26
    assert reading(cast.vera).post("aggregate", {"keys": ["score"], "filter": [["status", "is", "open"]]})["totals"]["score"]["sum"] == 32
    assert reading(cast.vera).post("aggregate", {"keys": ["colour"]}, 422)["code"] == "sheet.bad_selection"
    assert reading(cast.charlie).post("aggregate", {"keys": ["score"]}, 404)["code"] == "not_found"
    assert across(cast.charlie).post("aggregate", {"keys": ["score"]})["count"] == 0


def test_an_unknown_kind_is_said(cast: Cast, as_) -> None:
    assert as_(cast.alice).get("/api/v1/registers/dreams/head").json()["code"] == "sheet.kind_unknown"
