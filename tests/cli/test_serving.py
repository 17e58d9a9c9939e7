"""The server as an operator meets it: a fresh folder, a first person, a port, and a stop that ends open streams."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

MILEPOST = str(Path(sys.executable).with_name("milepost"))
MEGABYTES = 200


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A fresh data folder, an organisation with its owner, and no other setting."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("MILEPOST") and name != "PORT"}
    given = {**clean, "MILEPOST_DATA_DIR": str(tmp_path_factory.mktemp("data") / "new")}
    assert run(given, "migrate").returncode == 0
    made = run(given, "person", "create", "ann@example.org", "Ann", "--organisation", "Bridges")
    assert re.search(r"the password \S{16}", made.stdout)
    return given


def run(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([MILEPOST, *words], env=environment, capture_output=True, text=True, timeout=120, check=False)


@contextmanager
def serving(environment: dict[str, str], *words: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The running server and its address."""
    server = subprocess.Popen([MILEPOST, "serve", *words], env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        line = server.stdout.readline()
        yield server, re.search(r"http://\S+", line)[0]
    finally:
        server.kill()
        server.wait()


def get(address: str, token: str = "", patience: float = 20) -> Any:
    """Ask until somebody answers: the address is printed a moment before the port is open."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    until = time.monotonic() + patience
    while True:
        try:
            return urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=10)
        except urllib.error.URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def test_it_serves_and_stops_with_an_open_stream(environment: dict[str, str]) -> None:
    token = run(environment, "token", "create", "ann@example.org", "test").stdout.strip()
    with serving(environment) as (server, address):
        assert json.loads(get(f"{address}/api/v1/session").read())["person"] is None
        root = json.loads(get(f"{address}/api/v1/nodes", token).read())["items"][0]
        assert root["name"] == "Bridges"
        stream = get(f"{address}/events?nodes={root['id']}", token)
        assert stream.readline() == b"retry: 2000\n"
        if sys.platform == "linux":
            held = int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{server.pid}/status").read_text())[1]) / 1024
            assert held < MEGABYTES
        server.send_signal(signal.SIGTERM)
        assert b"event: ready" in stream.read()
        assert server.wait(15) == 0


def test_a_request_under_way_is_answered_before_it_stops(environment: dict[str, str]) -> None:
    token = run(environment, "token", "create", "ann@example.org", "slow", "--write").stdout.strip()
    with serving(environment) as (server, address):
        get(f"{address}/api/v1/session").read()
        with socket.create_connection(("127.0.0.1", int(address.rsplit(":", 1)[1]))) as slow:
            head = "POST /api/v1/uploads HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\nContent-Length: 10\r\n"
            slow.sendall(f"{head}X-File-Name: a.xml\r\nAuthorization: Bearer {token}\r\n\r\n<Pro".encode())
            time.sleep(0.5)
            server.send_signal(signal.SIGTERM)
            time.sleep(0.5)
            slow.sendall(b"ject/>")
            assert slow.recv(100).startswith(b"HTTP/1.1 201")
        assert server.wait(15) == 0


def test_a_taken_port_is_told_in_a_sentence(environment: dict[str, str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        refused = run(environment, "serve", "--port", port)
    assert refused.returncode == 2
    assert refused.stderr.strip() == f"milepost: Port {port} is taken by another program. Choose one with --port, or leave it out."


def test_old_tables_are_told_in_a_sentence(environment: dict[str, str], tmp_path: Path) -> None:
    refused = run({**environment, "MILEPOST_DATA_DIR": str(tmp_path)}, "serve")
    assert "Run `milepost migrate` first" in refused.stderr


def test_a_setting_that_cannot_be_read_is_told_in_a_sentence(environment: dict[str, str]) -> None:
    refused = run({**environment, "MILEPOST_THREADS": "many"}, "check")
    assert refused.stderr.strip() == "milepost: The setting MILEPOST_THREADS is many, but it must be a whole number."


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://u:p@127.0.0.1:1/x", "The database cannot be used: "),
        ("postgresql://u:p@127.0.0.1:door/x", "The setting MILEPOST_DATABASE_URL is postgresql://..., but it must be "),
        ("sqlite:////dev/null/x.db", "The database cannot be used: unable to open database file."),
    ],
)
def test_a_database_that_is_not_there_is_said_at_once(environment: dict[str, str], url: str, said: str) -> None:
    for words in (("serve",), ("migrate",), ("run",)):
        done = run({**environment, "MILEPOST_DATABASE_URL": url}, *words)
        assert done.returncode == 2
        assert done.stderr.startswith(f"milepost: {said}")
        assert "Traceback" not in done.stderr


def test_an_address_that_is_not_of_this_machine_is_refused(environment: dict[str, str]) -> None:
    done = run(environment, "serve", "--host", "192.0.2.1")
    assert done.returncode == 2
    assert done.stderr.startswith("milepost: This machine cannot listen on 192.0.2.1, port ")
