"""A project's overview: why it stands as it does, on one screen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import ask, findings_by_day_and_night


@pytest.fixture
def overview(page: Page) -> Page:
    """The overview of the project that calls itself green and is not."""
    projects = ask(page.context, "GET", "/api/v1/portfolio")["items"]
    page.goto(f"/projects/{next(one['id'] for one in projects if one['name'] == 'Billing system replacement')}")
    expect(page.get_by_role("heading", name="What drives the finish")).to_be_visible()
    return page


def test_the_overview_says_why(overview: Page) -> None:
    status = overview.get_by_role("region", name="Why this status")
    expect(status).to_contain_text("Red by the figures")
    expect(status).to_contain_text("Green by its manager")
    expect(overview.get_by_role("region", name="Milestones").get_by_role("row")).not_to_have_count(1)
    expect(overview.get_by_role("region", name="What drives the finish").get_by_role("listitem").last).to_be_visible()


def test_the_table_of_the_curve_is_one_key_away(overview: Page) -> None:
    expect(overview.get_by_role("img", name=re.compile("S-curve"))).to_be_visible()
    overview.keyboard.press("t")
    expect(overview.get_by_role("table").get_by_role("columnheader", name="Planned")).to_be_visible()
    expect(overview).to_have_url(re.compile("table=true"))


def test_a_milestone_opens_in_the_plan(overview: Page) -> None:
    overview.get_by_role("region", name="Milestones").get_by_role("link").first.click()
    expect(overview).to_have_url(re.compile(r"/plan\?row=\d+"))


def test_a_stated_status_is_kept_with_its_reason(overview: Page) -> None:
    overview.get_by_role("button", name="State a status").click()
    overview.get_by_role("radio", name="Amber").check()
    overview.get_by_label("Reason").fill("Second supplier found.")
    overview.get_by_role("button", name="State this status").click()
    expect(overview.get_by_text("Second supplier found.")).to_be_visible()
    expect(overview.get_by_role("region", name="Why this status")).to_contain_text("Amber by its manager")


def test_a_project_that_is_not_there_says_so(page: Page) -> None:
    page.goto("/projects/12345")
    expect(page.get_by_role("alert")).to_contain_text("does not exist for you")


@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing(overview: Page, width: int) -> None:
    overview.set_viewport_size({"width": width, "height": 900})
    overview.get_by_role("button", name=re.compile(r"^SPI\(t\)")).click()
    assert findings_by_day_and_night(overview) == []
