"""A backup of a gigabyte while somebody works: how long it takes, and the slowest request meanwhile; then the restore of it."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

import pysqlite3

from _machine import machine, show

MILEPOST = str(Path(sys.executable).with_name("milepost"))
GIGABYTE, SECONDS, MILLISECONDS = 2**30, 60, 1000
A_ROW = 2400


def run(environment: dict[str, str], *words: str) -> str:
    return subprocess.run([MILEPOST, *words], env=environment, capture_output=True, text=True, check=True).stdout


def fill(database: Path, sheet: int) -> None:
    """Rows until the file holds a gigabyte: words that pack about as well as what people write."""
    words = Path(__file__).read_text().split()
    chosen = random.Random(7)
    with pysqlite3.dbapi2.connect(str(database)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        first = 1
        while database.stat().st_size < GIGABYTE:
            rows = []
            for row in range(first, first + 5000):
                text = " ".join(chosen.choices(words, k=A_ROW // 8))
                rows.append((sheet, row, None, f"a{row:09}", json.dumps({"name": text}), 1, None))
            connection.executemany(
                "INSERT INTO sheets_row (sheet_id, row_id, parent_id, position, cells, seq, deleted_seq) VALUES (?, ?, ?, ?, ?, ?, ?)", rows
            )
            connection.commit()
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            first += 5000


class Worker(threading.Thread):
    """Somebody who renames a project and looks at the tree, again and again."""

    def __init__(self, address: str, token: str) -> None:
        super().__init__(daemon=True)
        self.address, self.token = address, token
        self.slowest, self.asked, self.stop = 0.0, 0, False
        root = self.ask("GET", "/nodes")["items"][0]["id"]
        self.node = self.ask("POST", "/nodes", {"parent_id": root, "kind": "folder", "name": "Bridge"})["id"]

    def ask(self, method: str, path: str, body: object = None) -> dict[str, object] | None:
        data = None if body is None else json.dumps(body).encode()
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        with urllib.request.urlopen(urllib.request.Request(f"{self.address}/api/v1{path}", data, headers, method=method)) as answer:
            return json.loads(answer.read())

    def run(self) -> None:
        while not self.stop:
            begun = time.perf_counter()
            self.ask("PATCH", f"/nodes/{self.node}", {"name": f"Bridge {self.asked}"})
            self.ask("GET", "/nodes")
            self.slowest = max(self.slowest, (time.perf_counter() - begun) * 1000)
            self.asked += 1


def main() -> None:
    """Print the figures."""
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "MILEPOST_DATA_DIR": folder}
        run(environment, "migrate")
        run(environment, "person", "create", "ann@example.org", "Ann", "--organisation", "Bridges")
        token = run(environment, "token", "create", "ann@example.org", "bench", "--write").strip()
        server = subprocess.Popen([MILEPOST, "serve"], env=environment, stdout=subprocess.PIPE, text=True)
        try:
            address = re.findall(r"http://\S+", server.stdout.readline())[0]
            time.sleep(3)
            worker = Worker(address, token)
            project = worker.ask(
                "POST", "/nodes", {"parent_id": worker.ask("GET", "/nodes")["items"][0]["id"], "kind": "project", "name": "P"}
            )
            sheet = worker.ask("POST", f"/nodes/{project['id']}/registers", {"kind": "blank", "name": "Rows"})
            fill(Path(folder) / "milepost.db", sheet["id"])
            size = (Path(folder) / "milepost.db").stat().st_size
            worker.start()
            time.sleep(2)
            alone, worker.slowest = worker.slowest, 0.0
            begun = time.monotonic()
            told = run(environment, "backup", f"{folder}/all.zip")
            took = time.monotonic() - begun
            worker.stop = True
            worker.join()
        finally:
            server.terminate()
            server.wait(20)
        print(f"database of {size / 2**20:,.0f} MiB; {told.strip()}")
        show("backup while somebody works", took, SECONDS, "s")
        show(
            f"the slowest of {worker.asked} pairs of a write and a read meanwhile ({alone:.0f} ms before it)", worker.slowest, MILLISECONDS
        )
        begun = time.monotonic()
        run(environment, "restore", f"{folder}/all.zip", "--yes")
        print(f"restore, with everything read back: {time.monotonic() - begun:.0f} s")


if __name__ == "__main__":
    main()
