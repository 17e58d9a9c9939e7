"""The mark in the data folder that the demo is being made: where it is left behind, the demo is only half there."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from milepost.doors.cli.lazy import load
from milepost.kernel.errors import MilepostError


class DemoBeingMade(MilepostError):
    """Another `milepost` is making the demo in this data folder. Wait until it is done."""

    code = "demo.being_made"
    status = 409


def half_made() -> bool:
    """Whether somebody began to make the demo and did not finish."""
    return _path().exists()


@contextmanager
def marked() -> Iterator[None]:
    """Keep the mark until the demo is made; it stays where that fails or is killed. Raises DemoBeingMade where another is at it."""
    with _path().open("a") as mark:
        try:
            fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise DemoBeingMade from None
        yield
        _path().unlink()


def _path() -> Path:
    return Path(load("django.conf:settings").MILEPOST_DATA_DIR) / "demo-half-made"
