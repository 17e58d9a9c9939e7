"""The portfolio as a view of the list of projects: its columns, edits in place, a project without a plan, and how forecasts moved."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import ask, findings_of_axe

COLUMNS = '["p.client","p.phase","p.finish","growth","trend"]'


@pytest.fixture
def quay(page: Page) -> Iterator[int]:
    """A project without a plan, with two forecasts."""
    top = ask(page.context, "GET", "/api/v1/nodes")["items"][0]["id"]
    node = ask(page.context, "POST", "/api/v1/nodes", {"parent_id": top, "kind": "project", "name": "Quay wall"})["id"]
    profile = ask(page.context, "GET", f"/api/v1/projects/{node}")["profile_id"]
    for finish, cost in (("2027-03-01", 100_000), ("2027-04-01", 120_000)):
        cells = {"baseline_finish": "2027-03-01", "finish": finish, "baseline_budget": 100_000, "cost_forecast": cost}
        ask(page.context, "PATCH", f"/api/v1/sheets/{profile}", {"ops": [{"op": "set", "row": node, "cells": cells}]})
    yield node
    ask(page.context, "DELETE", f"/api/v1/nodes/{node}")


def test_a_column_of_the_profile_is_edited_in_place_and_taken_back(page: Page, quay: int) -> None:
    page.goto(f"/portfolio?columns={COLUMNS}&q=Quay")
    row = page.get_by_role("row", name="Quay wall")
    client = row.get_by_role("gridcell").first
    client.click()
    page.keyboard.type("The port")
    page.keyboard.press("Enter")
    expect(client).to_have_text("The port")
    phase = row.get_by_role("gridcell").nth(1)
    phase.dblclick()
    page.get_by_label("Phase", exact=True).select_option("execution")
    page.keyboard.press("Enter")
    expect(phase).to_have_text("Execution")
    page.keyboard.press("Control+z")
    expect(phase).to_have_text("")
    expect(client).to_have_text("The port")


def test_filter_and_group_by_the_profile_are_in_the_address(page: Page, quay: int) -> None:
    page.goto(f"/portfolio?columns={COLUMNS}")
    page.get_by_role("button", name="Filter", exact=True).click()
    page.get_by_label("Column", exact=True).select_option("finish")
    page.get_by_label("From", exact=True).fill("2027-01-01")
    page.get_by_role("dialog").get_by_role("button", name="Filter").click()
    expect(page.get_by_text(re.compile(r"^\d+ of \d+ projects$"))).to_be_visible()
    expect(page).to_have_url(re.compile("where="))
    page.get_by_role("button", name="Without the filter").click()
    expect(page.get_by_text(re.compile(r"^\d+ projects$"))).to_be_visible()


def test_slips_and_growth_over_time_open_from_the_list(page: Page, quay: int) -> None:
    page.goto(f"/portfolio?columns={COLUMNS}&q=Quay")
    page.get_by_role("row", name="Quay wall").get_by_role("button", name="+20.0%").click()
    inspector = page.get_by_role("complementary", name="Inspector")
    expect(inspector.get_by_text("Budget at start", exact=True)).to_be_visible()
    page.get_by_role("button", name="Over time").click()
    expect(inspector.get_by_text("Finish later")).to_be_visible()
    assert not findings_of_axe(page, within="[aria-label=Inspector]")


def test_a_project_without_a_plan_is_whole(page: Page, quay: int) -> None:
    page.goto(f"/projects/{quay}")
    expect(page.get_by_text("The finish is 23 working days late.")).to_be_visible()
    expect(page.get_by_role("link", name="Plan", exact=True)).to_be_hidden()
    expect(page.get_by_role("heading", name="Profile")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Client: empty")).click()
    page.keyboard.type("The port")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=re.compile("^Client: The port"))).to_be_focused()
    assert not findings_of_axe(page)
    page.get_by_role("button", name="Make a plan").click()
    expect(page).to_have_url(re.compile(r"/plan"))


def test_the_list_as_it_was_is_only_read(page: Page) -> None:
    page.goto("/portfolio?on=2026-03-02")
    expect(page.get_by_role("status").filter(has_text="As it was on")).to_be_visible()
    page.get_by_role("button", name="Back to now").first.click()
    expect(page).not_to_have_url(re.compile(r"[?&]on="))
