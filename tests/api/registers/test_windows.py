"""A register is read by windows: the tree, or what a filter, a sort, a group or a search chose."""

from __future__ import annotations

import json

from tests.api.registers.conftest import GROUND, PEOPLE, WATER, Reading
from tests.cast import Cast

TREE = ["Ground", "Water", "Rock", "People", "Permit"]


def test_the_head_says_all_but_the_rows(cast: Cast, reading: Reading, log: int) -> None:
    head = reading(cast.bob).head()
    assert (head["id"], head["kind"], head["rows"], head["seq"]) == (log, "risks", 5, 1)
    assert [column["key"] for column in head["columns"]][:2] == ["name", "score"]
    assert [step["kind"] for step in head["node"]["path"]] == ["organisation", "unit", "portfolio", "programme", "project"]
    assert head["may"] == ["edit", "insert", "columns", "comment"]  # the declaration asks for more before a row is deleted
    assert reading(cast.alice).head()["may"] == ["edit", "insert", "delete", "columns", "comment"]
    assert reading(cast.vera).head()["may"] == ["comment"]
    assert reading(cast.gus).head()["may"] == []


def test_the_head_has_the_views_and_formats_of_the_declaration(cast: Cast, reading: Reading) -> None:
    head = reading(cast.vera).head()
    config = {"filter": [["status", "is_not", "closed"]], "sort": [["score", "desc"]], "group": None, "columns": ["name", "score"]}
    assert head["views"] == [
        {
            "id": None,
            "key": "open",
            "name": "Open ones",
            "titles": {"en": "Open ones", "de": "Offene"},
            "shared": True,
            "mine": False,
            "may_change": False,
            "sheet_id": None,
            "kind": "risks",
            "node_id": None,
            "config": {**config, "show": "grid"},
        }
    ]
    assert head["formats"][2] == {"when": [["status", "is", "closed"]], "column": None, "tone": "dim"}


def test_the_first_format_that_holds_paints_a_cell(cast: Cast, reading: Reading) -> None:
    rows = {row["cells"]["name"]: row["tones"] for row in reading(cast.vera).window()["rows"]}
    assert (rows["Water"], rows["Ground"], rows["Rock"], rows["People"]) == ({"score": "red"}, {"score": "amber"}, {"row": "dim"}, {})


def test_without_a_filter_the_rows_stand_in_their_tree(cast: Cast, reading: Reading, log: int) -> None:
    window = reading(cast.vera).window()
    assert [(row["cells"]["name"], row["depth"], row["has_children"]) for row in window["rows"]] == [
        ("Ground", 0, True),
        ("Water", 1, False),
        ("Rock", 1, False),
        ("People", 0, True),
        ("Permit", 1, False),
    ]
    assert window["seqs"] == {str(log): 1}
    assert "above" not in window["rows"][1]


def test_what_is_below_a_closed_row_is_left_out_but_counted_in_totals(cast: Cast, reading: Reading) -> None:
    window = reading(cast.vera).window(closed=[GROUND])
    assert ([row["cells"]["name"] for row in window["rows"]], window["total"]) == (["Ground", "People", "Permit"], 3)
    assert window["totals"]["score"] == {"count": 4, "sum": 50, "average": 12.5, "min": 6, "max": 20}


def test_a_filter_takes_rows_out_of_their_tree_and_names_what_is_above(cast: Cast, reading: Reading) -> None:
    window = reading(cast.vera).window(filter=[["score", ">=", 12], ["status", "is", "open"]], sort=[["score", "desc"]])
    assert [(row["cells"]["name"], row.get("above")) for row in window["rows"]] == [("Water", ["Ground"]), ("Ground", None)]
    assert window["totals"]["score"]["sum"] == 32


def test_a_window_is_a_part_of_the_rows(cast: Cast, reading: Reading) -> None:
    window = reading(cast.vera).window(offset=1, limit=2)
    assert ([row["cells"]["name"] for row in window["rows"]], window["total"], window["offset"]) == (["Water", "Rock"], 5, 1)


def test_empty_cells_come_last_both_ways(cast: Cast, reading: Reading) -> None:
    assert reading(cast.vera).names(sort=[["score", "asc"]]) == ["Rock", "Ground", "Permit", "Water", "People"]
    assert reading(cast.vera).names(sort=[["score", "desc"]]) == ["Water", "Ground", "Permit", "Rock", "People"]


