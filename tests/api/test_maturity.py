"""An assessment of maturity: answered by several, finished once, held against the last one, and what is made of what is weak."""

from __future__ import annotations

from typing import Any

import pytest
from tests.api.conftest import Browser
from tests.cast import Cast

from milepost.apps.office.maturity.questions import question_set, read_questions
from milepost.engines.maturity import DOMAINS, PERSPECTIVES
from milepost.formats.marked_yaml import NotYaml

KEYS = [f"project.{perspective}" for perspective in PERSPECTIVES]


def begun(browser: Any, node: int) -> str:
    """The address of an assessment that was just begun."""
    answer = browser.post(f"/api/v1/nodes/{node}/maturity")
    assert answer.status_code == 201
    return f"/api/v1/assessments/{answer.json()['id']}"


def answered(browser: Any, assessment: str, level: int, evidence: str = "", **other: int) -> None:
    """Every question of the domain project at a level, but for some perspectives."""
    for key in KEYS:
        body = {"level": other.get(key.removeprefix("project."), level), "evidence": evidence}
        assert browser.put(f"{assessment}/answers/{key}", body, content_type="application/json").status_code == 204


def planned(browser: Any, assessment: str, *questions: str, **more: Any) -> Any:
    """The answer to making improvements of questions."""
    return browser.post(f"{assessment}/improvements", {"questions": questions, **more}, content_type="application/json")


def claim(outcome: dict[str, Any], domain: str = "project") -> dict[str, Any]:
    """What a domain may claim by an assessment."""
    found: dict[str, Any] = next(each for each in outcome["claims"] if each["domain"] == domain)
    return found


def test_every_perspective_of_every_domain_is_asked(as_: Browser, cast: Cast) -> None:
    told = as_(cast.vera).get("/api/v1/maturity/questions").json()
    asked = {(one["domain"], one["perspective"]) for one in told["questions"]}
    assert asked == {(domain, perspective) for domain in DOMAINS for perspective in PERSPECTIVES}
    texts = [text for one in told["questions"] for text in (one["ask"], one["why"], *one["answers"])]
    assert all(text["en"] and text["de"] and text["en"] != text["de"] for text in texts)
    assert len({text["en"] for text in texts}) == len(texts)


def test_a_hole_in_the_questions_is_told_with_its_line() -> None:
    with pytest.raises(NotYaml, match="line 3: a question needs key, ask"):
        read_questions("version: 1\nquestions:\n  - key: project.risk\n    en: {ask: Who, why: So}\n", "own.yaml")
    assert question_set().version >= 1


def test_several_assess_and_the_lowest_perspective_bounds_the_claim(as_: Browser, cast: Cast) -> None:
    bob, vera = as_(cast.bob), as_(cast.vera)
    assessment = begun(bob, cast.programme.pk)
    answered(bob, assessment, 3, risk=4)
    answered(vera, assessment, 4, evidence="The log of the bridge", risk=2)
    assert vera.get(assessment).json()["mine"][0]["evidence"] == "The log of the bridge"
    assert vera.get(assessment).json()["answers"] == []  # what others say is told when it is finished
    open_one = vera.get(f"/api/v1/nodes/{cast.programme.pk}/maturity").json()["assessments"][0]
    assert (open_one["assessors"], open_one["cells"], open_one["finished_at"]) == (2, [], None)

    assert bob.post(f"{assessment}/finish").status_code == 204
    outcome = vera.get(f"/api/v1/nodes/{cast.programme.pk}/maturity").json()["assessments"][0]
    assert claim(outcome) == {"domain": "project", "level": 2, "bounded_by": ["risk"], "missing": []}
    assert claim(outcome, "portfolio")["level"] is None
    risk = next(cell for cell in outcome["cells"] if (cell["domain"], cell["perspective"]) == ("project", "risk"))
    assert (risk["level"], risk["spread"]) == (2, 2)
    told = vera.get(assessment).json()
    assert sorted(given["person"]["name"] for given in told["answers"][0]["answers"]) == ["Bob", "Vera"]
    assert told["weak"][0] == {"question": "project.risk", "level": 2, "next": 3, "binds": True}


