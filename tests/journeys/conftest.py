"""A real installation with its demo, a real browser, and somebody who is signed in."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.journeys.steps import SCREEN, let_in

ROOT = Path(__file__).resolve().parents[2]
CLIENT = ROOT / "src" / "milepost" / "web" / "index.html"
_CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
_QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_SAID = re.compile(r"Sign in with (\S+) and the password (\S+)")


@dataclass(frozen=True)
class Installation:
    """Where the demo is served, and who may sign in."""

    address: str
    email: str
    password: str


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test here is a journey; without a browser or a built client it is skipped, and says what is missing."""
    missing = (
        "no Chromium: install the package chromium"
        if not _CHROMIUM
        else "no client: run `python hatch_build.py`"
        if not CLIENT.is_file()
        else ""
    )
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.journey)
            if missing:
                item.add_marker(pytest.mark.skip(reason=missing))


@pytest.fixture(scope="session")
def installation() -> Iterator[Installation]:
    """A fresh installation with the demo, on a free port, gone afterwards."""
    if running := os.environ.get("MILEPOST_JOURNEYS"):  # "http://localhost:8000 EMAIL PASSWORD": one that runs already, for a quick look
        yield Installation(*running.split())
        return
    folder = Path(tempfile.mkdtemp(prefix="milepost-journeys-"))
    process = subprocess.Popen(
        [str(Path(sys.executable).parent / "milepost"), "run", "--port", str(_free_port())],
        env={**os.environ, "MILEPOST_DATA_DIR": str(folder), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        started = _started(process)
        _wait_until_it_answers(started.address)
        yield started
    finally:
        process.terminate()
        process.wait(timeout=30)
        shutil.rmtree(folder, ignore_errors=True)


def _started(process: subprocess.Popen[str]) -> Installation:
    """Reads what `milepost run` prints, up to the address."""
    printed = ""
    for line in process.stdout or ():
        printed += line
        if address := re.search(r"Milepost is at (\S+)", line):
            person = _SAID.search(printed)
            assert person, printed
            return Installation(address[1].rstrip("/"), person[1], person[2])
    raise AssertionError(f"milepost run ended early:\n{printed}")


def _free_port() -> int:
    """A port of one's own: several installations may start at the same moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _wait_until_it_answers(address: str) -> None:
    """The address is printed before the server listens."""
    host, port = address.removeprefix("http://").split(":")
    for _ in range(200):
        try:
            socket.create_connection((host, int(port)), timeout=1).close()
            return
        except OSError:
            sleep(0.1)
    raise AssertionError(f"nothing answers at {address}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's browser, without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=_QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def signed_in(installation: Installation, chromium: Browser) -> Any:
    """The cookies of somebody who has signed in once, for all journeys."""
    context = chromium.new_context(base_url=installation.address)
    let_in(context, installation.email, installation.password)
    state = context.storage_state()
    context.close()
    return state


@dataclass(frozen=True)
class Window:
    """A window with one page, and what went wrong in it."""

    context: BrowserContext
    kept: Page
    problems: list[str]


@pytest.fixture(scope="session")
def kept_window(chromium: Browser, installation: Installation) -> Iterator[Window]:
    """One page for all journeys: as with people, the client is read and compiled once, and no journey waits for a new process."""
    yield from _kept(chromium, installation)


@pytest.fixture(scope="session")
def kept_elsewhere(chromium: Browser, installation: Installation) -> Iterator[Window]:
    """Another such page, which shares no cookie with the first."""
    yield from _kept(chromium, installation)


def _kept(chromium: Browser, installation: Installation) -> Iterator[Window]:
    context = chromium.new_context(base_url=installation.address, viewport=SCREEN, locale="en-GB", reduced_motion="reduce")
    problems: list[str] = []
    context.set_default_timeout(15_000)
    context.on("weberror", lambda error: problems.append(str(error.error)))
    context.on("console", lambda message: problems.append(message.text) if "Content Security Policy" in message.text else None)
    kept = context.new_page()
    _as_new(kept)
    yield Window(context, kept, problems)
    context.close()


@pytest.fixture
def window(kept_window: Window, signed_in: Any) -> Iterator[BrowserContext]:
    """A window of somebody who is signed in and has changed nothing yet; any error in its console fails the journey."""
    kept_window.context.add_cookies(signed_in["cookies"])
    yield kept_window.context
    _end(kept_window)


def _end(window: Window) -> None:
    """What the next journey finds is a window of nobody, and what went wrong in this one fails it."""
    for page in window.context.pages:
        if page != window.kept:
            page.close()
    _as_new(window.kept)
    window.context.clear_cookies()
    problems = [*window.problems]
    window.problems.clear()
    assert problems == []


def _as_new(page: Page) -> None:
    """At an address of Milepost that shows nothing, with nothing stored: what is left of a journey is the cache alone."""
    page.unroute_all(behavior="ignoreErrors")
    page.goto("/milepost.svg")
    page.set_viewport_size(SCREEN)
    page.emulate_media(color_scheme="light")
    page.mouse.move(0, 0)
    page.evaluate("sessionStorage.clear()")
    stored = {"origin": "/".join(page.url.split("/")[:3]), "storageTypes": "local_storage,indexeddb"}
    browser = page.context.new_cdp_session(page)
    browser.send("Storage.clearDataForOrigin", stored)
    browser.detach()


@pytest.fixture
def page(window: BrowserContext, kept_window: Window) -> Page:
    """The page of that window, which shows nothing yet. It outlives the journey: one that needs an init script opens its own."""
    return kept_window.kept


@pytest.fixture
def elsewhere(kept_elsewhere: Window) -> Iterator[Page]:
    """A page of somebody else, who has not signed in yet."""
    yield kept_elsewhere.kept
    _end(kept_elsewhere)
