"""An installation as its operator has it: a data folder, a database of the kind that the run is for, and the `milepost` command."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

MILEPOST = str(Path(sys.executable).with_name("milepost"))


@dataclass
class Server:
    """A running server and how to talk to it."""

    process: subprocess.Popen[str]
    address: str
    token: str

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        """The answer to a call as JSON. Raises HTTPError for a refusal, OSError where nobody answers."""
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        data = None if body is None else json.dumps(body).encode()
        asked = urllib.request.Request(f"{self.address}/api/v1{path}", data, headers, method=method)
        with urllib.request.urlopen(asked, timeout=20) as answer:
            return json.loads(answer.read() or b"null")

    @property
    def root(self) -> dict[str, Any]:
        """The node of the organisation."""
        found: dict[str, Any] = self.ask("GET", "/nodes")["items"][0]
        return found

    def make_project(self, name: str) -> int:
        """The id of a new project."""
        made: int = self.ask("POST", "/nodes", {"parent_id": self.root["id"], "kind": "project", "name": name})["id"]
        return made

    def projects(self) -> list[str]:
        """The names of the projects, at most two hundred."""
        found = self.ask("GET", f"/nodes?parent={self.root['id']}&limit=200")["items"]
        return sorted(node["name"] for node in found)


@dataclass
class Installation:
    """A data folder and its database; `token` lets its owner write."""

    environment: dict[str, str]
    token: str = ""

    @property
    def folder(self) -> Path:
        """The data folder."""
        return Path(self.environment["MILEPOST_DATA_DIR"])

    def run(self, *words: str, **more: Any) -> subprocess.CompletedProcess[str]:
        """Run `milepost` with these words."""
        return subprocess.run([MILEPOST, *words], env=self.environment, capture_output=True, text=True, timeout=120, check=False, **more)

    @contextmanager
    def serving(self, **more: Any) -> Iterator[Server]:
        """A server that answers; killed at the end if it still runs."""
        process = subprocess.Popen([MILEPOST, "serve"], env=self.environment, stdout=subprocess.PIPE, text=True, **more)
        try:
            assert process.stdout is not None
            server = Server(process, re.findall(r"http://\S+", process.stdout.readline())[0], self.token)
            _await(server)
            yield server
        finally:
            process.kill()
            process.wait()

    def backup(self, path: Path) -> Path:
        """Write a backup."""
        done = self.run("backup", str(path))
        assert done.returncode == 0, done.stderr
        return path


def _await(server: Server) -> None:
    until = time.monotonic() + 30
    while True:
        try:
            server.ask("GET", "/nodes")
            return
        except urllib.error.URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


@dataclass
class Databases:
    """Makes empty databases of one kind."""

    folder: Path
    server: str | None

    def empty(self) -> str:
        """The address of a new, empty database."""
        return self._made("")

    def copy(self, address: str) -> str:
        """The address of a copy of a database that nobody uses now."""
        return self._made(address)

    def _made(self, like: str) -> str:
        name = f"keep_{uuid.uuid4().hex[:12]}"
        if self.server is None:
            if like:
                shutil.copy(like.removeprefix("sqlite:///"), self.folder / f"{name}.db")
            return f"sqlite:///{self.folder}/{name}.db"
        with psycopg.connect(self.server, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}" + (f" TEMPLATE {like.rpartition('/')[2]}" if like else ""))
        return f"{self.server.rpartition('/')[0]}/{name}"
