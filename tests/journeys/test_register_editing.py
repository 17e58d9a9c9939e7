"""Keeping a register by keyboard: typing, picking, pasting from Excel, undo, the tree of rows."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.register_desk import RegisterDesk, at_register, new_register


def test_a_risk_is_scored_by_keyboard(page: Page) -> None:
    desk = at_register(page, new_register(page))
    desk.sees("Ground water", "Score", "16")
    desk.go("Ground water", "Probability")
    desk.write("2 L")
    desk.sees("Ground water", "Probability", "2 Low")
    desk.sees("Ground water", "Score", "8")
    desk.press("Control+z")
    desk.sees("Ground water", "Score", "16")
    desk.press("Control+y")
    desk.sees("Ground water", "Score", "8")


def test_a_new_row_is_typed_into_the_last_line(page: Page) -> None:
    desk = at_register(page, new_register(page, rows=[]))
    desk.go_line(0)
    desk.write("Permit comes late")
    desk.sees("Permit comes late", "Status", "Open")
    desk.write("Strike at the port")
    desk.sees_names("Permit comes late", "Strike at the port")


def test_rows_are_inserted_nested_and_deleted_by_keyboard(page: Page) -> None:
    desk = at_register(page, new_register(page))
    desk.go("Ground water")
    desk.press("Insert")
    desk.write("Rock")
    desk.sees_names("Supplier goes out of business", "Rock", "Ground water", "No crane before June")
    desk.go("Rock")
    desk.press("Alt+ArrowUp")
    desk.sees_names("Rock", "Supplier goes out of business", "Ground water", "No crane before June")
    desk.go("Ground water")
    desk.press("Alt+ArrowRight")
    desk.press("Control+Alt+ArrowLeft")
    desk.go("Rock")
    desk.press("Control+Delete")
    desk.toast("The rows were deleted.")
    desk.sees_names("Supplier goes out of business", "Ground water", "No crane before June")
    desk.press("Control+z")
    desk.sees_names("Rock", "Supplier goes out of business", "Ground water", "No crane before June")


def test_a_list_is_pasted_from_excel_and_taken_back_at_once(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk = at_register(page, new_register(page, rows=[]))
    desk.go_line(0)
    lines = [f"Risk {number}\t\tRisk\tOpen\t{number % 5 + 1}\t3" for number in range(1, 401)]
    desk.paste("\r\n".join(lines))
    desk.sees("Risk 4", "Score", "15")
    desk.toast("No.")
    expect(page.get_by_text("400 rows")).to_be_visible()
    desk.press("Control+z")
    expect(page.get_by_text("0 rows", exact=True)).to_be_visible()


def test_a_paste_that_is_too_wide_says_what_it_left_out(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk = at_register(page, new_register(page))
    desk.go("Ground water")
    desk.paste("\t".join(["Wet ground", *[""] * 30]))
    desk.sees("Wet ground", "Type", "")
    desk.toast("were not taken")


def test_several_rows_are_changed_at_once(page: Page) -> None:
    desk = at_register(page, new_register(page))
    desk.go("Supplier goes out of business", "Status")
    desk.press("Shift+ArrowDown", "Shift+ArrowDown")
    expect(page.get_by_text("3 rows selected")).to_be_visible()
    page.get_by_role("button", name="Change a column").click()
    page.get_by_role("combobox", name="Value").click()
    page.get_by_role("option", name="Closed").click()
    page.get_by_role("button", name="Change 3 rows").click()
    for title in ("Supplier goes out of business", "Ground water", "No crane before June"):
        desk.sees(title, "Status", "Closed")


def test_a_value_that_does_not_fit_is_kept_and_marked(page: Page) -> None:
    desk = at_register(page, new_register(page))
    desk.go("Ground water", "Impact")
    desk.write("enormous")
    desk.sees("Ground water", "Impact", "enormous")
    page.reload()
    desk.ready().sees("Ground water", "Impact", "enormous")


def _two(page: Page) -> tuple[RegisterDesk, RegisterDesk]:
    sheet = new_register(page)
    here = at_register(page, sheet)
    return here, at_register(page.context.new_page(), sheet)


def test_two_windows_see_each_other(page: Page) -> None:
    here, there = _two(page)
    there.go("Ground water")
    there.write("High ground water")
    there.sees("High ground water", "Score", "16")
    here.sees("High ground water", "Score", "16")
    there.go("High ground water")
    there.press("Insert")
    there.write("Sand")
    here.sees_names("Supplier goes out of business", "Sand", "High ground water", "No crane before June")


def test_what_is_typed_goes_to_its_row_though_another_comes_above(page: Page) -> None:
    here, there = _two(page)
    here.go("Ground water")
    page.keyboard.type("Grou")
    there.go("Ground water")
    there.press("Insert")
    there.write("Sand")
    here.sees_names("Supplier goes out of business", "Sand", "Ground water", "No crane before June")
    here.write("nd")
    for desk in (here, there):
        desk.sees_names("Supplier goes out of business", "Sand", "Ground", "No crane before June")


def test_a_new_row_is_typed_though_another_comes_above(page: Page) -> None:
    here, there = _two(page)
    here.go_line(3)
    page.keyboard.type("Permit")
    there.go("Ground water")
    there.press("Insert")
    there.write("Sand")
    here.sees_names("Supplier goes out of business", "Sand", "Ground water", "No crane before June")
    here.write(" late")
    here.write("Strike")
    for desk in (here, there):
        desk.sees_names("Supplier goes out of business", "Sand", "Ground water", "No crane before June", "Permit late", "Strike")


def test_what_is_typed_into_a_row_that_was_deleted_goes_nowhere(page: Page) -> None:
    here, there = _two(page)
    here.go("Ground water")
    page.keyboard.type("High gr")
    there.go("Ground water")
    there.press("Control+Delete")
    here.sees_names("Supplier goes out of business", "No crane before June")
    here.write("ound")
    here.toast("deleted this row")
    for desk in (here, there):
        desk.sees_names("Supplier goes out of business", "No crane before June")
