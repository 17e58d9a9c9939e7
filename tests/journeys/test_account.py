"""One's own account: profile, password, second factor, sessions, access tokens."""

from __future__ import annotations

import base64
import hashlib
import hmac

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Installation
from tests.journeys.people_stage import PASSWORD, Stage, window_of
from tests.journeys.steps import HOME, findings_by_day_and_night, findings_of_axe, let_in, sign_in, speak_pseudo, text_in_no_catalogue


@pytest.fixture
def somebody(page: Page) -> tuple[int, str]:
    """Somebody of their own, who may see one project."""
    stage = Stage(page, "Account project")
    person, email = stage.person("Sam Signer", "viewer")
    stage.let_in(person)
    return person, email


@pytest.fixture
def theirs(somebody: tuple[int, str], elsewhere: Page) -> Page:
    """Their account page, freshly signed in."""
    let_in(elsewhere.context, somebody[1], PASSWORD)
    elsewhere.goto("/account")
    expect(elsewhere.get_by_role("heading", name="Your account")).to_be_visible()
    return elsewhere


def code_for(page: Page, secret: str) -> str:
    """The code that an authenticator app shows for a secret (RFC 6238) at the hour of the browser."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    half_minutes = int(page.evaluate("Date.now()")) // 30_000
    digest = hmac.new(key, half_minutes.to_bytes(8, "big"), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start : start + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06d}"


def test_second_factor(theirs: Page, somebody: tuple[int, str], chromium: Browser, installation: Installation) -> None:
    factor = theirs.get_by_role("region", name="Second factor")
    factor.get_by_role("button", name="Set up an authenticator app").click()
    factor.get_by_label("Your password").fill("not this one at all")
    factor.get_by_role("button", name="Confirm").click()
    expect(factor.get_by_role("alert")).to_contain_text("password is not right")
    factor.get_by_label("Your password").fill(PASSWORD)
    factor.get_by_role("button", name="Confirm").click()
    expect(factor.get_by_role("img", name="QR code for your authenticator app")).to_be_visible()
    assert findings_of_axe(theirs) == []
    secret = factor.get_by_label("Secret for your authenticator app").input_value()
    factor.get_by_label("Code that the app shows").fill("000000")
    factor.get_by_role("button", name="Switch it on").click()
    expect(factor.get_by_role("alert")).to_contain_text("not right or too old")
    factor.get_by_label("Code that the app shows").fill(code_for(theirs, secret))
    factor.get_by_role("button", name="Switch it on").click()
    codes = factor.get_by_role("list", name="Recovery codes").get_by_role("listitem")
    expect(codes).to_have_count(10)
    recovery = codes.first.inner_text()
    factor.get_by_role("button", name="I have kept them").click()
    expect(factor.get_by_role("heading", name="Second factor on")).to_be_visible()

    context = chromium.new_context(base_url=installation.address, locale="en-GB")
    again = context.new_page()
    sign_in(again, installation.address, somebody[1], PASSWORD)
    expect(again.get_by_role("heading", name="Enter your code")).to_be_visible()
    again.get_by_label("Code").fill(recovery)
    again.get_by_role("button", name="Continue").click()
    again.wait_for_url(HOME)
    context.close()

    factor.get_by_role("button", name="Switch it off").click()
    theirs.get_by_role("dialog").get_by_role("button", name="Switch it off").click()
    expect(factor.get_by_role("heading", name="Second factor off")).to_be_visible()


def test_a_new_password_ends_the_other_sessions(
    theirs: Page, somebody: tuple[int, str], chromium: Browser, installation: Installation
) -> None:
    other = window_of(chromium, installation, somebody[1])
    theirs.reload()
    section = theirs.get_by_role("region", name="Password")
    section.get_by_role("button", name="Change the password").click()
    section.get_by_label("Current password").fill("not this one at all")
    section.get_by_label("New password").fill("nine loud trumpets")
    section.get_by_role("button", name="Change the password").click()
    expect(section.get_by_role("alert")).to_contain_text("current password is not right")
    section.get_by_label("Current password").fill(PASSWORD)
    section.get_by_role("button", name="Change the password").click()
    expect(theirs.get_by_text("The password was changed.")).to_be_visible()
    page = other.new_page()
    page.goto("/portfolio")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    other.close()


def test_a_session_elsewhere_is_ended(theirs: Page, somebody: tuple[int, str], chromium: Browser, installation: Installation) -> None:
    other = window_of(chromium, installation, somebody[1])
    theirs.reload()
    sessions = theirs.get_by_role("region", name="Sessions")
    expect(sessions.get_by_text("this window")).to_be_visible()
    sessions.get_by_role("button", name="End it").first.click()
    expect(sessions.get_by_role("button", name="End it")).to_have_count(0)
    page = other.new_page()
    page.goto("/portfolio")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    other.close()


def test_a_token_is_shown_once_does_what_it_may_and_is_revoked(theirs: Page, installation: Installation) -> None:
    tokens = theirs.get_by_role("region", name="Access tokens")
    tokens.get_by_label("Name of the program").fill("Nightly report")
    tokens.get_by_role("button", name="Make a token").click()
    secret = tokens.get_by_label("Token Nightly report", exact=True).input_value()
    api = theirs.context.browser.new_context().request if theirs.context.browser else theirs.request
    bearer = {"Authorization": f"Bearer {secret}"}
    assert api.get(f"{installation.address}/api/v1/nodes", headers=bearer).status == 200
    assert api.patch(f"{installation.address}/api/v1/account", headers=bearer, data={"name": "X"}).status == 403, "it only reads"
    tokens.get_by_role("button", name="I have kept it").click()
    expect(tokens.get_by_label("Token Nightly report", exact=True)).to_have_count(0)
    tokens.get_by_role("button", name="Revoke the token Nightly report").click()
    theirs.get_by_role("button", name="Revoke it").click()
    expect(tokens.get_by_text("Nightly report")).to_have_count(0)
    assert api.get(f"{installation.address}/api/v1/nodes", headers=bearer).status == 401


def test_name_and_language_are_kept_where_they_are_changed(theirs: Page) -> None:
    profile = theirs.get_by_role("region", name="Profile")
    name = profile.get_by_label("Name", exact=True)
    name.fill("Sam Somebody Else")
    name.press("Escape")
    expect(name).to_have_value("Sam Signer")
    name.fill("Sam Newname")
    name.press("Enter")
    expect(theirs.get_by_role("button", name="Account of Sam Newname")).to_be_visible()
    profile.get_by_label("Language").select_option(label="Deutsch")
    expect(theirs.get_by_role("heading", name="Ihr Konto")).to_be_visible()
    theirs.reload()
    expect(theirs.get_by_label("Name", exact=True)).to_have_value("Sam Newname")


def test_a_password_is_set_by_a_link(page: Page, somebody: tuple[int, str], elsewhere: Page) -> None:
    page.goto(f"/people/{somebody[0]}")
    page.get_by_role("button", name="Make a password link").click()
    link = page.get_by_label("Password link for Sam Signer").input_value()
    elsewhere.goto(link)
    expect(elsewhere.get_by_text(somebody[1])).to_be_visible()
    assert findings_of_axe(elsewhere) == []
    elsewhere.get_by_label("Password", exact=True).fill("eleven warm blankets")
    elsewhere.get_by_role("button", name="Set it and sign in").click()
    elsewhere.wait_for_url(HOME)
    elsewhere.goto(link)
    expect(elsewhere.get_by_role("alert")).to_contain_text("does not hold")


def test_a_role_asks_for_a_second_factor(page: Page, elsewhere: Page) -> None:
    stage = Stage(page, "Careful project")
    name = f"Careful {stage.project}"
    role = stage.call("POST", "/api/v1/roles", {"name": name, "capabilities": ["view"]}, 201)["key"]
    person, email = stage.person("Fay Factor", role)
    stage.let_in(person)
    theirs = elsewhere
    let_in(theirs.context, email, PASSWORD)
    page.goto("/people?tab=roles")
    page.get_by_role("switch", name=f"Second factor required for {name}").click()
    page.get_by_role("button", name="Require it").click()
    theirs.goto(f"/projects/{stage.project}")
    expect(theirs.get_by_role("heading", name="One step before you go on")).to_be_visible()
    assert findings_of_axe(theirs) == []
    theirs.get_by_role("button", name="Set up an authenticator app").click()
    theirs.get_by_label("Your password").fill(PASSWORD)
    theirs.keyboard.press("Enter")
    expect(theirs.get_by_label("Code that the app shows")).to_be_focused()
    secret = theirs.get_by_label("Secret for your authenticator app").input_value()
    theirs.keyboard.type(code_for(theirs, secret))
    theirs.keyboard.press("Enter")
    theirs.get_by_role("button", name="I have kept them").click()
    expect(theirs.get_by_role("heading", name=stage.project_name)).to_be_visible()


@pytest.mark.parametrize("width", [1440, 390])
def test_it_is_for_everybody(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto("/account")
    page.get_by_role("list").first.wait_for()
    page.wait_for_load_state("networkidle")
    assert findings_by_day_and_night(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_every_word_is_in_a_catalogue(page: Page) -> None:
    speak_pseudo(page)
    page.goto("/account")
    page.wait_for_load_state("networkidle")
    assert text_in_no_catalogue(page) == []
