"""Two windows at once, and a line that breaks."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page

from tests.journeys.plan_desk import PlanDesk
from tests.journeys.plan_stage import at_a_new_house, at_house


def _two(page: Page, window: BrowserContext) -> tuple[PlanDesk, PlanDesk]:
    here = at_a_new_house(page)
    other = window.new_page()
    other.set_viewport_size({"width": 1800, "height": 900})
    there = at_house(other, int(page.url.split("/projects/")[1].split("/")[0]))
    page.wait_for_timeout(1000)  # both streams are open
    return here, there


def test_what_one_window_edits_the_other_shows(page: Page, window: BrowserContext) -> None:
    here, there = _two(page, window)
    here.go("Survey", "Duration")
    here.write("5d")
    there.sees("Survey", "Duration", "5d")
    there.sees("Excavate", "Start", "9 Mar 2026")
    there.go("Pour")
    there.press("Insert")
    there.write("Reinforce")
    here.sees("Reinforce", "Name", "Reinforce")
    here.go("Reinforce")
    here.press("Control+Delete")
    there.page.wait_for_function("() => !document.querySelector('[role=grid]').textContent.includes('Reinforce')")


def test_what_is_typed_goes_to_its_row_or_nowhere(page: Page, window: BrowserContext) -> None:
    here, there = _two(page, window)
    here.go("Pour")
    page.keyboard.type("Pour con")
    there.go("Survey")
    there.press("Insert")
    there.write("Fence")
    here.sees("Fence", "Name", "Fence")
    here.write("crete")
    there.sees("Pour concrete", "Duration", "2d")
    here.sees("Excavate", "Duration", "3d")
    here.sees("Pour concrete", "Name", "Pour concrete")
    here.go("Pour concrete")
    page.keyboard.type("Po")
    there.go("Pour concrete")
    there.press("Control+Delete")
    page.wait_for_function("() => !document.querySelector('[role=grid]').textContent.includes('concrete')")
    here.write("ur")
    here.toast("The row was deleted by somebody else meanwhile.")


def test_what_is_typed_without_a_line_is_kept_and_sent(page: Page, window: BrowserContext) -> None:
    here, there = _two(page, window)
    page.route("**/api/v1/sheets/**", lambda route: route.abort())
    here.go("Windows", "Duration")
    here.write("9d")
    here.sees("Windows", "Duration", "9d")
    page.get_by_text("No connection.").wait_for()
    page.unroute("**/api/v1/sheets/**")
    there.sees("Windows", "Duration", "9d")
    page.get_by_text("No connection.").wait_for(state="hidden")
