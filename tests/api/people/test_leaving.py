"""Somebody leaves: their account ends, what they had goes to somebody else, history keeps their name; and they may come back."""

from __future__ import annotations

from django.core.cache import cache
from django.test import Client
from tests.api.people.test_accounts import signed_in, who
from tests.cast import NOW, Cast

from milepost.apps.org.actions.create_token import create_token
from milepost.apps.org.actions.grant_role import grant_role, revoke_role
from milepost.apps.org.actions.invite_people import invite_people
from milepost.apps.org.actions.manage_groups import add_members, create_group
from milepost.apps.org.actions.manage_roles import create_role
from milepost.apps.org.addresses import Addressee
from milepost.apps.org.models import Invite, Node, Person
from milepost.apps.sheets.actions.create_sheet import create_sheet
from milepost.apps.trail.models import Event
from milepost.doors.clock import real_now
from milepost.engines.sheet import NewRow

JSON = {"content_type": "application/json"}


def settle(cast: Cast) -> str:
    """Bob manages the project, sponsors the unit, is in a group, has a token and invited Nina; his token is given back."""
    alice = cast.alice.pk
    Node.objects.unscoped(reason="a test").filter(id=cast.project.pk).update(manager=cast.bob)
    Node.objects.unscoped(reason="a test").filter(id=cast.unit.pk).update(sponsor=cast.bob)
    group = create_group(actor_id=alice, name="Crew", at=NOW)
    add_members(actor_id=alice, group_id=group, person_ids=[cast.bob.pk], at=NOW)
    key = create_role(actor_id=alice, name="Inviter", capabilities=["share", "people", "comment", "directory"], at=NOW)
    grant_role(actor_id=alice, person_id=cast.bob.pk, node_id=cast.programme.pk, role=key, at=NOW)
    nina = [Addressee("nina@example.org")]
    invite_people(actor_id=cast.bob.pk, people=nina, node_id=cast.programme.pk, role="viewer", at=real_now())
    return create_token(actor_id=cast.bob.pk, name="Script", scopes=["read"], at=real_now())[1]


def leave(browser: Client, person: Person, **more: object):
    return browser.post(f"/api/v1/people/{person.pk}/leave", more, **JSON)


def task_list(cast: Cast, node: Node, name: str, rows: tuple[NewRow, ...]) -> int:
    return create_sheet(actor_id=cast.alice.pk, node_id=node.pk, kind="task_list", name=name, rows=rows, at=NOW).sheet_id


def test_a_dry_run_tells_what_would_end_and_changes_nothing(as_, cast: Cast) -> None:
    settle(cast)
    told = leave(as_(cast.alice), cast.bob, dry_run=True, hand_over_to=cast.vera.pk).json()
    assert {key: told[key] for key in ("groups", "roles", "tokens", "invites")} == {
        "groups": ["Crew"],
        "roles": 2,
        "tokens": 1,
        "invites": 1,
    }
    assert [(one["what"], one["name"], one["mine"]) for one in told["holds"]] == [
        ("sponsors", "The unit", True), ("manages", "The project", True),
    ]  # fmt: skip
    cast.bob.refresh_from_db()
    assert (cast.bob.is_active, cast.bob.memberships.count(), cast.bob.tokens.count()) == (True, 1, 1)
    assert Event.objects.filter(kind="person.left").count() == 0


def test_who_leaves_is_out_at_once_and_their_things_go_to_somebody_else(as_, cast: Cast) -> None:
    cache.clear()
    token, browser = settle(cast), signed_in("bob@example.org")
    assert leave(as_(cast.alice), cast.bob, hand_over_to=cast.vera.pk).status_code == 200
    assert who(browser) is None
    assert who(signed_in("bob@example.org")) is None
    assert Client().get("/api/v1/nodes", headers={"Authorization": f"Bearer {token}"}).status_code == 401
    project, unit = (Node.objects.unscoped(reason="a test").get(id=node.pk) for node in (cast.project, cast.unit))
    assert (project.manager_id, unit.sponsor_id) == (cast.vera.pk, cast.vera.pk)
    assert Invite.objects.get().revoked_at is not None
    access = as_(cast.alice).get(f"/api/v1/nodes/{cast.programme.pk}/access").json()["items"]
    assert "Bob" not in [one["person"]["name"] for one in access if one["person"]]
    assert [one["name"] for one in as_(cast.alice).get("/api/v1/people?left=true").json()["items"]] == ["Bob"]
    assert as_(cast.vera).get("/api/v1/people?left=true").json()["items"] == []
    assert as_(cast.alice).get(f"/api/v1/people/{cast.bob.pk}").json()["name"] == "Bob"


