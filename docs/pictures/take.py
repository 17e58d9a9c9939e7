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
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).resolve().parent
MILEPOST = Path(sys.executable).parent / "milepost"
EMAIL, PASSWORD = "ingrid.okafor@aldermoor.example", "pictures of a demo"
WIDTHS = {"wide": (1440, 900), "narrow": (390, 844)}
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
    page.wait_for_url("**/portfolio**")


def pages_of(page: Page, address: str) -> dict[str, str]:
    """Name of the picture -> address of the page; the project is the one with the most tasks."""
    page.goto(f"{address}/portfolio")
    items = page.evaluate("fetch('/api/v1/portfolio').then((answer) => answer.json())")["items"]
    people = page.evaluate("fetch('/api/v1/people').then((answer) => answer.json())")["items"]
    project = max(items, key=lambda item: (item["name"] == PLAN_TO_SHOW, item["tasks"]))["id"]
    return {
        "portfolio": f"{address}/portfolio",
        "portfolio-grouped": f"{address}/portfolio?group=status",
        "project": f"{address}/projects/{project}",
        "plan": f"{address}/projects/{project}/plan",
        "import": f"{address}/import",
        "people": f"{address}/people",
        "person": f"{address}/people/{people[0]['id']}",
        "share": f"{address}/projects/{project}?share={project}",
        "account": f"{address}/account",
    }


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
        page.goto(place)
        page.wait_for_load_state("load")
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
