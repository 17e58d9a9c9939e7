"""From a request to a started project, and what is refused on the way."""

from __future__ import annotations

from decimal import Decimal

from tests.api.intake.conftest import Intake
from tests.cast import NOW

from milepost.apps.office.actions.give_authority import give_authority
from milepost.apps.org.models import Node
from milepost.apps.sheets.models import Sheet
from milepost.apps.trail.models import Event
from milepost.kernel.money import Money


def refusals() -> list[str]:
    kinds = ("request.refused", "authority.refused")
    return [event.data.get("code") or event.kind for event in Event.objects.filter(kind__in=kinds).order_by("id")]


def test_a_request_becomes_a_project_with_all_that_it_said(intake: Intake) -> None:
    ref = intake.ready(intake.charlie, category="duty", wanted_for="2026-09-01")
    waiting = intake.alice.get(f"/intake/{intake.cast.portfolio.pk}")
    assert (waiting["for_me"], waiting["counts"]["approval"]) == ({"triage": 0, "approval": 1, "asked": 0}, 1)

    approved = intake.alice.decide(ref, "approve")
    assert (approved["state"], approved["decisions"][-1]["amount"]) == ("approved", {"amount": "1000", "currency": "EUR"})

    wish = {
        "parent_id": intake.cast.programme.pk,
        "name": "Ferry landing",
        "manager_id": intake.cast.bob.pk,
        "sponsor_id": intake.cast.vera.pk,
    }
    made = intake.alice.send("POST", f"/requests/{ref}/start", {**wish, "seen": approved["seen"]}, 201)
    project = intake.alice.get(f"/projects/{made['project_id']}")
    told = {column["key"]: column for column in project["columns"]}
    assert project["name"] == "Ferry landing"
    assert told
    node = Node.objects.unscoped(reason="test").get(id=made["project_id"])
    assert (node.manager_id, node.sponsor_id) == (intake.cast.bob.pk, intake.cast.vera.pk)
    kinds = set(Sheet.objects.filter(node=node).values_list("kind", flat=True))
    assert {"project", "plan", "raid", "communication", "stakeholders"} <= kinds
    assert intake.bob.get(f"/projects/{node.pk}/origin")["request"]["name"] == "A new ferry landing"
    story = intake.alice.get(f"/requests/{ref}")
    assert (story["state"], story["decisions"][-1]["project_id"]) == ("started", node.pk)


def test_an_approval_is_refused_and_recorded_twice_without_authority_on_ones_own_or_on_a_changed_request(intake: Intake) -> None:
    ref = intake.ready(intake.charlie)
    assert intake.bob.decide(ref, "approve", 403)["code"] == "authority.none"
    seen = intake.alice.get(f"/requests/{ref}")["seen"]
    sheet, row = ref.split("/")
    intake.bob.send(
        "PATCH", f"/sheets/{sheet}", {"ops": [{"op": "set", "row": int(row), "cells": {"need": "Another need"}}], "base_seq": 0}
    )
    assert intake.alice.decide(ref, "approve", 409, seen=seen)["code"] == "request.changed"
    intake.alice.decide(ref, "approve")
    assert intake.alice.decide(ref, "approve", 409)["code"] == "request.decided"
    own = intake.ready(intake.alice)
    assert intake.alice.decide(own, "approve", 403)["code"] == "request.own"
    assert refusals() == ["authority.refused", "request.changed", "request.decided", "request.own"]


def test_a_start_that_fails_leaves_nothing(intake: Intake) -> None:
    ref = intake.ready(intake.charlie)
    seen = intake.alice.decide(ref, "approve")["seen"]
    before = Node.objects.unscoped(reason="test").count()
    wish = {"parent_id": intake.cast.programme.pk, "name": "Ferry landing", "manager_id": 4444, "seen": seen}
    answer = intake.alice.browser.post(f"/api/v1/requests/{ref}/start", wish, content_type="application/json")
    assert answer.status_code == 404
    assert Node.objects.unscoped(reason="test").count() == before
    assert intake.alice.get(f"/requests/{ref}")["state"] == "approved"


