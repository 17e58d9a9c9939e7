"""Run a reader of untrusted bytes in a limited child process: memory, processor, wall time, no files, no core dump.

The one module of the formats that may start processes. The child answers with a pickle that the parent opens with a reader that knows
nothing but the plain data classes of that format, so that even a child that was taken over cannot make the parent run anything.
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import pickle
import resource
import signal
import subprocess
import sys
import zlib
from dataclasses import dataclass
from importlib import import_module
from typing import Any, BinaryIO

from milepost.kernel.errors import MilepostError

MEGABYTE = 2**20
_GZIP = b"\x1f\x8b"
_WITH_GZIP_HEADER = 31


class FileTooBig(MilepostError):
    """The file is larger than {limit} MB unpacked, far more than a plan or a list needs. Split it, or remove what is not part of it."""

    code = "file.too_big"
    status = 413


class BrokenArchive(MilepostError):
    """The gzip archive breaks off or is damaged. Pack the file again, or give it unpacked."""

    code = "file.broken_archive"
    status = 422


class ReadingTookTooLong(MilepostError):
    """Reading the file was stopped after {seconds} seconds: it is far larger than a plan or a list needs, or made to be slow."""

    code = "file.too_slow"
    status = 422


class ReadingTookTooMuchMemory(MilepostError):
    """Reading the file was stopped at {limit} MB of memory: it is far larger than a plan or a list needs, or made to be so."""

    code = "file.too_much_memory"
    status = 422


class ReaderBroke(MilepostError):
    """The file made the reader itself fail ({reason}). Please report it with the file, if you may share it."""

    code = "file.reader_broke"
    status = 422


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use: bytes of input (also unpacked) and of memory, seconds of processor and of wall time."""

    size: int = 128 * MEGABYTE
    memory: int = 768 * MEGABYTE
    processor: int = 15
    wall: float = 25


@dataclass(frozen=True, slots=True)
class Reader:
    """A function from bytes to plain data: where it is, where its classes and errors are."""

    module: str
    function: str
    classes: tuple[str, ...]
    errors: tuple[str, ...]


READERS = {
    "mspdi": Reader(
        module="milepost.formats.mspdi.reading",
        function="read_with_report",
        classes=("milepost.formats.mspdi.model.", "milepost.formats.mspdi.report"),
        errors=("milepost.formats.mspdi.errors", "milepost.formats.sandbox"),
    ),
    "tabular": Reader(
        module="milepost.formats.tabular.reading",
        function="read_book",
        classes=("milepost.formats.tabular.model",),
        errors=("milepost.formats.tabular.errors", "milepost.formats.sandbox"),
    ),
}
_PLAIN = frozenset({("datetime", "datetime"), ("datetime", "date"), ("decimal", "Decimal")})


def run_reader(name: str, data: bytes, limits: Limits | None = None) -> Any:
    """What the reader of that name in READERS makes of the bytes, plain or packed with gzip.

    Raises the reader's own errors as if it had run here, and those of this module where it went beyond its limits.
    """
    bounds = limits or Limits()
    if len(data) > bounds.size:
        raise FileTooBig(limit=bounds.size // MEGABYTE)
    command = [sys.executable, "-P", "-s", "-m", __name__, name, *(str(n) for n in (bounds.size, bounds.memory, bounds.processor))]
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nowhere, env=_environment()) as child:  # noqa: S603 - our own module
        try:
            answer, _ = child.communicate(data, timeout=bounds.wall)
        except subprocess.TimeoutExpired:
            child.kill()
            raise ReadingTookTooLong(seconds=bounds.wall) from None
    return _opened(answer, child.returncode, READERS[name], bounds)


