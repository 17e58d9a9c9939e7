"""The portfolio page: the answer in a sentence, figures that open, a view that is its address."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import findings_by_day_and_night


def test_the_page_answers_and_lists_every_project(page: Page) -> None:
    page.goto("/portfolio")
    expect(page.get_by_text(re.compile(r"\d+ of \d+ projects are off track"))).to_be_visible()
    count = int(page.get_by_text(re.compile(r"^\d+ projects$")).inner_text().split()[0])
    assert count >= 14
    expect(page.get_by_role("grid", name="Projects")).to_have_attribute("aria-rowcount", str(count + 1))


def test_a_status_opens_its_reasons_and_a_reason_opens_its_row(page: Page) -> None:
    page.goto("/portfolio")
    page.get_by_role("row", name="Billing system replacement").get_by_role("button", name="Red").click()
    inspector = page.get_by_role("complementary", name="Inspector")
    expect(inspector.get_by_role("heading", name="Status: Billing system replacement")).to_be_focused()
    expect(inspector.get_by_text("SPI(t) is")).to_be_visible()
    inspector.get_by_role("listitem").get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(r"/projects/\d+/plan\?row=\d+"))


def test_escape_closes_the_inspector_and_returns_the_focus(page: Page) -> None:
    page.goto("/portfolio")
    slip = page.get_by_role("row", name="Billing system replacement").get_by_role("button", name=re.compile(r"^\+\d"))
    slip.click()
    expect(page.get_by_role("heading", name="Slip: Billing system replacement")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("complementary", name="Inspector")).to_be_hidden()
    expect(slip).to_be_focused()


def test_filter_sort_and_group_are_in_the_address(page: Page) -> None:
    page.goto("/portfolio")
    expect(page.get_by_role("grid")).to_be_visible()
    page.keyboard.press("/")
    expect(page.get_by_label("Filter the projects")).to_be_focused()
    page.keyboard.type("system")
    page.get_by_role("button", name="Group").click()
    page.get_by_role("menuitemradio", name="Unit").click()
    page.keyboard.press("Escape")
    page.get_by_role("columnheader", name="Slip").get_by_role("button").click()
    expect(page).to_have_url(re.compile(r"q=system.*group=unit.*sort=slip"))
    seen = page.get_by_role("rowheader").all_inner_texts()
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    expect(page.get_by_role("rowheader").first).to_be_visible()
    assert page.get_by_role("rowheader").all_inner_texts() == seen


def test_figures_of_the_strip_open_what_they_were_counted_from(page: Page) -> None:
    page.goto("/portfolio")
    page.get_by_role("button", name=re.compile("Says better than it is")).click()
    expect(page.get_by_role("complementary", name="Inspector").get_by_role("link", name="Billing system replacement")).to_be_visible()


def test_the_whole_page_by_keyboard_alone(page: Page) -> None:
    page.goto("/portfolio")
    expect(page.get_by_role("grid")).to_be_visible()
    page.get_by_role("grid").get_by_role("link").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.get_by_role("complementary", name="Inspector").get_by_role("heading", level=2)).to_contain_text("Status:")
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/projects/\d+"))
    page.keyboard.press("g")
    page.keyboard.press("p")
    expect(page).to_have_url(re.compile(r"/portfolio$"))
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog").get_by_role("textbox")).to_be_focused()
    page.keyboard.type("Haverley")
    page.get_by_role("dialog").get_by_text("Haverley substation").first.wait_for()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Haverley substation", level=1)).to_be_visible()


def test_the_tree_leads_to_a_part_of_the_portfolio(page: Page) -> None:
    page.goto("/portfolio")
    unit = page.get_by_role("treeitem", name="Networks")
    unit.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Networks", level=1)).to_be_visible()
    expect(page.get_by_role("navigation", name="Where this is")).to_contain_text("Aldermoor Utilities")


@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing(page: Page, width: int) -> None:
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/portfolio?tile=late")
    expect(page.get_by_text(re.compile(r"^\d+ projects$"))).to_be_visible()
    assert findings_by_day_and_night(page) == []


def test_nothing_is_wider_than_a_narrow_screen(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto("/portfolio")
    expect(page.get_by_role("list", name="Projects")).to_be_visible()
    assert page.evaluate("document.getElementById('page').scrollWidth") <= 320