def test_the_register_says_only_what_was_decided(intake: Intake) -> None:
    ref = intake.ask(intake.charlie)
    sheet, row = ref.split("/")
    for cells in ({"state": "approved"}, {"score": 99}):
        answer = intake.bob.send("PATCH", f"/sheets/{sheet}", {"ops": [{"op": "set", "row": int(row), "cells": cells}]}, 422)
        assert answer["code"] == "request.follows"
    pasted = {"op": "insert", "rows": [{"id": 77, "cells": {"name": "From paper", "state": "approved"}}]}
    assert intake.bob.send("PATCH", f"/sheets/{sheet}", {"ops": [pasted]}, 422)["code"] == "request.follows"
    pasted["rows"][0]["cells"].pop("state")
    intake.bob.send("PATCH", f"/sheets/{sheet}", {"ops": [pasted]})
    assert intake.bob.get(f"/requests/{sheet}/77")["state"] == "new"


def test_triage_asks_back_merges_rejects_and_defers_with_reasons(intake: Intake) -> None:
    ref, other = intake.ask(intake.charlie), intake.ask(intake.charlie, name="Another landing")
    assert intake.bob.decide(ref, "accept", 403)["code"] == "authority.none"
    assert intake.alice.decide(ref, "return", 422)["code"] == "invalid"
    intake.alice.decide(ref, "return", reason="Which landing?")
    story = intake.charlie.get(f"/requests/{ref}")
    assert (story["own"], story["may"], story["decisions"][-1]["reason"]) == (True, [], "Which landing?")
    assert intake.charlie.decide(ref, "answer", reason="The eastern one.")["state"] == "new"
    into = dict(zip(("sheet_id", "row_id"), map(int, ref.split("/")), strict=True))
    assert intake.alice.decide(other, "merge", into=into)["state"] == "merged"
    assert intake.alice.decide(ref, "defer", reason="Next year", until="2027-01-01")["decisions"][-1]["until"] == "2027-01-01"
    assert intake.alice.decide(ref, "reopen")["state"] == "new"
    assert intake.alice.decide(ref, "reject", reason="No harbour")["state"] == "rejected"
    assert {one["state"] for one in intake.charlie.get("/forms/asked")["items"]} == {"merged", "rejected"}


def test_who_asked_sees_their_own_and_nothing_else(intake: Intake) -> None:
    mine, hers = intake.ask(intake.charlie), intake.ask(intake.vera, name="Lighthouse")
    assert intake.charlie.browser.get(f"/api/v1/requests/{hers}").status_code == 404
    assert intake.charlie.get(f"/requests/{mine}")["name"] == "A new ferry landing"
    assert intake.charlie.browser.get(f"/api/v1/sheets/{mine.split('/')[0]}/head").status_code == 404
    assert intake.charlie.send("POST", f"/requests/{mine}/decisions", {"what": "accept", "seen": 1}, 409)


def test_what_is_alike_is_shown_with_the_words_that_it_shares(intake: Intake) -> None:
    ref = intake.ask(intake.charlie)
    intake.ask(intake.charlie, name="Landing for the winter ferry", need="Ferry passengers get wet.")
    intake.ask(intake.charlie, name="Coffee", need="More of it.")
    found = intake.bob.get(f"/requests/{ref}")["similar"]
    assert [one["title"] for one in found] == ["Landing for the winter ferry"]
    assert {"landing", "ferry"} <= set(found[0]["shared"])
    typed = intake.bob.send("POST", "/requests/similar", {"text": "A landing for ferries: the ferry floods"})
    assert typed["items"][0]["number"] == "REQ-1"
    assert intake.charlie.send("POST", "/requests/similar", {"text": "ferry landing"})["items"] == []


def test_a_threshold_decides_who_may_approve(intake: Intake) -> None:
    bob, place, up_to = intake.cast.bob.pk, intake.cast.programme.pk, Money(Decimal(1000), "EUR")
    give_authority(actor_id=intake.cast.alice.pk, node_id=place, decision="request.approve", person_id=bob, up_to=up_to, at=NOW)
    small, large = intake.ready(intake.charlie), intake.ask(intake.charlie)
    assert intake.bob.decide(small, "approve")["state"] == "approved"
    intake.alice.decide(large, "accept")
    assert intake.bob.decide(large, "submit", 422)["code"] == "request.no_cost"
    intake.bob.send("PUT", f"/requests/{large}/case", {"currency": "EUR", "rate": 0, "flows": [{"cost": 1001}, {"income": 1}]})
    waiting = intake.bob.decide(large, "submit")
    assert [(act["what"], act["why"]) for act in waiting["acts"] if act["what"] in ("approve", "reject")] == [
        ("reject", "authority"),
        ("approve", "authority"),
    ]
    assert intake.bob.decide(large, "approve", 403)["data"]["amount"] == "1001 EUR"
