"""The thread that works in the background while the server runs.

Every process has one; a lease in the database lets one of them work. It dies with its process, and what it was at is a row with its
progress: half a minute later the next process, or the same one started anew, goes on where it was.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable
from typing import TypeAlias

from django.db import close_old_connections

from milepost.apps.method.actions.lease import BACKGROUND, hold, let_go
from milepost.doors.clock import real_now
from milepost.kernel.ids import new_id

_REST = 1.0
_log = logging.getLogger("milepost.jobs")
Step: TypeAlias = Callable[[], bool]
"""Does a little of some work, and tells whether there was any."""


class Runner:
    """Asks its steps in turn for work, again at once while there is some, else every second."""

    def __init__(self, steps: tuple[Step, ...]) -> None:
        self.holder = f"{os.getpid()}-{new_id()}"
        self._steps = steps
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="background", daemon=True)

    def start(self) -> None:
        """Begin to work."""
        self._thread.start()

    def stop(self, seconds: float) -> None:
        """Finish the step that it is at, give the lease back and end; wait for that so long at most."""
        self._stopping.set()
        self._thread.join(seconds)

    def work(self) -> bool:
        """One round: take the lease or keep it, and do the first work that there is. False where nobody needs it."""
        return any(hold(BACKGROUND, holder=self.holder, clock=real_now()) and step() for step in self._steps)

    def _run(self) -> None:
        while not self._stopping.is_set():
            busy = self._worked()
            self._stopping.wait(0.01 if busy else _REST)  # a breath for those who write in the foreground
        self._worked(last=True)

    def _worked(self, *, last: bool = False) -> bool:
        close_old_connections()
        try:
            if last:
                let_go(BACKGROUND, holder=self.holder)
            return not last and self.work()
        except Exception:  # a database that is away for a moment must not end all work for good
            _log.exception("Work in the background failed; trying again")
            return False
        finally:
            close_old_connections()
