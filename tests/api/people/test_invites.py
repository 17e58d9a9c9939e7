"""Inviting the team: by link, by mail, from a list; and joining."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from tests.cast import NOW, PASSWORD, Cast

from milepost.apps.org.actions.grant_role import grant_role, revoke_role
from milepost.apps.org.actions.manage_groups import create_group
from milepost.apps.org.actions.manage_roles import change_role, create_role
from milepost.apps.org.models import Invite, Person
from milepost.apps.trail.models import Event

INVITES = "/api/v1/invites"
JSON = {"content_type": "application/json"}
NINA = [{"email": "Nina@Example.org", "name": "Nina"}]


def invite(browser: Client, cast: Cast, people: Any = NINA, role: str = "viewer", **more: Any) -> Any:
    return browser.post(INVITES, {"people": people, "node_id": cast.programme.pk, "role": role, **more}, **JSON)


def secret(answer: Any) -> str:
    return answer.json()["items"][0]["link"].rsplit("/", 1)[1]


def join(token: str, **more: Any) -> Any:
    return Client().post(f"/api/v1/join/{token}", {"name": "Nina Novak", "password": PASSWORD, "locale": "de", **more}, **JSON)


@pytest.fixture(autouse=True)
def fresh_counters() -> None:
    cache.clear()


def test_nina_joins_by_her_link_and_holds_what_was_promised(as_, cast: Cast) -> None:
    group = create_group(actor_id=cast.alice.pk, name="Crew", at=NOW)
    made = invite(as_(cast.alice), cast, group_ids=[group])
    assert made.status_code == 201
    assert made.json()["items"][0]["outcome"] == "invited"
    assert made.json()["items"][0]["link"].startswith("http://testserver/join/")
    assert secret(made) not in Invite.objects.get().digest
    told = Client().get(f"/api/v1/join/{secret(made)}").json()
    assert (told["organisation"], told["email"], told["name"], told["invited_by"]) == (
        "Kilometre Zero",
        "nina@example.org",
        "Nina",
        "Alice",
    )
    assert [one["node_name"] or one["group_name"] for one in told["promises"]] in (["The programme", "Crew"], ["Crew", "The programme"])
    assert join(secret(made)).status_code == 201
    nina = Person.objects.get(email="nina@example.org")
    assert (nina.name, nina.locale, nina.check_password(PASSWORD)) == ("Nina Novak", "de", True)
    assert as_(nina).get(f"/api/v1/nodes/{cast.project.pk}").json()["capabilities"] == ["view", "comment", "directory"]
    assert as_(nina).get("/api/v1/groups").json()["items"][0]["name"] == "Crew"
    assert join(secret(made)).status_code == 404
    accepted = Event.objects.get(kind="invite.accepted")
    assert (accepted.actor_id, accepted.data["left_out"]) == (nina.pk, 0)


def test_a_list_of_addresses_says_for_each_what_became_of_it(as_, cast: Cast) -> None:
    cast.gus.is_active = False
    cast.gus.save()
    text = """name;address
    Nina Novak;nina@example.org
    Piet <piet@example.org>, ann@example.org
    nina@EXAMPLE.org
    charlie@example.org
    vera@example.org
    gus@example.org
    nobody at all
    """
    items = as_(cast.alice).post(INVITES, {"text": text, "node_id": cast.programme.pk, "role": "viewer"}, **JSON).json()["items"]
    assert [(one["email"], one["outcome"]) for one in items] == [
        ("nina@example.org", "invited"), ("piet@example.org", "invited"), ("ann@example.org", "invited"), ("nina@example.org", "twice"),
        ("charlie@example.org", "granted"), ("vera@example.org", "already_holds"), ("gus@example.org", "left"),
        ("nobody at all", "unreadable"),
    ]  # fmt: skip
    assert items[4]["sentence"] == "charlie@example.org is here already, as Charlie, and has the role now."
    assert items[7]["sentence"] == "nobody at all is no mail address."
    assert set(Invite.objects.values_list("name", flat=True)) == {"Nina Novak", "Piet", ""}
    assert as_(cast.charlie).get(f"/api/v1/nodes/{cast.project.pk}").status_code == 200


def test_a_person_invited_twice_hears_of_it_and_gets_both(as_, cast: Cast) -> None:
    alice = as_(cast.alice)
    first = invite(alice, cast)
    assert invite(alice, cast).json()["items"][0]["outcome"] == "already_invited"
    assert invite(alice, cast, role="editor").json()["items"][0]["outcome"] == "widened"
    assert Invite.objects.count() == 1
    join(secret(first))
    nina = Person.objects.get(email="nina@example.org")
    assert sorted(nina.grants.values_list("role_id", flat=True)) == ["editor", "viewer"]


def test_an_invitation_gives_no_more_than_its_giver_holds_then_and_now(as_, cast: Cast) -> None:
    alice = cast.alice.pk
    create_role(actor_id=alice, name="Inviter", capabilities=["view", "comment", "directory", "share", "people"], at=NOW)
    grant_role(actor_id=alice, person_id=cast.mona.pk, node_id=cast.programme.pk, role="inviter", at=NOW)
    refused = invite(as_(cast.mona), cast, role="editor")
    assert (refused.status_code, refused.json()["code"]) == (403, "role.more_than_own")
    assert Invite.objects.count() == 0
    first, second = invite(as_(cast.mona), cast), invite(as_(cast.mona), cast, [{"email": "ann@example.org"}], role="inviter")
    change_role(actor_id=alice, role="inviter", capabilities=["view", "share", "people", "edit"], at=NOW)
    join(secret(first))
    assert list(Person.objects.get(email="nina@example.org").grants.all()) == []
    revoke_role(actor_id=alice, person_id=cast.mona.pk, node_id=cast.programme.pk, role="inviter", at=NOW)
    join(secret(second))
    assert list(Person.objects.get(email="ann@example.org").grants.all()) == []
    assert [event.data["left_out"] for event in Event.objects.filter(kind="invite.accepted")] == [1, 1]


def test_who_may_share_but_not_manage_people_invites_nobody(as_, cast: Cast) -> None:
    grant_role(actor_id=cast.alice.pk, person_id=cast.mona.pk, node_id=cast.programme.pk, role="manager", at=NOW)
    assert invite(as_(cast.mona), cast).status_code == 403
    assert invite(as_(cast.charlie), cast).status_code == 404
    assert invite(as_(cast.alice), cast, []).status_code == 422


def test_a_renewed_link_kills_the_old_one_and_a_revoked_one_is_dead(as_, cast: Cast) -> None:
    alice = as_(cast.alice)
    old = secret(invite(alice, cast))
    number = Invite.objects.get().pk
    fresh = alice.post(f"{INVITES}/{number}/renew", {}, **JSON).json()["link"].rsplit("/", 1)[1]
    assert (Client().get(f"/api/v1/join/{old}").status_code, Client().get(f"/api/v1/join/{fresh}").status_code) == (404, 200)
    assert as_(cast.vera).delete(f"{INVITES}/{number}").status_code == 404
    assert alice.delete(f"{INVITES}/{number}").status_code == 204
    dead, never = join(fresh), join("no-such-invitation")
    assert (dead.status_code, dead.json()) == (404, never.json())
    assert alice.delete(f"{INVITES}/{number}").status_code == 404
    assert [one["state"] for one in alice.get(INVITES).json()["items"]] == ["revoked"]
    assert invite(alice, cast).json()["items"][0]["outcome"] == "invited"


def test_an_invitation_is_over_after_two_weeks(as_, cast: Cast) -> None:
    token = secret(invite(as_(cast.alice), cast))
    Invite.objects.update(expires_at=Invite.objects.get().expires_at - timedelta(days=14))
    assert Client().get(f"/api/v1/join/{token}").status_code == 404
    assert as_(cast.alice).get(INVITES).json()["items"][0]["state"] == "expired"
    assert invite(as_(cast.alice), cast).json()["items"][0]["outcome"] == "invited"
    assert [one["state"] for one in as_(cast.alice).get(INVITES).json()["items"]] == ["open", "revoked"]


def test_nobody_renews_a_link_that_promises_more_than_they_hold(as_, cast: Cast) -> None:
    invite(as_(cast.alice), cast, role="manager")
    create_role(actor_id=cast.alice.pk, name="Inviter", capabilities=["share", "people"], at=NOW)
    grant_role(actor_id=cast.alice.pk, person_id=cast.mona.pk, node_id=cast.programme.pk, role="inviter", at=NOW)
    refused = as_(cast.mona).post(f"{INVITES}/{Invite.objects.get().pk}/renew", {}, **JSON)
    assert (refused.status_code, refused.json()["code"]) == (403, "invite.more_than_own")


def test_nobody_revokes_what_they_could_not_have_promised(as_, cast: Cast) -> None:
    grant_role(actor_id=cast.alice.pk, person_id=cast.mona.pk, node_id=cast.programme.pk, role="owner", at=NOW)
    as_(cast.alice).post(INVITES, {"people": NINA, "node_id": cast.unit.pk, "role": "viewer"}, **JSON)
    assert invite(as_(cast.mona), cast).json()["items"][0]["outcome"] == "widened"
    address = f"{INVITES}/{Invite.objects.get().pk}"
    assert as_(cast.mona).delete(address).status_code == 403
    assert as_(cast.alice).delete(address).status_code == 204


def test_a_mail_carries_the_link_where_mail_is_set_up(as_, cast: Cast, settings, mailoutbox) -> None:
    alice = as_(cast.alice)
    assert alice.get(INVITES).json()["mail"] is False
    assert invite(alice, cast, mail=True).json()["items"][0]["mailed"] is False
    settings.MILEPOST_MAIL = True
    sent = invite(alice, cast, [{"email": "ann@example.org"}], mail=True).json()["items"][0]
    assert (sent["mailed"], len(mailoutbox)) == (True, 1)
    assert (mailoutbox[0].to, mailoutbox[0].subject) == (["ann@example.org"], "Alice invites you to Kilometre Zero")
    assert sent["link"] in mailoutbox[0].body


def test_a_mail_that_does_not_leave_is_told_and_the_link_still_works(as_, cast: Cast, settings) -> None:
    settings.MILEPOST_MAIL = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    made = invite(as_(cast.alice), cast, mail=True)
    assert made.json()["items"][0]["mailed"] is False
    assert Client().get(f"/api/v1/join/{secret(made)}").status_code == 200


@pytest.mark.parametrize(("field", "value"), [("name", " "), ("password", "password"), ("locale", "not a language"), ("zone", "Moon/Base")])
def test_who_joins_with_something_that_does_not_fit_may_try_again(as_, cast: Cast, field: str, value: str) -> None:
    token = secret(invite(as_(cast.alice), cast))
    assert join(token, **{field: value}).status_code == 422
    assert join(token).status_code == 201


def test_who_guesses_links_is_slowed_down(cast: Cast) -> None:
    codes = [Client().get(f"/api/v1/join/guess-{number}").status_code for number in range(62)]
    assert (codes[0], codes[59], codes[61]) == (404, 404, 429)
