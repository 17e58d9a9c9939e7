"""Somebody leaves: what plans assign to them goes to who takes over, what is done stays theirs."""

from __future__ import annotations

from typing import Any

from django.test import Client
from tests.api.planning.conftest import PlanPage
from tests.cast import Cast

from milepost.apps.org.actions.create_person import create_person
from milepost.doors.clock import now

DAY = 8 * 3600


def leave(browser: Client, person_id: int, **more: Any) -> Any:
    return browser.post(f"/api/v1/people/{person_id}/leave", more, content_type="application/json").json()


def staff(page: PlanPage, **assigned: list[dict[str, Any]]) -> None:
    """The plan knows a crew, one called Bob, and a stand-in who is Vera by her id; and these work on its rows."""
    called = [{"id": 1, "name": "Crew"}, {"id": 2, "name": "bob "}, {"id": 3, "name": "Stand-in"}]
    assert page.edit({"op": "settings", "values": {"resources": called}}).status_code == 200
    for name, shares in assigned.items():
        assert page.set(name, assignments=shares).status_code == 200


def shares(page: PlanPage, name: str) -> list[tuple[int, float, int]]:
    return [(one["resource"], one["units"], one["work"]) for one in page.rows()[name]["assignments"]]


def test_open_assignments_go_to_the_heir_by_a_resource_of_their_own(as_, cast: Cast, bridge: PlanPage) -> None:
    bob, both = {"resource": 2, "units": 1}, [{"resource": 1, "units": 1}, {"resource": 2, "units": 0.5}]
    staff(bridge, Dig=[bob], Pour=[bob], Deck=both)
    told = leave(as_(cast.alice), cast.bob.pk, dry_run=True)["holds"]
    assert [(one["what"], one["name"], one["place"], one["count"], one["mine"]) for one in told] == [
        ("assignments", "The bridge", "The bridge", 2, True)
    ]
    leave(as_(cast.alice), cast.bob.pk, hand_over_to=cast.vera.pk)
    page = PlanPage(as_(cast.alice), bridge.project_id, bridge.sheet_id)
    vera = next(one for one in page.sheet()["settings"]["resources"] if one["name"] == "Vera")
    assert (vera["person"], vera["initials"]) == (cast.vera.pk, "V")
    assert shares(page, "Dig") == [(2, 1, 5 * DAY)]
    assert shares(page, "Pour") == [(vera["id"], 1, 5 * DAY)]
    assert shares(page, "Deck") == [(1, 1, 5 * DAY), (vera["id"], 0.5, 5 * DAY // 2)]
    assert leave(as_(cast.alice), cast.vera.pk, dry_run=True)["holds"][0]["count"] == 2
    assert page.post("undo").status_code == 200
    assert shares(page, "Pour") == [(2, 1, 5 * DAY)]


def test_a_resource_says_whose_it_is_and_a_shared_name_says_nothing(as_, cast: Cast, bridge: PlanPage) -> None:
    staff(bridge, Pour=[{"resource": 2, "units": 1}], Deck=[{"resource": 2, "units": 1}, {"resource": 3, "units": 1}])
    resources = bridge.sheet()["settings"]["resources"]
    resources[2]["person"] = cast.vera.pk
    assert bridge.edit({"op": "settings", "values": {"resources": resources}}).status_code == 200
    wrong = [{**resources[0], "person": "Vera"}]
    assert bridge.edit({"op": "settings", "values": {"resources": wrong}}).json()["data"]["field"] == "resources"
    other = create_person(actor_id=cast.alice.pk, email="other@example.org", name="BOB", at=now())
    assert leave(as_(cast.alice), cast.bob.pk, dry_run=True)["holds"] == []
    other.delete()
    leave(as_(cast.alice), cast.bob.pk, hand_over_to=cast.vera.pk)
    page = PlanPage(as_(cast.alice), bridge.project_id, bridge.sheet_id)
    assert (shares(page, "Pour"), shares(page, "Deck")) == ([(3, 1, 5 * DAY)], [(3, 2, 10 * DAY)])
