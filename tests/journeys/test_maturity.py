"""Do we need an office, and how mature are we: read from the list of projects, assessed by people, made into work."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.people_stage import Stage
from tests.journeys.steps import findings_by_day_and_night


def test_do_we_need_an_office(page: Page) -> None:
    stage = Stage(page, "Stretched")
    unit = stage.call("POST", "/api/v1/nodes", {"parent_id": stage.root, "kind": "unit", "name": "Division of canals"}, 201)["id"]
    for name in ("Lock", "Weir", "Towpath", "Aqueduct", "Basin"):
        stage.call("POST", "/api/v1/nodes", {"parent_id": unit, "kind": "project", "name": name}, 201)
    for each in stage.call("GET", f"/api/v1/portfolio?node={unit}")["items"]:
        led = {"op": "set", "row": each["id"], "cells": {"manager": stage.me["id"]}}
        stage.call("PATCH", f"/api/v1/sheets/{each['profile_id']}", {"ops": [led]})

    page.goto(f"/office/{unit}/need")
    expect(page.get_by_text("A supportive office would help.")).to_be_visible()
    page.get_by_role("button", name="People on three or more").first.click()
    expect(page.get_by_role("link", name=stage.me["name"])).to_be_visible()
    assert findings_by_day_and_night(page) == []
    page.get_by_role("link", name="How mature are we?").click()
    expect(page.get_by_role("heading", name="Nobody has assessed this place yet")).to_be_visible()


def test_how_mature_we_are_becomes_a_roadmap(page: Page) -> None:
    stage = Stage(page, "Mature")
    unit = stage.call("POST", "/api/v1/nodes", {"parent_id": stage.root, "kind": "unit", "name": "Division of lights"}, 201)["id"]
    page.goto(f"/office/{unit}/maturity")
    page.get_by_role("button", name="Begin an assessment").click()
    page.get_by_role("link", name="Projects 0 of 7").click()
    risk = page.get_by_role("region", name="Risk")
    risk.get_by_role("radio", name="2 repeatable").check()
    risk.get_by_label("What would one see?").fill("Last year's list")
    risk.get_by_label("What would one see?").blur()
    expect(page.get_by_role("link", name="Projects 1 of 7")).to_be_visible()
    page.reload()
    expect(risk.get_by_role("radio", name="2 repeatable")).to_be_checked()
    expect(risk.get_by_label("What would one see?")).to_have_value("Last year's list")
    assert findings_by_day_and_night(page) == []

    page.get_by_role("button", name="Finish the assessment").click()
    page.get_by_role("dialog").get_by_role("button", name="Finish the assessment").click()
    page.get_by_role("button", name="Risk: 2 repeatable. Why").click()
    expect(page.get_by_text("Last year's list")).to_be_visible()
    page.get_by_role("button", name="Improve what is weak").click()
    page.get_by_role("checkbox", name="Risk, Projects").check()
    page.get_by_label("Due").fill("2027-01-29")
    page.get_by_role("button", name="Make 1 improvement").click()
    row = page.get_by_role("row", name="Every project keeps one log")
    expect(row).to_contain_text("2 → 3")
    expect(row).to_contain_text("Open")
    assert findings_by_day_and_night(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
