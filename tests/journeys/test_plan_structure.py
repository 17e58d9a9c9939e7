"""The outline by keyboard: indent, move, insert, delete, link."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.journeys.plan_stage import ALL, at_a_new_house


def test_indent_makes_a_summary_and_outdent_undoes_it(page: Page) -> None:
    desk = at_a_new_house(page)
    desk.go("Windows")
    desk.press("Alt+ArrowLeft")
    desk.sees_names(*ALL[:5], "Bricks", "تصميم الواجهة", "Windows", "Roof", "Handed over")
    desk.press("Alt+ArrowRight")
    desk.sees("Walls", "Start", "2 Mar 2026")
    assert desk.names == [*ALL[:5], "Bricks", "تصميم الواجهة", "Windows", "Roof", "Handed over"]


def test_rows_move_up_and_down(page: Page) -> None:
    desk = at_a_new_house(page)
    desk.go("Pour")
    desk.press("Alt+ArrowUp")
    desk.sees_names("Ground", "Survey", "Pour", "Excavate", *ALL[4:])
    desk.press("Alt+ArrowDown")
    desk.sees_names(*ALL)


def test_a_new_row_is_typed_into_at_once(page: Page) -> None:
    desk = at_a_new_house(page)
    desk.go("Pour")
    desk.press("Insert")
    desk.write("Reinforce")
    desk.sees_names("Ground", "Survey", "Excavate", "Reinforce", "Pour", *ALL[4:])
    desk.sees("Pour", "Predecessors", "3")


def test_the_keys_go_on_in_the_grid_when_the_menu_closes(page: Page) -> None:
    desk = at_a_new_house(page)
    desk.go("Survey")
    desk.press("Shift+F10")
    menu = page.get_by_role("menu")
    menu.wait_for()
    desk.press("Escape")
    menu.wait_for(state="hidden")
    desk.press("ArrowRight")
    desk.write("5d")
    desk.sees("Survey", "Duration", "5d")


def test_deleted_rows_come_back(page: Page) -> None:
    desk = at_a_new_house(page)
    desk.select("Excavate", "Pour")
    desk.press("Control+Delete")
    desk.sees_names("Ground", "Survey", *ALL[4:])
    desk.toast("The rows were deleted.")
    desk.press("Control+z")
    desk.sees_names(*ALL)
    desk.sees("Pour", "Predecessors", "3")


def test_selected_rows_are_linked_in_order_and_unlinked(page: Page) -> None:
    desk = at_a_new_house(page)
    desk.select("Bricks", "Windows")
    desk.press("Control+F2")
    desk.sees("Windows", "Predecessors", "6")
    desk.press("Control+Shift+F2")
    desk.sees("Windows", "Predecessors", "")


def test_collapsed_rows_are_in_the_address(page: Page) -> None:
    desk = at_a_new_house(page)
    desk.go("Ground")
    desk.press("Alt+Control+ArrowLeft")
    desk.sees_names("Ground", *ALL[4:])
    desk.page.wait_for_url("**fold=**")
    desk.page.reload()
    desk.ready().sees_names("Ground", *ALL[4:])
