"""Finding one's way in registers: one risk log for the portfolio, views in the address, another day, a phone, the keyboard alone."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.journeys.register_desk import RegisterDesk, at_register, new_register
from tests.journeys.steps import ask, findings_by_day_and_night, findings_of_axe, speak_pseudo, text_in_no_catalogue

# The canvas of the grid has a table of its own for screen readers, whose cells axe cannot judge by colour or by size.
_CANVAS = ("scrollable-region-focusable",)


def test_one_risk_log_for_the_portfolio(page: Page) -> None:
    mine = {"name": "A risk of the first project alone", "type": "risk", "probability": "5", "impact": "5"}
    theirs = {"name": "A risk of the second project alone", "type": "risk", "probability": "5", "impact": "4"}
    first = new_register(page, rows=[mine])
    new_register(page, rows=[theirs], project=1)
    root = ask(page.context, "GET", "/api/v1/nodes")["items"][0]["id"]
    page.goto(f"/node/{root}/all/raid?q=project+alone")
    desk = RegisterDesk(page).ready()
    desk.sees(mine["name"], "Score", "25")
    projects = {row["Title"]: row["Project"] for row in desk.rows}
    assert projects[mine["name"]] != projects[theirs["name"]]
    desk.go(mine["name"], "Probability")
    with page.expect_request(lambda request: request.method == "PATCH") as edit:
        desk.write("1")
    assert edit.value.post_data_json["base_seq"] > 0
    desk.sees(mine["name"], "Score", "5")
    page.get_by_role("button", name="Add a row").click()
    where = page.get_by_role("combobox", name="Where")
    where.fill(projects[theirs["name"]][:12])
    page.get_by_role("option", name=re.compile(f"^{re.escape(projects[theirs['name']])}")).first.click()
    page.get_by_role("textbox", name="Title").fill("Added to the project alone")
    page.get_by_role("textbox", name="Title").press("Enter")
    expect(page.get_by_label("Inspector").get_by_text(projects[theirs["name"]]).first).to_be_visible()
    expect(page.get_by_label("Inspector").get_by_text("A risk needs a probability.")).to_be_visible()
    desk.sees("Added to the project alone", "Project", projects[theirs["name"]])
    at_register(page, first).sees(mine["name"], "Score", "5")


def test_a_column_of_ones_own_is_added_changed_retired_and_brought_back(page: Page) -> None:
    desk = at_register(page, new_register(page), "?cols=type.score&by=type")
    columns = page.get_by_role("button", name="Columns", exact=True)
    columns.click()
    page.get_by_role("button", name="New column").click()
    page.get_by_role("dialog", name="New column").get_by_label("Title").fill("Votes")
    page.keyboard.press("Enter")
    expect(columns).to_be_focused()
    desk.sees("Ground water", "Votes", "")
    for name, votes in (("Ground water", "12"), ("Supplier goes out of business", "some")):
        desk.go(name, "Votes")
        desk.write(votes)
        desk.sees(name, "Votes", votes)
    columns.click()
    page.get_by_role("button", name="Change the column Votes").click()
    panel = page.get_by_role("dialog", name="Column Votes")
    panel.get_by_role("combobox", name="What stands in it").click()
    page.get_by_role("option", name="Number", exact=True).click()
    expect(panel.get_by_role("status")).to_contain_text("1 cell fits. 1 cell does not.")
    expect(panel.get_by_role("listitem")).to_have_text("some")
    assert findings_of_axe(page, _CANVAS) == []
    panel.get_by_role("button", name="Save").click()
    desk.sees("Risk (2)", "Votes", "12")
    desk.sees("Supplier goes out of business", "Votes", "some")
    columns.click()
    page.get_by_role("button", name="Change the column Votes").click()
    panel.get_by_role("button", name="Retire the column").click()
    columns.click()
    page.get_by_role("button", name="Bring back Votes").click()
    page.keyboard.press("Escape")
    desk.sees("Ground water", "Votes", "12")


def test_a_view_stands_in_the_address(page: Page) -> None:
    sheet = new_register(page)
    desk = at_register(page, sheet)
    page.get_by_role("button", name="Group").click()
    page.get_by_role("menuitem", name="Type").click()
    desk.sees_names("Risk (2)", "Supplier goes out of business", "Ground water", "Dependency (1)", "No crane before June")
    page.get_by_role("searchbox", name="Search this register").fill("crane")
    desk.sees_names("Dependency (1)", "No crane before June")
    page.wait_for_url(re.compile("by=type.*q=crane"))
    there = RegisterDesk(page.context.new_page())
    there.page.goto(page.url)
    there.ready().sees_names("Dependency (1)", "No crane before June")


def test_a_view_is_saved_and_chosen_again(page: Page) -> None:
    sheet = new_register(page)
    desk = at_register(page, sheet, "?order=[[%22score%22,%22desc%22]]")
    desk.sees_names("Ground water", "Supplier goes out of business", "No crane before June")
    page.get_by_role("button", name="Save view").click()
    page.get_by_label("Name of the view").fill("Worst first")
    page.get_by_role("dialog").get_by_role("button", name="Save view").click()
    page.wait_for_url(re.compile(r"view="))
    at_register(page, sheet)
    page.get_by_role("button", name="All rows").click()
    page.get_by_role("menuitem", name="Worst first").click()
    desk.sees_names("Ground water", "Supplier goes out of business", "No crane before June")


def test_rows_are_filtered_by_what_one_picks(page: Page) -> None:
    desk = at_register(page, new_register(page), "?filter=[[%22type%22,%22any_of%22,[%22dependency%22]]]")
    desk.sees_names("No crane before June")
    page.get_by_role("button", name=re.compile("^Remove: Type")).click()
    desk.sees_names("Supplier goes out of business", "Ground water", "No crane before June")


def test_as_it_was_on_a_day_nothing_can_be_changed(page: Page) -> None:
    page.goto(f"/sheet/{new_register(page)}?on=2020-01-01")
    expect(page.get_by_text("As it was on")).to_be_visible()
    expect(page.get_by_text("0 rows", exact=True)).to_be_visible()
    page.get_by_role("button", name="Back to today").click()
    RegisterDesk(page).ready().sees("Ground water", "Score", "16")


def test_a_register_is_made_from_the_project(page: Page) -> None:
    project = ask(page.context, "GET", "/api/v1/portfolio")["items"][2]["id"]
    page.goto(f"/projects/{project}")
    page.get_by_role("link", name="Registers").click()
    page.get_by_role("button", name="Make a register").first.click()
    page.get_by_role("menuitem", name=re.compile("^Benefits")).click()
    expect(page.get_by_role("heading", name="Benefits")).to_be_visible()
    page.get_by_role("link", name="All registers of the project").click()
    expect(page.get_by_role("link", name="Benefits")).to_be_visible()


def test_on_a_phone_rows_are_cards(page: Page) -> None:
    sheet = new_register(page)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"/sheet/{sheet}")
    expect(page.get_by_role("listitem").filter(has_text="Ground water")).to_contain_text("4 High")
    page.get_by_role("button", name=re.compile("Ground water")).click()
    expect(page.get_by_role("heading", name="Ground water")).to_be_visible()


def test_the_page_is_accessible(page: Page) -> None:
    sheet = new_register(page)
    at_register(page, sheet, "?by=type&filter=[[%22score%22,%22>%22,1]]")
    assert findings_by_day_and_night(page, _CANVAS) == []
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"/sheet/{sheet}")
    expect(page.get_by_text("Ground water")).to_be_visible()
    assert findings_of_axe(page) == []


def test_every_word_is_in_a_catalogue(page: Page) -> None:
    speak_pseudo(page)
    sheet = new_register(page, rows=[])
    page.goto(f"/sheet/{sheet}")
    expect(page.get_by_role("toolbar")).to_be_visible()
    page.wait_for_timeout(500)
    assert [text for text in text_in_no_catalogue(page) if text not in _TITLES] == []


# Titles of columns come from the declaration, which has languages of its own; they stand in the table behind the canvas.
_TITLES = frozenset(
    (
        "Title", "No.", "Type", "Status", "Probability", "Impact", "Score", "Owner", "Response", "Action", "Due", "Raised on", "Raised by",
        "Mitigates", "Closed on", "Notes",
    )
)  # fmt: skip