def test_what_was_finished_stays_and_the_next_is_held_against_it(as_: Browser, cast: Cast) -> None:
    bob = as_(cast.bob)
    first = begun(bob, cast.programme.pk)
    answered(bob, first, 2)
    assert bob.post(f"/api/v1/nodes/{cast.programme.pk}/maturity").json()["code"] == "maturity.open"
    bob.post(f"{first}/finish")
    assert bob.put(f"{first}/answers/{KEYS[0]}", {"level": 5}, content_type="application/json").json()["code"] == "maturity.finished"
    assert bob.delete(first).status_code == 409

    second = begun(bob, cast.programme.pk)
    answered(bob, second, 3, finance=2)
    bob.post(f"{second}/finish")
    latest, before = bob.get(f"/api/v1/nodes/{cast.programme.pk}/maturity").json()["assessments"]
    by = {change["perspective"]: change["by"] for change in latest["changes"] if change["domain"] == "project"}
    assert (latest["number"], before["number"], by["risk"], by["finance"]) == (2, 1, 1, 0)
    assert before["changes"] == []


def test_one_begun_by_mistake_is_discarded(as_: Browser, cast: Cast) -> None:
    bob = as_(cast.bob)
    assessment = begun(bob, cast.programme.pk)
    assert bob.post(f"{assessment}/finish").json()["code"] == "maturity.nothing_answered"
    assert bob.put(f"{assessment}/answers/project.luck", {"level": 5}, content_type="application/json").status_code == 422
    assert bob.put(f"{assessment}/answers/{KEYS[0]}", {"level": 6}, content_type="application/json").status_code == 422
    assert bob.delete(assessment).status_code == 204
    assert bob.get(assessment).status_code == 404


def test_weak_answers_become_improvements_that_somebody_owns(as_: Browser, cast: Cast) -> None:
    bob = as_(cast.bob)
    assessment = begun(bob, cast.programme.pk)
    answered(bob, assessment, 5, risk=2, finance=1)
    assert planned(bob, assessment, "project.risk").json()["code"] == "maturity.not_finished"
    bob.post(f"{assessment}/finish")
    assert planned(bob, assessment, "project.benefits").json()["code"] == "maturity.not_weak"

    made = planned(bob, assessment, "project.finance", "project.risk", owner_id=cast.bob.pk, due="2026-02-27").json()
    assert (len(made["rows"]), made["there"]) == (2, [])
    again = planned(bob, assessment, "project.risk").json()
    assert (again["sheet_id"], again["rows"], again["there"]) == (made["sheet_id"], [], ["project.risk"])

    roadmap = as_(cast.vera).get(f"/api/v1/nodes/{cast.programme.pk}/maturity").json()["roadmap"]
    assert roadmap["sheet_id"] == made["sheet_id"]
    assert [(one["perspective"], one["from_level"], one["to_level"], one["status"], one["late"]) for one in roadmap["items"]] == [
        ("finance", 1, 2, "open", True),
        ("risk", 2, 3, "open", True),
    ]
    assert roadmap["items"][0]["owner"] == {"id": cast.bob.pk, "name": "Bob"}
    assert roadmap["items"][1]["name"].startswith("Every project keeps one log")
    done = {"ops": [{"op": "set", "row": made["rows"][1], "cells": {"status": "done"}}]}
    assert bob.patch(f"/api/v1/sheets/{made['sheet_id']}", done, content_type="application/json").status_code == 200
    items = bob.get(f"/api/v1/nodes/{cast.programme.pk}/maturity").json()["roadmap"]["items"]
    assert [(one["perspective"], one["status"], one["late"]) for one in items][1] == ("risk", "done", False)


def test_who_looks_on_answers_and_does_not_begin(as_: Browser, cast: Cast) -> None:
    address = f"/api/v1/nodes/{cast.programme.pk}/maturity"
    may = {name: as_(getattr(cast, name)).get(address).json()["may"] for name in ("bob", "vera", "gus")}
    assert may == {"bob": ["begin", "answer", "improve"], "vera": ["answer"], "gus": []}
    assert as_(cast.vera).post(address).status_code == 403
    assert as_(cast.charlie).get(address).status_code == 404
