"""The method of an office, as a PMO says it: make it our own, say what is wrong by line, see what a new version means."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def test_make_a_method_our_own(page: Page) -> None:
    page.goto("/method")
    page.get_by_role("link", name="IT project").click()
    expect(page.get_by_role("list", name="Life cycle").get_by_role("listitem")).to_have_count(4)
    page.get_by_role("button", name="Copy").click()
    panel = page.get_by_role("dialog")
    panel.get_by_label("Name").fill("Sprints at the works")
    panel.get_by_role("combobox", name="Place").click()
    page.get_by_role("option", name="Digital utility").click()
    panel.get_by_role("button", name="Copy the pack").click()
    expect(page.get_by_text("The pack is whole: nothing is wrong with it.")).to_be_visible()

    text = page.get_by_label("The text of the pack")
    text.fill(text.input_value().replace("gatekeeper: operations", "gatekeeper: nobody", 1))
    hole = page.get_by_role("list", name="What is wrong").get_by_role("button")
    expect(hole).to_contain_text("The role nobody is not in this pack.")
    page.get_by_role("button", name="Back to what is saved").click()

    page.get_by_role("button", name="Change Product vision").click()
    page.get_by_role("dialog").get_by_label("Minutes once").fill("45")
    page.get_by_role("button", name="Keep in the draft").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.get_by_label("What is new").fill("A shorter vision.")
    page.get_by_role("button", name="Release version 1").click()
    expect(page.get_by_text("Version 1, Released")).to_be_visible()

    page.get_by_role("button", name="Take up at a place").click()
    page.get_by_role("dialog").get_by_role("combobox", name="Place").click()
    page.get_by_role("option", name="Digital utility").click()
    expect(page.get_by_role("dialog").get_by_text("live project")).to_be_visible()
    expect(page.get_by_role("button", name="Let it hold there")).to_be_visible()
