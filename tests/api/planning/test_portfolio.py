"""The portfolio: how every project stands, to those who may see it and to nobody else."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.api.planning.conftest import PlanPage, bring_in
from tests.cast import NOW, Cast

from milepost.apps.org.actions.create_node import create_node
from milepost.apps.planning.actions.post_actuals import ActualsEntry, post_actuals

PORTFOLIO = "/api/v1/portfolio"


def item(browser: Any, name: str = "The bridge") -> dict[str, Any]:
    return next(one for one in browser.get(PORTFOLIO).json()["items"] if one["name"] == name)


def test_a_project_stands_with_its_figures_and_the_reasons_of_its_colour(bridge: PlanPage) -> None:
    found = item(bridge.browser)
    assert (found["finish"], found["baseline_finish"], found["slip_days"]) == ("2026-02-20T17:00", "2026-02-20T17:00", 0)
    # One of three equal tasks is done a week after the planned end: EV 1000 of 3000, AC 1200; earned one week of four.
    assert (found["bac"], found["pv"], found["ev"], found["ac"], found["currency"]) == (3000, 3000, 1000, 1200, "EUR")
    assert (found["spi_t"]["value"], found["cpi"]["value"]) == (0.25, 0.833333)
    assert found["next_milestone"]["name"] == "Open"
    schedule = found["reasons"][0]
    assert (found["proposed_status"], schedule["dimension"], schedule["code"]) == ("R", "schedule", "spi_t.red")
    assert [row["name"] for row in schedule["rows"]] == ["Pour", "Deck"]
    assert (found["unit"], found["portfolio"], found["programme"]) == ("The unit", "The portfolio", "The programme")


def test_a_project_without_a_plan_is_grey_and_says_why(bridge: PlanPage) -> None:
    found = item(bridge.browser, "The project")
    assert (found["proposed_status"], found["spi_t"]) == (
        "grey",
        {"value": None, "reason": {"code": "plan.none", "text": "There is no plan."}},
    )


def test_a_slip_shows_after_an_edit(bridge: PlanPage) -> None:
    assert bridge.set("Pour", duration="8d").status_code == 200
    found = item(bridge.browser)
    assert (found["finish"], found["slip_days"], found["next_milestone"]["slip_days"]) == ("2026-02-25T17:00", 3, 3)
    summary = bridge.browser.get(PORTFOLIO).json()["summary"]
    assert (summary["late"], summary["worst_slip_days"], summary["portfolio_slip_days"]) == (1, 3, 3)


def test_data_older_than_fourteen_days_are_grey(bridge: PlanPage) -> None:
    bridge.edit({"op": "settings", "values": {"status_date": "2026-02-13"}})
    found = item(bridge.browser)
    assert found["status_date"] == "2026-02-13T17:00"
    assert (found["proposed_status"], found["reasons"][0]["code"]) == ("grey", "data.stale")


def test_each_sees_only_their_projects_and_counts_leak_nothing(as_, cast: Cast, bridge: PlanPage) -> None:
    secret = create_node(actor_id=cast.alice.pk, parent_id=cast.unit.pk, kind="programme", name="Secret", at=NOW)
    hidden = create_node(actor_id=cast.alice.pk, parent_id=secret.pk, kind="project", name="Hidden", at=NOW)
    assert as_(cast.alice).get(PORTFOLIO).json()["summary"]["count"] == 3
    vera = as_(cast.vera).get(PORTFOLIO).json()
    assert (vera["summary"]["count"], [one["name"] for one in vera["items"]]) == (2, ["The bridge", "The project"])
    assert as_(cast.vera).get(f"{PORTFOLIO}?node={cast.unit.pk}").json()["summary"]["count"] == 2
    assert as_(cast.vera).get(f"{PORTFOLIO}?node={secret.pk}").status_code == 404
    assert as_(cast.charlie).get(PORTFOLIO).json()["summary"]["count"] == 0
    for path in ("", "/s-curve", "/status"):
        assert as_(cast.charlie).get(f"/api/v1/projects/{bridge.project_id}{path}").status_code == 404
        assert as_(cast.vera).get(f"/api/v1/projects/{hidden.pk}{path}").status_code == 404
        assert as_(cast.vera).get(f"/api/v1/projects/{bridge.project_id}{path}").status_code == 200


def test_the_number_of_queries_does_not_grow_with_the_projects(as_, cast: Cast, bridge: PlanPage) -> None:
    with CaptureQueriesContext(
        connection,
    ) as few:
        bridge.browser.get(PORTFOLIO)
    for _ in range(3):
        bring_in(bridge.browser, cast)
    with CaptureQueriesContext(connection) as many:
        assert bridge.browser.get(PORTFOLIO).json()["summary"]["count"] == 5
    assert len(many) == len(few)


def test_a_stated_status_stands_beside_the_proposed_one(as_, cast: Cast, bridge: PlanPage) -> None:
    alice, address = as_(cast.alice), f"/api/v1/projects/{bridge.project_id}/stated-status"
    bare = alice.put(address, {"colour": "G"}, content_type="application/json")
    assert (bare.status_code, bare.json()["code"]) == (422, "invalid")
    said = alice.put(address, {"colour": "G", "reason": "The supplier promised."}, content_type="application/json").json()
    assert (said["stated_status"], said["proposed_status"], said["agreement"]) == ("G", "R", "rosier")
    evidence = alice.get(f"/api/v1/projects/{bridge.project_id}/status").json()
    assert evidence["stated_reason"] == "The supplier promised."
    assert evidence["sentence"].startswith("Stated green, but the figures say red.")
    assert as_(cast.vera).put(address, {"colour": "G", "reason": "x"}, content_type="application/json").status_code == 403
    assert as_(cast.charlie).put(address, {"colour": "G", "reason": "x"}, content_type="application/json").status_code == 404


def test_only_a_project_has_a_stated_status(as_, cast: Cast) -> None:
    said = {"colour": "G", "reason": "All is well."}
    answer = as_(cast.alice).put(f"/api/v1/projects/{cast.programme.pk}/stated-status", said, content_type="application/json")
    assert (answer.status_code, answer.json()["detail"]) == (404, "There is no project with that id that you may see.")
    cast.programme.refresh_from_db()
    assert cast.programme.stated_status is None


def test_the_evidence_names_the_rows_worst_first(bridge: PlanPage) -> None:
    rows = bridge.browser.get(f"/api/v1/projects/{bridge.project_id}/status").json()["rows"]
    assert [(row["name"], row["planned"], row["earned"]) for row in rows] == [("Pour", 1000, 0), ("Deck", 1000, 0), ("Dig", 1000, 1000)]
    assert rows[2]["spent"] == 1200


def test_the_finish_is_explained_by_its_driving_chain(bridge: PlanPage) -> None:
    found = bridge.browser.get(f"/api/v1/projects/{bridge.project_id}").json()
    assert [step["name"] for step in found["driving_chain"]] == ["Dig", "Pour", "Deck", "Open"]
    assert found["steps_left_out"] == 0
    assert [one["name"] for one in found["milestones"]] == ["Open"]


def test_the_s_curve_ends_at_the_status_date(bridge: PlanPage) -> None:
    curve = bridge.browser.get(f"/api/v1/projects/{bridge.project_id}/s-curve").json()
    assert (curve["unit"], curve["currency"], curve["at"], curve["es_at"]) == ("currency", "EUR", "2026-02-27T17:00", "2026-02-06T17:00")
    at_status = next(point for point in curve["periods"] if point["date"] == "2026-02-27T17:00")
    assert (at_status["pv"], at_status["ev"], at_status["ac"]) == (3000, 1000, 1200)
    assert curve["periods"][-1]["ev"] is None or curve["periods"][-1]["date"] == "2026-02-27T17:00"


def test_booked_cost_counts_up_to_the_status_date(cast: Cast, bridge: PlanPage) -> None:
    dig = bridge.rows()["Dig"]["id"]
    entries = [
        ActualsEntry(dig, date(2026, 2, 23), date(2026, 2, 27), cost=30000),
        ActualsEntry(None, date(2026, 2, 28), date(2026, 3, 1), cost=99900),
    ]
    assert post_actuals(actor_id=cast.bob.pk, sheet_id=bridge.sheet_id, entries=entries, at=NOW) == 2
    assert item(bridge.browser)["ac"] == 1500
    refused = bridge.post("actuals", entries=[{"row_id": 5, "first": "2026-02-01", "last": "2026-02-02", "cost": 1}])
    assert (refused.status_code, refused.json()["code"]) == (422, "plan.no_such_task")
