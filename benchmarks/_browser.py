"""A server of its own and the system's Chromium, for what is measured in a browser as a person would see it."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, ViewportSize

EMAIL, PASSWORD = "bench@example.org", "a-bridge-of-many-stones"
MILEPOST = str(Path(sys.executable).with_name("milepost"))
CHROMIUM = os.environ.get("MILEPOST_CHROMIUM", "/usr/bin/chromium")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WINDOW: ViewportSize = {"width": 1440, "height": 900}


@contextmanager
def server(kinds: Mapping[str, str] | None = None) -> Iterator[str]:
    """A server on a free port with one person, and its address; `kinds` are declarations of an office's own, by file name."""
    folder = tempfile.mkdtemp(prefix="milepost-bench-")
    for name, text in (kinds or {}).items():
        (Path(folder) / "kinds").mkdir(exist_ok=True)
        (Path(folder) / "kinds" / name).write_text(text, encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    around = {**os.environ, "MILEPOST_DATA_DIR": folder}
    subprocess.run([MILEPOST, "migrate"], env=around, check=True, stdout=subprocess.DEVNULL)
    founding = [MILEPOST, "person", "create", EMAIL, "Bench", "--organisation", "Bench", "--password-stdin"]
    subprocess.run(founding, env=around, check=True, input=PASSWORD, text=True, stdout=subprocess.DEVNULL)
    running = subprocess.Popen([MILEPOST, "serve", "--port", str(port)], env=around, stdout=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/api/v1/session")
        yield address
    finally:
        running.terminate()
        running.wait(10)
        shutil.rmtree(folder, ignore_errors=True)


def _wait_for(address: str, seconds: float = 40) -> None:
    until = time.monotonic() + seconds
    while True:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def ask(page: Page, method: str, path: str, body: Any = None, raw: bytes | None = None) -> Any:
    """A call of the API as the person who is signed in."""
    token = page.evaluate("() => /(?:^|; )milepost_csrf=([^;]+)/.exec(document.cookie)?.[1] ?? ''")
    address = "/".join(page.url.split("/")[:3])
    headers = {"X-CSRFToken": token, "Origin": address, "Referer": f"{address}/"}
    headers |= {"Content-Type": "application/octet-stream", "X-File-Name": "bench.xml"} if raw else {"Content-Type": "application/json"}
    answer = page.request.fetch(
        address + path, method=method, headers=headers, data=raw if raw else None if body is None else json.dumps(body)
    )
    if not answer.ok:
        raise SystemExit(f"{method} {path}: {answer.status} {answer.text()[:400]}")
    return answer.json()


def sign_in(page: Page, address: str) -> None:
    """Through the page, as anybody does."""
    page.goto(f"{address}/sign-in")
    page.fill("input[name=email]", EMAIL)
    page.fill("input[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "sign-in" not in url)
