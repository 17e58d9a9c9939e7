"""A list of projects becomes projects of the tree, with their profiles, and reports on them become their history."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.api.lists.conftest import Answer, Importer, findings, messy_workbook
from tests.cast import NOW, Cast

from milepost.apps.org.actions.grant_role import grant_role
from milepost.apps.org.models import Node, Person
from milepost.apps.sheets.lists import into_projects
from milepost.apps.sheets.lists.import_list import go_on
from milepost.apps.sheets.models import CellHistory, Change, Row, Sheet
from milepost.doors.clock import real_now

By = Callable[[Person], Importer]
DATA = Path(os.environ.get("MILEPOST_DATA", Path(__file__).parents[4] / "shared" / "data")) / "portfolio" / "nyc_capital_projects.csv"
LIST = """PID;Project;Department;Project manager;Status;Forecast finish;Budget
P-1;Bridge;Roads;Bob;green;31.12.2026;1.000.000,00 €
P-2;Tunnel;Roads;Alice;amber;30.06.2027;2.500.000,00 €
P-3;School;Buildings;Bob;red;01.09.2026;750.000,50 €
"""
REPORTS = """Report date,PID,Project,Managing Agency,Forecast Completion,Budget Forecast
01/31/2026,7,Bridge,DOT,12/31/2026,1000000
02/28/2026,7,Bridge,DOT,03/31/2027,1200000
02/28/2026,8,Tunnel,DOT,06/30/2027,2500000
01/31/2026,8,Tunnel,DOT,06/30/2027,2400000
"""


def projects(name: str | None = None) -> list[Node]:
    found = (
        Node.objects.unscoped(reason="what came in").filter(kind="project", deleted_root=None).exclude(name="The project").order_by("name")
    )
    return list(found.filter(name=name) if name else found)


def profile(node: Node) -> Answer:
    cells: Answer = Row.objects.get(sheet__node=node, sheet__kind="project").cells
    return cells


def test_projects_are_made_in_their_units_with_their_profiles(cast: Cast, importer: By) -> None:
    alice = importer(cast.alice)
    report = alice.check(LIST, node_id=cast.portfolio.pk, kind="project")
    told = {column["source"]: column["to"] for column in report["columns"]}
    assert told == {
        "PID": "code", "Project": "name", "Department": "@unit", "Project manager": "manager", "Status": "stated_status",
        "Forecast finish": "finish", "Budget": "budget",
    }  # fmt: skip
    assert report["makes"]["nodes"] == [{"kind": "unit", "name": "Roads"}, {"kind": "unit", "name": "Buildings"}]
    assert projects() == []
    done = alice.bring(report)
    assert (done["state"], done["counts"]["new"], done["can_undo"]) == ("done", 3, True)
    bridge = projects("Bridge")[0]
    assert (bridge.parent.name, bridge.parent.parent_id, bridge.code, bridge.manager_id) == ("Roads", cast.portfolio.pk, "P-1", cast.bob.pk)
    assert (bridge.stated_status, profile(bridge)["finish"], profile(bridge)["budget"]) == ("G", "2026-12-31", 1_000_000)
    assert profile(projects("School")[0])["budget"] == 750_000.5


def test_the_same_list_again_makes_no_doubles_and_a_changed_one_changes_the_changed_cells(cast: Cast, importer: By) -> None:
    alice = importer(cast.alice)
    alice.bring(alice.check(LIST, node_id=cast.portfolio.pk, kind="project"))
    before = Change.objects.count()
    again = alice.bring(alice.check(LIST, node_id=cast.portfolio.pk, kind="project"))
    assert ({name: again["counts"][name] for name in ("new", "changed", "same")}, Change.objects.count()) == (
        {"new": 0, "changed": 0, "same": 3},
        before,
    )
    alice.bring(alice.check(LIST.replace("30.06.2027", "31.07.2027"), node_id=cast.portfolio.pk, kind="project"))
    assert len(projects()) == 3
    edit = Change.objects.order_by("-at", "-seq").filter(sheet__node=projects("Tunnel")[0]).first()
    assert edit is not None
    assert [list(op["cells"]) for op in edit.ops] == [["finish"]]


def test_one_undo_takes_projects_back_with_their_places_and_what_they_changed(as_, cast: Cast, importer: By) -> None:
    alice, here = importer(cast.alice), {"node_id": cast.portfolio.pk, "kind": "project"}
    first = alice.bring(alice.check(LIST, **here))
    more = LIST.replace("30.06.2027", "31.07.2027").replace("01.09.2026", "01.10.2026") + "P-4;Road;Streets;Bob;green;31.12.2026;5\n"
    second = alice.bring(alice.check(more + "P-5;Lane;Paths;Bob;green;31.12.2026;5\n", **here))
    school, paths = projects("School")[0], Node.objects.unscoped(reason="a test").get(name="Paths")
    sheet = Sheet.objects.get(node=school, kind="project").pk
    edit = {"ops": [{"op": "set", "row": school.pk, "cells": {"finish": "2026-11-01"}}]}
    assert as_(cast.alice).patch(f"/api/v1/sheets/{sheet}", edit, content_type="application/json").status_code == 200
    alice.post("nodes", {"parent_id": paths.pk, "kind": "project", "name": "Somebody else's"}, 201)
    importer(cast.bob).post(f"lists/{second['id']}/undo", {}, 404)
    undone = alice.post(f"lists/{second['id']}/undo", {})
    assert [(one["name"], one["code"], [titles["de"] for titles in one["columns"]]) for one in undone["kept"]] == [
        ("Paths", "holds_more", []),
        ("School", "changed_since", ["Voraussichtliches Ende"]),
    ]
    assert {one.name for one in projects()} == {"Bridge", "Tunnel", "School", "Somebody else's"}
    assert (profile(projects("Tunnel")[0])["finish"], profile(school)["finish"]) == ("2027-06-30", "2026-11-01")
    assert not Node.objects.unscoped(reason="a test").filter(name="Streets", deleted_root=None).exists()
    alice.post(f"lists/{second['id']}/undo", {}, 409)
    assert alice.post(f"lists/{first['id']}/undo", {})["kept"] == []
    assert {one.name for one in projects()} == {"Somebody else's"}


def test_two_calls_at_once_bring_a_list_in_once(cast: Cast, importer: By, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(into_projects, "PART", 1)
    alice = importer(cast.alice)
    report = alice.check(LIST, node_id=cast.portfolio.pk, kind="project")
    begun = alice.post("lists", {"upload_id": report["upload_id"], "report_id": report["report_id"], "what": "all"}, 201)
    first, second = (go_on(actor_id=cast.alice.pk, import_id=begun["id"], at=NOW, real_at=real_now()) for _ in range(2))
    next(first), next(second), next(first)
    assert [(one.state, one.done) for one in second] == [("running", 1)]
    assert [(one.state, one.done) for one in first][-1] == ("done", 3)
    assert [one.name for one in projects()] == ["Bridge", "School", "Tunnel"]


def test_what_stays_at_an_undo_is_not_named_to_whom_it_is_not_shared_with_any_more(cast: Cast, importer: By) -> None:
    grant_role(actor_id=cast.alice.pk, person_id=cast.mona.pk, node_id=cast.portfolio.pk, role="owner", at=NOW)
    mona, alice = importer(cast.mona), importer(cast.alice)
    done = mona.bring(mona.check(LIST, node_id=cast.portfolio.pk, kind="project"))
    away = {"name": "Takeover", "parent_id": cast.unit.pk}
    moved = alice.browser.patch(f"/api/v1/nodes/{projects('Bridge')[0].pk}", away, content_type="application/json")
    assert moved.status_code == 200, moved.content
    assert mona.post(f"lists/{done['id']}/undo", {})["kept"] == []
    assert [one.name for one in projects()] == ["Takeover"]


def test_reports_become_the_history_of_their_project_and_the_newest_is_the_present(cast: Cast, importer: By) -> None:
    alice = importer(cast.alice)
    report = alice.check(REPORTS, node_id=cast.portfolio.pk, kind="project")
    assert (report["reports"], report["key"], report["rows"]["all"]["total"], report["rows"]["all"]["reports"]) == (0, 1, 2, 4)
    alice.bring(report)
    bridge, tunnel = projects()
    assert (profile(bridge)["finish"], profile(bridge)["cost_forecast"], profile(tunnel)["cost_forecast"]) == (
        "2027-03-31",
        1_200_000,
        2_500_000,
    )
    assert (profile(bridge)["baseline_finish"], profile(bridge)["slip"]) == ("2026-12-31", 90)
    moments = CellHistory.objects.filter(sheet__node=bridge, key="finish").order_by("seq").values_list("at", "new")
    assert [(f"{at:%Y-%m-%d}", new) for at, new in moments] == [("2026-01-31", "2026-12-31"), ("2026-02-28", "2027-03-31")]
    as_of = Change.objects.filter(sheet__node=bridge).order_by("seq").values_list("as_of", flat=True)
    assert [f"{moment:%Y-%m-%d}" for moment in as_of if moment] == ["2026-01-31", "2026-01-31", "2026-02-28"]
    found = alice.browser.get("/api/v1/search?q=7&what=row").json()["items"]
    assert [one["title"] for one in found] == ["Bridge"]


def test_a_later_report_goes_on_and_an_old_one_changes_nothing(cast: Cast, importer: By) -> None:
    alice = importer(cast.alice)
    alice.bring(alice.check(REPORTS, node_id=cast.portfolio.pk, kind="project"))
    more = REPORTS + "03/31/2026,7,Bridge,DOT,04/30/2027,1250000\n"
    done = alice.bring(alice.check(more, node_id=cast.portfolio.pk, kind="project"))
    assert ({name: done["counts"][name] for name in ("new", "changed", "same", "reports")}) == {
        "new": 0,
        "changed": 1,
        "same": 1,
        "reports": 1,
    }
    assert profile(projects("Bridge")[0])["finish"] == "2027-04-30"


def test_a_column_of_the_offices_own_stands_in_every_profile(cast: Cast, importer: By) -> None:
    alice = importer(cast.alice)
    text = "PID;Project;Borough\n" + "".join(f"{n};Project {n};Queens\n" for n in range(3))
    report = alice.check(text, node_id=cast.portfolio.pk, kind="project")
    assert [one["title"] for one in report["makes"]["columns"]] == ["Borough"]
    alice.bring(report)
    assert "Queens" in profile(projects("Project 1")[0]).values()
    again = alice.check(text, node_id=cast.portfolio.pk, kind="project")
    assert (again["makes"]["columns"], again["rows"]["all"]["same"]) == ([], 3)


def test_units_that_do_not_exist_are_made_or_their_rows_stay_out(cast: Cast, importer: By) -> None:
    alice = importer(cast.alice)
    report = alice.check(LIST, node_id=cast.portfolio.pk, kind="project", options={"make": {"nodes": False}})
    assert findings(report, "place_missing") == [(2, None), (3, None), (4, None)]
    assert report["rows"]["all"]["skipped"] == 3
    alice.post("lists", {"upload_id": report["upload_id"], "report_id": report["report_id"]}, 422)
    assert projects() == []


def test_who_may_create_but_not_state_a_status_brings_the_rest_in(cast: Cast, importer: By) -> None:
    bob = importer(cast.bob)
    report = bob.check(LIST, node_id=cast.programme.pk, kind="project")
    assert findings(report, "status_not_allowed") == [(None, None)]
    bob.bring(report)
    assert (projects("Bridge")[0].stated_status, profile(projects("Bridge")[0])["budget"]) == (None, 1_000_000)
    importer(cast.vera).check(LIST, 403, node_id=cast.programme.pk, kind="project")
    importer(cast.charlie).check(LIST, 404, node_id=cast.programme.pk, kind="project")


def test_a_project_that_one_only_sees_is_not_changed(cast: Cast, importer: By) -> None:
    importer(cast.alice).bring(importer(cast.alice).check(LIST, node_id=cast.portfolio.pk, kind="project"))
    roads = projects("Bridge")[0].parent
    grant_role(actor_id=cast.alice.pk, person_id=cast.mona.pk, node_id=cast.portfolio.pk, role="viewer", at=NOW)
    grant_role(actor_id=cast.alice.pk, person_id=cast.mona.pk, node_id=roads.pk, role="editor", at=NOW)
    importer(cast.mona).check(LIST, 403, node_id=cast.portfolio.pk, kind="project")
    report = importer(cast.mona).check(LIST.replace("31.12.2026", "01.01.2027"), node_id=roads.pk, kind="project")
    assert report["rows"]["all"]["changed"] == 1


def test_people_are_made_only_by_who_may(cast: Cast, importer: By) -> None:
    text = "PID;Project;Project manager\n1;Bridge;Nina Novak\n2;Tunnel;nina@example.org\n3;School;Bob\n"
    wish: dict[str, Any] = {"kind": "project", "options": {"make": {"people": True, "people_at": "example.org"}}}
    report = importer(cast.bob).check(text, node_id=cast.programme.pk, **wish)
    assert report["makes"]["people"] == []
    assert findings(report, "people_unknown") == [(None, "Project manager")]
    alice = importer(cast.alice)
    report = alice.check(text, node_id=cast.programme.pk, **wish)
    assert {one["email"] for one in report["makes"]["people"]} == {"nina.novak@example.org", "nina@example.org"}
    assert not Person.objects.filter(email="nina.novak@example.org").exists()
    alice.bring(report)
    nina = Person.objects.get(email="nina.novak@example.org")
    assert (nina.name, projects("Bridge")[0].manager_id) == ("Nina Novak", nina.pk)


def test_who_left_is_neither_made_nor_named(cast: Cast, importer: By) -> None:
    alice = importer(cast.alice)
    alice.post(f"people/{cast.charlie.pk}/leave", {})
    text = "PID;Project;Project manager\n1;Bridge;charlie@example.org\n2;Tunnel;Nina Novak\n3;School;nina.novak@example.org\n"
    options = {"make": {"people": True, "people_at": "example.org"}}
    report = alice.check(text, node_id=cast.programme.pk, kind="project", options=options)
    assert {one["email"] for one in report["makes"]["people"]} == {"nina.novak@example.org"}
    assert (findings(report, "does_not_fit"), findings(report, "people_unknown")) == ([(2, "Project manager")], [(None, "Project manager")])
    alice.bring(report)
    nina = Person.objects.get(email="nina.novak@example.org").pk
    assert [profile(projects(name)[0])["manager"] for name in ("Bridge", "Tunnel", "School")] == [
        {"raw": "charlie@example.org", "problem": "charlie@example.org is nobody here."},
        nina,
        nina,
    ]


def test_our_47_projects_as_the_office_has_them(cast: Cast, importer: By) -> None:
    alice = importer(cast.alice)
    report = alice.check(messy_workbook(), node_id=cast.portfolio.pk, kind="project")
    assert (report["header"], report["form"], report["rows"]["all"]["total"]) == (3, "xlsx", 47)
    told = {column["source"]: (column["to"], column["type"]) for column in report["columns"]}
    assert (told["Start"], told["End"], told["Budget"]) == (("start", "date"), ("finish", "date"), ("budget", "money"))
    assert told["Department"] == ("@unit", "choice")
    assert (findings(report, "double"), len(findings(report, "failed_formula"))) == ([(51, None)], 2)
    assert findings(report, "empty_columns") == [(None, None)]
    assert findings(report, "total") == [(52, None)]
    assert [one["data"]["value"] for one in report["findings"] if one["code"] == "people_unknown"] == ["Nobody Known"]
    done = alice.bring(report)
    assert done["counts"]["new"] == 47
    first = projects("Project 1")[0]
    assert (first.parent.name, first.stated_status, profile(first)["start"], profile(first)["budget"]) == (
        "Department 1",
        "G",
        "2026-01-14",
        10_000,
    )


def test_a_killed_import_goes_on_without_doubles(cast: Cast, importer: By, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("milepost.apps.sheets.lists.into_projects.PART", 10)
    alice = importer(cast.alice)
    text = "PID;Project\n" + "".join(f"{n};Project {n}\n" for n in range(25))
    report = alice.check(text, node_id=cast.portfolio.pk, kind="project")
    begun = alice.post("lists", {"upload_id": report["upload_id"], "report_id": report["report_id"]}, 201)
    calls = []

    def dies(*args: Any, **more: Any) -> Any:
        calls.append(1)
        if len(calls) == 15:
            raise MemoryError
        return Node.objects.unscoped(reason="made as ever") and made(*args, **more)

    made = __import__("milepost.apps.sheets.lists.into_projects", fromlist=["create_node"]).create_node
    monkeypatch.setattr("milepost.apps.sheets.lists.into_projects.create_node", dies)
    alice.post(f"lists/{begun['id']}/go", {}, 500)
    assert len(projects()) == 10
    monkeypatch.setattr("milepost.apps.sheets.lists.into_projects.create_node", made)
    done = alice.post(f"lists/{begun['id']}/go", {})
    while done["state"] == "running":
        done = alice.post(f"lists/{begun['id']}/go", {})
    assert (done["state"], done["counts"]["new"], len(projects()), Sheet.objects.filter(kind="project").count()) == ("done", 25, 25, 26)


@pytest.mark.skipif(not DATA.is_file(), reason=f"needs the shared list of New York's projects: none in {DATA} (set MILEPOST_DATA)")
def test_new_yorks_capital_projects_are_understood(cast: Cast, importer: By) -> None:
    report = importer(cast.alice).check(DATA.read_bytes(), node_id=cast.portfolio.pk, kind="project")
    told = {column["source"]: column["to"] for column in report["columns"]}
    # The list calls a phase of eleven projects "IT", which is none; their reports say so.
    assert (report["rows"]["all"]["new"], report["rows"]["all"]["reports"], report["rows"]["all"]["doubtful"]) == (378, 2259, 11)
    assert (told["PID"], told["Project Name"], told["Managing Agency"], told["Client Agency"]) == ("code", "name", "@unit", "client")
    assert (told["Category"], told["Current Phase"]) == ("category", "phase")
    assert (told["Date Reported As Of"], told["Forecast Completion"], told["Budget Forecast"]) == ("@as_of", "finish", "cost_forecast")
