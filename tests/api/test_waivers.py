"""Waivers: asked with a reason, decided once by whoever has the authority, over when their day is over."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from tests.api.method_stage import adopt, found, kept, post
from tests.cast import NOW, Cast

from milepost.apps.office.models import Authority
from milepost.apps.org.actions.grant_role import grant_role
from milepost.apps.trail.models import Event

ASKED = {"key": "planned", "reason": "The client plans it", "until": "2026-03-20"}


@pytest.fixture
def stage(cast: Cast) -> Cast:
    """The small method holds at the programme; Mona may state the status there, so she decides for its projects."""
    adopt(cast)
    grant_role(actor_id=cast.alice.pk, person_id=cast.mona.pk, node_id=cast.programme.pk, role="manager", at=NOW)
    return cast


def listed(browser: Any, node: Any, **query: Any) -> Any:
    answer = browser.get(f"/api/v1/nodes/{node.pk}/waivers", query)
    assert answer.status_code == 200, answer.content
    return answer.json()


def ask(as_, stage: Cast, person: Any = None, expect: int = 201, **changes: Any) -> Any:
    return post(as_(person or stage.bob), f"projects/{stage.project.pk}/waivers", ASKED | changes, expect)


def test_a_granted_waiver_marks_the_finding_and_its_end_brings_it_back(as_, stage: Cast, settings) -> None:
    browser = as_(stage.bob)
    assert kept(browser, stage.project)["open"]["error"] == 1
    asked = ask(as_, stage)
    assert (asked["state"], asked["asks"]["title"]["en"], asked["may_decide"]) == ("asked", "There is a plan.", False)
    (waiting,) = found(browser, stage.project, severity="error")
    assert waiting["waiver"]["state"] == "asked"
    decided = post(as_(stage.mona), f"waivers/{asked['id']}/decision", {"grant": True, "until": "2026-03-10"})
    assert (decided["state"], decided["until"], decided["decided_by"]) == ("granted", "2026-03-10", "Mona")
    answer = kept(browser, stage.project)
    assert ("error" in answer["open"], answer["waived"]) == (False, 1)
    assert found(browser, stage.project, severity="error") == []
    (waived,) = found(browser, stage.project, state="waived")
    assert (waived["rule"], waived["waiver"]["until"]) == ("no_plan", "2026-03-10")
    settings.MILEPOST_NOW = NOW + timedelta(days=9)
    answer = kept(browser, stage.project)
    assert (answer["open"]["error"], answer["waived"]) == (1, 0)
    (back,) = found(browser, stage.project, severity="error")
    assert (back["id"], back["waiver"]["state"]) == (waiting["id"], "expired")
    assert listed(browser, stage.programme)["counts"] == {"asked": 0, "granted": 0, "refused": 0, "expired": 1}


def test_a_waiver_is_decided_once_with_a_reason_where_it_is_refused(as_, stage: Cast) -> None:
    path = f"waivers/{ask(as_, stage)['id']}/decision"
    post(as_(stage.mona), path, {"grant": False, "reason": " "}, 422)
    post(as_(stage.mona), path, {"grant": True, "until": "2026-03-01"}, 422)
    refused = post(as_(stage.mona), path, {"grant": False, "reason": "You plan it"})
    assert (refused["state"], refused["decided_reason"]) == ("refused", "You plan it")
    assert post(as_(stage.alice), path, {"grant": True}, 409)["code"] == "waiver.decided"
    assert ask(as_, stage)["state"] == "asked"
    kinds = list(Event.objects.filter(kind__startswith="waiver.").order_by("id").values_list("kind", flat=True))
    assert kinds == ["waiver.asked", "waiver.refused", "waiver.asked"]


def test_nobody_decides_their_own_nor_without_authority(as_, stage: Cast) -> None:
    path = f"waivers/{ask(as_, stage, stage.mona)['id']}/decision"
    assert post(as_(stage.mona), path, {"grant": True}, 403)["code"] == "waiver.own"
    refused = post(as_(stage.bob), path, {"grant": True}, 403)
    assert (refused["code"], refused["data"]["who"]) == ("authority.none", ["Alice", "Mona"])
    assert Event.objects.filter(kind="authority.refused", actor_id=stage.bob.pk).count() == 1
    post(as_(stage.charlie), path, {"grant": True}, 404)
    assert [one["may_decide"] for one in listed(as_(stage.alice), stage.programme)["items"]] == [True]
    Authority.objects.create(node=stage.programme, decision="waiver.grant", person=stage.bob, since=NOW)
    assert post(as_(stage.bob), path, {"grant": True})["state"] == "granted"


def test_what_is_asked_for_is_checked(as_, stage: Cast) -> None:
    ask(as_, stage, stage.vera, 403)
    ask(as_, stage, stage.charlie, 404)
    assert ask(as_, stage, None, 409, key="led_by_nobody")["code"] == "waiver.not_asked"
    for wrong in ({"reason": "  "}, {"until": "2026-03-01"}, {"until": "2027-06-01"}):
        ask(as_, stage, None, 422, **wrong)
    ask(as_, stage)
    assert ask(as_, stage, None, 409)["code"] == "waiver.asked"


def test_a_guest_sees_waivers_without_names(as_, stage: Cast) -> None:
    ask(as_, stage)
    (seen,) = listed(as_(stage.gus), stage.programme)["items"]
    assert (seen["asked_by"], seen["reason"]) == ("", "The client plans it")
    assert listed(as_(stage.vera), stage.programme)["items"][0]["asked_by"] == "Bob"
    assert as_(stage.charlie).get(f"/api/v1/nodes/{stage.programme.pk}/waivers").status_code == 404
