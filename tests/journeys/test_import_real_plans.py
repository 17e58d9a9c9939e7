"""Ten real plans of different tiers come in through the browser, as whole projects."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.formats.making import DATA, needs_data

# Two or three of each tier of the shared index: full, hard, manual, stale.
PLANS = ("p002", "p019", "p057", "p009", "p024", "p062", "p029", "p047", "p005", "p001")


@needs_data
@pytest.mark.parametrize("name", PLANS)
def test_a_real_plan_becomes_a_project(page: Page, name: str) -> None:
    page.set_default_timeout(30_000)
    page.goto("/import")
    page.get_by_label("File to import").locator("input").set_input_files(DATA / f"{name}.xml")
    expect(page.get_by_role("heading", name=f"What {name}.xml brings")).to_be_visible(timeout=30_000)
    page.get_by_role("combobox", name="Place in the tree").fill("Networks")
    page.get_by_role("option", name="Networks").first.click()
    page.get_by_label("Name of the project").fill(f"Real plan {name}")
    page.get_by_role("button", name=re.compile(r"^Import \d+ tasks")).click()
    expect(page.get_by_role("heading", name=f"Real plan {name}", level=1)).to_be_visible(timeout=30_000)
    expect(page.get_by_role("region", name="What drives the finish")).to_be_visible()
    page.get_by_role("link", name="Plan", exact=True).click()
    expect(page.get_by_text(re.compile(r"^\d+ rows"))).to_be_visible(timeout=30_000)
