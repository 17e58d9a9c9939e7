"""The handbook of a place, and training: courses by role with their days, taken by right answers, seen by the office."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from tests.cast import NOW, Cast

from milepost.apps.method.actions.adopt import adopt
from milepost.apps.method.actions.lint import lint
from milepost.apps.method.actions.ship_packs import ship_packs
from milepost.apps.method.models import PackVersion
from milepost.apps.method.packs.kept import pack_of
from milepost.apps.office.models import Office, OfficeRole
from milepost.apps.org.models import Node
from milepost.apps.practice.models import Answer, Question

Browser = Callable[[Any], Client]
COURSE = "first_project"


@pytest.fixture
def version(cast: Cast) -> PackVersion:
    """The controlling pack, adopted at the unit, whose project Bob manages."""
    ship_packs(at=NOW)
    found = PackVersion.objects.get(pack__key="controlling")
    adopt(actor_id=cast.alice.pk, node_id=cast.unit.pk, version_id=found.pk, at=NOW)
    Node.objects.unscoped(reason="test").filter(id=cast.project.pk).update(manager=cast.bob)
    return found


@pytest.fixture
def office(cast: Cast) -> Office:
    """The office of the unit, in which Alice directs."""
    made = Office.objects.create(node=cast.unit, name="The office", type="controlling", place="division", founded_at=NOW)
    OfficeRole.objects.create(office=made, person=cast.alice, role="director", since=NOW)
    return made


def mine(browser: Client) -> dict[str, Any]:
    return {one["key"]: one for one in browser.get("/api/v1/training").json()["courses"] if one["mine"]}


def send(browser: Client, method: str, path: str, **body: Any) -> Any:
    return getattr(browser, method)(f"/api/v1{path}", body, content_type="application/json")


def test_a_course_of_my_role_is_due_when_the_office_says_and_done_when_i_know_it(
    cast: Cast, as_: Browser, version: PackVersion, office: Office
) -> None:
    alice, bob, vera = as_(cast.alice), as_(cast.bob), as_(cast.vera)
    assert (mine(bob)[COURSE]["due"], COURSE in mine(vera)) == (None, False)
    wanted = {"course": COURSE, "role": "project_manager", "days": 30}
    assert send(bob, "put", f"/offices/{office.pk}/training", **wanted).status_code in (403, 404)
    assert send(alice, "put", f"/offices/{office.pk}/training", **wanted).status_code == 204
    due = (NOW + timedelta(days=30)).date().isoformat()
    assert mine(bob)[COURSE]["due"] == due
    (expected,) = [one for one in bob.get("/api/v1/expectations").json()["items"] if one["kind"] == "training"]
    assert (expected["due"], expected["verb"]) == (due, "learn")

    course = f"/courses/{version.pk}/{COURSE}"
    right = [one.right for one in next(one for one in pack_of(version).courses if one.key == COURSE).ask]
    assert all("right" not in one for one in bob.get(f"/api/v1{course}").json()["ask"])
    refused = send(bob, "post", f"{course}/answers", answers=[*right[:-1], right[-1] % 3 + 1])
    assert (refused.json()["code"], refused.json()["data"]["places"]) == ("course.answers_wrong", [len(right) - 1])
    assert send(bob, "post", f"{course}/answers", answers=right).json()["done"]["number"] == version.number
    assert [one for one in bob.get("/api/v1/expectations").json()["items"] if one["kind"] == "training"] == []

    seen = alice.get(f"/api/v1/offices/{office.pk}/training").json()
    (line,) = [one for one in seen["courses"] if (one["key"], one["role"]) == (COURSE, "project_manager")]
    assert (line["days"], [(one["name"], one["done"] is not None) for one in line["people"]]) == (30, [("Bob", True)])
    assert as_(cast.gus).get(f"/api/v1/offices/{office.pk}/training").status_code in (403, 404)


def test_a_course_is_nothing_to_a_stranger(cast: Cast, as_: Browser, version: PackVersion) -> None:
    assert as_(cast.charlie).get(f"/api/v1/courses/{version.pk}/{COURSE}").status_code == 404


def test_the_handbook_says_what_holds_there_and_what_the_office_answers_to_all(
    cast: Cast, as_: Browser, version: PackVersion, office: Office
) -> None:
    asked = Question.objects.create(
        office=office, asker=cast.bob, page="/", text="Who signs?", words=" who signs ", at=NOW, answered_at=NOW
    )
    Answer.objects.create(question=asked, by=cast.alice, text="The sponsor.", at=NOW, faq=True)
    book = as_(cast.alice).get(f"/api/v1/nodes/{cast.project.pk}/handbook").json()
    assert (book["says"]["key"], book["number"], book["office"]["name"]) == ("controlling", version.number, "The office")
    assert [one["answer"] for one in book["faq"]] == ["The sponsor."]
    assert all(one["ask"] == [] for one in book["says"]["courses"])
    assert as_(cast.vera).get(f"/api/v1/nodes/{cast.project.pk}/handbook", {"version": 99}).status_code == 404
    assert as_(cast.charlie).get(f"/api/v1/nodes/{cast.project.pk}/handbook").status_code == 404


def test_without_a_method_the_handbook_is_empty(cast: Cast, as_: Browser) -> None:
    book = as_(cast.vera).get(f"/api/v1/nodes/{cast.project.pk}/handbook").json()
    assert (book["says"], book["versions"]) == (None, [])


def test_what_the_method_asks_is_expected_of_the_manager_with_its_reason(cast: Cast, as_: Browser, version: PackVersion) -> None:
    bob, alice = as_(cast.bob), as_(cast.alice)
    lint([cast.project.pk], at=NOW)
    found = {one["why"]["key"]: one for one in bob.get("/api/v1/expectations").json()["items"] if one["kind"] in ("artefact", "finding")}
    charter = found["charter"]
    assert (charter["severity"], charter["path"][-1], charter["waive"]) != ("", "The project", "")
    assert charter["why"]["because"]["en"]
    asked = {"key": "charter", "reason": "It is being signed", "until": "2026-03-20"}
    assert send(bob, "post", f"/projects/{cast.project.pk}/waivers", **asked).status_code == 201
    (waiting,) = [one for one in alice.get("/api/v1/expectations").json()["items"] if one["kind"] == "waiver"]
    assert (waiting["why"]["data"]["by"], waiting["verb"]) == ("Bob", "decide")
    assert [one for one in bob.get("/api/v1/expectations").json()["items"] if one["kind"] == "waiver"] == []
    number = int(waiting["id"].split(":")[1])
    decided = {"grant": True, "until": "2026-03-20", "reason": "So be it"}
    assert send(alice, "post", f"/waivers/{number}/decision", **decided).status_code == 200
    after = {one["why"]["key"] for one in bob.get("/api/v1/expectations").json()["items"]}
    assert "charter" not in after
