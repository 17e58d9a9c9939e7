"""A plan comes in: drop, dry run, report, done."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.journeys.steps import findings_of_axe

_TASK = """<Task><UID>{uid}</UID><ID>{uid}</ID><Name>{name}</Name><Type>0</Type><OutlineLevel>1</OutlineLevel>
<Duration>PT{hours}H0M0S</Duration><DurationFormat>7</DurationFormat><Manual>0</Manual>{link}</Task>"""
_LINK = "<PredecessorLink><PredecessorUID>{uid}</PredecessorUID><Type>1</Type><LinkLag>0</LinkLag></PredecessorLink>"
_NAMES = ("Survey", "Design", "Build", "Hand over")
_TASKS = "".join(
    _TASK.format(uid=uid, name=name, hours=uid * 16, link=_LINK.format(uid=uid - 1) if uid > 1 else "")
    for uid, name in enumerate(_NAMES, 1)
)
PLAN = f"""<?xml version="1.0" encoding="UTF-8"?>
<Project xmlns="http://schemas.microsoft.com/project"><Name>Bridge.xml</Name><Title>Footbridge</Title>
<StartDate>2026-03-02T08:00:00</StartDate><ScheduleFromStart>1</ScheduleFromStart><Tasks>{_TASKS}</Tasks></Project>"""


def _file(name: str, content: str) -> FilePayload:
    return {"name": name, "mimeType": "text/xml", "buffer": content.encode()}


def test_a_plan_is_looked_at_and_imported(page: Page) -> None:
    page.goto("/import")
    page.get_by_label("File to import").locator("input").set_input_files(_file("bridge.xml", PLAN))
    expect(page.get_by_role("heading", name="What bridge.xml brings")).to_be_visible()
    page.get_by_role("combobox", name="Place in the tree").fill("Networks")
    page.get_by_role("option", name="Networks").first.click()
    page.get_by_label("Name of the project").fill("Footbridge")
    page.get_by_label("Status date").fill("2026-03-06")
    page.get_by_role("button", name="Import 4 tasks").click()
    expect(page.get_by_role("heading", name="Footbridge", level=1)).to_be_visible()
    expect(page.get_by_role("region", name="What drives the finish")).to_contain_text("Hand over")


def test_by_keyboard_alone(page: Page) -> None:
    page.goto("/import")
    expect(page.get_by_role("button", name="Choose a file")).to_be_visible()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose a file").press("Enter")
    chooser.value.set_files(_file("bridge.xml", PLAN))
    expect(page.get_by_role("heading", name="Where it goes")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("Customer and")
    # Until what was typed is looked for, the first of all places stands there.
    expect(page.get_by_role("option").first).to_contain_text("Customer and Digital")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_label("Name of the project").press("Enter")
    expect(page).to_have_url(re.compile(r"/projects/\d+"))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("plan.mpp", "", "binary format"),
        ("notes.xml", "these are my notes", "not Microsoft Project XML"),
        ("broken.xml", PLAN[:700], "breaks off or is damaged"),
        ("bomb.xml", '<!DOCTYPE a [<!ENTITY b "c">]><Project>&b;</Project>', "document type"),
    ],
)
def test_what_is_no_plan_is_refused_with_what_to_do(page: Page, name: str, content: str, said: str) -> None:
    page.goto("/import")
    page.get_by_label("File to import").locator("input").set_input_files(_file(name, content))
    expect(page.get_by_role("alert")).to_contain_text(said)
    expect(page.get_by_role("button", name="Choose a file")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/import")
    expect(page.get_by_role("button", name="Choose a file")).to_be_visible()
    assert findings_of_axe(page) == []
    page.get_by_label("File to import").locator("input").set_input_files(_file("bridge.xml", PLAN))
    expect(page.get_by_role("heading", name="Where it goes")).to_be_visible()
    assert findings_of_axe(page) == []
