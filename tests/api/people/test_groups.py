"""Groups: what is granted to a group its members hold, and nobody gives by a group what they do not hold."""

from __future__ import annotations

from typing import Any

import pytest
from tests.cast import NOW, Cast

from milepost.apps.org.actions.grant_role import grant_role
from milepost.apps.org.actions.manage_roles import create_role
from milepost.apps.trail.models import Event

GROUPS = "/api/v1/groups"
JSON = {"content_type": "application/json"}


@pytest.fixture
def crew(as_, cast: Cast) -> int:
    """A group "Site crew" with Charlie in it, made by Alice; it holds nothing yet."""
    alice = as_(cast.alice)
    made = alice.post(GROUPS, {"name": "Site crew"}, **JSON)
    assert made.status_code == 201
    assert alice.post(f"{GROUPS}/{made.json()['id']}/members", {"person_ids": [cast.charlie.pk]}, **JSON).status_code == 200
    return made.json()["id"]


@pytest.fixture
def pia(cast: Cast) -> Any:
    """Mona as Pia: she manages people and shares at the programme, and holds nothing above it."""
    key = create_role(
        actor_id=cast.alice.pk, name="People person", capabilities=["view", "comment", "directory", "share", "people", "edit"], at=NOW
    )
    grant_role(actor_id=cast.alice.pk, person_id=cast.mona.pk, node_id=cast.programme.pk, role=key, at=NOW)
    return cast.mona


def give(browser, node_id: int, group_id: int, role: str):
    return browser.post(f"/api/v1/nodes/{node_id}/access", {"group_id": group_id, "role": role}, **JSON)


def test_what_a_group_holds_its_members_hold_as_long_as_they_are_in_it(as_, cast: Cast, crew: int) -> None:
    alice, charlie = as_(cast.alice), as_(cast.charlie)
    place = f"/api/v1/nodes/{cast.project.pk}"
    assert charlie.get(place).status_code == 404
    given = give(alice, cast.programme.pk, crew, "viewer")
    assert given.status_code == 201
    assert [one["group"]["name"] for one in given.json()["items"] if one["group"]] == ["Site crew"]
    assert charlie.get(place).json()["capabilities"] == ["view", "comment", "directory"]
    assert alice.delete(f"{GROUPS}/{crew}/members/{cast.charlie.pk}").status_code == 204
    assert charlie.get(place).status_code == 404
    kinds = list(Event.objects.filter(kind__startswith="group.").order_by("id").values_list("kind", flat=True))
    assert kinds == ["group.created", "group.member_added", "group.member_removed"]


def test_taking_a_role_from_a_group_takes_it_from_its_members(as_, cast: Cast, crew: int) -> None:
    alice = as_(cast.alice)
    give(alice, cast.programme.pk, crew, "viewer")
    access = f"/api/v1/nodes/{cast.programme.pk}/access/groups/{crew}/viewer"
    assert as_(cast.vera).delete(access).status_code == 403
    assert alice.delete(access).status_code == 204
    assert alice.delete(access).status_code == 404
    assert as_(cast.charlie).get(f"/api/v1/nodes/{cast.project.pk}").status_code == 404


def test_deleting_a_group_ends_what_was_held_through_it(as_, cast: Cast, crew: int) -> None:
    alice = as_(cast.alice)
    give(alice, cast.programme.pk, crew, "viewer")
    assert alice.delete(f"{GROUPS}/{crew}").status_code == 204
    assert as_(cast.charlie).get(f"/api/v1/nodes/{cast.project.pk}").status_code == 404
    assert alice.get(GROUPS).json() == {"items": []}


def test_nobody_adds_a_member_to_a_group_that_holds_more_than_they_do(as_, cast: Cast, crew: int, pia) -> None:
    give(as_(cast.alice), cast.organisation.pk, crew, "owner")
    browser = as_(pia)
    refused = browser.post(f"{GROUPS}/{crew}/members", {"person_ids": [pia.pk]}, **JSON)
    assert (refused.status_code, refused.json()["code"]) == (403, "group.more_than_own")
    assert "Site crew" in refused.json()["detail"]
    for gone in (browser.delete(f"{GROUPS}/{crew}/members/{cast.charlie.pk}"), browser.delete(f"{GROUPS}/{crew}")):
        assert gone.status_code == 403


def test_who_manages_people_fills_a_group_that_holds_no_more_than_they_do(as_, cast: Cast, crew: int, pia) -> None:
    assert give(as_(pia), cast.project.pk, crew, "viewer").status_code == 201
    assert as_(pia).post(f"{GROUPS}/{crew}/members", {"person_ids": [cast.gus.pk]}, **JSON).status_code == 200
    refused = give(as_(pia), cast.project.pk, crew, "manager")
    assert (refused.status_code, refused.json()["code"]) == (403, "role.more_than_own")


def test_the_last_owner_stays_also_where_they_own_through_a_group(as_, cast: Cast, crew: int) -> None:
    alice, charlie = as_(cast.alice), as_(cast.charlie)
    give(alice, cast.organisation.pk, crew, "owner")
    own = f"/api/v1/nodes/{cast.organisation.pk}/access/{cast.alice.pk}/owner"
    assert charlie.delete(own).status_code == 204
    for last in (
        charlie.delete(f"{GROUPS}/{crew}"),
        charlie.delete(f"{GROUPS}/{crew}/members/{cast.charlie.pk}"),
        charlie.delete(f"/api/v1/nodes/{cast.organisation.pk}/access/groups/{crew}/owner"),
    ):
        assert (last.status_code, last.json()["code"]) == (409, "role.last_owner")
    assert charlie.get(f"{GROUPS}/{crew}").status_code == 200


def test_a_group_is_known_to_its_members_and_to_who_gives_roles(as_, cast: Cast, crew: int) -> None:
    assert [one["name"] for one in as_(cast.charlie).get(GROUPS).json()["items"]] == ["Site crew"]
    assert as_(cast.charlie).get(f"{GROUPS}/{crew}").json()["people"][0]["name"] == "Charlie"
    assert as_(cast.vera).get(GROUPS).json() == {"items": []}
    assert as_(cast.vera).get(f"{GROUPS}/{crew}").status_code == 404


def test_two_groups_of_one_name_and_a_person_who_is_not_there_are_refused(as_, cast: Cast, crew: int) -> None:
    alice = as_(cast.alice)
    again = alice.post(GROUPS, {"name": " site  CREW "}, **JSON)
    assert (again.status_code, again.json()["code"]) == (409, "name.taken")
    assert alice.post(f"{GROUPS}/{crew}/members", {"person_ids": [4711]}, **JSON).status_code == 404
    renamed = alice.patch(f"{GROUPS}/{crew}", {"name": "Night crew", "about": "Works at night"}, **JSON)
    assert (renamed.json()["name"], renamed.json()["about"]) == ("Night crew", "Works at night")


def test_who_is_in_a_group_may_be_mentioned_and_known(as_, cast: Cast, crew: int) -> None:
    give(as_(cast.alice), cast.programme.pk, crew, "viewer")
    assert "Charlie" in [one["name"] for one in as_(cast.vera).get("/api/v1/people").json()["items"]]
