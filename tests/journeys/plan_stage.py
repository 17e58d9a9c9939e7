"""The stage of the plan journeys: a plan of ten rows, imported for each story, and a window that looks at it."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page

from tests.formats.making import link, plan, task
from tests.journeys.plan_desk import PlanDesk
from tests.journeys.steps import ask

HOUSE = plan(
    task(1, name="Ground", hours=0, Summary=1),
    task(2, name="Survey", hours=16, level=2),
    task(3, link(2), name="Excavate", hours=24, level=2),
    task(4, link(3), name="Pour", hours=16, level=2),
    task(5, name="Walls", hours=0, Summary=1),
    task(6, link(4), name="Bricks", hours=40, level=2),
    task(7, name="Windows", hours=24, level=2),
    task(8, link(6), name="تصميم الواجهة", hours=8, level=2),
    task(9, link(6), link(7), name="Roof", hours=32),
    task(10, link(9), name="Handed over", hours=0, Milestone=1),
)
ALL = ("Ground", "Survey", "Excavate", "Pour", "Walls", "Bricks", "Windows", "تصميم الواجهة", "Roof", "Handed over")
_WIDE = "localStorage.getItem('milepost.plan.split') ?? localStorage.setItem('milepost.plan.split', '1150')"


def at_a_new_house(page: Page, *, width: int = 1800, data: bytes = HOUSE) -> PlanDesk:
    """The page of a plan that was imported just now, on a screen wide enough for all columns of the grid."""
    page.set_viewport_size({"width": width, "height": 900})
    house = new_house(page.context, data)
    if page.url == "about:blank":
        page.goto("/milepost.svg")
    page.evaluate(_WIDE)
    return at_house(page, house)


def at_house(page: Page, project: int, view: str = "") -> PlanDesk:
    """The page of a plan."""
    page.goto(f"/projects/{project}/plan{view}")
    return PlanDesk(page).ready()


def new_house(context: BrowserContext, data: bytes = HOUSE) -> int:
    """Import the plan as the client does it: upload, dry run, import; the project's id."""
    upload = ask(context, "POST", "/api/v1/uploads", data, headers={"X-File-Name": "house.xml", "Content-Type": "application/octet-stream"})
    report = ask(context, "POST", "/api/v1/imports/plans/check", {"upload_id": upload["id"]})
    root = ask(context, "GET", "/api/v1/nodes")["items"][0]["id"]
    wish = {"upload_id": upload["id"], "report_id": report["report_id"], "parent_id": root, "name": "House", "baseline_now": True}
    return int(ask(context, "POST", "/api/v1/imports/plans", {**wish, "status_date": None})["project_id"])
