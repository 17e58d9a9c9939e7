"""From a fresh clone to a page that answers, and what all processes hold at rest with the demo."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from _machine import machine, show

ROOT = Path(__file__).resolve().parents[1]
MINUTES, MEGABYTES = 3, 400
REST_SECONDS = 15


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(clone: Path, port: int, data: Path) -> subprocess.Popen[bytes]:
    """`make run` with nothing but a path and a home, as a user would."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MILEPOST", "VIRTUAL_ENV", "UV_"))}
    environment = {**kept, "PORT": str(port), "MILEPOST_DATA_DIR": str(data)}
    return subprocess.Popen(["make", "run"], cwd=clone, env=environment, start_new_session=True)


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 600
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise SystemExit("the server did not answer")


def held(group: int) -> tuple[float, int]:
    """Megabytes (proportional set size) and number of the processes of a session."""
    total, count = 0.0, 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if os.getsid(int(folder.name)) != group:
                continue
            lines = (folder / "smaps_rollup").read_text().splitlines()
        except (OSError, ProcessLookupError):
            continue
        total += next(int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:"))
        count += 1
    return total, count


def main() -> None:
    """Print both figures."""
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        clone, data, port = Path(folder) / "milepost", Path(folder) / "data", free_port()
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        begun = time.monotonic()
        server = start(clone, port, data)
        try:
            wait_for(port, server)
            show("make run from a fresh clone until the page answers", time.monotonic() - begun, MINUTES * 60, "s")
            time.sleep(REST_SECONDS)
            megabytes, count = held(os.getsid(server.pid))
            show(f"{count} processes at rest with the demo", megabytes, MEGABYTES, "MB")
        finally:
            os.killpg(server.pid, signal.SIGINT)
            server.wait(timeout=30)


if __name__ == "__main__":
    main()
