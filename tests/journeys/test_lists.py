"""A list comes in: our 47 projects from Excel in ten minutes, a risk log by paste, and back out of it."""

from __future__ import annotations

import re

from playwright.sync_api import FilePayload, Page, expect

from tests.api.lists.conftest import messy_workbook
from tests.journeys.steps import findings_of_axe

_RISKS = "Risk\tOwner\tLikelihood\nWet ground\tnobody\thigh\nLate permit\tnobody\tlow\n"


def _choose_place(page: Page, name: str) -> None:
    page.get_by_role("combobox", name="Place in the tree").fill(name)
    page.get_by_role("option", name=name).first.click()


def test_our_47_projects_from_excel_in_ten_minutes(page: Page) -> None:
    page.goto("/lists/new")
    _choose_place(page, "Corporate Services")
    workbook: FilePayload = {"name": "projects.xlsx", "mimeType": "application/octet-stream", "buffer": messy_workbook()}
    page.get_by_label("List to import").locator("input[type=file]").set_input_files(workbook)
    expect(page.get_by_role("heading", name="What was understood")).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="47 projects")).to_contain_text("47 new")
    expect(page.get_by_label("Project becomes", exact=True)).to_have_value("name")
    expect(page.get_by_label("End becomes", exact=True)).to_have_value("finish")
    expect(page.get_by_text("stands in line 4 already")).to_be_visible()
    # The remarks are nobody's business here.
    page.get_by_label("Remarks becomes", exact=True).select_option("")
    expect(page.get_by_text("Remarks has no place here")).to_have_count(1)
    assert findings_of_axe(page) == []
    page.get_by_role("button", name=re.compile("^Import 47$")).click()
    expect(page.get_by_role("heading", name="The list is in")).to_be_focused(timeout=60_000)
    page.get_by_role("link", name="Open the portfolio").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_risk_log_is_pasted_and_taken_back(page: Page) -> None:
    page.goto("/lists/new?kind=blank")
    _choose_place(page, "Networks")
    page.get_by_label("Or paste cells").fill(_RISKS)
    page.get_by_role("button", name="Read what I pasted").press("Enter")
    expect(page.get_by_role("status").filter(has_text="2 rows")).to_contain_text("2 new")
    page.get_by_role("button", name="Import 2").press("Enter")
    expect(page.get_by_role("link", name="Open the register")).to_be_visible()
    page.get_by_role("button", name="Take the import back").press("Enter")
    expect(page.get_by_role("heading", name="The import was taken back")).to_be_visible()


def test_what_is_no_list_gets_a_sentence(page: Page) -> None:
    page.goto("/lists/new")
    _choose_place(page, "Networks")
    picture: FilePayload = {"name": "picture.xlsx", "mimeType": "application/octet-stream", "buffer": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"}
    page.get_by_label("List to import").locator("input[type=file]").set_input_files(picture)
    expect(page.get_by_role("alert")).to_contain_text("neither a workbook")
    page.get_by_role("button", name="Choose another list").click()
    expect(page.get_by_role("heading", name="Drop a list here")).to_be_visible()
