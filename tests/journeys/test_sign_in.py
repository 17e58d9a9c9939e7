"""Sign-in: plain errors, and back to the address that was wanted."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Installation
from tests.journeys.steps import HOME, findings_of_axe, sign_in


@pytest.fixture
def stranger(elsewhere: Page) -> Page:
    """A page of somebody who is not signed in."""
    return elsewhere


def test_a_wrong_password_says_so_and_keeps_what_was_typed(stranger: Page, installation: Installation) -> None:
    sign_in(stranger, installation.address, installation.email, "not the password")
    expect(stranger.get_by_role("alert")).to_contain_text("do not fit together")
    expect(stranger.get_by_label("E-mail")).to_have_value(installation.email)


def test_sign_in_leads_back_to_the_address_that_was_wanted(stranger: Page, installation: Installation) -> None:
    stranger.goto("/portfolio?group=unit&late=true")
    stranger.get_by_label("E-mail").fill(installation.email)
    stranger.get_by_label("Password", exact=True).fill(installation.password)
    stranger.keyboard.press("Enter")
    expect(stranger.get_by_role("heading", name="Portfolio", level=1)).to_be_visible()
    assert stranger.url.endswith("/portfolio?group=unit&late=true")


def test_an_address_elsewhere_is_not_followed(stranger: Page, installation: Installation) -> None:
    stranger.goto("/sign-in?to=%2F%2Felsewhere.example%2F")
    stranger.get_by_label("E-mail").fill(installation.email)
    stranger.get_by_label("Password", exact=True).fill(installation.password)
    stranger.keyboard.press("Enter")
    stranger.wait_for_url(HOME)


def test_signing_out_closes_the_pages(stranger: Page, installation: Installation) -> None:
    sign_in(stranger, installation.address, installation.email, installation.password)
    stranger.get_by_role("button", name="Account of").click()
    stranger.get_by_role("menuitem", name="Sign out").click()
    expect(stranger.get_by_role("heading", name="Sign in")).to_be_visible()
    stranger.goto("/portfolio")
    expect(stranger.get_by_role("heading", name="Sign in")).to_be_visible()


def test_axe_finds_nothing(stranger: Page) -> None:
    stranger.goto("/sign-in")
    expect(stranger.get_by_label("E-mail")).to_be_focused()
    assert findings_of_axe(stranger) == []
