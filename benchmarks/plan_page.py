"""The plan page in a browser: until 2,000 rows are on the screen, and from Enter on an edit of the first task until the moved dates show.

It starts a server of its own on a new SQLite file, imports a plan of 2,000 rows as a person would, and drives the system's Chromium.
"""

from __future__ import annotations

import statistics
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from _browser import CHROMIUM, QUIET, WINDOW, ask, server, sign_in
from _machine import machine, show

ROWS = 2000
BESIDE = 12
"""Rows in a summary, with the summary."""
HASTE = """
() => new Promise((resolve) => {
  const seen = () => document.querySelectorAll('.gantt_task_line').length > 8 && document.querySelector('[role=grid] [aria-rowindex="9"]')
  const look = () => (seen() ? resolve(performance.now()) : requestAnimationFrame(look))
  look()
})
"""
MOVED = """
(before) => new Promise((resolve) => {
  const from = performance.now()
  const bar = () => document.querySelectorAll('.gantt_task_line')[3]?.style.left
  const look = () => {
    if (bar() !== before) requestAnimationFrame(() => resolve(performance.now() - window.__entered))
    else if (performance.now() - from > 10000) resolve(-1)
    else requestAnimationFrame(look)
  }
  look()
})
"""


def plan() -> bytes:
    """A Microsoft Project file of 2,000 rows in one chain of tasks, so that an edit of the first moves all the others."""
    tasks, previous = [], 0
    for n in range(1, ROWS + 1):
        summary = n % BESIDE == 1
        inside = (
            ""
            if summary or not previous
            else f"<PredecessorLink><PredecessorUID>{previous}</PredecessorUID><Type>1</Type></PredecessorLink>"
        )
        level, hours = (1, 0) if summary else (2, 8 * (1 + n % 3))
        words = f"<UID>{n}</UID><ID>{n}</ID><Name>{'Phase' if summary else 'Task'} {n}</Name><OutlineLevel>{level}</OutlineLevel>"
        tasks.append(
            f"<Task>{words}<Duration>PT{hours}H0M0S</Duration><DurationFormat>7</DurationFormat><Summary>{int(summary)}</Summary>{inside}</Task>"
        )
        previous = previous if summary else n
    head = "<SaveVersion>14</SaveVersion><Name>bench.xml</Name><StartDate>2026-03-02T08:00:00</StartDate>"
    return f'<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project">{head}<Tasks>{"".join(tasks)}</Tasks></Project>'.encode()


def imported(page: Page) -> int:
    """The plan through upload, dry run and import; the project's id."""
    root = ask(page, "GET", "/api/v1/nodes")["items"][0]["id"]
    upload = ask(page, "POST", "/api/v1/uploads", raw=plan())
    report = ask(page, "POST", "/api/v1/imports/plans/check", {"upload_id": upload["id"]})
    wish = {
        "upload_id": upload["id"],
        "report_id": report["report_id"],
        "parent_id": root,
        "name": "Bench",
        "status_date": None,
        "baseline_now": True,
    }
    return int(ask(page, "POST", "/api/v1/imports/plans", wish)["project_id"])


def opened(browser: Browser, state: Any, address: str) -> float:
    """Milliseconds from the address to rows and bars, in a browser that has the client in its cache, as on every day but the first."""
    page = browser.new_context(viewport=WINDOW, storage_state=state).new_page()
    page.goto(address)
    page.evaluate(HASTE)
    page.goto("about:blank")
    page.goto(address, wait_until="commit")
    took = float(page.evaluate(HASTE))
    page.context.close()
    return took


def edited(page: Page, days: int) -> float:
    """Milliseconds from Enter in the first task's duration to the moved bars."""
    page.keyboard.type(f"{days}d")
    before = page.evaluate("() => document.querySelectorAll('.gantt_task_line')[3].style.left")
    page.evaluate("() => addEventListener('keydown', () => (window.__entered = performance.now()), { capture: true, once: true })")
    page.keyboard.press("Enter")
    took = float(page.evaluate(MOVED, before))
    page.keyboard.press("ArrowUp")
    page.wait_for_timeout(1500)
    return took


def main() -> None:
    """Start, import, measure, print."""
    with server() as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = browser.new_context(viewport=WINDOW).new_page()
        sign_in(page, address)
        plan_page = f"{address}/projects/{imported(page)}/plan"
        state = page.context.storage_state()
        print(machine())
        print(f"Chromium {browser.version}, headless, 1440 x 900; {ROWS:,} rows in one chain, SQLite, server and browser on this machine")
        opening = [opened(browser, state, plan_page) for _ in range(5)]
        show("2,000 rows on the screen, median of 5", statistics.median(opening), 1500)
        page.goto(plan_page)
        page.evaluate(HASTE)
        page.wait_for_timeout(1500)
        first = page.get_by_role("group", name="Tasks of the plan").bounding_box()
        assert first is not None
        page.mouse.click(first["x"] + 340, first["y"] + 56 + 36 * 1.5)
        page.wait_for_timeout(800)
        moved = [edited(page, days) for days in (5, 3, 6, 2, 7)]
        show("edit of the first task until the moved dates show, median of 5", statistics.median(moved), 200)
        print(f"least {min(opening):,.0f} and {min(moved):,.0f} ms, most {max(opening):,.0f} and {max(moved):,.0f} ms")
        browser.close()


if __name__ == "__main__":
    main()
