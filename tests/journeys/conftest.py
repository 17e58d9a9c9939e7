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

from tests.journeys.steps import HOME, sign_in

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
    context = chromium.new_context()
    page = context.new_page()
    sign_in(page, installation.address, installation.email, installation.password)
    page.wait_for_url(HOME)
    state = context.storage_state()
    context.close()
    return state


@dataclass(frozen=True)
class Window:
    """A window, and what went wrong in it."""

    context: BrowserContext
    problems: list[str]


@pytest.fixture(scope="session")
def kept_window(chromium: Browser, installation: Installation, signed_in: Any) -> Iterator[Window]:
    """One window for all journeys: as with people, the client is read and compiled once."""
    context = chromium.new_context(
        base_url=installation.address,
        storage_state=signed_in,
        viewport={"width": 1440, "height": 900},
        locale="en-GB",
        reduced_motion="reduce",
    )
    problems: list[str] = []
    context.set_default_timeout(15_000)
    context.on("weberror", lambda error: problems.append(str(error.error)))
    context.on("console", lambda message: problems.append(message.text) if "Content Security Policy" in message.text else None)
    yield Window(context, problems)
    context.close()


@pytest.fixture
def window(kept_window: Window, installation: Installation, signed_in: Any) -> Iterator[BrowserContext]:
    """A window of somebody who is signed in and has changed nothing yet; any error in its console fails the journey."""
    context = kept_window.context
    kept_window.problems.clear()
    yield context
    for page in reversed(context.pages):
        if page == context.pages[0]:
            stored = {"origin": installation.address, "storageTypes": "local_storage,session_storage,indexeddb"}
            context.new_cdp_session(page).send("Storage.clearDataForOrigin", stored)
        page.close()
    context.clear_cookies()
    context.add_cookies(signed_in["cookies"])
    assert kept_window.problems == []


@pytest.fixture
def page(window: BrowserContext) -> Page:
    """A page of that window."""
    return window.new_page()
