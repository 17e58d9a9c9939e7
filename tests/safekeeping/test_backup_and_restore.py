"""What was backed up comes back as it was, and what cannot be restored is refused before anything changes."""

from __future__ import annotations

import hashlib
import json
import os
import resource
import shutil
import struct
import threading
import urllib.request
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.safekeeping.installation import Installation, Server
from tests.safekeeping.test_killed import make_list


def test_restore_last_night(bridges: Installation, tmp_path: Path) -> None:
    with bridges.serving() as server:
        server.make_project("Harbour bridge")
    night = bridges.backup(tmp_path / "night.zip")
    with bridges.serving() as server:
        server.make_project("A mistake")

    done = bridges.run("restore", str(night), "--yes")

    assert done.returncode == 0, done.stderr
    assert "read back as they are in the backup" in done.stdout
    assert "The old data is kept in " in done.stdout
    with bridges.serving() as server:
        assert server.projects() == ["Harbour bridge"]
        server.make_project("After the restore")
        assert server.projects() == ["After the restore", "Harbour bridge"]
    assert bridges.run("database", "check", "--recompute", "--files").stdout == "Everything is where it belongs.\n"


def test_a_backup_starts_an_installation_elsewhere(bridges: Installation, empty: Installation, tmp_path: Path) -> None:
    kinds = bridges.folder / "kinds"
    kinds.mkdir()
    (kinds / "permits.yaml").write_text(
        "kind: permits\ntitle: Permits\ncolumns:\n  - {key: name, title: Permit, type: text, primary: true}\n"
    )
    with bridges.serving() as server:
        sheet, [row, *_] = make_list(server)
        digest = attach(server, sheet, row, b"An offer")
    night = bridges.backup(tmp_path / "night.zip")

    assert empty.run("restore", str(night), "--yes").returncode == 0

    empty.token = bridges.token
    assert (empty.folder / "kinds" / "permits.yaml").read_text() == (kinds / "permits.yaml").read_text()
    assert (empty.folder / "secret-key").read_text() == (bridges.folder / "secret-key").read_text()
    with empty.serving() as server:
        assert server.projects() == ["Harbour bridge"]

    (empty.folder / "files" / digest[:2] / digest).unlink()
    assert f"the file files/{digest[:2]}/{digest} is not there" in empty.run("backup", str(tmp_path / "later.zip")).stderr
    assert empty.run("database", "check").stdout == f"file.missing: The content {digest} of an attached file is not in the data folder.\n"


def attach(server: Server, sheet: int, row: int, content: bytes) -> str:
    """Attach a file to a row; the digest of its content."""
    headers = {"Authorization": f"Bearer {server.token}", "Content-Type": "application/octet-stream", "X-File-Name": "offer.txt"}
    sent = urllib.request.Request(f"{server.address}/api/v1/uploads", content, headers, method="POST")
    with urllib.request.urlopen(sent, timeout=20) as answer:
        server.ask("POST", f"/sheets/{sheet}/rows/{row}/files", {"upload_id": json.loads(answer.read())["id"]})
    return hashlib.sha256(content).hexdigest()


def test_it_is_taken_while_people_write(bridges: Installation, empty: Installation, tmp_path: Path) -> None:
    """Each backup is of one moment: it has all that was answered before it began."""
    answered: list[int] = []
    stop = threading.Event()

    def write(server: Server) -> None:
        number = 0
        while not stop.is_set():
            number += 1
            server.make_project(f"{number:05}")
            answered.append(number)

    with bridges.serving() as server:
        writer = threading.Thread(target=write, args=(server,))
        writer.start()
        taken = []
        for turn in range(3):
            before = len(answered)
            taken.append((before, bridges.backup(tmp_path / f"{turn}.zip")))
        stop.set()
        writer.join(30)
    assert taken[-1][0] > 0

    before, last = taken[-1]
    assert empty.run("restore", str(last), "--yes").returncode == 0
    assert empty.run("database", "check", "--recompute").returncode == 0
    empty.token = bridges.token
    with empty.serving() as server:
        kept = set(server.projects())
    assert {f"{number:05}" for number in range(1, min(before, 200) + 1)} <= kept | {f"{number:05}" for number in range(201, before + 1)}


