"""What is expected of me this week: Home with its reasons, a question to the office, the handbook."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.journeys.steps import findings_of_axe


def test_what_is_expected_of_me_this_week(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", name="Home", level=1)).to_be_visible()
    expect(page.get_by_text(re.compile(r"(due this week|Nothing is overdue)")).first).to_be_visible()
    why = page.get_by_role("button", name=re.compile("^Why: Your name stands")).first
    why.click()
    inspector = page.get_by_role("complementary", name="Inspector")
    expect(inspector.get_by_role("heading", name="Why it is so")).to_be_visible()
    expect(inspector.get_by_role("link", name="Read it in the handbook")).to_be_visible()
    assert "item=" in page.url
    assert findings_of_axe(page) == []
    inspector.get_by_role("link", name="Read it in the handbook").click()
    expect(page.get_by_role("heading", name=re.compile("^Handbook of"))).to_be_visible()
    page.get_by_label("Search the handbook").fill("risk")
    expect(page).to_have_url(re.compile("q=risk"))
    assert findings_of_axe(page) == []


def test_what_was_answered_before_is_shown_while_one_asks(page: Page) -> None:
    page.goto("/portfolio")
    page.get_by_role("button", name="Ask the office").first.click()
    page.get_by_label("Your question").fill("When do I set a new baseline after a change?")
    page.get_by_text("Answered before").wait_for()
    expect(page.get_by_text("When do I set a new baseline after a change request was approved?")).to_be_visible()
    assert findings_of_axe(page) == []
