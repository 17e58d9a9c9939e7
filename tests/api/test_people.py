"""People and access tokens through the API."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from tests.cast import Cast

from milepost.apps.org.actions.create_token import create_token
from milepost.apps.org.models import Token
from milepost.doors.clock import real_now


def test_the_directory_shows_whom_one_works_with(as_, cast: Cast) -> None:
    people = as_(cast.vera).get("/api/v1/people").json()["items"]
    assert [(person["name"], person["email"]) for person in people] == [
        ("Alice", None), ("Bob", None), ("Gus", None), ("Vera", "vera@example.org"),
    ]  # fmt: skip


def test_a_guest_and_a_stranger_see_only_themselves(as_, cast: Cast) -> None:
    for person in (cast.gus, cast.charlie):
        assert [found["id"] for found in as_(person).get("/api/v1/people").json()["items"]] == [person.pk]


def test_alice_makes_a_person_and_bob_may_not(as_, cast: Cast) -> None:
    body = {"name": "Nina", "email": "Nina@Example.org"}
    made = as_(cast.alice).post("/api/v1/people", body, content_type="application/json")
    assert (made.status_code, made.json()["email"]) == (201, "nina@example.org")
    again = as_(cast.alice).post("/api/v1/people", body, content_type="application/json")
    assert (again.status_code, again.json()["code"]) == (409, "person.address_taken")
    assert as_(cast.bob).post("/api/v1/people", body, content_type="application/json").status_code == 403


def test_a_token_acts_for_its_person_within_its_scopes(as_, cast: Cast) -> None:
    made = as_(cast.bob).post("/api/v1/tokens", {"name": "script", "scopes": ["read"]}, content_type="application/json").json()
    bearer = {"Authorization": f"Bearer {made['token']}"}
    assert Token.objects.get(id=made["id"]).digest != made["token"]
    assert Client().get(f"/api/v1/nodes/{cast.project.pk}", headers=bearer).status_code == 200
    narrow = Client().post("/api/v1/nodes", {}, content_type="application/json", headers=bearer)
    assert (narrow.status_code, narrow.json()["code"]) == (403, "token.too_narrow")
    assert as_(cast.alice).delete(f"/api/v1/tokens/{made['id']}").status_code == 404
    assert as_(cast.bob).delete(f"/api/v1/tokens/{made['id']}").status_code == 204
    assert Client().get("/api/v1/nodes", headers=bearer).status_code == 401


def test_a_token_with_write_needs_no_csrf_and_dies_at_its_time(cast: Cast) -> None:
    late, early = real_now() + timedelta(hours=1), real_now() - timedelta(hours=1)
    _, alive = create_token(actor_id=cast.bob.pk, name="a", scopes=["read", "write"], at=early, expires_at=late)
    _, dead = create_token(actor_id=cast.bob.pk, name="b", scopes=["read", "write"], at=early, expires_at=early)
    strict = Client(enforce_csrf_checks=True)
    body = {"parent_id": cast.programme.pk, "kind": "project", "name": "By script"}
    send = {"content_type": "application/json"}
    assert strict.post("/api/v1/nodes", body, headers={"Authorization": f"Bearer {alive}"}, **send).status_code == 201
    assert strict.post("/api/v1/nodes", body, headers={"Authorization": f"Bearer {dead}"}, **send).status_code == 401


def test_a_browser_needs_the_csrf_token_to_write(cast: Cast) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast.bob, backend="allauth.account.auth_backends.AuthenticationBackend")
    body = {"parent_id": cast.programme.pk, "kind": "project", "name": "By hand"}
    refused = browser.post("/api/v1/nodes", body, content_type="application/json")
    assert (refused.status_code, refused.json()["code"]) == (403, "csrf")
    token = browser.get("/api/v1/session").json()["csrf_token"]
    assert browser.post("/api/v1/nodes", body, content_type="application/json", headers={"X-CSRFToken": token}).status_code == 201


@pytest.mark.parametrize(
    "odd",
    [{"name": "   "}, {"name": "\u202e\u200b"}, {"zone": "Foo/Bar"}, {"locale": "not a language"}],
    ids=str,
)
def test_a_person_whom_nobody_could_see_or_place_is_refused(as_, cast: Cast, odd: dict[str, str]) -> None:
    body = {"name": "Nina", "email": "nina@example.org", **odd}
    refused = as_(cast.alice).post("/api/v1/people", body, content_type="application/json")
    assert (refused.status_code, refused.json()["data"]["field"]) == (422, next(iter(odd)))
    assert (
        as_(cast.alice)
        .post("/api/v1/people", {**body, "name": "Nina", "zone": "UTC", "locale": "pt-BR"}, content_type="application/json")
        .status_code
        == 201
    )


@pytest.mark.parametrize("end", ["2020-01-01T00:00:00Z", "9999-12-31T23:59:59-12:00"])
def test_a_token_ends_within_a_century(as_, cast: Cast, end: str) -> None:
    body = {"name": "script", "scopes": ["read"], "expires_at": end}
    refused = as_(cast.bob).post("/api/v1/tokens", body, content_type="application/json")
    assert (refused.status_code, refused.json()["data"]["field"]) == (422, "expires_at")


def test_no_cache_keeps_an_answer(as_, client, cast: Cast) -> None:
    for browser, address in ((as_(cast.vera), "nodes"), (as_(cast.vera), "nodes/1"), (client, "nodes"), (as_(cast.vera), "session")):
        assert browser.get(f"/api/v1/{address}").headers["Cache-Control"] == "no-store"
