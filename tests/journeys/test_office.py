"""The office, as a PMO says it: found a controlling office for a division in an hour."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.people_stage import Stage
from tests.journeys.steps import findings_by_day_and_night


def test_found_a_controlling_office_for_a_division_in_an_hour(page: Page) -> None:
    stage = Stage(page, "Road works")
    unit = stage.call("POST", "/api/v1/nodes", {"parent_id": stage.root, "kind": "unit", "name": "Division of roads"}, 201)["id"]
    for name in ("Bridge", "Tunnel", "Crossing"):
        stage.call("POST", "/api/v1/nodes", {"parent_id": unit, "kind": "project", "name": name}, 201)

    page.goto(f"/office/new?node={unit}")
    page.get_by_role("button", name="Begin: Build an office").click()
    short, long = page.get_by_label("Goal", exact=True).first, page.get_by_label("Goal", exact=True).last
    short.fill("Open each road on its day")
    page.get_by_role("checkbox", name="Finish on time").first.check()
    page.get_by_role("checkbox", name="See trouble early").first.check()
    long.fill("No bridge older than eighty years")
    page.get_by_role("checkbox", name="Do the right projects").last.check()
    assert findings_by_day_and_night(page) == []
    page.get_by_role("button", name="Keep the goals and go on").click()

    page.get_by_label("They would share their projects").check()
    page.get_by_label("About half").check()
    page.get_by_label("Parts of it").check()
    page.get_by_role("button", name="Keep the answers and go on").click()

    expect(page.get_by_role("checkbox", name="Check in with each project at fixed dates")).to_be_checked()
    expect(page.get_by_text("“Open each road on its day” wants to: Finish on time").first).to_be_visible()
    page.get_by_role("button", name="Keep the functions and go on").click()

    # Left, and gone on with where it stood.
    page.goto("/office")
    page.get_by_role("link", name="Build an office: Division of roads").click()
    expect(page.get_by_role("radio", name="Controlling (proposed, 10 points)")).to_be_checked()
    page.get_by_role("button", name="Keep the type and go on").click()
    expect(page.get_by_role("radio", name="Division of roads (Division)")).to_be_checked()
    page.get_by_role("button", name="Keep the place and go on").click()
    page.get_by_role("button", name="Keep the people and go on").click()
    page.get_by_label("Name of the office").fill("Road office")
    page.get_by_role("button", name="Found the office").click()

    expect(page.get_by_role("heading", level=1, name="Road office")).to_be_visible()
    todo = page.get_by_role("list", name="What needs doing")
    expect(todo).to_contain_text("Name a partner: Bridge")
    expect(todo).to_contain_text("Find somebody: Director of the office")
    expect(page.get_by_role("list", name="What it does, and for which goal")).to_contain_text("Look at plans before and while they run")
    assert findings_by_day_and_night(page) == []
    page.get_by_role("link", name="Responsibilities").click()
    expect(page.get_by_role("table", name="Responsibilities")).to_contain_text("Report status")
    page.goto(f"/portfolio?node={unit}")
    expect(page.get_by_role("link", name="Road office")).to_be_visible()
