"""Who may only read, narrow screens, languages, and what axe says."""

from __future__ import annotations

import json

from playwright.sync_api import Page, Route, expect

from tests.journeys.plan_desk import PlanDesk
from tests.journeys.plan_stage import at_a_new_house, new_house
from tests.journeys.steps import findings_by_day_and_night, findings_of_axe, speak_pseudo, text_in_no_catalogue


def test_axe_has_nothing_against_the_page(page: Page) -> None:
    desk = at_a_new_house(page)
    desk.go("Excavate")
    desk.press("Control+Enter")
    page.get_by_role("heading", name="Excavate").wait_for()
    assert findings_by_day_and_night(page) == []


def test_the_menu_of_a_row_is_clean_too(page: Page) -> None:
    desk = at_a_new_house(page)
    desk.go("Excavate")
    desk.press("Shift+F10")
    page.get_by_role("menuitem", name="Indent").wait_for()
    assert findings_of_axe(page, leave_out=("region",), within="[role=menu]") == []


def test_on_a_phone_the_grid_stands_first_and_the_chart_is_one_tap_away(page: Page) -> None:
    house = new_house(page.context)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"/projects/{house}/plan")
    page.get_by_role("group", name="Tasks of the plan").wait_for()
    page.get_by_text("Chart", exact=True).click()
    page.locator(".gantt_task_line").first.wait_for()
    assert findings_of_axe(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390


def test_every_cell_and_bar_has_a_name(page: Page) -> None:
    desk = at_a_new_house(page)
    row = next(row for row in desk.rows if row["Name"] == "Excavate")
    assert row["Duration"] == "3d"
    assert row["Predecessors"] == "2"
    expect(desk.bar("Excavate")).to_have_attribute("aria-label", "Excavate: 4 Mar 2026 to 6 Mar 2026, 0 % done, critical")


def test_who_may_not_edit_is_told_so_and_cannot(page: Page) -> None:
    house = new_house(page.context)
    page.route("**/api/v1/sheets/*", _only_to_read)
    page.set_viewport_size({"width": 1800, "height": 900})
    page.goto(f"/projects/{house}/plan")
    desk = PlanDesk(page).ready()
    expect(page.get_by_text("You may read this plan, not change it.")).to_be_visible()
    expect(page.get_by_role("button", name="Insert a row above")).to_have_count(0)
    desk.go("Excavate")
    desk.write("Dig")
    desk.press("Control+Delete")
    assert "Excavate" in desk.names


def _only_to_read(route: Route) -> None:
    assert route.request.method == "GET"
    sheet = route.fetch()
    route.fulfill(response=sheet, body=json.dumps({**sheet.json(), "capabilities": ["view"]}))


def test_all_text_comes_from_the_catalogue(page: Page) -> None:
    speak_pseudo(page)
    house = new_house(page.context)
    page.goto(f"/projects/{house}/plan")
    page.locator(".gantt_task_line").first.wait_for()
    found = [text for text in text_in_no_catalogue(page) if not text.startswith(("aria-label: Link", "aria-label: "))]
    assert [text for text in found if text in ("Undo", "Columns", "Filter by name", "All tasks")] == []
