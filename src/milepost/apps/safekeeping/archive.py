"""The file that a backup is: a zip with a manifest, one member of rows for each table, and the files that people attached."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from milepost.apps.safekeeping.errors import BackupDamaged, BackupNewer, NoBackup
from milepost.kernel.zips import UNREADABLE

FORMAT = 1
_MANIFEST = "manifest.json"
_FAST = 1
_PIECE = 1024 * 1024
_FILE_NAME = re.compile(r"files/[0-9a-f]{2}/[0-9a-f]{64}|kinds/[\w-]+\.ya?ml|secret-key")


@dataclass(frozen=True, slots=True)
class TableKept:
    """A table in a backup: `sha256` is of its member's bytes."""

    columns: list[str]
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds. `migrations` are app and name of each that was applied; `made_at` is aware UTC in ISO form."""

    format: int
    milepost: str
    made_at: str
    organisation: str
    database: str
    migrations: list[list[str]]
    tables: dict[str, TableKept]
    files: dict[str, int]
    missing_files: list[str]


class Writer:
    """Fills a backup from its beginning to its end; the manifest comes last, so that a broken off backup has none."""

    def __init__(self, path: Path) -> None:
        self._zip = zipfile.ZipFile(path, "x", zipfile.ZIP_DEFLATED, compresslevel=_FAST)

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def table(self, name: str, columns: Iterable[str], batches: Iterable[list[str]]) -> TableKept:
        """Write the rows of a table."""
        digest, rows = hashlib.sha256(), 0
        with self._zip.open(_member(name), "w", force_zip64=True) as member:
            for lines in batches:
                data = ("\n".join(lines) + "\n").encode()
                digest.update(data)
                member.write(data)
                rows += len(lines)
        return TableKept(list(columns), rows, digest.hexdigest())

    def file(self, name: str, path: Path) -> int:
        """Write a file as it is, and return its size in bytes. Raises FileNotFoundError."""
        # A ZipInfo of one's own is stored as it is: most attached files are packed already.
        with path.open("rb") as source, self._zip.open(zipfile.ZipInfo(name), "w", force_zip64=True) as member:
            size = 0
            while piece := source.read(_PIECE):
                size += member.write(piece)
        return size

    def manifest(self, manifest: Manifest) -> None:
        """Write what the backup holds."""
        self._zip.writestr(_MANIFEST, json.dumps(asdict(manifest), indent=1))


class Reader:
    """An existing backup. Raises NoBackup, BackupNewer and BackupDamaged."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(path)
            told = json.loads(self._zip.read(_MANIFEST))
        except FileNotFoundError:
            raise NoBackup(file=path, reason="there is no such file") from None
        except UNREADABLE:
            raise NoBackup(file=path, reason="it cannot be read, or it was broken off") from None
        except (KeyError, ValueError):
            raise NoBackup(file=path, reason="it has no list of what it holds") from None
        if told.get("format") != FORMAT:
            raise BackupNewer(file=path, version=told.get("milepost"), step=f"format {told.get('format')}")
        self.manifest = _manifest(path, told)

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def check(self) -> None:
        """Read all of it once. Raises BackupDamaged at the first part that is not there, or not as it was written."""
        for name in sorted(self.manifest.files.keys() - set(self._zip.namelist())):
            raise BackupDamaged(file=self.path, part=name)
        for name in self.manifest.tables:
            for _ in self.lines(name):
                pass
        for name in self.file_names():
            for _ in self.pieces(name):
                pass

    def lines(self, table: str) -> Iterator[str]:
        """The rows of a table, as they were written. Raises BackupDamaged."""
        digest = hashlib.sha256()
        try:
            with self._zip.open(_member(table)) as member:
                for line in member:
                    digest.update(line)
                    yield line.decode().rstrip("\n")
        except (KeyError, *UNREADABLE):
            raise BackupDamaged(file=self.path, part=table) from None
        if digest.hexdigest() != self.manifest.tables[table].sha256:
            raise BackupDamaged(file=self.path, part=table)

    def file_names(self) -> list[str]:
        """The attached files, the office's own kinds and the secret key, by their place in the data folder."""
        return [name for name in self._zip.namelist() if _FILE_NAME.fullmatch(name)]

    def pieces(self, name: str) -> Iterator[bytes]:
        """A file, piece by piece. Raises BackupDamaged where it is not what its name says."""
        digest = hashlib.sha256()
        try:
            with self._zip.open(name) as member:
                while piece := member.read(_PIECE):
                    digest.update(piece)
                    yield piece
        except UNREADABLE:
            raise BackupDamaged(file=self.path, part=name) from None
        if name.startswith("files/") and digest.hexdigest() != name.rpartition("/")[2]:
            raise BackupDamaged(file=self.path, part=name)


def _member(table: str) -> str:
    return f"tables/{table}.jsonl"


def _manifest(path: Path, told: dict[str, Any]) -> Manifest:
    try:
        tables = {name: TableKept(**table) for name, table in told.pop("tables").items()}
        return Manifest(**told, tables=tables)
    except (KeyError, TypeError, AttributeError):
        raise NoBackup(file=path, reason="its list of what it holds is not one") from None