def _environment() -> dict[str, str]:
    """Only what an interpreter may need to start, and this one's own search path: whatever secrets this process was given stay here."""
    kept = {name: os.environ[name] for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT") if name in os.environ}
    return kept | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def _opened(answer: bytes, status: int, reader: Reader, limits: Limits) -> Any:
    if status == -signal.SIGXCPU:
        raise ReadingTookTooLong(seconds=limits.processor)
    # A reader that is not written in Python aborts where it gets no memory.
    if status in (-signal.SIGKILL, -signal.SIGABRT):
        raise ReadingTookTooMuchMemory(limit=limits.memory // MEGABYTE)
    if status or not answer:
        raise ReaderBroke(reason=f"it ended with status {status}")
    try:
        kind, content = _PlainUnpickler(io.BytesIO(answer), reader).load()
    except ReaderBroke:
        raise
    except Exception:
        # What a child that was taken over may send can fail in any way; it must fail in this one.
        raise ReaderBroke(reason="its answer cannot be opened") from None
    if kind == "error":
        module, name, data = content
        raise _error(module, name, data, reader)
    return content


class _PlainUnpickler(pickle.Unpickler):
    """Opens nothing but the data classes of one format, moments, days and decimals."""

    def __init__(self, file: BinaryIO, reader: Reader) -> None:
        super().__init__(file)
        self._reader = reader

    def find_class(self, module: str, name: str) -> Any:
        found = getattr(import_module(module), name) if self._may(module) or (module, name) in _PLAIN else None
        if not isinstance(found, type):
            raise ReaderBroke(reason="its answer is not plain data")
        return found

    def _may(self, module: str) -> bool:
        return any(module == known or (known.endswith(".") and module.startswith(known)) for known in self._reader.classes)


def _error(module: str, name: str, data: dict[str, Any], reader: Reader) -> MilepostError:
    found = getattr(import_module(module), name, None) if module in reader.errors else None
    if not (isinstance(found, type) and issubclass(found, MilepostError)):
        return ReaderBroke(reason=str(name))
    return found(**data)


def _child(name: str, size: int, memory: int, processor: int) -> None:
    """The child's whole life: bytes from the standard input, one pickled answer to the standard output."""
    reader = READERS[name]
    answer_to = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    function = getattr(import_module(reader.module), reader.function)
    _limit(memory, processor)
    gc.disable()  # the child ends before garbage could matter
    try:
        answer: tuple[str, object] = ("ok", function(_input(sys.stdin.buffer, size)))
    except MilepostError as error:
        answer = ("error", (_home(error), type(error).__qualname__, error.data))
    except MemoryError:
        answer = ("error", (__spec__.name, "ReadingTookTooMuchMemory", {"limit": memory // MEGABYTE}))
    except Exception as problem:
        # Whatever goes wrong in a reader is told in a sentence, never shown as a stack of calls.
        answer = ("error", (__spec__.name, "ReaderBroke", {"reason": f"{type(problem).__name__}: {str(problem)[:200]}"}))
    pickle.dump(answer, answer_to, protocol=5)
    answer_to.close()


def _home(error: MilepostError) -> str:
    return __spec__.name if type(error).__module__ == "__main__" else type(error).__module__


def _limit(memory: int, processor: int) -> None:
    bounds = (
        (resource.RLIMIT_AS, memory, memory),
        # One second more until the kill that cannot be caught, so that the parent can tell the two ends apart.
        (resource.RLIMIT_CPU, processor, processor + 1),
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_NOFILE, 16, 16),
    )
    for kind, soft, hard in bounds:
        # Some systems do not know every limit; the wall time of the parent holds on all.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (soft, hard))


def _input(source: BinaryIO, size: int) -> bytes:
    data = source.read(size + 1)
    if data.startswith(_GZIP):
        unpacker = zlib.decompressobj(_WITH_GZIP_HEADER)
        try:
            data = unpacker.decompress(data, size + 1)
        except zlib.error:
            raise BrokenArchive from None
        if not unpacker.eof and len(data) <= size:
            raise BrokenArchive
    if len(data) > size:
        raise FileTooBig(limit=size // MEGABYTE)
    return data


if __name__ == "__main__":
    _child(sys.argv[1], *(int(number) for number in sys.argv[2:5]))
