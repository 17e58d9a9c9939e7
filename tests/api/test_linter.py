"""The linter: each rule with a project that keeps it and one that does not, and what people see of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.api.method_stage import adopt, all_done, background, found, found_office, kept, post
from tests.api.profile.conftest import profile
from tests.cast import NOW, Cast
from typer.testing import CliRunner

from milepost.apps.method.actions import run_lint
from milepost.apps.method.actions.lint import look_at
from milepost.apps.method.facts import DocumentFact, Entry, Facts, PlanFact, RegisterFact
from milepost.apps.method.models import Adoption, Finding, Lease, LintRun
from milepost.apps.method.rules.registry import KNOWN, RULES, held_against
from milepost.apps.method.rules.words import Demand
from milepost.apps.org.actions.create_node import create_node
from milepost.apps.org.models import Node
from milepost.apps.sheets.actions.create_sheet import create_sheet
from milepost.apps.sheets.models import Sheet
from milepost.doors.cli.method import app
from milepost.doors.clock import real_now
from milepost.engines.method import RULES as SHAPES
from milepost.engines.sheet import NewRow

__all__ = ["profile"]  # the fixture

TODAY = date(2026, 3, 2)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


GOOD = Facts(
    node_id=1,
    name="The bridge",
    today=TODAY,
    made_on=ago(200),
    manager_id=11,
    sponsor_id=12,
    stated_on=ago(3),
    profile={"phase": "execution", "budget": 1000, "finish": "2026-06-01", "baseline_finish": "2026-05-01", "client": "The city"},
    registers={"raid": RegisterFact(5, 2, 1, ago(4))},
    entries={
        "raid": [Entry(5, 51, "Flood", "risk", owner=11, response="reduce", score=20, due=ago(-5))],
        "milestones": [Entry(6, 61, "Opened", owner=11)],
    },
    plan=PlanFact(7, 40, date(2026, 6, 1), baselined=True),
    documents={"charter": DocumentFact("final", ago(90)), "weekly": DocumentFact("final", ago(6))},
    check_in_due=ago(-7),
    more={"gates": {"phase": "deliver", "missing": []}},
)
FLOOD, LATE = (5, 51, "Flood"), (7, 71, "Dig")


def raid(**changes: Any) -> Facts:
    """The good project, but its one risk says something else."""
    return replace(GOOD, entries={**GOOD.entries, "raid": [replace(GOOD.entries["raid"][0], **changes)]})


def planned(**changes: Any) -> Facts:
    """The good project, but for its plan."""
    return replace(GOOD, plan=replace(GOOD.plan, **changes))


def told(**profile: Any) -> Facts:
    """The good project, but for what it says of itself."""
    return replace(GOOD, profile={**GOOD.profile, **profile})


BAD: list[tuple[str, dict[str, Any], Facts, dict[str, Any], str | None]] = [
    # rule, what is asked, a project that does not keep it, a part of what is said, what the fix does
    ("missing_artefact", {"as": "register", "kind": "raid"}, replace(GOOD, registers={}), {"kind": "raid"}, "create_register"),
    ("missing_artefact", {"as": "plan"}, replace(GOOD, plan=None), {"as": "plan"}, "make_plan"),
    ("missing_artefact", {"as": "document", "key": "charter"}, replace(GOOD, documents={}), {"as": "document"}, "create_document"),
    (
        "missing_artefact",
        {"as": "report", "every": "week", "key": "weekly"},
        replace(GOOD, documents={"weekly": DocumentFact("final", ago(9))}, stated_on=ago(20)),
        {"last": str(ago(9)), "every": "week"},
        "open",
    ),
    ("stale_log", {"kind": "raid", "days": 14}, replace(GOOD, registers={"raid": RegisterFact(5, 2, 1, ago(15))}), {"allowed": 14}, "open"),
    ("phase_without_gate", {}, replace(GOOD, more={"gates": {"phase": "deliver", "missing": ["g2"]}}), {"gates": ["g2"]}, "open"),
    ("no_plan", {}, replace(GOOD, plan=None), {"empty": False}, "make_plan"),
    ("no_baseline", {}, planned(baselined=False), {"plan": True}, "set_baseline"),
    ("plan_not_sound", {}, planned(looks={"dangling": [LATE]}), {"looks": {"dangling": 1}, "count": 1}, "open"),
    ("milestone_without_owner", {}, planned(looks={"milestone_without_owner": [LATE]}), {"count": 1}, "open"),
    ("finish_passed", {}, planned(finish=ago(1)), {"finish": str(ago(1))}, "open"),
    ("risk_without_owner", {}, raid(owner=None), {"rows": [{"sheet": 5, "row": 51, "name": "Flood", "plan": False}]}, "open"),
    ("risk_without_response", {"score": 15}, raid(response=""), {"score": 15.0, "count": 1}, "open"),
    ("overdue_rows", {"kind": "raid"}, raid(due=ago(1)), {"count": 1}, "open"),
    ("no_manager", {}, replace(GOOD, manager_id=None), {}, "open"),
    ("no_sponsor", {}, replace(GOOD, sponsor_id=None), {}, "open"),
    ("no_budget", {}, told(budget=None), {}, "open"),
    ("status_not_stated", {"days": 14}, replace(GOOD, stated_on=ago(15)), {"since": str(ago(15))}, "open"),
    ("check_in_overdue", {}, replace(GOOD, check_in_due=ago(1)), {"due": str(ago(1))}, "open"),
    ("missing_fields", {"fields": ["client", "budget"]}, told(client=""), {"fields": ["client"]}, "open"),
]


def ask(rule: str, given: dict[str, Any]) -> Demand:
    key = given.get("key", "asked")
    return Demand(key, rule, "warning", {name: value for name, value in given.items() if name != "key"}, "asked")


@pytest.mark.parametrize(("rule", "given", "bad", "said", "does"), BAD)
def test_a_rule_passes_the_good_project_and_finds_the_bad_one(rule, given, bad: Facts, said: dict[str, Any], does: str | None) -> None:
    demand = ask(rule, given)
    assert held_against(GOOD, [demand]) == []
    (one,) = held_against(bad, [demand])
    assert said.items() <= dict(one.found.data).items()
    assert (one.found.fix or {}).get("does") == does


def test_each_rule_that_a_pack_may_name_has_a_good_and_a_bad_project_here() -> None:
    assert {rule for rule, *_ in BAD} == RULES.keys() == SHAPES.keys()
    assert {key: frozenset(shape.takes) for key, shape in SHAPES.items()} == KNOWN


@pytest.mark.parametrize(
    ("rule", "given", "facts"),
    [
        ("stale_log", {"kind": "raid"}, replace(GOOD, registers={"raid": RegisterFact(5, 2, 0, ago(99))})),  # all of it is over
        ("stale_log", {"kind": "raid"}, replace(GOOD, registers={})),  # that it is missing is said by another rule
        (
            "missing_artefact",
            {"as": "report", "every": "week", "key": "x"},
            replace(GOOD, stated_on=None, made_on=ago(3)),
        ),  # too young to owe one
        ("missing_artefact", {"as": "report", "every": "week", "key": "x"}, replace(GOOD, documents={})),  # the status was stated
        ("status_not_stated", {}, replace(GOOD, stated_on=None, made_on=ago(3))),
        ("no_baseline", {}, planned(baselined=False, tasks=0)),  # nothing to agree on yet
        ("plan_not_sound", {"looks": ["dangling"], "most": 2}, planned(looks={"dangling": [LATE, LATE]})),
        ("plan_not_sound", {"looks": ["negative_float"]}, planned(looks={"dangling": [LATE]})),
        ("risk_without_response", {"score": 25}, raid(response="")),
        ("phase_without_gate", {}, replace(GOOD, more={})),  # nobody records gates
        ("check_in_overdue", {}, replace(GOOD, check_in_due=None)),
    ],
)
def test_what_looks_bad_but_is_not(rule: str, given: dict[str, Any], facts: Facts) -> None:
    assert held_against(facts, [ask(rule, given)]) == []


# --- what people see of it


@pytest.fixture
def stage(cast: Cast) -> Cast:
    """The small method holds at the programme; the project has no register, no plan and no manager."""
    adopt(cast)
    return cast


def test_a_project_is_held_against_the_method_that_holds_there(as_, stage: Cast) -> None:
    ana = kept(as_(stage.bob), stage.project)
    assert (ana["checked"], ana["keeping"], ana["open"]) == (1, 0, {"error": 1, "warning": 2, "advice": 1})
    first, *_ = found(as_(stage.bob), stage.project)
    assert (first["rule"], first["severity"], first["asks"]["title"]["de"]) == ("no_plan", "error", "Es gibt einen Plan.")
    agreed = next(one for one in found(as_(stage.bob), stage.project) if one["rule"] == "no_baseline")
    assert (agreed["asks"]["procedure"], agreed["asks"]["why"]["en"]) == ("how", "Else nothing slips.")
    assert agreed["first_seen"] == "2026-03-02T08:00:00Z"


def test_what_is_missing_is_made_at_a_click_by_ones_own_rights(as_, stage: Cast) -> None:
    kept(as_(stage.bob), stage.project)
    by_rule = {one["rule"]: one for one in found(as_(stage.bob), stage.project)}
    assert not any(one["may_fix"] for one in found(as_(stage.vera), stage.project))
    post(as_(stage.vera), f"findings/{by_rule['missing_artefact']['id']}/fix", expect=403)
    post(as_(stage.charlie), f"findings/{by_rule['missing_artefact']['id']}/fix", expect=404)
    made = post(as_(stage.bob), f"findings/{by_rule['missing_artefact']['id']}/fix")
    assert Sheet.objects.get(id=made["sheet_id"]).kind == "raid"
    plan = post(as_(stage.bob), f"findings/{by_rule['no_plan']['id']}/fix")["sheet_id"]
    post(as_(stage.bob), f"sheets/{plan}/undo", expect=409)  # an empty plan is a thing of its own, not an edit
    assert {one["rule"] for one in found(as_(stage.bob), stage.project)} == {"no_plan", "no_manager"}  # a plan without tasks is none
    post(as_(stage.bob), f"findings/{by_rule['missing_artefact']['id']}/fix", expect=404)
    opened = next(one for one in found(as_(stage.bob), stage.project) if one["rule"] == "no_manager")
    post(as_(stage.bob), f"findings/{opened['id']}/fix", expect=409)


def test_an_edit_takes_a_finding_away_and_brings_it_back(as_, stage: Cast) -> None:
    browser = as_(stage.bob)
    kept(browser, stage.project)
    plan = create_sheet(actor_id=stage.bob.pk, node_id=stage.project.pk, kind="plan", name="Plan", at=NOW, rows=[NewRow(1, None, {})])
    kept(browser, stage.project)
    agree = next(one for one in found(browser, stage.project) if one["rule"] == "no_baseline")
    assert agree["fix"] | {"kind": None} == agree["fix"]
    post(browser, f"findings/{agree['id']}/fix")
    assert "no_baseline" not in {one["rule"] for one in found(browser, stage.project)}
    post(browser, f"sheets/{plan.sheet_id}/undo")
    kept(browser, stage.project)
    again = next(one for one in found(browser, stage.project) if one["rule"] == "no_baseline")
    assert again["id"] != agree["id"]
    assert Finding.objects.get(id=agree["id"]).gone_at == NOW


def test_an_office_that_supports_gives_advice_only(as_, stage: Cast) -> None:
    found_office(stage, "supportive")
    answer = kept(as_(stage.bob), stage.project)
    assert (answer["keeping"], answer["open"]) == (1, {"advice": 4})


def test_nothing_is_asked_of_a_project_on_hold(as_, stage: Cast, profile) -> None:
    profile(stage.bob).set(stage.project.pk, phase="on_hold")
    answer = kept(as_(stage.bob), stage.project)
    assert (answer["checked"], answer["unchecked"], answer["open"]) == (0, 1, {})


def test_counts_tell_nothing_of_projects_that_are_not_theirs(as_, stage: Cast) -> None:
    elsewhere = create_node(actor_id=stage.alice.pk, parent_id=stage.portfolio.pk, kind="project", name="Secret", at=NOW)
    Adoption.objects.update(node=stage.portfolio)
    post(as_(stage.alice), f"nodes/{stage.portfolio.pk}/lint", expect=202)
    all_done(background())
    assert kept(as_(stage.alice), stage.portfolio)["checked"] == 2
    for person in (stage.bob, stage.gus):
        seen = kept(as_(person), stage.portfolio)
        assert (seen["checked"], seen["open"]["error"], len(seen["projects"])) == (1, 1, 1)
        assert {one["node_id"] for one in found(as_(person), stage.portfolio, state="all")} == {stage.project.pk}
        kept(as_(person), elsewhere, expect=404)
        found(as_(person), elsewhere, expect=404)
    post(as_(stage.vera), f"nodes/{stage.programme.pk}/lint", expect=403)
    post(as_(stage.bob), f"nodes/{stage.portfolio.pk}/lint", expect=404)
    run = LintRun.objects.get(day=None)
    assert as_(stage.charlie).get(f"/api/v1/lint-runs/{run.pk}").status_code == 404


def test_findings_are_filtered_and_paged(as_, stage: Cast) -> None:
    browser = as_(stage.bob)
    kept(browser, stage.project)
    assert [one["rule"] for one in found(browser, stage.programme, severity="warning")] == ["missing_artefact", "no_baseline"]
    assert [one["rule"] for one in found(browser, stage.programme, rule="no_plan")] == ["no_plan"]
    page = browser.get(f"/api/v1/nodes/{stage.programme.pk}/findings", {"limit": 3}).json()
    assert (len(page["items"]), page["next_offset"]) == (3, 3)


# --- in the background


def test_a_run_goes_on_where_it_was_when_its_process_dies(as_, stage: Cast, settings, monkeypatch) -> None:
    for number in range(4):
        create_node(actor_id=stage.alice.pk, parent_id=stage.programme.pk, kind="project", name=f"Project {number}", at=NOW)
    monkeypatch.setattr(run_lint, "AT_ONCE", 2)
    run_id = post(as_(stage.bob), f"nodes/{stage.programme.pk}/lint", expect=202)["id"]
    killed = background()
    assert killed.work()
    half = as_(stage.bob).get(f"/api/v1/lint-runs/{run_id}").json()
    assert (half["state"], half["done"], half["total"]) == ("running", 2, 5)
    other = background()
    assert not other.work()  # the dead one still has the lease
    Lease.objects.update(until=real_now() - timedelta(seconds=1))
    assert other.work()
    assert not killed.work()
    all_done(other)
    done = as_(stage.bob).get(f"/api/v1/lint-runs/{run_id}").json()
    assert (done["state"], done["done"], done["appeared"]) == ("done", 5, 20)
    assert Finding.objects.count() == 20


def test_each_night_everything_is_looked_at_once(stage: Cast, settings) -> None:
    runner = background()
    all_done(runner)
    assert LintRun.objects.filter(state="done").count() == 1
    assert all_done(runner) == 0
    settings.MILEPOST_NOW = NOW + timedelta(days=1)
    all_done(runner)
    assert LintRun.objects.filter(state="done").count() == 2


@pytest.mark.django_db(transaction=True)  # what is not committed yet is not in the trail
def test_the_trail_is_followed(as_, stage: Cast) -> None:
    runner = background()
    all_done(runner)
    assert kept(as_(stage.bob), stage.programme)["open"]["warning"] == 2
    create_sheet(actor_id=stage.bob.pk, node_id=stage.project.pk, kind="raid", name="Log", at=NOW)
    create_node(actor_id=stage.alice.pk, parent_id=stage.programme.pk, kind="project", name="Another", at=NOW)
    all_done(runner)
    answer = kept(as_(stage.bob), stage.programme)
    assert (answer["checked"], answer["open"]["warning"]) == (2, 3)


def test_the_queries_do_not_grow_with_the_projects(stage: Cast) -> None:
    def queries() -> int:
        ids = list(Node.objects.unscoped(reason="a test looks").filter(kind="project").values_list("id", flat=True))
        with CaptureQueriesContext(connection) as seen:
            look_at(ids, at=NOW)
        return len(seen)

    def project(number: int) -> None:
        node = create_node(actor_id=stage.alice.pk, parent_id=stage.programme.pk, kind="project", name=f"Project {number}", at=NOW)
        for kind in ("raid", "plan"):
            create_sheet(actor_id=stage.alice.pk, node_id=node.pk, kind=kind, name=kind, at=NOW, rows=[NewRow(1, None, {"name": "One"})])

    project(0)
    few = queries()
    for number in range(1, 5):
        project(number)
    assert queries() == few


def test_the_command_line_holds_everything_against_its_method(stage: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("milepost.doors.cli.method_lint.prepare", lambda: None)
    told = CliRunner().invoke(app, ["lint"])
    assert (told.exit_code, told.stdout) == (0, "1 projects: 4 findings are new, 0 went.\n")
    assert told.stderr == "1 of 1 projects\n"
    assert not Lease.objects.exists()
    assert CliRunner().invoke(app, ["lint", "--node", "4711"]).exit_code == 2
