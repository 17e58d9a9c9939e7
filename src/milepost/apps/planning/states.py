"""Schedules of plans kept in memory for readers, by the change at which they stand. They are never changed, so any thread may read one."""

from __future__ import annotations

import threading
from collections import OrderedDict

from milepost.apps.planning.bridge.state import PlanState

MOST_TASKS = 40_000
"""How many tasks may be kept: about 60 MB."""


class States:
    """The least recently read plans leave first."""

    def __init__(self, most_tasks: int = MOST_TASKS) -> None:
        self._most_tasks = most_tasks
        self._kept: OrderedDict[int, tuple[int, PlanState]] = OrderedDict()
        self._tasks = 0
        self._guard = threading.Lock()

    def at(self, sheet_id: int, seq: int) -> PlanState | None:
        """The plan at that change, if it is known."""
        with self._guard:
            known = self._kept.get(sheet_id)
            if known is None or known[0] != seq:
                return None
            self._kept.move_to_end(sheet_id)
            return known[1]

    def keep(self, sheet_id: int, seq: int, state: PlanState) -> None:
        """Keep a plan as it stands at a committed change; an older one than is known is not kept."""
        with self._guard:
            known = self._kept.get(sheet_id)
            if known is not None and known[0] > seq:
                return
            self._drop(sheet_id)
            self._kept[sheet_id] = (seq, state)
            self._tasks += len(state.tasks)
            while self._tasks > self._most_tasks and len(self._kept) > 1:
                self._drop(next(iter(self._kept)))

    def clear(self) -> None:
        """Forget all plans, for tests and benchmarks."""
        with self._guard:
            self._kept.clear()
            self._tasks = 0

    def _drop(self, sheet_id: int) -> None:
        known = self._kept.pop(sheet_id, None)
        if known is not None:
            self._tasks -= len(known[1].tasks)


states = States()
"""The plans that this process keeps."""
