"""From request to started project in five minutes, and a form for who is not signed in."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import ask, findings_of_axe


@pytest.fixture
def place(page: Page) -> dict[str, Any]:
    """A unit with a form of its own; who signs in may triage and approve there, and somebody else asks and will lead."""
    api = page.context
    root = ask(api, "GET", "/api/v1/nodes")["items"][0]["id"]
    node = ask(api, "POST", "/api/v1/nodes", {"parent_id": root, "kind": "unit", "name": "Ferries"})["id"]
    me = ask(api, "GET", "/api/v1/session")["person"]["id"]
    for decision in ("request.triage", "request.approve"):
        ask(api, "POST", f"/api/v1/nodes/{node}/authority", {"decision": decision, "person_id": me})
    form = ask(api, "POST", f"/api/v1/intake/{node}/forms", {"title": "Ferry wishes"})
    ask(api, "PATCH", f"/api/v1/forms/{form['id']}", {"public": True})
    return {"node": node, "token": form["token"]}


def test_from_request_to_started_project_in_five_minutes(page: Page, elsewhere: Page, place: dict[str, Any]) -> None:
    outside = elsewhere
    outside.goto(f"/form/{place['token']}")
    outside.get_by_label("Request").first.fill("A covered landing at the old quay")
    outside.get_by_label("What is needed and why").fill("Passengers wait in the rain, and the boat waits for them.")
    outside.get_by_label("Your name").fill("Pat Gardiner")
    outside.get_by_label("Your e-mail address").fill("pat@harbour.example")
    outside.get_by_role("button", name="Send the request").click()
    expect(outside.get_by_role("heading", name="It has arrived")).to_be_visible()

    page.goto(f"/intake/{place['node']}")
    expect(page.get_by_text("1 request waits for your triage")).to_be_visible()
    assert findings_of_axe(page) == []
    page.get_by_role("link", name="A covered landing at the old quay").click()
    page.get_by_role("button", name="Accept for case and score").click()
    page.get_by_role("button", name="Work out the case").click()
    page.get_by_label("Cost of year 0").fill("1000")
    for year, income in enumerate((300, 420, 680), start=1):
        page.get_by_label(f"Income of year {year}").fill(str(income))
    page.get_by_label("Rate a year").fill("10")
    page.get_by_role("button", name="Save the case").click()
    expect(page.get_by_role("button", name="Change the case")).to_be_visible()
    npv = page.get_by_role("button", name="Net present value €131")
    expect(npv).to_be_visible()
    npv.click()
    expect(page.get_by_role("heading", name="How it is computed")).to_be_visible()
    page.get_by_role("button", name="Score it").click()
    for name, value in (("Value to customers and staff", 8), ("Cost of waiting", 6), ("Risk of doing it", 2)):
        page.get_by_label(name).fill(str(value))
    page.get_by_role("button", name="Save the score").click()
    expect(page.get_by_role("button", name="Score it again")).to_be_visible()
    page.get_by_role("button", name="Submit for approval").click()
    page.get_by_role("button", name="Approve", exact=True).click()
    expect(page.get_by_text("It was approved and can be started.")).to_be_visible()
    assert findings_of_axe(page) == []
    page.get_by_role("button", name="Start the project").click()
    panel = page.get_by_role("dialog")
    panel.get_by_role("combobox", name="Project manager").fill("Mirela")
    page.get_by_role("option", name="Mirela Kovač").click()
    panel.get_by_role("button", name="Start the project").click()
    page.wait_for_url("**/projects/*")
    expect(page.get_by_role("heading", name="A covered landing at the old quay")).to_be_visible()
    expect(page.get_by_text("It came from the request")).to_be_visible()


def test_bubbles_and_criteria_are_read_with_the_keyboard(page: Page) -> None:
    root = ask(page.context, "GET", "/api/v1/nodes")["items"][0]["id"]
    page.goto(f"/intake/{root}?view=criteria")
    page.get_by_role("button", name="See the weights").click()
    expect(page.get_by_text("the answers fit together")).to_be_visible()
    assert findings_of_axe(page) == []
    page.goto(f"/intake/{root}?view=bubbles")
    bubble = page.get_by_role("group", name="Requests by value and cost").get_by_role("link").first
    bubble.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/request/**")
