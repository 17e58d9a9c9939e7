"""Offices by the API: what they are for, who does what, and what each type changes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from tests.cast import NOW, Cast

from milepost.apps.org.actions.grant_role import grant_role
from milepost.apps.org.models import Grant, Node
from milepost.apps.sheets.actions.create_sheet import create_sheet
from milepost.apps.trail.models import Event
from milepost.engines.sheet import NewRow

API = "/api/v1"
ROW = 11


def call(browser: Client, method: str, path: str, body: Any = None, status: int = 200) -> Any:
    answer = browser.generic(method, f"{API}{path}", data="" if body is None else json.dumps(body), content_type="application/json")
    assert answer.status_code == status, (answer.status_code, answer.content)
    return answer.json() if answer.content else None


@pytest.fixture
def alice(as_, cast: Cast) -> Client:
    return as_(cast.alice)


def found(browser: Client, node: Node, type: str, **more: Any) -> dict[str, Any]:
    return call(
        browser, "POST", "/offices", {"node_id": node.pk, "name": f"PMO {node.name}", "type": type, "place": "division", **more}, 201
    )


def test_an_office_names_the_goal_of_all_that_it_does(alice: Client, as_, cast: Cast) -> None:
    hub = found(alice, cast.organisation, "supportive")
    office = found(alice, cast.unit, "controlling", hub_id=hub["id"], charter="We see that **promises** are kept.")
    at = f"/offices/{office['id']}"
    assert call(alice, "POST", "/offices", {"node_id": cast.unit.pk, "name": "x", "type": "directive", "place": "division"}, 409)
    near = call(alice, "POST", f"/nodes/{cast.unit.pk}/goals", {"horizon": "short", "text": "Deliver on time", "aims": ["on_time"]}, 201)
    other = call(alice, "POST", f"/nodes/{cast.project.pk}/goals", {"horizon": "long", "text": "Elsewhere"}, 201)
    assert call(alice, "PUT", f"{at}/functions/check_ins", {"goal_id": other["id"]}, 422)["code"] == "office.other_goal"
    told = call(alice, "PUT", f"{at}/functions/check_ins", {"goal_id": near["id"]})
    assert [(one["key"], one["goal"]) for one in told["functions"]] == [("check_ins", "Deliver on time")]
    assert told["vacant"] == ["director", "partner"]
    assert {part["key"]: (part["done"], part["of"]) for part in told["progress"]}["goals"] == (1, 2)
    assert call(alice, "DELETE", f"/goals/{near['id']}", status=409)["code"] == "office.goal_served"
    assert call(alice, "PATCH", f"/offices/{hub['id']}", {"hub_id": office["id"]}, 422)["code"] == "office.hub_in_circle"
    listed = call(alice, "GET", "/offices")["items"]
    assert [(one["name"], one["hub_id"]) for one in listed] == [("PMO Kilometre Zero", None), ("PMO The unit", hub["id"])]
    seen = call(as_(cast.vera), "GET", f"/nodes/{cast.project.pk}/office")
    assert (seen["office"]["name"], seen["own"], seen["visible"]) == ("PMO The unit", False, False)
    call(alice, "POST", f"{at}/close", {"reason": "Merged into the hub"}, 204)
    assert call(alice, "PATCH", at, {"name": "Again"}, 409)["code"] == "office.closed"
    assert call(alice, "GET", f"/nodes/{cast.project.pk}/office")["office"]["id"] == hub["id"]


def test_responsibilities_have_one_a_and_an_r_and_warn_of_the_rest(alice: Client, cast: Cast) -> None:
    at = f"/offices/{found(alice, cast.programme, 'supportive')['id']}"
    refused = call(alice, "PUT", f"{at}/raci/status", {"letters": {"director": "A", "client": "A", "analyst": "R"}}, 422)
    assert (refused["code"], refused["data"]) == ("office.raci_unsound", {"accountable": 2, "responsible": 1})
    letters = {"director": "A", "analyst": "R", "scheduler": "R", "trainer": "R", "client": "R"}
    for person, role in ((cast.mona, "director"), (cast.bob, "partner")):
        call(alice, "POST", f"{at}/roles", {"person_id": person.pk, "role": role}, 201)
    cast.mona.is_active = False
    cast.mona.save()
    told = call(alice, "PUT", f"{at}/raci/status", {"letters": letters})
    assert [(one["code"], one["process"], one["role"]) for one in told["warnings"]] == [
        ("many_r", "status", ""),
        ("a_left", "status", "director"),
        ("no_letter", "", "partner"),
    ]
    call(alice, "PUT", f"{at}/reporting", {"person_id": cast.bob.pk, "to_id": cast.vera.pk})
    circle = call(alice, "PUT", f"{at}/reporting", {"person_id": cast.vera.pk, "to_id": cast.bob.pk}, 422)
    assert circle["code"] == "office.reports_in_circle"


def test_authority_is_given_from_above(alice: Client, as_, cast: Cast) -> None:
    grant_role(actor_id=cast.alice.pk, person_id=cast.mona.pk, node_id=cast.programme.pk, role="manager", at=NOW)
    mona, body = as_(cast.mona), {"decision": "request.approve", "person_id": cast.bob.pk, "up_to": 50000, "currency": "EUR"}
    assert call(mona, "POST", f"/nodes/{cast.programme.pk}/authority", body, 403)["code"] == "not_allowed"
    page = call(mona, "POST", f"/nodes/{cast.project.pk}/authority", body, 201)
    row = next(one for one in page["decisions"] if one["decision"] == "request.approve")
    assert [(one["people"], one["up_to"], one["may_end"]) for one in row["given"]] == [(["Bob"], 50000, True)]
    assert next(one for one in page["decisions"] if one["decision"] == "project.hold")["by_default"] == ["Alice", "Mona"]
    ask = f"/nodes/{cast.project.pk}/deciders?decision=request.approve"
    assert call(mona, "GET", f"{ask}&amount=50000")["items"] == [{"id": cast.bob.pk, "name": "Bob"}]
    assert call(mona, "GET", f"{ask}&amount=50001")["items"] == []
    call(mona, "DELETE", f"/authority/{row['given'][0]['id']}", status=204)
    assert [one["name"] for one in call(mona, "GET", f"{ask}&amount=50001")["items"]] == ["Alice", "Mona"]


def test_a_controlling_office_puts_a_partner_beside_the_manager(alice: Client, as_, cast: Cast) -> None:
    office, project = found(alice, cast.unit, "controlling"), f"/projects/{cast.project.pk}"
    Node.objects.unscoped(reason="a test").filter(id=cast.project.pk).update(manager=cast.bob)
    assert call(alice, "PUT", f"{project}/partner", {"person_id": cast.charlie.pk}, 422)["code"] == "office.not_seeing"
    assert call(alice, "PUT", f"{project}/partner", {"person_id": cast.bob.pk}, 422)["code"] == "office.both_at_once"
    assert [one["code"] for one in call(alice, "GET", f"/offices/{office['id']}")["todo"]] == ["no_partner", "vacant"]
    told = call(alice, "PUT", f"{project}/partner", {"person_id": cast.vera.pk})
    assert (told["manager"]["name"], told["partner"]["name"]) == ("Bob", "Vera")
    bob, vera = as_(cast.bob), as_(cast.vera)
    due = call(vera, "POST", f"{project}/check-ins", {"due": "2026-03-04"}, 201)["check_ins"][0]
    one = f"/check-ins/{due['id']}"
    assert call(alice, "GET", f"/offices/{office['id']}")["todo"][0]["code"] == "check_in_due"
    assert call(alice, "POST", f"{one}/held", {"notes": "I was not there"}, 403)["code"] == "office.not_in_check_in"
    call(vera, "POST", f"{one}/held", {"notes": "The filter is late; Bob asks for **two** more days."}, 204)
    assert call(vera, "POST", f"{one}/answer", {"agreed": True}, 403)["code"] == "office.not_in_check_in"
    assert call(bob, "POST", f"{one}/answer", {"agreed": False}, 422)["code"] == "invalid"
    call(bob, "POST", f"{one}/answer", {"agreed": True}, 204)
    assert call(bob, "POST", f"{one}/answer", {"agreed": True}, 409)["code"] == "office.check_in_over"
    kept = call(bob, "GET", f"{project}/answerable")["check_ins"][0]
    assert (kept["held_by"], kept["answered_by"], kept["agreed"]) == ("Vera", "Bob", True)
    assert call(as_(cast.gus), "GET", f"{project}/answerable")["check_ins"] == []
    call(alice, "PATCH", f"/offices/{office['id']}", {"type": "supportive"})
    assert call(bob, "GET", f"{project}/answerable")["partner"] is None


def test_a_directive_office_runs_its_projects_and_owns_their_plans(alice: Client, as_, cast: Cast) -> None:
    plan = create_sheet(
        actor_id=cast.bob.pk, node_id=cast.project.pk, kind="plan", name="Plan", rows=(NewRow(ROW, None, {"name": "Dig"}),), at=NOW
    )
    office, project = found(alice, cast.unit, "directive"), f"/projects/{cast.project.pk}"
    for person in (cast.mona, cast.cora):
        call(alice, "POST", f"/offices/{office['id']}/roles", {"person_id": person.pk, "role": "project_manager"}, 201)
    assert call(alice, "PUT", f"{project}/assignment", {"person_id": cast.vera.pk}, 422)["code"] == "office.not_on_bench"
    call(alice, "PUT", f"{project}/assignment", {"person_id": cast.mona.pk})
    ops = {"ops": [{"op": "set", "row": ROW, "cells": {"name": "Dig deeper"}}]}
    change = f"/sheets/{plan.sheet_id}"
    refused = call(as_(cast.bob), "PATCH", change, ops, 403)
    assert (refused["code"], refused["data"]) == ("office.plan_owned", {"office": "PMO The unit", "who": "Mona"})
    call(as_(cast.mona), "PATCH", change, ops)
    assert call(alice, "PUT", f"{project}/assignment", {"person_id": cast.cora.pk}, 422)["code"] == "office.hand_over_missing"
    told = call(alice, "PUT", f"{project}/assignment", {"person_id": cast.cora.pk, "hand_over": "Permit is open"})
    assert told["manager"]["name"] == "Cora"
    assert [(one["person"]["name"], one["note"]) for one in told["hand_overs"] if one["until"]] == [("Mona", "Permit is open")]
    held = Grant.objects.filter(node=cast.project, role_id="manager").values_list("person__name", flat=True)
    assert list(held) == ["Cora"]
    assert as_(cast.mona).get(f"{API}{project}").status_code == 404
    bench = call(alice, "GET", f"/offices/{office['id']}/bench")["items"]
    assert [(one["name"], [run["name"] for run in one["projects"]]) for one in bench] == [("Mona", []), ("Cora", ["The project"])]
    assert Event.objects.filter(kind="project.handed_over").count() == 1
