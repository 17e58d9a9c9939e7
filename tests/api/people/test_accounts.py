"""Accounts: one's own profile, and what who manages people sees of others and does to them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.test import Client
from tests.cast import NOW, PASSWORD, Cast

from milepost.apps.org.actions.create_token import create_token
from milepost.apps.org.actions.grant_role import grant_role
from milepost.apps.org.actions.manage_roles import create_role
from milepost.apps.org.mails import send
from milepost.apps.org.models import PasswordLink, Person, Token
from milepost.apps.trail.models import Event
from milepost.doors.clock import real_now

PEOPLE = "/api/v1/people"
JSON = {"content_type": "application/json"}
LINKS = "/api/v1/password-links"


@pytest.fixture(autouse=True)
def fresh_counters() -> None:
    cache.clear()


@pytest.fixture
def pia(cast: Cast) -> Person:
    """Mona as Pia, who manages people at the programme and may view and share there."""
    words = ["view", "comment", "directory", "share", "people"]
    key = create_role(actor_id=cast.alice.pk, name="People person", capabilities=words, at=NOW)
    grant_role(actor_id=cast.alice.pk, person_id=cast.mona.pk, node_id=cast.programme.pk, role=key, at=NOW)
    return cast.mona


def signed_in(email: str, password: str = PASSWORD) -> Client:
    browser = Client()
    browser.post("/_allauth/browser/v1/auth/login", {"email": email, "password": password}, **JSON)
    return browser


def who(browser: Client) -> str | None:
    person = browser.get("/api/v1/session").json()["person"]
    return person["name"] if person else None


def test_one_changes_ones_own_profile(as_, cast: Cast) -> None:
    vera = as_(cast.vera)
    told = vera.patch("/api/v1/account", {"name": "Vera  Vries", "locale": "de", "zone": "Europe/Vienna"}, **JSON).json()
    assert (told["name"], told["locale"], told["zone"]) == ("Vera Vries", "de", "Europe/Vienna")
    assert vera.get("/api/v1/session").json()["person"]["may"] == ["view", "comment", "directory"]
    assert vera.patch("/api/v1/account", {"zone": "Moon/Base"}, **JSON).status_code == 422
    assert vera.patch("/api/v1/account", {"name": " "}, **JSON).status_code == 422
    assert Event.objects.get(kind="person.changed").data == {"person": cast.vera.pk, "fields": ["locale", "name", "zone"]}


def test_a_colleague_is_seen_by_name_and_by_account_only_by_who_manages_people(as_, cast: Cast) -> None:
    place = f"{PEOPLE}/{cast.vera.pk}"
    seen = as_(cast.bob).get(place).json()
    assert (seen["name"], seen["account"], seen["manageable"]) == ("Vera", None, False)
    managed = as_(cast.alice).get(place).json()
    assert (managed["account"]["email"], managed["account"]["password"], managed["manageable"]) == ("vera@example.org", True, True)
    assert as_(cast.vera).get(place).json()["account"]["second_factor"] is False
    assert as_(cast.gus).get(place).status_code == as_(cast.charlie).get(place).status_code == 404


def test_who_manages_people_corrects_a_profile_but_not_of_somebody_who_may_more(as_, cast: Cast, pia) -> None:
    changed = as_(pia).patch(f"{PEOPLE}/{cast.vera.pk}", {"email": "Vera.V@example.org", "name": "Vera V"}, **JSON)
    assert (changed.status_code, changed.json()["account"]["email"]) == (200, "vera.v@example.org")
    there = {"locale": "de", "zone": "Europe/Vienna"}
    account = as_(pia).patch(f"{PEOPLE}/{cast.vera.pk}", there, **JSON).json()["account"]
    assert (account["locale"], account["zone"]) == ("de", "Europe/Vienna")
    assert as_(cast.bob).patch(f"{PEOPLE}/{cast.vera.pk}", {"locale": "en"}, **JSON).status_code == 403
    taken = as_(pia).patch(f"{PEOPLE}/{cast.vera.pk}", {"email": "gus@example.org"}, **JSON)
    assert (taken.status_code, taken.json()["code"]) == (409, "person.address_taken")
    for person in (cast.alice, cast.bob):
        refused = as_(pia).patch(f"{PEOPLE}/{person.pk}", {"email": "mine@example.org"}, **JSON)
        assert (refused.status_code, refused.json()["code"]) == (403, "person.more_than_own")


def test_a_password_link_works_once_and_ends_all_sessions(as_, cast: Cast, pia) -> None:
    before = signed_in("vera@example.org")
    assert who(before) == "Vera"
    made = as_(pia).post(f"{PEOPLE}/{cast.vera.pk}/password-link").json()
    secret = made["link"].rsplit("/", 1)[1]
    assert made["link"] == f"http://testserver/password/{secret}"
    assert PasswordLink.objects.get().digest != secret
    assert Client().get(f"{LINKS}/{secret}").json() == {"name": "Vera", "email": "vera@example.org"}
    assert Client().post(f"{LINKS}/{secret}", {"password": "short"}, **JSON).status_code == 422
    assert Client().post(f"{LINKS}/{secret}", {"password": "another-bridge-of-stones"}, **JSON).status_code == 200
    assert who(before) is None
    assert who(signed_in("vera@example.org", "another-bridge-of-stones")) == "Vera"
    again, never = Client().get(f"{LINKS}/{secret}"), Client().get(f"{LINKS}/never")
    assert (again.status_code, again.json()) == (404, never.json())


def test_a_password_link_dies_after_a_day_and_by_a_fresh_one(as_, cast: Cast) -> None:
    links = [as_(cast.alice).post(f"{PEOPLE}/{cast.vera.pk}/password-link").json()["link"].rsplit("/", 1)[1] for _ in range(2)]
    assert [Client().get(f"{LINKS}/{secret}").status_code for secret in links] == [404, 200]
    PasswordLink.objects.update(expires_at=real_now() - timedelta(seconds=1))
    assert Client().post(f"{LINKS}/{links[1]}", {"password": "another-bridge-of-stones"}, **JSON).status_code == 404


def test_nobody_gets_a_link_for_somebody_who_may_more(as_, cast: Cast, pia) -> None:
    for person in (cast.alice, cast.bob):
        refused = as_(pia).post(f"{PEOPLE}/{person.pk}/password-link")
        assert (refused.status_code, refused.json()["code"]) == (403, "person.more_than_own")
    assert PasswordLink.objects.count() == 0


def test_a_forgotten_password_is_set_by_mail_and_nobody_learns_who_is_here(
    cast: Cast, settings, mailoutbox: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("milepost.doors.api.join.send_soon", send)  # at once, not in a thread of its own
    none = Client().post(LINKS, {"email": "vera@example.org"}, **JSON)
    assert (none.status_code, none.json()["code"]) == (409, "mail.not_set_up")
    settings.MILEPOST_MAIL = True
    answers = [Client().post(LINKS, {"email": email}, **JSON) for email in ("Vera@example.org", "nobody@example.org")]
    assert [(one.status_code, one.content) for one in answers] == [(204, b""), (204, b"")]
    assert [mail.to for mail in mailoutbox] == [["vera@example.org"]]
    secret = mailoutbox[0].body.split("/password/")[1].split()[0]
    assert Client().post(f"{LINKS}/{secret}", {"password": "another-bridge-of-stones"}, **JSON).status_code == 200
    assert PasswordLink.objects.count() == 0


def test_sessions_of_somebody_are_ended_and_they_sign_in_anew(as_, cast: Cast) -> None:
    browser = signed_in("vera@example.org")
    assert as_(cast.alice).delete(f"{PEOPLE}/{cast.vera.pk}/sessions").status_code == 204
    assert who(browser) is None
    assert who(signed_in("vera@example.org")) == "Vera"


def test_ones_own_sessions_are_listed_and_ended(cast: Cast) -> None:
    here, there = signed_in("vera@example.org"), signed_in("vera@example.org")
    listed = here.get("/_allauth/browser/v1/auth/sessions").json()["data"]
    assert [one["is_current"] for one in listed].count(True) == 1
    other = next(one["id"] for one in listed if not one["is_current"])
    here.delete("/_allauth/browser/v1/auth/sessions", {"sessions": [other]}, **JSON)
    assert (who(here), who(there)) == ("Vera", None)


def test_a_token_tells_when_it_was_used_and_may_be_revoked_by_who_manages_people(as_, cast: Cast) -> None:
    number, token = create_token(actor_id=cast.vera.pk, name="Script", scopes=["read"], at=real_now())
    listing = f"{PEOPLE}/{cast.vera.pk}/tokens"
    assert as_(cast.alice).get(listing).json()["items"][0]["last_used_at"] is None
    bearer = {"headers": {"Authorization": f"Bearer {token}"}}
    Client().get("/api/v1/nodes", **bearer)
    first = Token.objects.get().last_used_at
    Client().get("/api/v1/nodes", **bearer)
    assert first is not None
    assert Token.objects.get().last_used_at == first
    assert as_(cast.bob).get(listing).status_code == 403
    assert as_(cast.alice).delete(f"{listing}/{number}").status_code == 204
    assert Client().get("/api/v1/nodes", **bearer).status_code == 401


def test_a_lost_second_factor_is_taken_away(as_, cast: Cast) -> None:
    Authenticator.objects.create(user=cast.vera, type=Authenticator.Type.TOTP, data={"secret": "x"})
    place = f"{PEOPLE}/{cast.vera.pk}/second-factor"
    assert as_(cast.bob).delete(place).status_code == 403
    assert as_(cast.alice).delete(place).status_code == 204
    assert as_(cast.alice).delete(place).status_code == 404
    assert Event.objects.get(kind="person.second_factor_off").actor_id == cast.alice.pk
