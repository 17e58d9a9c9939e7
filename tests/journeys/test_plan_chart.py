"""The chart: in step with the grid, dragged, and every drag by keyboard too."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.formats.making import plan, task
from tests.journeys.grid_desk import ROW
from tests.journeys.plan_desk import PlanDesk
from tests.journeys.plan_stage import at_a_new_house


def test_every_bar_stands_beside_its_row(page: Page) -> None:
    desk = at_a_new_house(page)
    grid = desk.page.get_by_role("group", name="Tasks of the plan").bounding_box()
    assert grid is not None
    for at, name in enumerate(desk.names):
        bar = desk.bar(name).bounding_box()
        assert bar is not None
        top = grid["y"] + PlanDesk.HEAD + at * ROW
        assert top <= bar["y"], name
        assert bar["y"] + bar["height"] <= top + ROW, name


def test_the_chart_scrolls_with_the_grid(page: Page) -> None:
    many = plan(*(task(uid, name=f"Task {uid}") for uid in range(1, 301)))
    desk = at_a_new_house(page, data=many)
    grid = desk.page.get_by_role("group", name="Tasks of the plan").bounding_box()
    assert grid is not None
    desk.page.mouse.move(grid["x"] + 300, grid["y"] + 300)
    desk.page.mouse.wheel(0, 3333)
    desk.page.wait_for_function("() => document.querySelector('.dvn-scroller').scrollTop > 3000")
    desk.page.wait_for_timeout(300)
    tops = desk.page.evaluate(
        "() => [document.querySelector('.dvn-scroller').scrollTop, document.querySelector('.gantt_data_area').scrollTop]"
    )
    assert abs(tops[0] - tops[1]) <= 1
    chart = desk.page.get_by_role("group", name="Chart of the plan").first.bounding_box()
    assert chart is not None
    desk.page.mouse.move(chart["x"] + 300, chart["y"] + 300)
    before = tops[0]
    for _ in range(5):
        desk.page.mouse.wheel(0, 900)
    desk.page.wait_for_timeout(600)
    tops = desk.page.evaluate(
        "() => [document.querySelector('.dvn-scroller').scrollTop, document.querySelector('.gantt_data_area').scrollTop]"
    )
    assert tops[0] > before + 200
    assert abs(tops[0] - tops[1]) <= 1


def test_a_dragged_bar_starts_later(page: Page) -> None:
    desk = at_a_new_house(page)
    desk.drag("Windows", 7)
    desk.sees("Windows", "Start", "9 Mar 2026")
    desk.toast("no earlier than")
    desk.go("Windows")
    desk.press("Control+z")
    desk.sees("Windows", "Start", "2 Mar 2026")


def test_a_dragged_edge_makes_the_task_longer(page: Page) -> None:
    desk = at_a_new_house(page)
    desk.drag("Windows", 1, edge=True)
    desk.sees("Windows", "Duration", "4d")


def test_what_a_drag_does_a_key_does(page: Page) -> None:
    desk = at_a_new_house(page)
    desk.go("Windows")
    desk.press("Alt+Shift+ArrowRight")
    desk.sees("Windows", "Start", "3 Mar 2026")


def test_zoom_is_in_the_address(page: Page) -> None:
    desk = at_a_new_house(page)
    desk.page.get_by_role("button", name="Zoom out").click()
    desk.page.wait_for_url("**zoom=month**")
    expect(desk.page.get_by_text("Months", exact=True)).to_be_visible()


def test_the_chain_above_leads_to_what_drives_a_task(page: Page) -> None:
    desk = at_a_new_house(page)
    desk.go("Pour")
    chain = desk.page.get_by_role("navigation", name="What drives the selected task")
    chain.get_by_role("button", name="Excavate").click()
    expect(chain.get_by_role("button", name="Excavate")).to_have_attribute("aria-current", "step")
