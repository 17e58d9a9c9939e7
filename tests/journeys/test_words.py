"""Every text of the client is in a catalogue: the pseudo-locale draws it with accents, and what stays plain is found."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import ask, speak_pseudo, text_in_no_catalogue


@pytest.fixture
def pseudo(page: Page) -> Page:
    """A page that speaks the pseudo-locale."""
    speak_pseudo(page)
    return page


@pytest.mark.parametrize(
    "address", ["/portfolio?group=status&tile=attention", "/portfolio?tile=progress", "/import", "/sign-in", "/nowhere"]
)
def test_no_text_outside_the_catalogues(pseudo: Page, address: str) -> None:
    pseudo.goto(address)
    expect(pseudo.get_by_role("heading").first).to_be_visible()
    pseudo.wait_for_load_state("networkidle") if address == "/sign-in" else pseudo.wait_for_timeout(800)
    assert text_in_no_catalogue(pseudo) == []


def test_no_text_outside_the_catalogues_on_a_project(pseudo: Page) -> None:
    projects = ask(pseudo.context, "GET", "/api/v1/portfolio")["items"]
    project = next(one["id"] for one in projects if one["name"] == "Billing system replacement")
    for figure in ("status", "slip", "spi_t", "cpi", "complete", "milestone"):
        pseudo.goto(f"/projects/{project}?figure={figure}")
        expect(pseudo.get_by_role("complementary").get_by_role("heading", level=2).first).to_be_visible()
        assert text_in_no_catalogue(pseudo) == [], figure


def test_german_is_spoken(page: Page) -> None:
    page.goto("/portfolio")
    page.get_by_role("button", name="Account of").click()
    page.get_by_role("menuitemradio", name="Deutsch").click()
    expect(page.get_by_role("button", name="Spalten")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "de"
