"""Roles of one's own: what they allow holds at once, and nobody makes one that allows more than they may."""

from __future__ import annotations

import pytest
from tests.cast import NOW, Cast

from milepost.apps.org.actions.grant_role import grant_role
from milepost.apps.org.actions.manage_roles import create_role

ROLES = "/api/v1/roles"
JSON = {"content_type": "application/json"}


@pytest.fixture
def sam(cast: Cast):
    """Mona as Sam, who keeps the settings of the whole organisation, and may do little else."""
    key = create_role(actor_id=cast.alice.pk, name="Settings keeper", capabilities=["view", "settings", "comment"], at=NOW)
    grant_role(actor_id=cast.alice.pk, person_id=cast.mona.pk, node_id=cast.organisation.pk, role=key, at=NOW)
    return cast.mona


def test_what_a_role_may_do_is_said_in_words(as_, cast: Cast) -> None:
    told = as_(cast.vera).get(ROLES).json()
    assert [role["key"] for role in told["items"]] == ["owner", "manager", "editor", "contributor", "viewer", "guest"]
    assert told["items"][-1] == {
        "key": "guest",
        "name": "Guest",
        "about": "",
        "capabilities": ["view"],
        "built_in": True,
        "second_factor": False,
        "held": 1,
        "without": None,
    }
    assert [one["word"] for one in told["capabilities"]][:2] == ["view", "comment"]
    assert as_(cast.charlie).get(ROLES).json()["items"] == []


def test_a_role_of_ones_own_is_made_given_changed_and_deleted(as_, cast: Cast) -> None:
    alice, charlie = as_(cast.alice), as_(cast.charlie)
    made = alice.post(ROLES, {"name": "Prüfer", "about": "Reads and comments", "capabilities": ["comment"]}, **JSON)
    assert (made.status_code, made.json()["key"], made.json()["capabilities"]) == (201, "prufer", ["view", "comment"])
    grant_role(actor_id=cast.alice.pk, person_id=cast.charlie.pk, node_id=cast.project.pk, role="prufer", at=NOW)
    place = f"/api/v1/nodes/{cast.project.pk}"
    assert charlie.get(place).json()["capabilities"] == ["view", "comment"]
    assert alice.patch(f"{ROLES}/prufer", {"capabilities": ["view", "edit"]}, **JSON).status_code == 200
    assert charlie.get(place).json()["capabilities"] == ["view", "edit"]
    held = alice.delete(f"{ROLES}/prufer")
    assert (held.status_code, held.json()["code"], held.json()["data"]["count"]) == (409, "role.in_use", 1)
    alice.delete(f"/api/v1/nodes/{cast.project.pk}/access/{cast.charlie.pk}/prufer")
    assert alice.delete(f"{ROLES}/prufer").status_code == 204


def test_nobody_makes_or_widens_a_role_beyond_their_own(as_, cast: Cast, sam) -> None:
    browser = as_(sam)
    refused = browser.post(ROLES, {"name": "Boss", "capabilities": ["people", "share"]}, **JSON)
    assert (refused.status_code, refused.json()["code"], refused.json()["data"]["words"]) == (403, "role.beyond_own", "share, people")
    widened = browser.patch(f"{ROLES}/settings_keeper", {"capabilities": ["view", "settings", "people"]}, **JSON)
    assert (widened.status_code, widened.json()["code"]) == (403, "role.beyond_own")
    create_role(actor_id=cast.alice.pk, name="Editor in chief", capabilities=["edit", "share"], at=NOW)
    assert browser.patch(f"{ROLES}/editor_in_chief", {"capabilities": ["view"]}, **JSON).status_code == 403
    assert browser.post(ROLES, {"name": "Talker", "capabilities": ["comment"]}, **JSON).status_code == 201


def test_a_built_in_role_stays_as_it_is(as_, cast: Cast) -> None:
    for answer in (
        as_(cast.alice).patch(f"{ROLES}/viewer", {"capabilities": ["view"]}, **JSON),
        as_(cast.alice).delete(f"{ROLES}/guest"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (409, "role.built_in")


def test_a_role_needs_a_name_of_its_own_and_capabilities_that_there_are(as_, cast: Cast) -> None:
    alice = as_(cast.alice)
    assert alice.post(ROLES, {"name": "VIEWER", "capabilities": []}, **JSON).json()["code"] == "name.taken"
    assert alice.post(ROLES, {"name": "Flyer", "capabilities": ["fly"]}, **JSON).status_code == 422
    assert alice.patch(f"{ROLES}/nothing", {"name": "x"}, **JSON).status_code == 404
    keys = [alice.post(ROLES, {"name": name, "capabilities": []}, **JSON).json()["key"] for name in ("Read-er", "Read er", "监督")]
    assert keys == ["read_er", "read_er_2", "role"]
