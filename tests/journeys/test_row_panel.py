"""A row at the side: its cells, what is said about it, its files, and what happened to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.row_stage import Register
from tests.journeys.steps import findings_of_axe, speak_pseudo, text_in_no_catalogue

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


@pytest.fixture
def register(page: Page) -> Register:
    """A RAID log with three entries."""
    return Register(page, "Row panel")


def panel(page: Page) -> Locator:
    """The panel at the side."""
    return page.get_by_label("Inspector")


def test_cells_are_edited_where_they_stand_and_the_history_tells_of_it(page: Page, register: Register) -> None:
    register.open(register.rows[0])
    side = panel(page)
    expect(side.get_by_role("heading", name="Ground is wet")).to_be_visible()
    title = side.get_by_label("Title", exact=True)
    title.fill("Ground is very wet")
    title.press("Enter")
    expect(side.get_by_role("heading", name="Ground is very wet")).to_be_visible()
    side.get_by_label("Status", exact=True).select_option(label="In treatment")
    side.get_by_role("tab", name="History").click()
    first = side.get_by_role("list", name="History").get_by_role("listitem").first
    expect(first).to_contain_text("Status: Open → In treatment")
    expect(side.get_by_text("Ground is wet → Ground is very wet")).to_be_visible()
    expect(side.get_by_text("made this row")).to_be_visible()


def test_escape_takes_back_what_is_typed_and_then_closes(page: Page, register: Register) -> None:
    register.open(register.rows[0])
    title = panel(page).get_by_label("Title", exact=True)
    title.fill("Something else")
    title.press("Escape")
    expect(title).to_have_value("Ground is wet")
    title.press("Escape")
    expect(panel(page)).to_be_hidden()
    page.wait_for_url(lambda address: "panel" not in address)


def test_somebody_is_mentioned_by_keyboard_and_a_comment_is_changed_and_brought_back(page: Page, register: Register) -> None:
    register.open(register.rows[0])
    side = panel(page)
    side.get_by_role("tab", name="Comments").click()
    box = side.get_by_label("Say something about this row")
    box.press_sequentially("Please look, @" + register.me["name"].split()[0][:3])
    expect(side.get_by_role("option").first).to_contain_text(register.me["name"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(box).to_have_value(f"Please look, @{register.me['name']} ")
    page.keyboard.press("Control+Enter")
    said = side.get_by_role("list", name="Comments").get_by_role("listitem").first
    expect(said.locator("mark")).to_have_text(f"@{register.me['name']}")
    said.get_by_role("button", name="Edit").click()
    side.get_by_label("Change your comment").fill("No need any more")
    side.get_by_role("button", name="Save").click()
    expect(said).to_contain_text("No need any more")
    expect(said).to_contain_text("edited")
    said.get_by_role("button", name="Delete").click()
    expect(side.get_by_text("No need any more")).to_be_hidden()
    page.get_by_role("alert").get_by_role("button", name="Undo").click()
    expect(side.get_by_text("No need any more")).to_be_visible()


def test_files_are_attached_looked_at_and_downloaded(page: Page, register: Register, tmp_path: Path) -> None:
    (tmp_path / "site photo.png").write_bytes(PNG)
    (tmp_path / "offer.txt").write_text("1,200 EUR")
    register.open(register.rows[1])
    side = panel(page)
    side.get_by_role("tab", name="Files").click()
    side.locator("input[type=file]").set_input_files([tmp_path / "site photo.png", tmp_path / "offer.txt"])
    expect(side.get_by_role("link", name="offer.txt")).to_be_visible()
    expect(side.get_by_role("link", name="Look at site photo.png").locator("img")).to_be_visible()
    with page.expect_download() as download:
        side.get_by_role("link", name="offer.txt").click()
    assert Path(download.value.path()).read_text() == "1,200 EUR"
    expect(side.get_by_role("tab", name="Files 2")).to_be_visible()
    side.get_by_role("button", name="Delete offer.txt").click()
    expect(side.get_by_role("link", name="offer.txt")).to_be_hidden()


def test_links_and_files_are_chosen_in_their_cells(page: Page, register: Register, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all")
    for column in ({"title": "Stems from", "type": "link", "to": "raid"}, {"title": "Proof", "type": "file"}):
        register.call("POST", f"/api/v1/sheets/{register.sheet}/columns", column, 201)
    register.open(register.rows[0])
    side = panel(page)
    link = side.get_by_role("combobox", name="Stems from")
    link.fill("crane is")
    page.get_by_role("option", name="Crane is late").first.click()
    expect(link).to_have_value("Crane is late")
    link.press("ArrowDown")
    link.press("Escape")
    side.get_by_label("Attach files to Proof").set_input_files(letter)
    expect(side.get_by_role("link", name="letter.txt")).to_be_visible()
    page.reload()
    expect(link).to_have_value("Crane is late")
    side.get_by_role("button", name="Take letter.txt out of Proof").click()
    side.get_by_role("tab", name="Files 1").click()
    expect(side.get_by_role("link", name="letter.txt")).to_be_visible()


def test_what_another_window_does_arrives(page: Page, register: Register) -> None:
    register.open(register.rows[2])
    side = panel(page)
    side.get_by_role("tab", name="Comments").click()
    expect(side.get_by_text("Nobody has said anything yet")).to_be_visible()
    register.call("POST", f"/api/v1/sheets/{register.sheet}/rows/{register.rows[2]}/comments", {"text": "From elsewhere"}, 201)
    expect(side.get_by_text("From elsewhere")).to_be_visible()
    register.edit({"op": "set", "row": register.rows[2], "cells": {"name": "Permit is there"}})
    expect(side.get_by_role("heading", name="Permit is there")).to_be_visible()


@pytest.mark.parametrize("width", [1440, 390])
def test_it_is_for_everybody(page: Page, register: Register, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    register.call("POST", f"/api/v1/sheets/{register.sheet}/rows/{register.rows[0]}/comments", {"text": "Said"}, 201)
    register.open(register.rows[0])
    side = panel(page)
    for tab in ("Cells", "Comments", "Files", "History"):
        side.get_by_role("tab", name=tab).click()
        side.get_by_role("tabpanel").locator("li, input").first.wait_for(state="attached")
        assert findings_of_axe(page, within="[aria-label=Inspector]") == [], tab
    if width == 390:
        box = side.bounding_box()
        assert box is not None
        assert (box["width"], box["height"]) == (390, 800), "on a phone it fills the screen"


def test_every_word_is_in_a_catalogue(page: Page, register: Register) -> None:
    speak_pseudo(page)
    register.call("POST", f"/api/v1/sheets/{register.sheet}/rows/{register.rows[0]}/comments", {"text": "Said"}, 201)
    register.open(register.rows[0])
    tabs = page.locator("[data-full-screen] [role=tab]")
    for number in range(4):
        tabs.nth(number).click()
        page.locator("[data-full-screen] [role=tabpanel]").locator("li, input").first.wait_for(state="attached")
        assert text_in_no_catalogue(page) == []
