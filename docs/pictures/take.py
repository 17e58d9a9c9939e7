"""Take the pictures of every page: light and dark, wide and narrow, from a fresh demo. `make pictures` runs it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).resolve().parent
MILEPOST = Path(sys.executable).parent / "milepost"
EMAIL, PASSWORD = "ingrid.okafor@aldermoor.example", "pictures of a demo"
WIDTHS = {"wide": (1440, 900), "narrow": (390, 844)}
LIST = "Risk\tOwner\tLikelihood\nWet ground\tIngrid Solheim-Okafor\thigh\nLate permit\tNed Nobody\tlow\nStrike at the port\t\tmedium\n"
PLAN_TO_SHOW = os.environ.get("MILEPOST_PICTURE_PROJECT", "")


@contextmanager
def demo_server() -> Iterator[str]:
    """A server with a demo of its own, on a free port; gone afterwards."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        environment = {**os.environ, "MILEPOST_DATA_DIR": folder}
        subprocess.run([MILEPOST, "demo", "reset", "--password-stdin"], input=PASSWORD, text=True, env=environment, check=True)
        server = subprocess.Popen([MILEPOST, "serve", "--port", str(port)], env=environment)
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_for(address)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=20)


def _wait_for(address: str) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise SystemExit("the server did not answer")


def sign_in(page: Page, address: str) -> None:
    """Through the page, as a person does."""
    page.goto(f"{address}/")
    page.locator("input[type=email]").fill(EMAIL)
    page.locator("input[type=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Home", level=1).wait_for()


def _answer(page: Page, path: str) -> Any:
    return page.evaluate("path => fetch('/api/v1/' + path).then((answer) => answer.json())", path)


def pages_of(page: Page, address: str) -> dict[str, str]:
    """Name of the picture -> address of the page; the project is the one with the most tasks."""
    page.goto(f"{address}/portfolio")
    items = _answer(page, "portfolio")["items"]
    people = _answer(page, "people")["items"]
    root = _answer(page, "nodes")["items"][0]["id"]
    project = max(items, key=lambda item: (item["name"] == PLAN_TO_SHOW, item["tasks"]))["id"]
    risks = next(sheet["id"] for sheet in _answer(page, f"nodes/{project}/registers")["items"] if sheet["kind"] == "raid")
    row = _answer(page, f"sheets/{risks}")["rows"][0]["id"]
    unplanned = next(item["id"] for item in items if not item["tasks"])
    office = next(one for one in _answer(page, "offices")["items"] if one["type"] == "controlling")["node_id"]
    requests = next(sheet["id"] for sheet in _answer(page, f"nodes/{root}/registers")["items"] if sheet["kind"] == "requests")
    request = _answer(page, f"sheets/{requests}")["rows"][0]["id"]
    return {
        "home": "/",
        "office": f"/office/{office}",
        "need": f"/office/{root}/need",
        "maturity": f"/office/{root}/maturity",
        "method": "/method/controlling",
        "project-method": f"/projects/{project}/method",
        "findings": f"/node/{root}/findings",
        "intake": f"/intake/{root}",
        "request": f"/request/{requests}/{request}",
        "handbook": f"/handbook/{office}",
        "training": "/training",
        "ask": "/ask",
        "portfolio": "/portfolio",
        "portfolio-grouped": "/portfolio?group=status",
        "project": f"/projects/{project}",
        "project-without-plan": f"/projects/{unplanned}",
        "plan": f"/projects/{project}/plan",
        "import": "/import",
        "registers": f"/projects/{project}/registers",
        "register": f"/sheet/{risks}",
        "row": f"/sheet/{risks}?row=%22{risks}.{row}%22&panel=true",
        "across": f"/node/{root}/all/raid",
        "lists": "/lists/new?kind=raid",
        "search": "/portfolio",
        "people": "/people",
        "person": f"/people/{people[0]['id']}",
        "share": f"/projects/{project}?share={project}",
        "account": "/account",
        "bin": "/bin",
    }


def _paste_a_list(page: Page) -> None:
    """Up to the report, before anything is brought in."""
    page.get_by_role("combobox", name="Place in the tree").fill("Networks")
    page.get_by_role("option", name="Networks").first.click()
    page.get_by_label("Or paste cells").fill(LIST)
    page.get_by_role("button", name="Read what I pasted").press("Enter")
    page.get_by_role("heading", name="What was understood").wait_for()


def _search(page: Page) -> None:
    page.get_by_role("heading", level=1).wait_for()
    page.keyboard.press("Control+k")
    page.keyboard.type("cable")


BEFORE: dict[str, Callable[[Page], None]] = {"lists": _paste_a_list, "search": _search}
"""What somebody does on a page before its picture is taken."""


def picture(browser: Browser, address: str, scheme: str, width: str) -> None:
    """All pages in one theme and one width."""
    size = WIDTHS[width]
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}/")
    page.locator("input[type=email]").wait_for()
    page.screenshot(path=HERE / f"sign-in-{scheme}-{width}.png")
    sign_in(page, address)
    for name, place in pages_of(page, address).items():
        page.goto(address + place)
        page.wait_for_load_state("load")
        if name in BEFORE:
            BEFORE[name](page)
        page.wait_for_timeout(2500)
        page.screenshot(path=HERE / f"{name}-{scheme}-{width}.png")
    context.close()


def main() -> None:
    """Every page, theme and width; an address as the argument uses a server that runs already."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        with demo_server() as address:
            for scheme in ("light", "dark"):
                for width in WIDTHS:
                    picture(browser, address, scheme, width)
        browser.close()


if __name__ == "__main__":
    main()
