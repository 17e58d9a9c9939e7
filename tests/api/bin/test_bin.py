"""Bring back what was deleted."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from tests.api.comments.test_comments import Talk
from tests.api.sheets.conftest import GARDEN, HOUSE, ROOF, WALLS
from tests.cast import NOW, Cast

from milepost.apps.org.actions.create_node import create_node
from milepost.apps.org.actions.grant_role import grant_role, revoke_role


class Bin:
    """Somebody and the bin."""

    def __init__(self, browser: Client) -> None:
        self.browser = browser

    def holds(self, **query: Any) -> list[dict[str, Any]]:
        """What they find there, the last deleted first."""
        answer = self.browser.get("/api/v1/bin", query)
        assert answer.status_code == 200, answer.content
        return answer.json()["items"]

    def names(self, **query: Any) -> list[tuple[str, str]]:
        """Sort and name of what they find."""
        return sorted((item["what"], item["name"]) for item in self.holds(**query))

    def delete(self, place: str, expect: int = 204) -> Any:
        """Delete what has this address."""
        answer = self.browser.delete(f"/api/v1/{place}")
        assert answer.status_code == expect, answer.content
        return answer.json() if answer.content else None

    def restore(self, what: str, id: int, expect: int = 204, **more: Any) -> Any:
        """Bring something back."""
        answer = self.browser.post("/api/v1/bin/restore", {"what": what, "id": id, **more}, content_type="application/json")
        assert answer.status_code == expect, answer.content
        return answer.json() if answer.content else None


@pytest.fixture
def bin_of(as_):
    """`bin_of(alice).restore(...)`."""
    return lambda person: Bin(as_(person))


def names_below(browser: Client, node_id: int) -> list[str]:
    return [item["name"] for item in browser.get(f"/api/v1/nodes?parent={node_id}").json()["items"]]


# nodes


def test_alice_deletes_a_programme_and_brings_it_back_with_all_below(bin_of, as_, opened, cast: Cast) -> None:
    alice = bin_of(cast.alice)
    alice.delete(f"nodes/{cast.programme.pk}")
    assert names_below(alice.browser, cast.portfolio.pk) == []
    assert as_(cast.bob).get(f"/api/v1/nodes/{cast.project.pk}").status_code == 404
    opened(cast.bob).get(expect=404)
    [item] = alice.holds()
    assert (item["what"], item["kind"], item["name"], item["by"], item["above_deleted"]) == (
        "node",
        "programme",
        "The programme",
        "Alice",
        False,
    )
    assert item["within"] == ["Kilometre Zero", "The unit", "The portfolio"]
    alice.restore("node", cast.programme.pk)
    assert names_below(alice.browser, cast.portfolio.pk) == ["The programme"]
    assert opened(cast.bob).rows()[WALLS]["amount"] == 300, "grants and sheets are there again"
    assert alice.holds() == []


def test_the_organisation_stays_and_an_editor_deletes_no_nodes(bin_of, cast: Cast) -> None:
    assert bin_of(cast.alice).delete(f"nodes/{cast.organisation.pk}", expect=422)["code"] == "node.root_stays"
    bin_of(cast.bob).delete(f"nodes/{cast.project.pk}", expect=403)
    bin_of(cast.charlie).delete(f"nodes/{cast.project.pk}", expect=404)


def test_who_could_delete_it_may_restore_it_and_nobody_else(bin_of, cast: Cast) -> None:
    grant_role(actor_id=cast.alice.pk, person_id=cast.mona.pk, node_id=cast.project.pk, role="manager", at=NOW)
    bin_of(cast.mona).delete(f"nodes/{cast.project.pk}")
    assert bin_of(cast.bob).holds() == []
    bin_of(cast.bob).restore("node", cast.project.pk, expect=403)
    bin_of(cast.charlie).restore("node", cast.project.pk, expect=404)
    assert bin_of(cast.mona).names() == [("node", "The project")], "by the grant that lies in the bin too"
    bin_of(cast.mona).restore("node", cast.project.pk)
    bin_of(cast.mona).restore("node", cast.project.pk, expect=404)


def test_what_was_deleted_before_stays_deleted_and_says_where_it_belongs(bin_of, as_, cast: Cast) -> None:
    alice = bin_of(cast.alice)
    alice.delete(f"nodes/{cast.project.pk}")
    alice.delete(f"nodes/{cast.programme.pk}")
    assert {item["name"]: item["above_deleted"] for item in alice.holds()} == {"The project": True, "The programme": False}
    refused = alice.restore("node", cast.project.pk, expect=409)
    assert (refused["code"], refused["data"]["name"], refused["data"]["id"]) == ("bin.above_in_bin", "The programme", cast.programme.pk)
    alice.restore("node", cast.programme.pk)
    assert names_below(alice.browser, cast.programme.pk) == []
    alice.restore("node", cast.project.pk)
    assert names_below(alice.browser, cast.programme.pk) == ["The project"]


def test_with_above_all_comes_back_at_once(bin_of, opened, cast: Cast, sheet_id: int) -> None:
    alice = bin_of(cast.alice)
    said = Talk(alice.browser, sheet_id, WALLS).say("Remember me")
    alice.delete(f"comments/{said['id']}")
    opened(cast.alice).edit({"op": "delete", "rows": [WALLS]})
    opened(cast.alice).edit({"op": "delete", "rows": [HOUSE]})
    alice.delete(f"sheets/{sheet_id}")
    alice.delete(f"nodes/{cast.project.pk}")
    alice.delete(f"nodes/{cast.programme.pk}")
    assert len(alice.holds()) == 6
    assert alice.restore("comment", said["id"], expect=409)["data"]["what"] == "sheet"
    alice.restore("comment", said["id"], above=True)
    assert Talk(alice.browser, sheet_id, WALLS).heard() == ["Remember me"]
    assert alice.holds() == []


def test_a_node_comes_back_to_where_its_parent_lies_now(bin_of, cast: Cast) -> None:
    alice = bin_of(cast.alice)
    alice.delete(f"nodes/{cast.project.pk}")
    other = create_node(actor_id=cast.alice.pk, parent_id=cast.unit.pk, kind="portfolio", name="Other", at=NOW)
    moved = alice.browser.patch(f"/api/v1/nodes/{cast.programme.pk}", {"parent_id": other.pk}, content_type="application/json")
    assert moved.status_code == 200, moved.content
    assert alice.holds()[0]["within"] == ["Kilometre Zero", "The unit", "Other", "The programme"]
    alice.restore("node", cast.project.pk)
    told = alice.browser.get(f"/api/v1/nodes/{cast.project.pk}").json()
    assert [step["name"] for step in told["path"]] == ["Kilometre Zero", "The unit", "Other", "The programme", "The project"]


def test_a_name_that_another_has_taken_meanwhile_is_fine(bin_of, cast: Cast) -> None:
    alice = bin_of(cast.alice)
    alice.delete(f"nodes/{cast.project.pk}")
    create_node(actor_id=cast.alice.pk, parent_id=cast.programme.pk, kind="project", name="The project", at=NOW)
    alice.restore("node", cast.project.pk)
    assert names_below(alice.browser, cast.programme.pk) == ["The project", "The project"]


def test_nothing_is_made_or_moved_below_a_deleted_node(bin_of, as_, cast: Cast) -> None:
    alice = bin_of(cast.alice)
    alice.delete(f"nodes/{cast.programme.pk}")
    body = {"parent_id": cast.programme.pk, "kind": "project", "name": "New"}
    assert alice.browser.post("/api/v1/nodes", body, content_type="application/json").status_code == 404
    assert as_(cast.vera).get("/api/v1/nodes").json()["items"] == [], "who held a role only there sees nothing of the way to it"


# sheets


def test_bob_deletes_a_sheet_and_brings_it_back_and_vera_does_neither(bin_of, opened, cast: Cast, sheet_id: int) -> None:
    bin_of(cast.vera).delete(f"sheets/{sheet_id}", expect=403)
    bin_of(cast.bob).delete(f"sheets/{sheet_id}")
    opened(cast.bob).get(expect=404)
    opened(cast.bob).set(WALLS, amount=1, expect=404)
    assert bin_of(cast.vera).holds() == []
    [item] = bin_of(cast.bob).holds()
    assert (item["what"], item["name"], item["within"][-1]) == ("sheet", "Budget", "The project")
    bin_of(cast.vera).restore("sheet", sheet_id, expect=403)
    bin_of(cast.bob).restore("sheet", sheet_id)
    assert opened(cast.bob).set(WALLS, amount=310)["seq"] == 2


# rows


def test_a_row_comes_back_with_its_subtree_whatever_was_edited_since(bin_of, opened, cast: Cast, sheet_id: int) -> None:
    bob = opened(cast.bob)
    bob.edit({"op": "delete", "rows": [HOUSE]})
    bob.set(GARDEN, amount=150)
    bob.edit({"op": "insert", "rows": [{"cells": {"name": "Pond"}}]})
    [item] = bin_of(cast.bob).holds()
    assert (item["what"], item["name"], item["sheet_id"], item["by"]) == ("row", "House", sheet_id, "Bob")
    assert item["within"][-2:] == ["The project", "Budget"]
    bin_of(cast.bob).restore("row", HOUSE, sheet_id=sheet_id)
    assert {row: cells.get("amount") for row, cells in bob.rows().items()}.items() >= {WALLS: 300, ROOF: 200, GARDEN: 150}.items()
    assert bob.rows()[HOUSE]["total"] == 500
    assert [one for one, _ in bob.tree()][1:] == [HOUSE, WALLS, ROOF, GARDEN], "behind what was put on top since"
    assert bin_of(cast.bob).holds() == []


def test_restoring_a_row_is_a_change_that_can_be_undone(bin_of, opened, cast: Cast, sheet_id: int) -> None:
    bob = opened(cast.bob)
    bob.edit({"op": "delete", "rows": [GARDEN]})
    bin_of(cast.bob).restore("row", GARDEN, sheet_id=sheet_id)
    assert GARDEN in bob.rows()
    assert bob.post("undo")["removed"] == [GARDEN]
    assert bin_of(cast.bob).names() == [("row", "Garden")]


def test_of_several_rows_deleted_at_once_one_comes_back_alone(bin_of, opened, cast: Cast, sheet_id: int) -> None:
    bob = opened(cast.bob)
    bob.edit({"op": "delete", "rows": [WALLS, GARDEN]})
    bin_of(cast.bob).restore("row", GARDEN, sheet_id=sheet_id)
    assert bin_of(cast.bob).names() == [("row", "Walls")]
    assert set(bob.rows()) == {HOUSE, ROOF, GARDEN}


def test_a_row_below_a_deleted_one_says_so_first(bin_of, opened, cast: Cast, sheet_id: int) -> None:
    bob = opened(cast.bob)
    bob.edit({"op": "delete", "rows": [WALLS]})
    bob.edit({"op": "delete", "rows": [HOUSE]})
    refused = bin_of(cast.bob).restore("row", WALLS, sheet_id=sheet_id, expect=409)
    assert (refused["data"]["name"], refused["data"]["what"], refused["data"]["id"]) == ("House", "row", HOUSE)
    bin_of(cast.bob).restore("row", WALLS, sheet_id=sheet_id, above=True)
    assert set(bob.rows()) == {HOUSE, WALLS, ROOF, GARDEN}


def test_what_is_not_in_the_bin_cannot_be_restored(bin_of, opened, cast: Cast, sheet_id: int) -> None:
    for what, id in (("row", WALLS), ("sheet", sheet_id), ("node", cast.project.pk), ("comment", 4), ("file", 4)):
        assert bin_of(cast.alice).restore(what, id, sheet_id=sheet_id, expect=404)["code"] == "not_found"
    opened(cast.bob).edit({"op": "delete", "rows": [WALLS]})
    bin_of(cast.vera).restore("row", WALLS, sheet_id=sheet_id, expect=403)
    bin_of(cast.charlie).restore("row", WALLS, sheet_id=sheet_id, expect=404)
    bin_of(cast.bob).restore("row", WALLS, expect=404)


# comments, and looking for things


def test_a_comment_is_restored_by_its_author_alone(bin_of, as_, cast: Cast, sheet_id: int) -> None:
    said = Talk(as_(cast.vera), sheet_id).say("Mine")
    bin_of(cast.vera).delete(f"comments/{said['id']}")
    assert bin_of(cast.alice).holds() == []
    bin_of(cast.alice).restore("comment", said["id"], expect=404)
    assert bin_of(cast.vera).names() == [("comment", "Mine")]
    bin_of(cast.vera).restore("comment", said["id"])
    assert Talk(as_(cast.vera), sheet_id).heard() == ["Mine"]


def test_the_bin_is_searched_by_place_sort_and_words(bin_of, opened, cast: Cast, sheet_id: int) -> None:
    alice = bin_of(cast.alice)
    opened(cast.alice).edit({"op": "delete", "rows": [GARDEN]})
    other = create_node(actor_id=cast.alice.pk, parent_id=cast.unit.pk, kind="project", name="Garden shed", at=NOW)
    alice.delete(f"nodes/{other.pk}")
    assert alice.names() == [("node", "Garden shed"), ("row", "Garden")]
    assert alice.names(q="shed") == [("node", "Garden shed")]
    assert alice.names(what="row") == [("row", "Garden")]
    assert alice.names(node=cast.project.pk) == [("row", "Garden")]
    assert len(alice.holds(limit=1)) == 1
    assert alice.browser.get("/api/v1/bin?limit=1").json()["next_offset"] == 1
    assert alice.browser.get(f"/api/v1/bin?node={other.pk}").status_code == 404


# saved views


def test_a_saved_view_comes_back_to_its_owner_and_a_shared_one_to_editors(bin_of, as_, cast: Cast, sheet_id: int) -> None:
    def saved(person: Any, name: str, shared: bool) -> int:
        body = {"sheet": sheet_id, "name": name, "shared": shared, "config": {}}
        answer = as_(person).post("/api/v1/views", body, content_type="application/json")
        assert answer.status_code == 201, answer.content
        return answer.json()["id"]

    own, shared = saved(cast.vera, "Mine", False), saved(cast.alice, "Ours", True)
    bin_of(cast.vera).delete(f"views/{own}")
    bin_of(cast.alice).delete(f"views/{shared}")
    assert bin_of(cast.vera).names() == [("view", "Mine")]
    assert bin_of(cast.bob).names() == [("view", "Ours")]
    bin_of(cast.vera).restore("view", shared, expect=403)
    bin_of(cast.bob).restore("view", own, expect=404)
    bin_of(cast.bob).restore("view", shared)
    bin_of(cast.alice).delete(f"sheets/{sheet_id}")
    assert bin_of(cast.vera).restore("view", own, expect=409)["data"]["name"] == "Budget"
    bin_of(cast.alice).restore("sheet", sheet_id)
    bin_of(cast.vera).restore("view", own)
    assert bin_of(cast.vera).holds() == []


def test_a_view_of_ones_own_does_not_name_a_place_that_is_no_longer_shared(bin_of, as_, cast: Cast) -> None:
    body = {"kind": "raid", "node": cast.project.pk, "name": "Mine", "shared": False, "config": {}}
    own = as_(cast.vera).post("/api/v1/views", body, content_type="application/json").json()["id"]
    bin_of(cast.vera).delete(f"views/{own}")
    revoke_role(actor_id=cast.alice.pk, person_id=cast.vera.pk, node_id=cast.programme.pk, role="viewer", at=NOW)
    bin_of(cast.alice).delete(f"nodes/{cast.project.pk}")
    bin_of(cast.vera).restore("view", own, expect=404)
