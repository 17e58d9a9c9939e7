"""People and rights, as a PMO says them: invite the team, who can see this, somebody leaves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.conftest import Installation
from tests.journeys.people_stage import PASSWORD, Stage
from tests.journeys.steps import HOME, findings_by_day_and_night, findings_of_axe, let_in, speak_pseudo, text_in_no_catalogue

JOIN_LINK = re.compile(r"/join/[\w-]{20,}$")


@pytest.fixture
def stage(page: Page) -> Stage:
    """A project of its own."""
    return Stage(page, "Shared project")


def panel(page: Page) -> Locator:
    """What slides over the page."""
    return page.get_by_role("dialog")


def test_invite_the_team(page: Page, stage: Stage, chromium: Browser, installation: Installation) -> None:
    known, email = stage.person("Known Colleague")
    fresh = f"nina.{stage.project}@example.org"
    page.goto(f"/people?invite={stage.project}")
    panel(page).get_by_label("Mail addresses").fill(f"Nina Novak, {fresh}\n{email}\nnot an address")
    expect(panel(page).get_by_role("combobox", name="Place")).to_have_value(stage.project_name)
    panel(page).get_by_label("Role there and below").select_option(label="Viewer")
    panel(page).get_by_role("button", name="Invite 2 people").click()
    told = panel(page).get_by_role("list", name="What became of the invitations").get_by_role("listitem")
    expect(told.nth(0)).to_contain_text("Invited")
    expect(told.nth(1)).to_contain_text("Here already")
    expect(told.nth(2)).to_contain_text("No mail address")
    link = panel(page).get_by_label(f"Link for {fresh}").input_value()
    assert any(
        row["person"] and row["person"]["id"] == known for row in stage.call("GET", f"/api/v1/nodes/{stage.project}/access")["items"]
    )

    context = chromium.new_context(locale="en-GB", timezone_id="Europe/Lisbon")
    guest = context.new_page()
    guest.goto(link)
    expect(guest.get_by_text(f"Viewer at {stage.project_name}")).to_be_visible()
    expect(guest.get_by_label("Your name")).to_have_value("Nina Novak")
    expect(guest.get_by_role("combobox", name="Time zone")).to_have_value("Europe/Lisbon")
    assert findings_of_axe(guest) == []
    guest.get_by_label("Password", exact=True).fill("password1234")
    guest.get_by_role("button", name="Join").click()
    expect(guest.get_by_role("alert")).to_contain_text("too easy to guess")
    guest.get_by_label("Password", exact=True).fill(PASSWORD)
    guest.get_by_role("button", name="Join").click()
    guest.wait_for_url(HOME)
    expect(guest.get_by_role("button", name="Account of Nina Novak")).to_be_visible()
    guest.goto(link)
    expect(guest.get_by_role("alert")).to_contain_text("does not hold")
    context.close()


def test_addresses_come_from_a_file_and_an_open_invitation_is_renewed_and_revoked(page: Page, stage: Stage, tmp_path: Path) -> None:
    email = f"omar.{stage.project}@example.org"
    (tmp_path / "team.csv").write_text(f"name,mail\nOmar Haddad,{email}\n")
    page.goto("/people?tab=invites")
    page.get_by_role("button", name="Invite people").first.click()
    panel(page).locator("input[type=file]").set_input_files(tmp_path / "team.csv")
    panel(page).get_by_role("button", name="Invite 1 person").click()
    expect(panel(page).get_by_label(f"Link for {email}")).to_have_value(JOIN_LINK)
    page.keyboard.press("Escape")
    line = page.get_by_role("list", name="Invitations").get_by_role("listitem").filter(has_text=email)
    line.get_by_role("button", name="New link").click()
    expect(line.get_by_label(f"Link for {email}")).to_have_value(JOIN_LINK)
    line.get_by_role("button", name="Revoke").click()
    page.get_by_role("button", name="Revoke it").click()
    expect(line).to_have_count(0)


def test_who_can_see_this(page: Page, stage: Stage) -> None:
    stage.person("Vera Viewer", "viewer")
    page.goto(f"/projects/{stage.project}")
    page.get_by_role("button", name=f"Who can see {stage.project_name}").click()
    holders = panel(page).get_by_role("list", name="Who can see this").get_by_role("listitem")
    mine = holders.filter(has=page.get_by_role("link", name=stage.me["name"]))
    expect(mine).to_contain_text("Owner")
    expect(mine).to_contain_text("from")
    mine.get_by_role("button", name="Why").click()
    expect(mine).to_contain_text("Given by")
    vera = holders.filter(has_text="Vera Viewer")
    expect(vera).to_contain_text("given here")
    vera.get_by_role("button", name="Take back").click()
    expect(vera).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(vera).to_have_count(1)
    assert findings_of_axe(page, within="[role=dialog]") == []
    assert "share=" in page.url
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    assert "share=" not in page.url


def test_a_place_is_shared_with_a_group_by_keyboard_and_says_so_at_the_person(page: Page, stage: Stage) -> None:
    who = f"Gus {stage.project}"
    person, _ = stage.person(who)
    page.goto("/people?tab=groups")
    name = f"Finance {stage.project}"
    page.get_by_label("Name of a new group").fill(name)
    page.keyboard.press("Enter")
    expect(panel(page).get_by_text("Nobody yet.")).to_be_visible()
    panel(page).get_by_role("combobox", name="Add somebody").fill(who)
    page.get_by_role("option", name=who).wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(panel(page).get_by_role("list", name="Who is in it")).to_contain_text(who)
    page.goto(f"/projects/{stage.project}?share={stage.project}")
    panel(page).get_by_role("combobox", name="Share with").fill(name)
    page.get_by_role("option", name=name).wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    panel(page).get_by_label("As", exact=True).select_option(label="Contributor")
    panel(page).get_by_role("button", name="Share", exact=True).click()
    expect(panel(page).get_by_role("list", name="Who can see this")).to_contain_text(name)
    page.goto(f"/people/{person}")
    expect(page.get_by_text("through the group")).to_contain_text(name)


def test_a_role_of_ones_own_says_in_words_what_it_allows(page: Page, stage: Stage) -> None:
    page.goto("/people?tab=roles")
    page.get_by_role("button", name="Make a role of your own").click()
    name = f"Auditor {stage.project}"
    panel(page).get_by_label("Name", exact=True).fill(name)
    panel(page).get_by_label("See people").check()
    panel(page).get_by_role("button", name="Make the role").click()
    line = page.get_by_role("list", name="Roles").get_by_role("listitem").filter(has_text=name)
    expect(line).to_contain_text("See, see people")
    line.get_by_role("button", name="Change").click()
    panel(page).get_by_role("button", name="Delete the role").click()
    page.get_by_role("dialog", name="Delete the role").get_by_role("button", name="Delete the role").click()
    expect(line).to_have_count(0)


def test_somebody_leaves_and_is_brought_back(page: Page, stage: Stage, elsewhere: Page) -> None:
    leaver, email = stage.person("Lea Leaver", "manager")
    heir = f"Hal {stage.project}"
    stage.person(heir, "manager")
    stage.give_project_to(leaver)
    stage.let_in(leaver)
    let_in(elsewhere.context, email, PASSWORD)
    page.goto(f"/people/{leaver}")
    expect(page.get_by_role("heading", name="What Lea Leaver sees, and why")).to_be_visible()
    page.get_by_role("button", name="Leave", exact=True).click()
    expect(panel(page)).to_contain_text(f"{stage.project_name}manages it")
    panel(page).get_by_role("combobox", name="Hand it over to").fill(heir)
    page.get_by_role("option", name=heir).click()
    assert findings_of_axe(page) == []
    panel(page).get_by_role("button", name=f"Hand over to {heir} and close the account").click()
    expect(page.get_by_role("heading", name="Left on")).to_be_visible()
    assert stage.call("GET", f"/api/v1/nodes/{stage.project}")["manager"]["name"] == heir
    elsewhere.goto("/portfolio")
    expect(elsewhere.get_by_role("heading", name="Sign in")).to_be_visible()
    page.get_by_role("button", name="Bring back").click()
    expect(page.get_by_role("heading", name="What Lea Leaver sees, and why")).to_be_visible()


def test_a_guest_is_offered_nothing_about_people(stage: Stage, elsewhere: Page) -> None:
    guest, email = stage.person("Gita Guest", "guest")
    stage.let_in(guest)
    theirs = elsewhere
    let_in(theirs.context, email, PASSWORD)
    theirs.goto(f"/projects/{stage.project}")
    expect(theirs.get_by_role("heading", name=stage.project_name)).to_be_visible()
    expect(theirs.get_by_role("navigation", name="Pages").get_by_role("link", name="People")).to_have_count(0)
    expect(theirs.get_by_role("button", name="Who can see")).to_have_count(0)
    theirs.goto("/account")
    expect(theirs.get_by_role("heading", name="Your account")).to_be_visible()
    theirs.get_by_role("link", name="What you see, and why").click()
    expect(theirs.get_by_role("link", name=stage.project_name)).to_be_visible()
    expect(theirs.get_by_role("button", name="Leave", exact=True)).to_have_count(0)


ADDRESSES = ["/people", "/people?invite=0", "/people?tab=invites", "/people?tab=groups", "/people?tab=roles&role=new"]


@pytest.mark.parametrize("width", [1440, 390])
def test_it_is_for_everybody(page: Page, stage: Stage, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    for address in [*ADDRESSES, f"/people/{stage.me['id']}", f"/projects/{stage.project}?share={stage.project}"]:
        page.goto(address)
        page.get_by_role("heading", level=1).first.wait_for(state="attached")
        page.wait_for_load_state("networkidle")
        assert findings_by_day_and_night(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{address} is wider than the screen"


def test_every_word_is_in_a_catalogue(page: Page, stage: Stage) -> None:
    speak_pseudo(page)
    for address in [
        *ADDRESSES,
        f"/people/{stage.me['id']}",
        f"/projects/{stage.project}?share={stage.project}",
        "/join/nonsense",
        "/forgotten",
    ]:
        page.goto(address)
        page.get_by_role("heading", level=1).first.wait_for(state="attached")
        page.wait_for_load_state("networkidle")
        assert text_in_no_catalogue(page) == [], address
