"""A list becomes a register, and comes in again without doubles."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from tests.api.lists.conftest import Importer, cells, findings
from tests.cast import Cast

from milepost.apps.org.models import Person
from milepost.apps.sheets.models import ListImport, Upload
from milepost.doors.clock import real_now

By = Callable[[Person], Importer]
RISKS = """No;Risk;Owner;Likelihood;Due;Weather
R1;Wet ground;Bob;high;02.03.2026;wet
R2;Late permit;Alice;low;2026-04-01;dry
R3;Strike;Charlie;low;5 May 2026;dry
"""


def test_a_dry_run_writes_nothing_and_says_what_it_understood(cast: Cast, importer: By) -> None:
    bob = importer(cast.bob)
    report = bob.check(RISKS, node_id=cast.project.pk, kind="blank")
    assert report["rows"]["all"] == {"total": 3, "new": 3, "changed": 0, "same": 0, "skipped": 0, "doubtful": 0, "reports": 0}
    told = {column["source"]: (column["to"], column["type"]) for column in report["columns"]}
    assert told["Risk"] == ("name", "text")
    assert (told["Due"], told["Weather"]) == (("+", "date"), ("+", "text"))
    assert report["key"] == 0
    assert bob.browser.get(f"/api/v1/nodes/{cast.project.pk}/registers").json()["items"] == []


def test_a_list_becomes_a_register_with_its_columns(cast: Cast, importer: By) -> None:
    bob = importer(cast.bob)
    done = bob.bring(bob.check(RISKS, node_id=cast.project.pk, kind="blank", options={"name": "Our risks"}))
    assert (done["state"], done["counts"]["new"], done["done"]) == ("done", 3, 3)
    sheet = bob.browser.get(f"/api/v1/sheets/{done['sheet_id']}").json()
    assert sheet["name"] == "Our risks"
    keys = {column["title"]: column["key"] for column in sheet["columns"]}
    assert cells(sheet["rows"], "name", keys["Due"], keys["No"]) == [
        ("Wet ground", "2026-03-02", "R1"),
        ("Late permit", "2026-04-01", "R2"),
        ("Strike", "2026-05-05", "R3"),
    ]


def test_the_same_list_again_changes_nothing_and_a_changed_one_changes_exactly_the_changed_cells(cast: Cast, importer: By) -> None:
    bob = importer(cast.bob)
    done = bob.bring(bob.check(RISKS, node_id=cast.project.pk, kind="blank"))
    sheet_id = done["sheet_id"]
    again = bob.check(RISKS, sheet_id=sheet_id)
    assert (again["rows"]["all"]["same"], again["rows"]["all"]["new"], again["makes"]["columns"]) == (3, 0, [])
    before = bob.browser.get(f"/api/v1/sheets/{sheet_id}").json()["seq"]
    bob.bring(again)
    assert bob.browser.get(f"/api/v1/sheets/{sheet_id}").json()["seq"] == before

    changed = RISKS.replace("Strike", "General strike") + "R4;Flood;;high;;wet\n"
    report = bob.check(changed, sheet_id=sheet_id)
    assert {name: report["rows"]["all"][name] for name in ("new", "changed", "same")} == {"new": 1, "changed": 1, "same": 2}
    bob.bring(report)
    assert [row[0] for row in cells(bob.rows(sheet_id), "name")] == ["Wet ground", "Late permit", "General strike", "Flood"]
    history = bob.browser.get(f"/api/v1/sheets/{sheet_id}/changes?since={before}").json()
    assert len(history["items"] if "items" in history else history["changes"]) == 1


def test_one_undo_takes_the_whole_import_back(cast: Cast, importer: By) -> None:
    bob = importer(cast.bob)
    done = bob.bring(bob.check(RISKS, node_id=cast.project.pk, kind="blank"))
    assert done["can_undo"]
    assert bob.post(f"lists/{done['id']}/undo", {})["state"] == "undone"
    assert bob.rows(done["sheet_id"]) == []
    bob.post(f"lists/{done['id']}/undo", {}, 409)


def test_rows_stand_below_each_other_as_the_list_says(cast: Cast, importer: By) -> None:
    bob = importer(cast.bob)
    text = "WBS\tName\n1\tFound\n1.1\tDig\n1.1.1\tFence\n1.2\tPour\n2\tBuild\n"
    report = bob.check(text, node_id=cast.project.pk, kind="blank")
    assert report["hierarchy"] == {"by": "outline", "column": 0}
    rows = bob.rows(bob.bring(report)["sheet_id"])
    names = {row["id"]: row["cells"]["name"] for row in rows}
    assert [(names[row["id"]], names.get(row["parent_id"])) for row in rows] == [
        ("Found", None),
        ("Dig", "Found"),
        ("Fence", "Dig"),
        ("Pour", "Found"),
        ("Build", None),
    ]


def test_indented_names_make_levels_and_moved_rows_move(cast: Cast, importer: By) -> None:
    bob = importer(cast.bob)
    done = bob.bring(bob.check("Name;Cost\nFound;1\n  Dig;2\nBuild;3\n", node_id=cast.project.pk, kind="blank"))
    report = bob.check("Name;Cost\nFound;1\nBuild;3\n  Dig;2\n", sheet_id=done["sheet_id"])
    assert (report["rows"]["all"]["changed"], report["rows"]["all"]["same"]) == (1, 2)
    bob.bring(report)
    rows = bob.rows(done["sheet_id"])
    names = {row["id"]: row["cells"]["name"] for row in rows}
    assert [(row["cells"]["name"], names.get(row["parent_id"])) for row in rows] == [("Found", None), ("Build", None), ("Dig", "Build")]


def test_rows_from_elsewhere_stand_in_the_order_of_the_list_with_the_new_ones(cast: Cast, importer: By) -> None:
    bob, text = importer(cast.bob), "Name;Cost\nFound;1\n  Dig;2\n  Pour;3\n    Cure;4\nBuild;5\n  Frame;6\n"
    sheet = bob.bring(bob.check(text, node_id=cast.project.pk, kind="blank"))["sheet_id"]
    text = "Name;Cost\nBuild;5\n  Frame;6\n  Cure;4\n    Pour;3\n  Paint;7\n  Dig;2\n  Tidy;8\nHand over;9\n  Found;1\n"
    bob.bring(bob.check(text, sheet_id=sheet))
    rows = bob.rows(sheet)
    names = {row["id"]: row["cells"]["name"] for row in rows}
    assert [(row["cells"]["name"], names.get(row["parent_id"])) for row in rows] == [
        ("Build", None), ("Frame", "Build"), ("Cure", "Build"), ("Pour", "Cure"), ("Paint", "Build"), ("Dig", "Build"), ("Tidy", "Build"),
        ("Hand over", None), ("Found", "Hand over"),
    ]  # fmt: skip


def test_a_list_without_titles_has_names_too(cast: Cast, importer: By) -> None:
    bob = importer(cast.bob)
    report = bob.check("5;Dig\n6;Pour\n", node_id=cast.project.pk, kind="blank", options={"header": 0})
    assert [column["to"] for column in report["columns"]] == ["+", "name"]
    assert cells(bob.rows(bob.bring(report)["sheet_id"]), "name") == [("Dig",), ("Pour",)]


def test_what_does_not_fit_comes_in_marked_or_stays_out(cast: Cast, importer: By) -> None:
    bob = importer(cast.bob)
    done = bob.bring(
        bob.check("No;Name;Due\n1;Dig;2026-03-02\n2;Pour;2026-03-03\n3;Cure;2026-03-04\n", node_id=cast.project.pk, kind="blank")
    )
    text = "No;Name;Due\n4;Paint;2026-03-09\n5;Sweep;2026-03-10\n6;Shine;2026-03-11\n7;Show;2026-03-12\n8;Open;when it is dry\n"
    report = bob.check(text, sheet_id=done["sheet_id"])
    assert findings(report, "does_not_fit") == [(6, "Due")]
    assert (report["rows"]["all"]["doubtful"], report["rows"]["right"]["skipped"]) == (1, 1)
    bob.bring(report, "right")
    assert len(bob.rows(done["sheet_id"])) == 7
    bob.bring(bob.check(text, sheet_id=done["sheet_id"]))
    last = bob.rows(done["sheet_id"])[-1]["cells"]
    assert any(isinstance(value, dict) and value["raw"] == "when it is dry" for value in last.values())


def test_failed_formulas_leave_their_cells_as_they_are(cast: Cast, importer: By) -> None:
    bob = importer(cast.bob)
    done = bob.bring(bob.check("No;Name;Cost\n1;Dig;5\n2;Pour;6\n", node_id=cast.project.pk, kind="blank"))
    report = bob.check("No;Name;Cost\n1;Dig;#REF!\n2;Pour;7\n", sheet_id=done["sheet_id"])
    assert findings(report, "failed_formula") == [(2, "Cost")]
    bob.bring(report)
    keys = {column["title"]: column["key"] for column in bob.browser.get(f"/api/v1/sheets/{done['sheet_id']}").json()["columns"]}
    assert cells(bob.rows(done["sheet_id"]), keys["Cost"]) == [(5,), (7,)]


def test_doubles_and_rows_without_a_name_are_told_and_left_out(cast: Cast, importer: By) -> None:
    text = "No;Name;Cost\n" + "".join(f"{n};Task {n};5\n" for n in range(1, 13)) + "1;Task 1;5\n2;Task two;5\n13;;5\n"
    report = importer(cast.bob).check(text, node_id=cast.project.pk, kind="blank")
    assert (findings(report, "double_same"), findings(report, "double"), findings(report, "no_name")) == (
        [(14, None)],
        [(15, None)],
        [(16, "Name")],
    )
    assert report["rows"]["all"]["skipped"] == 3


def test_every_guess_can_be_corrected(cast: Cast, importer: By) -> None:
    bob = importer(cast.bob)
    text = "Risks of the project;;\nTitle;When;Size\nWet;03/04/2026;1.234\nLate;05/06/2026;2.345\n"
    report = bob.check(text, node_id=cast.project.pk, kind="blank")
    assert (findings(report, "date_open"), findings(report, "number_open")) == ([(None, "When")], [(None, "Size")])
    options: dict[str, Any] = {"columns": {"1": {"order": "mdy"}, "2": {"decimal": ",", "type": "number"}}, "key": -1, "header": 2}
    report = bob.check(text, node_id=cast.project.pk, kind="blank", options=options)
    assert (findings(report, "date_open"), report["key"], report["header"]) == ([], None, 2)
    sheet = bob.bring(report)["sheet_id"]
    columns = bob.browser.get(f"/api/v1/sheets/{sheet}").json()["columns"]
    when, size = (column["key"] for title in ("When", "Size") for column in columns if column["title"] == title)
    assert cells(bob.rows(sheet), when, size) == [("2026-03-04", 1234), ("2026-05-06", 2345)]


def test_a_column_can_be_left_out(cast: Cast, importer: By) -> None:
    bob = importer(cast.bob)
    report = bob.check(RISKS, node_id=cast.project.pk, kind="blank", options={"columns": {"5": {"to": ""}}})
    assert "Weather" not in [column["title"] for column in report["makes"]["columns"]]
    assert findings(report, "column_left_out") == [(None, "Weather")]


def test_who_may_not_create_or_edit_brings_nothing_in(cast: Cast, importer: By) -> None:
    done = importer(cast.bob).bring(importer(cast.bob).check(RISKS, node_id=cast.project.pk, kind="blank"))
    importer(cast.vera).check(RISKS, 403, node_id=cast.project.pk, kind="blank")
    importer(cast.vera).check(RISKS, 403, sheet_id=done["sheet_id"])
    importer(cast.charlie).check(RISKS, 404, node_id=cast.project.pk, kind="blank")
    importer(cast.charlie).check(RISKS, 404, sheet_id=done["sheet_id"])
    assert importer(cast.vera).browser.get(f"/api/v1/lists/{done['id']}").status_code == 404


def test_only_what_was_checked_comes_in(cast: Cast, importer: By) -> None:
    bob = importer(cast.bob)
    report = bob.check(RISKS, node_id=cast.project.pk, kind="blank")
    bob.post("lists", {"upload_id": report["upload_id"], "report_id": report["report_id"] + 1}, 409)
    other = bob.check("No;Name\n;Dig\n", node_id=cast.project.pk, kind="blank", options={"key": 0})
    bob.post("lists", {"upload_id": other["upload_id"], "report_id": other["report_id"]}, 422)


def test_a_long_list_comes_in_parts_and_goes_on_where_it_was(cast: Cast, importer: By, monkeypatch: Any) -> None:
    monkeypatch.setattr("milepost.apps.sheets.lists.into_sheet.PART", 40)
    bob = importer(cast.bob)
    report = bob.check("No;Name\n" + "".join(f"{n};Task {n}\n" for n in range(100)), node_id=cast.project.pk, kind="blank")
    begun = bob.post("lists", {"upload_id": report["upload_id"], "report_id": report["report_id"]}, 201)
    monkeypatch.setattr("milepost.doors.api.lists._AT_ONCE", __import__("datetime").timedelta(seconds=-1))
    part = bob.post(f"lists/{begun['id']}/go", {})
    assert (part["done"], part["state"]) == (40, "running")
    assert [one["id"] for one in bob.browser.get("/api/v1/lists").json()] == [begun["id"]]
    while part["state"] == "running":
        part = bob.post(f"lists/{begun['id']}/go", {})
    rows = bob.rows(part["sheet_id"])
    assert [row["cells"]["name"] for row in rows] == [f"Task {n}" for n in range(100)]
    assert part["counts"]["new"] == 100
    assert bob.post(f"lists/{begun['id']}/undo", {})["state"] == "undone"
    assert bob.rows(part["sheet_id"]) == []


def test_an_import_that_stopped_is_taken_back_or_given_up(cast: Cast, importer: By, monkeypatch: Any) -> None:
    monkeypatch.setattr("milepost.apps.sheets.lists.into_sheet.PART", 2)
    monkeypatch.setattr("milepost.doors.api.lists._AT_ONCE", timedelta(seconds=-1))
    bob = importer(cast.bob)
    begun, given_up = (
        bob.post("lists", {"upload_id": report["upload_id"], "report_id": report["report_id"]}, 201)
        for report in (bob.check(RISKS + more, node_id=cast.project.pk, kind="blank") for more in ("R4;Flood;;;;\nR5;Fire;;;;\n", ""))
    )
    for done in (2, 4):
        part = bob.post(f"lists/{begun['id']}/go", {})
        assert (part["state"], part["done"], part["active"], part["sheet_id"] is None) == ("running", done, True, False)
    address = f"sheets/{part['sheet_id']}"
    edited = {"op": "set", "row": bob.rows(part["sheet_id"])[1]["id"], "cells": {"name": "Very late permit"}}
    assert bob.browser.patch(f"/api/v1/{address}", {"ops": [edited]}, content_type="application/json").status_code == 200

    Upload.objects.all().delete()
    ListImport.objects.update(changed_at=real_now() - timedelta(minutes=1))
    bob.post(f"lists/{given_up['id']}/go", {}, 409)
    ListImport.objects.update(changed_at=real_now() - timedelta(minutes=1))
    unfinished = bob.browser.get("/api/v1/lists").json()
    assert {one["id"]: (one["active"], one["can_undo"]) for one in unfinished} == dict.fromkeys(
        (begun["id"], given_up["id"]), (False, True)
    )
    assert bob.post(f"lists/{given_up['id']}/undo", {})["kept"] == []
    undone = bob.post(f"lists/{begun['id']}/undo", {})
    assert (undone["state"], [(one["code"], one["columns"]) for one in undone["kept"]]) == ("undone", [("changed_since", [])])
    assert cells(bob.rows(part["sheet_id"]), "name") == [("Very late permit",)]
    assert bob.browser.get("/api/v1/lists").json() == []
    assert bob.post(f"lists/{begun['id']}/go", {}, 409)["code"] == "list.over"
    assert bob.post(f"lists/{begun['id']}/undo", {}, 409)["code"] == "list.not_undone"


def test_each_of_several_choices_and_people_in_a_cell_can_be_said_to_mean_another(cast: Cast, importer: By) -> None:
    bob, raci = importer(cast.bob), {"node_id": cast.project.pk, "kind": "raci"}
    text = "Activity;Consulted;Informed\nDig;Bob, Allie;Vee\nPour;Allie;Bob, Nobody\n"
    report = bob.check(text, **raci)
    words = {column["source"]: [(one["word"], one["count"], one["to"]) for one in column["words"]] for column in report["columns"]}
    assert words["Consulted"] == [("Allie", 2, None), ("Bob", 1, str(cast.bob.pk))]
    assert findings(report, "people_unknown") == [(None, "Consulted"), (None, "Informed")]
    said = {"1": {"values": {"Allie": str(cast.alice.pk)}}, "2": {"values": {"Vee": "vera@example.org", "Nobody": ""}}}
    report = bob.check(text, **raci, options={"columns": said})
    assert (report["rows"]["all"]["doubtful"], findings(report, "people_unknown")) == (0, [])
    rows = bob.rows(bob.bring(report)["sheet_id"])
    alice, bobs, vera = cast.alice.pk, cast.bob.pk, cast.vera.pk
    assert cells(rows, "consulted", "informed") == [([bobs, alice], [vera]), ([alice], [bobs])]


def test_several_choices_are_met_word_by_word(cast: Cast, importer: By) -> None:
    bob, there = importer(cast.bob), {"node_id": cast.project.pk, "kind": "lessons"}
    text = "Lesson,Topic\nAsk early,Planung; Budget\nTest it,Quality | Planning\n"
    options: dict[str, Any] = {"columns": {"1": {"to": "category"}}}
    words = [(one["word"], one["to"]) for one in bob.check(text, **there, options=options)["columns"][1]["words"]]
    assert words == [("Budget", None), ("Planung", "planning"), ("Quality", "quality"), ("Planning", "planning")]
    options["columns"]["1"]["values"] = {"Budget": "money"}
    report = bob.check(text, **there, options=options)
    assert report["columns"][1]["words"][0] == {"word": "Budget", "count": 1, "to": "money", "said": True}
    assert cells(bob.rows(bob.bring(report)["sheet_id"]), "category") == [(["planning", "money"],), (["planning", "quality"],)]


def test_a_word_is_met_by_a_numbered_choice(cast: Cast, importer: By) -> None:
    bob = importer(cast.bob)
    report = bob.check("Risk;Likelihood;Severity\nWet;high;2\nLate;Sehr gering;4 Hoch\n", node_id=cast.project.pk, kind="raid")
    assert report["rows"]["all"]["doubtful"] == 0
    rows = bob.rows(bob.bring(report)["sheet_id"])
    assert cells(rows, "probability", "impact") == [("4", "2"), ("1", "4")]
