"""A register of 20,000 rows x 20 columns in a browser: until rows are on the screen, the frames of a scroll, and an edit in another window.

It starts a server of its own on a new SQLite file, fills the register through the API, and drives the system's Chromium.
A frame is the time between two callbacks of the browser's own beat, while the wheel turns without a stop.
"""

from __future__ import annotations

import statistics
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from _browser import CHROMIUM, QUIET, WINDOW, ask, server, sign_in
from _machine import machine, show

ROWS, AT_ONCE = 20_000, 2_000
OPEN, FRAME, ELSEWHERE = 1_500, 50, 300
PLAIN = "\n".join(f"  - {{key: t{n}, title: Text {n}, type: text}}" for n in range(10))
KIND = f"""
kind: wide
title: Wide
columns:
  - {{key: number, title: "No.", type: auto, prefix: "W-"}}
  - {{key: name, title: Name, type: text, primary: true}}
  - {{key: state, title: State, type: choice, choices: [{{value: open, tone: amber}}, {{value: done, tone: green}}]}}
  - {{key: chance, title: Chance, type: choice, choices: [{{value: "1", weight: 1}}, {{value: "2", weight: 2}}, {{value: "3", weight: 3}}]}}
  - {{key: amount, title: Amount, type: money}}
  - {{key: weighted, title: Weighted, type: number, compute: {{multiply: [chance, amount]}}}}
  - {{key: due, title: Due, type: date}}
  - {{key: owner, title: Owner, type: person}}
  - {{key: done, title: Done, type: check}}
  - {{key: changed, title: Changed, type: changed_at}}
{PLAIN}
"""
SEEN = """
() => new Promise((resolve) => {
  const cell = () => document.querySelector('[role=grid] [aria-rowindex="9"] [aria-colindex="2"]')?.textContent
  const look = () => (cell() ? resolve(performance.now()) : requestAnimationFrame(look))
  look()
})
"""
BEAT = """
() => {
  window.__frames = []
  let before = performance.now()
  const beat = (now) => { window.__frames.push(now - before); before = now; window.__beating = requestAnimationFrame(beat) }
  window.__beating = requestAnimationFrame(beat)
}
"""
ENTERED = """
() => {
  const enter = () => { window.__entered = performance.timeOrigin + performance.now() }
  addEventListener('keydown', enter, { capture: true, once: true })
}
"""
SHOWS = """
(text) => new Promise((resolve) => {
  const from = performance.now()
  const look = () => {
    const cell = document.querySelector('[role=grid] [aria-rowindex="4"] [aria-colindex="2"]')
    if (cell?.textContent === text) resolve(performance.timeOrigin + performance.now())
    else if (performance.now() - from > 10000) resolve(-1)
    else setTimeout(look, 2)
  }
  look()
})
"""


def filled(page: Page) -> int:
    """The register with its rows; the sheet's id."""
    root = ask(page, "GET", "/api/v1/nodes")["items"][0]["id"]
    sheet = int(ask(page, "POST", f"/api/v1/nodes/{root}/registers", {"kind": "wide"})["id"])
    for first in range(0, ROWS, AT_ONCE):
        rows = [{"cells": cells(n)} for n in range(first + 1, first + AT_ONCE + 1)]
        ops = [{"op": "insert", "rows": rows, "parent": None, "after": 1}]  # after a row that is not there: at the end
        ask(page, "PATCH", f"/api/v1/sheets/{sheet}", {"client_op_id": f"filled-{first}", "ops": ops})
    return sheet


def cells(n: int) -> dict[str, Any]:
    """What a row holds."""
    texts = {f"t{k}": f"Some words {n} {k}" for k in range(10)}
    chosen = {"state": "done" if n % 3 else "open", "chance": str(1 + n % 3), "done": n % 2 == 0}
    return {"name": f"Row {n}", "amount": n * 10, "due": f"2026-{1 + n % 12:02d}-{1 + n % 28:02d}", **chosen, **texts}


def opened(browser: Browser, state: Any, address: str) -> float:
    """Milliseconds from the address to rows, in a browser that has the client in its cache."""
    page = browser.new_context(viewport=WINDOW, storage_state=state).new_page()
    page.goto(address)
    page.evaluate(SEEN)
    page.goto("about:blank")
    page.goto(address, wait_until="commit")
    took = float(page.evaluate(SEEN))
    page.context.close()
    return took


def scrolled(page: Page) -> list[float]:
    """The frames, in milliseconds, of some seconds of scrolling: slowly, then so fast that rows have to be loaded."""
    page.mouse.move(700, 500)
    page.evaluate(BEAT)
    for step in (120, 600, 3_000, -1_200):
        for _ in range(60):
            page.mouse.wheel(0, step)
            page.wait_for_timeout(10)
    return list(page.evaluate("() => (cancelAnimationFrame(window.__beating), window.__frames)"))


def told(here: Page, there: Page, text: str) -> float:
    """Milliseconds from Enter in one window to the text in the other."""
    here.keyboard.type(text)
    here.evaluate(ENTERED)
    waiting = there.evaluate_handle(f"() => ({{ seen: ({SHOWS})({text!r}) }})")
    here.keyboard.press("Enter")
    seen = float(waiting.evaluate("(held) => held.seen"))
    if seen < 0:
        raise SystemExit(f"{text!r} never showed in the other window")
    took = seen - float(here.evaluate("() => window.__entered"))
    here.keyboard.press("ArrowUp")
    here.wait_for_timeout(700)
    return took


def main() -> None:
    """Fill, measure, print."""
    with server({"wide.yaml": KIND}) as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = browser.new_context(viewport=WINDOW).new_page()
        sign_in(page, address)
        register = f"{address}/sheet/{filled(page)}"
        state = page.context.storage_state()
        print(machine())
        print(f"Chromium {browser.version}, headless, 1440 x 900; {ROWS:,} rows x 20 columns, SQLite, server and browser on this machine")
        opening = [opened(browser, state, register) for _ in range(5)]
        show("rows on the screen, median of 5", statistics.median(opening), OPEN)
        page.goto(register)
        page.evaluate(SEEN)
        page.wait_for_timeout(1500)
        frames = scrolled(page)
        show("the longest frame of a scroll", max(frames), FRAME)
        over = sum(one > FRAME for one in frames)
        print(f"  {len(frames)} frames, median {statistics.median(frames):,.1f} ms, {over} over {FRAME} ms")
        page.goto(f"{register}?x=1")
        page.evaluate(SEEN)
        other = browser.new_context(viewport=WINDOW, storage_state=state).new_page()
        other.goto(register)
        other.evaluate(SEEN)
        box = page.get_by_role("group", name="Rows of the register").bounding_box()
        assert box is not None
        page.mouse.click(box["x"] + 110, box["y"] + 40 + 36 * 2.5)
        page.wait_for_timeout(1500)
        elsewhere = [told(page, other, f"Told {n}") for n in range(7)]
        show("an edit shown in another window, median of 7", statistics.median(elsewhere), ELSEWHERE)
        print(f"least {min(opening):,.0f} and {min(elsewhere):,.0f} ms, most {max(opening):,.0f} and {max(elsewhere):,.0f} ms")
        browser.close()


if __name__ == "__main__":
    main()
