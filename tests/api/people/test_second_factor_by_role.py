"""A role asks whoever holds it for a second factor: who has none can do nothing but set one up, and nobody shuts themselves out."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.test import Client
from tests.api.people.test_accounts import signed_in
from tests.api.test_sign_in import TOTP, factor_code
from tests.cast import NOW, PASSWORD, Cast

from milepost.apps.org.actions.create_token import create_token
from milepost.apps.org.actions.grant_role import grant_role_to_group
from milepost.apps.org.actions.manage_groups import add_members, create_group
from milepost.apps.org.models import Person
from milepost.apps.trail.models import Event
from milepost.doors.clock import real_now

JSON = {"content_type": "application/json"}
ROLES = "/api/v1/roles"
PLACES = "/api/v1/nodes"


@pytest.fixture(autouse=True)
def fresh_counters() -> None:
    cache.clear()


def ask(browser: Client, role: str, required: bool = True):
    return browser.put(f"{ROLES}/{role}/second-factor", {"required": required}, **JSON)


def give_factor(person: Person) -> None:
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": "x"})


def test_who_owes_a_second_factor_can_only_set_one_up(as_, cast: Cast) -> None:
    token = create_token(actor_id=cast.bob.pk, name="Script", scopes=["read", "write"], at=real_now())[1]
    script = {"headers": {"Authorization": f"Bearer {token}"}}
    told = ask(as_(cast.alice), "editor").json()
    assert (told["second_factor"], told["without"]) == (True, 1)
    assert Event.objects.get(kind="role.second_factor_required").data == {"role": "editor", "name": "Editor"}
    bob = signed_in("bob@example.org")
    for refused in (bob.get(PLACES), bob.patch("/api/v1/account", {"name": "B"}, **JSON), Client().get(PLACES, **script)):
        assert (refused.status_code, refused.json()["code"], refused.json()["data"]["role"]) == (403, "second_factor.needed", "editor")
    me = bob.get("/api/v1/session").json()["person"]
    assert (me["second_factor"], me["factor_for"]) == (False, {"key": "editor", "name": "Editor"})
    assert as_(cast.vera).get(PLACES).status_code == 200

    bob.post("/_allauth/browser/v1/auth/reauthenticate", {"password": PASSWORD}, **JSON)
    code = factor_code(bob.get(TOTP).json()["meta"]["secret"])
    assert bob.post(TOTP, {"code": code}, **JSON).status_code == 200
    assert bob.get(PLACES).status_code == Client().get(PLACES, **script).status_code == 200
    assert bob.delete(TOTP).status_code == 200
    assert bob.get(PLACES).json()["code"] == "second_factor.needed"
    assert ask(as_(cast.alice), "editor", required=False).json()["second_factor"] is False
    assert bob.get(PLACES).status_code == 200


def test_a_role_of_a_group_asks_its_members_too(as_, cast: Cast) -> None:
    group = create_group(actor_id=cast.alice.pk, name="Crew", at=NOW)
    add_members(actor_id=cast.alice.pk, group_id=group, person_ids=[cast.vera.pk, cast.mona.pk], at=NOW)
    grant_role_to_group(actor_id=cast.alice.pk, group_id=group, node_id=cast.project.pk, role="manager", at=NOW)
    give_factor(cast.mona)
    assert ask(as_(cast.alice), "manager").json()["without"] == 1
    assert (as_(cast.vera).get(PLACES).status_code, as_(cast.mona).get(PLACES).status_code) == (403, 200)
    told = {one["key"]: (one["second_factor"], one["without"]) for one in as_(cast.bob).get(ROLES).json()["items"]}
    assert (told["manager"], told["editor"]) == ((True, None), (False, None))


def test_nobody_shuts_themselves_out_and_only_who_keeps_the_settings_asks(as_, cast: Cast) -> None:
    refused = ask(as_(cast.alice), "owner")
    assert (refused.status_code, refused.json()["code"]) == (409, "second_factor.own_first")
    assert as_(cast.alice).get(PLACES).status_code == 200
    assert ask(as_(cast.bob), "viewer").status_code == 403
    assert ask(as_(cast.alice), "nothing").status_code == 404
    give_factor(cast.alice)
    assert (ask(as_(cast.alice), "owner").status_code, as_(cast.alice).get(PLACES).status_code) == (200, 200)