def test_groups_come_in_the_order_of_the_declaration(cast: Cast, reading: Reading) -> None:
    window = reading(cast.vera).window(group="status", sort=[["name", "desc"]])
    assert [row["cells"]["name"] for row in window["rows"]] == ["Water", "People", "Ground", "Rock", "Permit"]
    assert [(group["value"], group["start"], group["count"]) for group in window["groups"]] == [
        ("open", 0, 3),
        ("closed", 3, 1),
        (None, 4, 1),
    ]
    assert [group["totals"]["score"]["sum"] for group in window["groups"]] == [32, 6, 12]


def test_days_are_counted_from_the_readers_today(cast: Cast, reading: Reading) -> None:
    vera = reading(cast.vera)
    assert vera.names(filter=[["due", "today"]]) == ["Water"]
    assert vera.names(filter=[["due", "before", "today"]]) == ["Rock"]
    assert vera.names(filter=[["due", "within", "+1m"]]) == ["Water", "People", "Permit"]
    cast.vera.zone = "Pacific/Auckland"  # nine in the evening there
    cast.vera.save()
    assert vera.names(filter=[["due", "today"]]) == ["Water"]
    cast.vera.zone = "Pacific/Honolulu"  # still Sunday there
    cast.vera.save()
    assert vera.names(filter=[["due", "today"]]) == []


def test_me_is_the_reader(cast: Cast, reading: Reading) -> None:
    assert reading(cast.vera).names(filter=[["owner", "me"]]) == ["Water"]
    assert reading(cast.bob).names(filter=[["owner", "is", "me"]]) == ["Ground"]
    assert reading(cast.bob).names(filter=[["team", "has", "me"]]) == ["People"]


def test_a_search_reads_text_labels_and_names(cast: Cast, reading: Reading) -> None:
    vera = reading(cast.vera)
    assert vera.names(search="ROCK") == ["Rock"]
    assert vera.names(search="offen") == ["Ground", "Water", "People"]
    assert vera.names(search="vera") == ["Water", "People"]
    assert vera.names(search=str(cast.vera.pk)) == []


def test_people_in_the_rows_are_named(cast: Cast, reading: Reading) -> None:
    window = reading(cast.gus).window(limit=1)
    assert window["names"] == {str(cast.bob.pk): "Bob"}


def test_an_edit_is_in_the_next_window(cast: Cast, reading: Reading, as_, log: int) -> None:
    vera = reading(cast.vera)
    vera.window()
    ops = [
        {"op": "set", "row": WATER, "cells": {"score": 1}},
        {"op": "move", "rows": [PEOPLE], "parent": None, "after": None},
        {"op": "delete", "rows": [13]},
        {"op": "insert", "row": 99, "cells": {"name": "Wind"}, "parent": GROUND, "after": WATER},
    ]
    answer = as_(cast.alice).patch(f"/api/v1/sheets/{log}", {"ops": ops}, content_type="application/json")
    assert answer.status_code == 200, answer.content
    window = vera.window()
    assert [row["cells"]["name"] for row in window["rows"]] == ["People", "Permit", "Ground", "Water", "Wind"]
    assert (window["rows"][3]["cells"]["score"], window["seq"]) == (1, 2)


def test_a_filter_that_cannot_be_read_says_why(cast: Cast, reading: Reading) -> None:
    for query, said in (
        ({"filter": [["colour", "is", "red"]]}, "there is no column colour"),
        ({"filter": [["score", "like", 3]]}, "there is no operator like"),
        ({"filter": [["score", ">", "many"]]}, "many is not a number"),
        ({"filter": [["due", "before", "soon"]]}, "soon is not a day"),
        ({"sort": [["colour", "asc"]]}, "there is no column colour"),
        ({"group": "colour"}, "there is no column colour"),
    ):
        answer = reading(cast.vera).window(expect=422, **query)
        assert answer["code"] == "sheet.bad_selection"
        assert said in answer["detail"], answer


def test_a_stranger_finds_nothing(cast: Cast, reading: Reading) -> None:
    assert reading(cast.charlie).head(expect=404)["code"] == "not_found"
    assert reading(cast.charlie).window(expect=404)["code"] == "not_found"


def test_a_token_that_may_only_read_may_ask_for_rows(cast: Cast, as_, client, log: int) -> None:
    token = as_(cast.vera).post("/api/v1/tokens", {"name": "Script", "scopes": ["read"]}, content_type="application/json").json()["token"]
    answer = client.post(
        f"/api/v1/sheets/{log}/rows", json.dumps({"limit": 1}), content_type="application/json", HTTP_AUTHORIZATION=f"Bearer {token}"
    )
    assert answer.status_code == 200, answer.content