def test_it_is_not_restored_under_a_running_server(bridges: Installation, tmp_path: Path) -> None:
    night = bridges.backup(tmp_path / "night.zip")
    with bridges.serving() as server:
        refused = bridges.run("restore", str(night), "--yes")
        assert refused.returncode == 2
        assert "Stop it first" in refused.stderr
        assert server.root["name"] == "Bridges"


def damaged(good: Path, to: Path) -> Path:
    """A copy in which one row was written over, though its packing is right."""
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(to, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data.replace(b"Bridges", b"Britches") if name.endswith("org_node.jsonl") else data)
    return to


def newer(good: Path, to: Path) -> Path:
    """A copy that says that a migration was applied which nobody here knows."""
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(to, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "manifest.json":
                told = json.loads(data)
                told["migrations"].append(["sheets", "9999_from_the_future"])
                data = json.dumps({**told, "milepost": "9.0"}).encode()
            target.writestr(name, data)
    return to


def zeroed(good: Path, to: Path) -> Path:
    """A copy in which a disk put zeros over a part of a table."""
    data = bytearray(good.read_bytes())
    with zipfile.ZipFile(good) as source:
        begin = source.getinfo("tables/org_node.jsonl").header_offset
    packed = begin + 30 + sum(struct.unpack_from("<HH", data, begin + 26))
    data[packed : packed + 40] = bytes(40)
    to.write_bytes(data)
    return to


def without_key(good: Path, to: Path) -> Path:
    """A copy in which one of the files that it promises is not there."""
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(to, "w") as target:
        for name in source.namelist():
            if name != "secret-key":
                target.writestr(name, source.read(name))
    return to


def broken_off(good: Path, to: Path) -> Path:
    to.write_bytes(good.read_bytes()[:-200])
    return to


def something_else(good: Path, to: Path) -> Path:
    to.write_text("This is no backup.")
    return to


SPOILT: dict[Callable[[Path, Path], Path], str] = {
    damaged: "is damaged at org_node",
    newer: "was made by a newer Milepost (9.0; it has sheets 9999_from_the_future)",
    zeroed: "is damaged at org_node",
    without_key: "is damaged at secret-key",
    broken_off: "it cannot be read, or it was broken off",
    something_else: "is not a backup of Milepost",
}


def test_what_cannot_be_restored_changes_nothing(bridges: Installation, tmp_path: Path) -> None:
    good = bridges.backup(tmp_path / "night.zip")
    for spoil, said in SPOILT.items():
        refused = bridges.run("restore", str(spoil(good, tmp_path / "bad.zip")), "--yes")

        assert (refused.returncode, said in refused.stderr, "Traceback" in refused.stderr) == (2, True, False), refused.stderr
    with bridges.serving() as server:
        assert server.root["name"] == "Bridges"


def test_a_full_disk_leaves_no_half_backup(bridges: Installation, tmp_path: Path) -> None:
    content = os.urandom(300_000)
    attached = bridges.folder / "files" / hashlib.sha256(content).hexdigest()[:2] / hashlib.sha256(content).hexdigest()
    attached.parent.mkdir(parents=True)
    attached.write_bytes(content)

    def hold_small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

    refused = bridges.run("backup", str(tmp_path / "night.zip"), preexec_fn=hold_small)

    assert refused.returncode == 2
    assert refused.stderr == "milepost: the disk is full. Make room and try again.\n"
    assert list(tmp_path.glob("night*")) == []


def test_only_the_newest_are_kept(bridges: Installation) -> None:
    folder = bridges.folder / "backups"
    folder.mkdir()
    for day in ("2026-01-01-000000", "2026-01-02-000000"):
        (folder / f"milepost-{day}.zip").touch()
    assert bridges.run("backup", "--keep", "2").returncode == 0
    kept = sorted(path.name for path in folder.iterdir())
    assert len(kept) == 2
    assert kept[0] == "milepost-2026-01-02-000000.zip"
    assert oct((folder / kept[1]).stat().st_mode & 0o777) == "0o600"


def test_nothing_is_written_over(bridges: Installation, tmp_path: Path) -> None:
    night = bridges.backup(tmp_path / "night.zip")
    before = shutil.copy(night, tmp_path / "copy.zip")
    refused = bridges.run("backup", str(night))
    assert "There is a file at" in refused.stderr
    assert night.read_bytes() == Path(before).read_bytes()
