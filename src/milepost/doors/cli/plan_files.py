"""Files of the command line: read with a bound, written whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from milepost.formats.sandbox import FileTooBig, Limits
from milepost.kernel.errors import MilepostError

_MEGABYTE = 2**20


class FileNotReadable(MilepostError):
    """{path} cannot be read: {reason}. Check the name and your right to read it."""

    code = "file.not_readable"
    status = 404


class FileNotWritable(MilepostError):
    """{path} cannot be written: {reason}. Nothing was changed."""

    code = "file.not_writable"
    status = 403


def read_file(path: Path) -> bytes:
    """The bytes of a file, or of the standard input for `-`. Raises FileNotReadable, FileTooBig."""
    most = Limits().size
    try:
        if str(path) == "-":
            data = sys.stdin.buffer.read(most + 1)
        else:
            with path.open("rb") as file:
                data = file.read(most + 1)
    except OSError as problem:
        raise FileNotReadable(path=path, reason=_reason(problem)) from None
    if len(data) > most:
        raise FileTooBig(limit=most // _MEGABYTE)
    return data


def write_file(path: Path, data: bytes) -> None:
    """Write beside the file and rename, so that nobody ever sees half of it; into a device or a pipe directly. Raises FileNotWritable."""
    path = path.resolve()
    if path.exists() and not path.is_file() and not path.is_dir():
        _write_into(path, data)
        return
    try:
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as problem:
        raise FileNotWritable(path=path, reason=_reason(problem)) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(_mode_of(path))
        Path(beside).replace(path)
    except OSError as problem:
        with suppress(OSError):
            Path(beside).unlink()
        raise FileNotWritable(path=path, reason=_reason(problem)) from None


def _write_into(path: Path, data: bytes) -> None:
    try:
        with path.open("wb") as file:
            file.write(data)
    except OSError as problem:
        raise FileNotWritable(path=path, reason=_reason(problem)) from None


def _mode_of(path: Path) -> int:
    """The rights of the file that is replaced; for a new one what the user's mask leaves."""
    with suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _reason(problem: OSError) -> str:
    return (problem.strerror or type(problem).__name__).lower()
