"""Bring back what I deleted."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.row_stage import Register
from tests.journeys.steps import findings_of_axe, speak_pseudo, text_in_no_catalogue


@pytest.fixture
def register(page: Page) -> Register:
    """A project with a RAID log with three entries."""
    return Register(page, "Bring back what I deleted")


def test_a_project_is_deleted_without_a_question_and_undone_from_the_toast(page: Page, register: Register) -> None:
    page.goto(f"/projects/{register.node}")
    page.get_by_role("button", name="More about Bring back what I deleted").click()
    page.get_by_role("menuitem", name="Move to the bin").click()
    page.wait_for_url("**/portfolio?node=*")
    expect(page.get_by_text("Bring back what I deleted is in the bin.")).to_be_visible()
    register.call("GET", f"/api/v1/nodes/{register.node}", expect=404)
    page.get_by_role("alert").get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Bring back what I deleted is in the bin.")).to_be_hidden()
    page.goto(f"/projects/{register.node}")
    expect(page.get_by_role("heading", name="Bring back what I deleted")).to_be_visible()


def test_bring_back_what_i_deleted(page: Page, register: Register) -> None:
    register.edit({"op": "delete", "rows": [register.rows[1]]})
    register.call("DELETE", f"/api/v1/sheets/{register.sheet}", expect=204)
    page.goto("/portfolio")
    page.get_by_role("link", name="Bin", exact=True).click()
    page.get_by_label("Search the bin").fill("Crane is late")
    page.wait_for_url("**/bin?q=*")
    item = page.get_by_role("list", name="What is in the bin").get_by_role("listitem").filter(has_text="Bring back").first
    expect(item).to_contain_text(f"Deleted by {register.me['name']}")
    item.get_by_role("button", name="Restore Crane is late").click()
    expect(item.get_by_role("alert")).to_contain_text("is in the bin too")
    item.get_by_role("button", name="Restore that as well").click()
    expect(page.get_by_text("Crane is late is back where it was.")).to_be_visible()
    rows = register.call("GET", f"/api/v1/sheets/{register.sheet}")["rows"]
    assert [row["cells"]["name"] for row in rows].count("Crane is late") == 1


def test_an_empty_search_says_so_and_the_address_keeps_it(page: Page, register: Register) -> None:
    page.goto("/bin?q=nothing+of+that+name&what=row")
    expect(page.get_by_role("heading", name="Nothing like that is in the bin")).to_be_visible()
    expect(page.get_by_label("Search the bin")).to_have_value("nothing of that name")
    expect(page.get_by_label("What to show")).to_have_value("row")


@pytest.mark.parametrize("width", [1440, 390])
def test_the_bin_is_for_everybody(page: Page, register: Register, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    register.edit({"op": "delete", "rows": [register.rows[0]]})
    page.goto("/bin")
    expect(page.get_by_role("button", name="Restore Ground is wet").first).to_be_visible()
    assert findings_of_axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_every_word_is_in_a_catalogue(page: Page, register: Register) -> None:
    register.edit({"op": "delete", "rows": [register.rows[0]]})
    speak_pseudo(page)
    page.goto("/bin")
    page.locator("main li").first.wait_for()
    assert text_in_no_catalogue(page) == []


def test_the_bell_leads_to_where_one_was_mentioned(page: Page, register: Register) -> None:
    """Oneself cannot be told of one's own mention, so the bell is empty and says what comes there."""
    page.goto("/bin")
    page.get_by_role("button", name="Mentions of you").click()
    expect(page.get_by_role("dialog", name="Mentions of you")).to_be_visible()
    assert findings_of_axe(page, within="[role=dialog]") == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Mentions of you")).to_be_hidden()
    expect(page.get_by_role("button", name="Mentions of you")).to_be_focused()


def test_a_register_is_deleted_from_its_page_and_undone(page: Page, register: Register) -> None:
    register.open()
    page.get_by_role("button", name="More about RAID log").click()
    page.get_by_role("menuitem", name="Move to the bin").click()
    page.wait_for_url("**/registers")
    expect(page.get_by_role("main").get_by_role("link", name="RAID log")).to_be_hidden()
    page.get_by_role("alert").get_by_role("button", name="Undo").click()
    expect(page.get_by_role("main").get_by_role("link", name="RAID log")).to_be_visible()
