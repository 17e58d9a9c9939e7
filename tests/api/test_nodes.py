"""The tree through the API: who sees what, who may change what."""

from __future__ import annotations

from tests.cast import NOW, Cast

from milepost.apps.org.actions.create_node import create_node
from milepost.apps.org.actions.grant_role import grant_role
from milepost.apps.trail.models import Event

NODES = "/api/v1/nodes"


def names(answer) -> list[str]:
    return [item["name"] for item in answer.json()["items"]]


def test_alice_walks_down_from_the_root(as_, cast: Cast) -> None:
    alice = as_(cast.alice)
    root = alice.get(NODES).json()["items"]
    assert [(node["name"], node["has_children"]) for node in root] == [("Kilometre Zero", True)]
    assert "settings" in root[0]["capabilities"]
    assert names(alice.get(f"{NODES}?parent={root[0]['id']}")) == ["The unit"]


def test_bob_passes_the_names_on_the_way_to_what_he_sees_and_nothing_beside_it(as_, cast: Cast) -> None:
    create_node(actor_id=cast.alice.pk, parent_id=cast.organisation.pk, kind="unit", name="Secret unit", at=NOW)
    bob = as_(cast.bob)
    assert names(bob.get(f"{NODES}?parent={cast.organisation.pk}")) == ["The unit"]
    on_the_way = bob.get(f"{NODES}/{cast.unit.pk}").json()
    assert (on_the_way["name"], on_the_way["capabilities"]) == ("The unit", [])
    programme = bob.get(f"{NODES}/{cast.programme.pk}").json()
    assert [step["name"] for step in programme["path"]] == ["Kilometre Zero", "The unit", "The portfolio", "The programme"]
    assert programme["capabilities"] == ["view", "comment", "edit", "create", "directory"]


def test_charlie_sees_an_empty_tree_and_no_node(as_, cast: Cast) -> None:
    charlie = as_(cast.charlie)
    assert names(charlie.get(NODES)) == []
    assert names(charlie.get(f"{NODES}?parent={cast.organisation.pk}")) == []
    assert names(charlie.get(f"{NODES}?q=the")) == []
    unknown, hidden = charlie.get(f"{NODES}/12345"), charlie.get(f"{NODES}/{cast.project.pk}")
    assert hidden.status_code == 404
    assert hidden.json() == unknown.json()
    assert hidden["Content-Type"] == "application/problem+json"


def test_search_finds_only_what_one_sees(as_, cast: Cast) -> None:
    assert names(as_(cast.alice).get(f"{NODES}?q=PRO")) == ["The programme", "The project"]
    assert names(as_(cast.bob).get(f"{NODES}?q=unit")) == []
    assert names(as_(cast.alice).get(f"{NODES}?q=the&parent={cast.programme.pk}")) == ["The programme", "The project"]


def test_a_list_comes_in_pages(as_, cast: Cast) -> None:
    for number in range(5):
        create_node(actor_id=cast.alice.pk, parent_id=cast.unit.pk, kind="folder", name=f"Folder {number}", at=NOW)
    first = as_(cast.alice).get(f"{NODES}?parent={cast.unit.pk}&limit=4").json()
    rest = as_(cast.alice).get(f"{NODES}?parent={cast.unit.pk}&limit=4&offset={first['next_offset']}").json()
    assert len(first["items"]) == 4
    assert [item["name"] for item in rest["items"]] == ["Folder 3", "Folder 4"]
    assert rest["next_offset"] is None


def test_bob_creates_a_project_and_vera_may_not(as_, cast: Cast) -> None:
    body = {"parent_id": cast.programme.pk, "kind": "project", "name": "  New bridge "}
    made = as_(cast.bob).post(NODES, body, content_type="application/json")
    assert made.status_code == 201, made.content
    assert made.json()["name"] == "New bridge"
    assert Event.objects.get(kind="node.created", node_id=made.json()["id"]).actor_id == cast.bob.pk
    refused = as_(cast.vera).post(NODES, body, content_type="application/json")
    assert (refused.status_code, refused.json()["code"]) == (403, "not_allowed")
    hidden = as_(cast.charlie).post(NODES, body, content_type="application/json")
    assert (hidden.status_code, hidden.json()["code"]) == (404, "not_found")


def test_a_project_holds_only_folders(as_, cast: Cast) -> None:
    body = {"parent_id": cast.project.pk, "kind": "programme", "name": "Inside out"}
    answer = as_(cast.alice).post(NODES, body, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (422, "node.bad_place")


def test_a_moved_node_takes_all_below_it_and_rights_follow(as_, cast: Cast) -> None:
    alice = as_(cast.alice)
    other = create_node(actor_id=cast.alice.pk, parent_id=cast.unit.pk, kind="programme", name="Other", at=NOW)
    answer = alice.patch(f"{NODES}/{cast.project.pk}", {"parent_id": other.pk, "name": "Moved"}, content_type="application/json")
    assert answer.status_code == 200, answer.content
    assert [step["name"] for step in answer.json()["path"]] == ["Kilometre Zero", "The unit", "Other", "Moved"]
    assert as_(cast.bob).get(f"{NODES}/{cast.project.pk}").status_code == 404
    below = alice.patch(f"{NODES}/{cast.unit.pk}", {"parent_id": other.pk}, content_type="application/json")
    assert (below.status_code, below.json()["code"]) == (422, "node.below_itself")


def test_who_may_see_a_node(as_, cast: Cast) -> None:
    answer = as_(cast.vera).get(f"{NODES}/{cast.project.pk}/access").json()
    held = [(item["person"]["name"], item["role"], item["node_name"], item["inherited"]) for item in answer["items"]]
    assert held == [
        ("Alice", "owner", "Kilometre Zero", True),
        ("Bob", "editor", "The programme", True),
        ("Gus", "guest", "The programme", True),
        ("Vera", "viewer", "The programme", True),
    ]
    assert as_(cast.gus).get(f"{NODES}/{cast.project.pk}/access").status_code == 403


def test_alice_lets_charlie_in_and_out_again(as_, cast: Cast) -> None:
    place = f"{NODES}/{cast.project.pk}"
    alice, charlie = as_(cast.alice), as_(cast.charlie)
    answer = alice.post(f"{place}/access", {"person_id": cast.charlie.pk, "role": "viewer"}, content_type="application/json")
    assert answer.status_code == 201, answer.content
    assert charlie.get(place).status_code == 200
    assert alice.delete(f"{place}/access/{cast.charlie.pk}/viewer").status_code == 204
    assert charlie.get(place).status_code == 404


def test_nobody_grants_more_than_they_hold(as_, cast: Cast) -> None:
    grant_role(actor_id=cast.alice.pk, person_id=cast.bob.pk, node_id=cast.project.pk, role="manager", at=NOW)
    body = {"person_id": cast.charlie.pk, "role": "owner"}
    answer = as_(cast.bob).post(f"{NODES}/{cast.project.pk}/access", body, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (403, "role.more_than_own")


def test_the_last_owner_stays(as_, cast: Cast) -> None:
    answer = as_(cast.alice).delete(f"{NODES}/{cast.organisation.pk}/access/{cast.alice.pk}/owner")
    assert (answer.status_code, answer.json()["code"]) == (409, "role.last_owner")


def test_a_request_that_does_not_fit_says_where(as_, cast: Cast) -> None:
    answer = as_(cast.alice).post(NODES, {"kind": "galaxy", "name": ""}, content_type="application/json")
    assert answer.status_code == 422
    assert {finding["where"].split(".")[-1] for finding in answer.json()["data"]["findings"]} == {"parent_id", "kind", "name"}
