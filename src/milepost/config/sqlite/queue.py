"""One writer at a time in this process, in the order in which they came."""

from __future__ import annotations

import threading
from collections import deque


class WriterQueue:
    """A lock that is fair: SQLite itself lets waiting writers race, and an unlucky one starves."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[threading.Event] = deque()
        self._taken = False

    def enter(self, timeout: float) -> bool:
        """Wait for one's turn, at most `timeout` seconds; False where it did not come."""
        with self._guard:
            if not self._taken:
                self._taken = True
                return True
            turn = threading.Event()
            self._waiting.append(turn)
        if turn.wait(timeout):
            return True
        return self._gave_up(turn)

    def leave(self) -> None:
        """Hand the turn to whoever waits longest."""
        with self._guard:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._taken = False

    def _gave_up(self, turn: threading.Event) -> bool:
        with self._guard:
            if turn.is_set():  # the turn came between the timeout and here
                return True
            self._waiting.remove(turn)
            return False
