"""Every text of the client is in a catalogue: the pseudo-locale draws it with accents, and what stays plain is found."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.steps import text_in_no_catalogue


@pytest.fixture
def pseudo(window: BrowserContext) -> Page:
    """A page that speaks the pseudo-locale."""
    page = window.new_page()
    page.add_init_script("localStorage.setItem('milepost.locale', 'pseudo')")
    return page


@pytest.mark.parametrize(
    "address", ["/portfolio?group=status&tile=attention", "/portfolio?tile=progress", "/import", "/sign-in", "/nowhere"]
)
def test_no_text_outside_the_catalogues(pseudo: Page, address: str) -> None:
    pseudo.goto(address)
    expect(pseudo.get_by_role("heading").first).to_be_visible()
    pseudo.wait_for_load_state("networkidle") if address == "/sign-in" else pseudo.wait_for_timeout(800)
    assert text_in_no_catalogue(pseudo) == []


@pytest.mark.parametrize("figure", ["status", "slip", "spi_t", "cpi", "complete", "milestone"])
def test_no_text_outside_the_catalogues_on_a_project(pseudo: Page, figure: str) -> None:
    pseudo.goto("/portfolio")
    pseudo.get_by_role("link", name="Billing system replacement").click()
    pseudo.wait_for_url("**/projects/*")
    pseudo.goto(f"{pseudo.url}?figure={figure}")
    expect(pseudo.get_by_role("complementary").get_by_role("heading", level=2).first).to_be_visible()
    assert text_in_no_catalogue(pseudo) == []


def test_german_is_spoken(window: BrowserContext) -> None:
    page = window.new_page()
    page.goto("/portfolio")
    page.get_by_role("button", name="Account of").click()
    page.get_by_role("menuitemradio", name="Deutsch").click()
    expect(page.get_by_role("button", name="Spalten")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "de"