def test_somebody_comes_back_with_their_own_roles_but_not_their_groups(as_, cast: Cast) -> None:
    cache.clear()
    settle(cast)
    leave(as_(cast.alice), cast.bob)
    refused = as_(cast.alice).post(f"/api/v1/people/{cast.bob.pk}/password-link")
    assert (refused.status_code, refused.json()["code"]) == (409, "person.left")
    back = as_(cast.alice).post(f"/api/v1/people/{cast.bob.pk}/restore")
    assert (back.status_code, back.json()["active"], back.json()["account"]["groups"]) == (200, True, [])
    bob = signed_in("bob@example.org")
    assert "edit" in bob.get(f"/api/v1/nodes/{cast.project.pk}").json()["capabilities"]
    again = as_(cast.alice).post(f"/api/v1/people/{cast.bob.pk}/restore")
    assert (again.status_code, again.json()["code"]) == (409, "person.still_here")
    assert leave(as_(cast.alice), cast.bob).status_code == 200
    assert leave(as_(cast.alice), cast.bob).json()["code"] == "person.left"


def test_the_last_owner_cannot_leave_even_by_their_own_wish(as_, cast: Cast) -> None:
    for dry_run in (True, False):
        refused = leave(as_(cast.alice), cast.alice, dry_run=dry_run)
        assert (refused.status_code, refused.json()["code"]) == (409, "role.last_owner")
    grant_role(actor_id=cast.alice.pk, person_id=cast.bob.pk, node_id=cast.organisation.pk, role="owner", at=NOW)
    assert leave(as_(cast.alice), cast.alice).status_code == 200
    assert Person.objects.get(id=cast.alice.pk).is_active is False


def test_nobody_sends_away_who_may_more_and_hands_over_only_to_who_is_here(as_, cast: Cast) -> None:
    settle(cast)
    revoke_role(actor_id=cast.alice.pk, person_id=cast.bob.pk, node_id=cast.programme.pk, role="editor", at=NOW)
    refused = leave(as_(cast.bob), cast.alice)
    assert (refused.status_code, refused.json()["code"]) == (403, "person.more_than_own")
    assert leave(as_(cast.bob), cast.vera).status_code == 200
    for heir in (cast.vera.pk, cast.gus.pk, 4711):
        answer = leave(as_(cast.alice), cast.gus, hand_over_to=heir)
        assert (answer.status_code, answer.json()["data"]["field"]) == (422, "hand_over_to")


def test_open_rows_go_to_somebody_else_and_what_is_done_stays(as_, cast: Cast) -> None:
    both = [cast.bob.pk, cast.vera.pk]
    rows = (
        NewRow(11, None, {"name": "Dig", "owner": cast.bob.pk, "status": "open"}),
        NewRow(12, None, {"name": "Dug", "owner": cast.bob.pk, "status": "done"}),
        NewRow(13, None, {"name": "Fill", "owner": cast.vera.pk}),
        NewRow(14, None, {"name": "Paint", "owner": cast.bob.pk, "progress": 100}),
    )
    sheets = [task_list(cast, node, name, rows) for node, name in ((cast.project, "Tasks"), (cast.unit, "Tasks of the unit"))]
    alice, place = as_(cast.alice), f"/api/v1/sheets/{sheets[0]}"
    assert alice.post(f"{place}/columns", {"title": "Helpers", "type": "people"}, **JSON).status_code == 201
    key = next(column["key"] for column in alice.get(place).json()["columns"] if column["title"] == "Helpers")
    body = {"ops": [{"op": "set", "row": 13, "cells": {key: both}}]}
    assert alice.patch(place, body, **JSON).status_code == 200
    told = leave(as_(cast.alice), cast.bob, dry_run=True).json()
    assert [(one["what"], one["name"], one["count"], one["mine"]) for one in told["holds"]] == [
        ("rows", "Tasks of the unit", 1, True), ("rows", "Tasks", 2, True),
    ]  # fmt: skip
    leave(as_(cast.alice), cast.bob, hand_over_to=cast.cora.pk)
    cells = {row["id"]: row["cells"] for row in alice.get(place).json()["rows"]}
    assert [cells[row].get("owner") for row in (11, 12, 13, 14)] == [cast.cora.pk, cast.bob.pk, cast.vera.pk, cast.bob.pk]
    assert cells[13][key] == [cast.cora.pk, cast.vera.pk]
    changes = as_(cast.alice).get(f"/api/v1/sheets/{sheets[1]}/activity").json()["items"]
    assert changes[0]["actor_id"] == cast.alice.pk


def test_who_may_not_edit_a_register_leaves_it_in_the_name_of_who_left(as_, cast: Cast) -> None:
    rows = (NewRow(11, None, {"name": "Dig", "owner": cast.bob.pk}),)
    task_list(cast, cast.unit, "Hidden", rows)
    task_list(cast, cast.project, "Seen", rows)
    words = ["view", "comment", "directory", "share", "people", "edit", "create"]
    key = create_role(actor_id=cast.alice.pk, name="People person", capabilities=words, at=NOW)
    grant_role(actor_id=cast.alice.pk, person_id=cast.mona.pk, node_id=cast.programme.pk, role=key, at=NOW)
    told = leave(as_(cast.mona), cast.bob, hand_over_to=cast.vera.pk).json()
    assert [(one["name"], one["node_id"] == 0, one["mine"]) for one in told["holds"]] == [("", True, False), ("Seen", False, True)]
    left = leave(as_(cast.alice), cast.vera, dry_run=True).json()
    assert [one["name"] for one in left["holds"]] == ["Seen"]
