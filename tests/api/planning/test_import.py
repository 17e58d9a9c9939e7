"""A plan file comes in: a dry run with a report, then the import of what was checked."""

from __future__ import annotations

from tests.api.planning.conftest import BRIDGE, PlanPage, bring_in, check, upload
from tests.cast import NOW, Cast
from typer.testing import CliRunner

from milepost.apps.org.models import Node
from milepost.apps.sheets.actions.create_sheet import create_sheet
from milepost.doors.cli.plan import app


def test_a_dry_run_says_what_will_come_in_and_writes_no_plan(as_, cast: Cast) -> None:
    bob = as_(cast.bob)
    answer = check(bob, upload(bob))
    assert answer.status_code == 200
    report = answer.json()
    assert (report["name"], report["tasks"], report["links"], report["resources"]) == ("The bridge", 5, 3, 1)
    assert (report["start"], report["has_baseline"], report["status_date"]) == ("2026-02-02T08:00", True, "2026-02-27T17:00")
    assert report["file_finish"] == "2026-02-20T17:00"
    assert bob.get(f"/api/v1/nodes?parent={cast.programme.pk}").json()["items"][-1]["name"] == "The project"


def test_the_imported_plan_has_its_rows_links_dates_baseline_and_progress(as_, cast: Cast) -> None:
    bob = as_(cast.bob)
    made = bring_in(bob, cast).json()
    rows = PlanPage(bob, made["project_id"], made["sheet_id"]).rows()
    assert list(rows) == ["Foundations", "Dig", "Pour", "Deck", "Open"]
    assert [rows[name]["wbs"] for name in rows] == ["1", "1.1", "1.2", "2", "3"]
    assert rows["Pour"]["predecessors"] == [{"row": rows["Dig"]["id"], "kind": "FS", "lag": 0, "lag_unit": "work"}]
    assert rows["Dig"]["actual_finish"] == "2026-02-06T17:00"
    assert rows["Deck"]["baseline_finish"] == "2026-02-20T17:00"
    assert (rows["Foundations"]["summary"], rows["Foundations"]["percent_complete"]) == (True, 50)
    assert rows["Dig"]["planned_percent"] == 100


def test_what_was_not_checked_is_not_imported(as_, cast: Cast) -> None:
    bob = as_(cast.bob)
    first, second = upload(bob), upload(bob, BRIDGE + b"\n")
    report = check(bob, first).json()
    wrong = {"upload_id": second, "report_id": report["report_id"], "parent_id": cast.programme.pk, "name": "X"}
    answer = bob.post("/api/v1/imports/plans", wrong, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (409, "import.check_first")


def test_a_file_that_is_no_plan_says_so(as_, cast: Cast) -> None:
    bob = as_(cast.bob)
    answer = check(bob, upload(bob, b"<html>no plan</html>"))
    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"


def test_vera_may_not_import_and_charlie_finds_no_place_to_import_to(as_, cast: Cast) -> None:
    before = Node.objects.unscoped(reason="a test counts all").count()
    assert bring_in(as_(cast.vera), cast).status_code == 403
    assert bring_in(as_(cast.charlie), cast).status_code == 404
    assert Node.objects.unscoped(reason="a test counts all").count() == before


def test_a_project_without_a_plan_gets_the_plan_of_a_file_and_a_second_one_is_refused(as_, cast: Cast) -> None:
    bob = as_(cast.bob)
    into = {"project_id": cast.project.pk, "parent_id": None, "name": None}
    assert bring_in(as_(cast.vera), cast, **into).status_code == 403
    assert bring_in(bob, cast, **into | {"name": "Both"}).json()["code"] == "invalid"
    made = bring_in(bob, cast, **into).json()
    assert made["project_id"] == cast.project.pk
    assert list(PlanPage(bob, made["project_id"], made["sheet_id"]).rows()) == ["Foundations", "Dig", "Pour", "Deck", "Open"]
    project = bob.get(f"/api/v1/projects/{cast.project.pk}").json()
    assert (project["name"], project["sheet_id"], project["tasks"]) == (cast.project.name, made["sheet_id"], 4)
    again = bring_in(bob, cast, **into)
    assert (again.status_code, again.json()["code"]) == (409, "plan.there")
    bob.delete(f"/api/v1/sheets/{made['sheet_id']}")
    assert bring_in(bob, cast, **into).status_code == 201


def test_a_plan_comes_in_from_the_command_line(as_, cast: Cast, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("milepost.doors.cli.plan_import.prepare", lambda: None)
    file = tmp_path / "bridge.xml"
    file.write_bytes(BRIDGE)
    words = ["import", str(file), "--as", cast.bob.email, "--project", str(cast.project.pk)]
    first, second = CliRunner().invoke(app, words), CliRunner().invoke(app, words)
    assert (first.exit_code, second.exit_code) == (0, 2), first.output
    assert "5 tasks" in first.output
    assert "has a plan already" in second.output
    assert as_(cast.bob).get(f"/api/v1/projects/{cast.project.pk}").json()["sheet_id"] is not None


def test_a_status_date_and_a_baseline_now_can_be_asked_for(as_, cast: Cast) -> None:
    bob = as_(cast.bob)
    bare = BRIDGE.replace(b"<Baseline>", b"<Nothing>").replace(b"</Baseline>", b"</Nothing>")
    made = bring_in(bob, cast, bare, status_date="2026-02-13T17:00", baseline_now=True).json()
    page = PlanPage(bob, made["project_id"], made["sheet_id"])
    assert page.sheet()["settings"]["status_date"] == "2026-02-13T17:00"
    deck = page.rows()["Deck"]
    assert (deck["baseline_finish"], deck["slip"]) == (deck["finish"], 0)


def test_a_file_whose_tasks_wait_for_each_other_in_a_circle_is_told_which(as_, cast: Cast) -> None:
    bob = as_(cast.bob)
    link = b"<PredecessorLink><PredecessorUID>4</PredecessorUID><Type>1</Type></PredecessorLink>"
    answer = check(bob, upload(bob, BRIDGE.replace(b"<PercentComplete>100</PercentComplete>", link)))
    assert (answer.status_code, answer.json()["code"]) == (422, "schedule.loop")
    assert all(name in answer.json()["detail"] for name in ("Dig", "Pour", "Deck"))


def test_a_link_between_a_summary_and_its_own_row_is_left_out_and_said(as_, cast: Cast) -> None:
    bob = as_(cast.bob)
    link = b"<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type></PredecessorLink>"
    made = bring_in(bob, cast, BRIDGE.replace(b"<PercentComplete>100</PercentComplete>", link))
    assert made.status_code == 201
    assert "link_in_family" in [change["code"] for change in made.json()["report"]["changed"]]


def test_another_sheet_than_a_plan_takes_no_baseline(as_, cast: Cast) -> None:
    list_id = create_sheet(actor_id=cast.bob.pk, node_id=cast.project.pk, kind="blank", name="A list", at=NOW).sheet_id
    answer = PlanPage(as_(cast.bob), cast.project.pk, list_id).post("baseline")
    assert (answer.status_code, answer.json()["code"]) == (422, "sheet.not_a_plan")
