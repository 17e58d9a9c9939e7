"""What somebody sees, and why they see it: for who gives roles or manages people there, and of oneself always."""

from __future__ import annotations

from tests.cast import NOW, Cast

from milepost.apps.org.actions.grant_role import grant_role, grant_role_to_group
from milepost.apps.org.actions.manage_groups import add_members, create_group

JSON = {"content_type": "application/json"}


def in_a_group(cast: Cast) -> int:
    """Vera is in the group "Board", which manages the unit."""
    group = create_group(actor_id=cast.alice.pk, name="Board", at=NOW)
    add_members(actor_id=cast.alice.pk, group_id=group, person_ids=[cast.vera.pk], at=NOW)
    grant_role_to_group(actor_id=cast.alice.pk, group_id=group, node_id=cast.unit.pk, role="manager", at=NOW)
    return group


def test_why_names_each_grant_who_gave_it_and_through_which_group(as_, cast: Cast) -> None:
    group = in_a_group(cast)
    told = as_(cast.alice).get(f"/api/v1/nodes/{cast.project.pk}/why?person={cast.vera.pk}").json()
    assert told["person"] == {"id": cast.vera.pk, "name": "Vera"}
    assert told["capabilities"][:3] == ["view", "comment", "edit"]
    assert [(one["role"], one["node_name"], one["group"], one["by"]["name"]) for one in told["because"]] == [
        ("viewer", "The programme", None, "Alice"),
        ("manager", "The unit", {"id": group, "name": "Board"}, "Alice"),
    ]
    assert told["because"][0]["at"] == "2026-03-02T08:00:00Z"


def test_why_not_is_an_answer_too(as_, cast: Cast) -> None:
    told = as_(cast.alice).get(f"/api/v1/nodes/{cast.project.pk}/why?person={cast.charlie.pk}").json()
    assert (told["capabilities"], told["because"]) == ([], [])


def test_one_may_ask_about_oneself_but_not_about_others_without_a_right(as_, cast: Cast) -> None:
    place = f"/api/v1/nodes/{cast.project.pk}/why?person="
    assert as_(cast.gus).get(f"{place}{cast.gus.pk}").json()["because"][0]["role"] == "guest"
    assert as_(cast.gus).get(f"{place}{cast.vera.pk}").status_code == 403
    assert as_(cast.charlie).get(f"{place}{cast.vera.pk}").status_code == 404
    assert as_(cast.alice).get(f"{place}4711").status_code == 404


def test_all_that_somebody_sees(as_, cast: Cast) -> None:
    in_a_group(cast)
    told = as_(cast.alice).get(f"/api/v1/people/{cast.vera.pk}/sees").json()
    assert [(one["node"]["name"], [why["role"] for why in one["because"]]) for one in told["items"]] == [
        ("The unit", ["manager"]),
        ("The programme", ["viewer", "manager"]),
    ]
    assert told["items"][1]["path"][0]["name"] == "Kilometre Zero"
    assert told["nodes"] == 4


def test_what_somebody_sees_is_told_only_where_one_gives_roles(as_, cast: Cast) -> None:
    in_a_group(cast)
    grant_role(actor_id=cast.alice.pk, person_id=cast.mona.pk, node_id=cast.project.pk, role="manager", at=NOW)
    grant_role(actor_id=cast.alice.pk, person_id=cast.vera.pk, node_id=cast.portfolio.pk, role="guest", at=NOW)
    told = as_(cast.mona).get(f"/api/v1/people/{cast.vera.pk}/sees").json()
    assert [one["node"]["name"] for one in told["items"]] == ["The project"]
    assert {why["node_name"] for why in told["items"][0]["because"]} == {"The programme", "The unit", "The portfolio"}
    assert told["nodes"] == 1
    assert as_(cast.vera).get(f"/api/v1/people/{cast.mona.pk}/sees").status_code == 200
    assert as_(cast.bob).get(f"/api/v1/people/{cast.vera.pk}/sees").status_code == 403
    assert as_(cast.gus).get(f"/api/v1/people/{cast.vera.pk}/sees").status_code == 404


def test_a_guest_sees_what_was_granted_and_no_directory(as_, cast: Cast) -> None:
    told = as_(cast.gus).get(f"/api/v1/people/{cast.gus.pk}/sees").json()
    assert [(one["node"]["name"], one["capabilities"]) for one in told["items"]] == [("The programme", ["view"])]
    assert [one["name"] for one in as_(cast.gus).get("/api/v1/people").json()["items"]] == ["Gus"]
    assert as_(cast.gus).get(f"/api/v1/nodes/{cast.project.pk}/access").status_code == 403
    assert as_(cast.gus).get("/api/v1/groups").json() == {"items": []}


def test_a_grant_names_one_person_or_one_group(as_, cast: Cast) -> None:
    place = f"/api/v1/nodes/{cast.project.pk}/access"
    both = {"person_id": cast.vera.pk, "group_id": 1, "role": "viewer"}
    assert as_(cast.alice).post(place, both, **JSON).status_code == 422
    assert as_(cast.alice).post(place, {"role": "viewer"}, **JSON).status_code == 422
