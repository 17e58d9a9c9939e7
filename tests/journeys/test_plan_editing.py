"""Editing a plan by keyboard: typing, undo, values that do not fit, loops."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.journeys.plan_stage import at_a_new_house


def test_an_edit_moves_what_follows_and_can_be_undone(page: Page) -> None:
    desk = at_a_new_house(page)
    desk.sees("Excavate", "Start", "4 Mar 2026")
    desk.go("Survey", "Duration")
    desk.write("5d")
    desk.sees("Survey", "Finish", "6 Mar 2026")
    desk.sees("Excavate", "Start", "9 Mar 2026")
    desk.press("Control+z")
    desk.sees("Survey", "Duration", "2d")
    desk.sees("Excavate", "Start", "4 Mar 2026")
    desk.press("Control+y")
    desk.sees("Excavate", "Start", "9 Mar 2026")


def test_no_key_stroke_is_lost_however_fast(page: Page) -> None:
    """The editor of the grid was loaded when it was first wanted, and the keys meanwhile were gone."""
    desk = at_a_new_house(page)
    desk.go("Survey")
    desk.write("Look at the ground")
    desk.sees("Look at the ground", "Duration", "2d")
    desk.press("ArrowRight")
    desk.write("15d")
    desk.sees("Excavate", "Duration", "15d")


_SLOW_FRAMES = """
const soon = window.requestAnimationFrame.bind(window)
window.requestAnimationFrame = (draw) => (window.slowFrames ? window.setTimeout(() => soon(draw), 400) : soon(draw))
"""


def test_a_key_right_after_a_click_moves_from_the_clicked_cell(page: Page) -> None:
    """The grid took the focus with the frame after the click: on a busy machine the keys before it were gone."""
    slow = page.context.new_page()
    slow.add_init_script(_SLOW_FRAMES)
    desk = at_a_new_house(slow)
    slow.evaluate("window.slowFrames = true")
    desk.go("Windows", "Start")
    slow.wait_for_url("**col=start**")


def test_f2_edits_what_is_there_and_escape_keeps_it(page: Page) -> None:
    desk = at_a_new_house(page)
    desk.go("Bricks")
    desk.press("F2", "End")
    desk.page.keyboard.type(" and mortar")
    desk.press("Escape")
    assert "Bricks" in desk.names
    desk.press("F2", "End")
    desk.page.keyboard.type(" and mortar")
    desk.press("Tab")
    desk.sees("Bricks and mortar", "Duration", "5d")


def test_a_value_that_does_not_fit_is_kept_as_typed(page: Page) -> None:
    desk = at_a_new_house(page)
    desk.go("Windows", "Duration")
    desk.write("soon")
    desk.sees("Windows", "Duration", "soon")
    desk.page.reload()
    desk.ready().sees("Windows", "Duration", "soon")


def test_a_loop_names_its_tasks_and_changes_nothing(page: Page) -> None:
    desk = at_a_new_house(page)
    desk.go("Survey", "Predecessors")
    desk.write("4")
    desk.toast("Survey")
    desk.toast("Your edit was taken back.")
    desk.sees("Survey", "Predecessors", "")


def test_links_are_typed_by_row_number(page: Page) -> None:
    desk = at_a_new_house(page)
    desk.go("Windows", "Predecessors")
    desk.write("4FS+2d")
    desk.sees("Windows", "Predecessors", "4FS+2d")
    desk.sees("Windows", "Start", "13 Mar 2026")


def test_a_start_that_is_typed_says_what_it_set(page: Page) -> None:
    desk = at_a_new_house(page)
    desk.go("Windows", "Start")
    desk.write("16 Mar 2026")
    desk.sees("Windows", "Start", "16 Mar 2026")
    desk.toast("no earlier than")
    desk.page.get_by_role("alert").get_by_role("button", name="Undo").click()
    desk.sees("Windows", "Start", "2 Mar 2026")


def test_copy_and_paste_fills_a_selection(page: Page) -> None:
    desk = at_a_new_house(page)
    desk.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk.go("Survey", "Duration")
    desk.press("Control+c", "ArrowDown", "Shift+ArrowDown", "Control+v")
    desk.sees("Excavate", "Duration", "2d")
    desk.sees("Pour", "Duration", "2d")
    desk.press("Control+z")
    desk.sees("Excavate", "Duration", "3d")


def test_delete_empties_cells(page: Page) -> None:
    desk = at_a_new_house(page)
    desk.go("Excavate", "Predecessors")
    desk.press("Delete")
    desk.sees("Excavate", "Predecessors", "")
    desk.sees("Excavate", "Start", "2 Mar 2026")
