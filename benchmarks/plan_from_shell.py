"""`milepost plan schedule` and `plan check` of 200 tasks from the shell: at most 1 s, with both interpreters and the child.

Printed is the best of seven rounds on the wall clock, because the machine may be shared, and the processor time of both processes.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from _machine import machine, show, timed
from milepost.formats.mspdi import PlanFile, write
from milepost.formats.mspdi.model import Link, Properties, Task

MILEPOST = Path(sys.executable).with_name("milepost")
TASKS, ROUNDS, TARGET = 200, 7, 1000


def plan() -> PlanFile:
    """A chain with short cuts back: each task waits for the one before and the seventh before."""
    tasks = (
        Task(uid, id=uid, name=f"Task {uid}", duration=8 * 3600, links=tuple(Link(max(uid - step, 1)) for step in (1, 7) if uid > 1))
        for uid in range(1, TASKS + 1)
    )
    return PlanFile(Properties(name="bench.xml", start=datetime(2026, 3, 2, 8)), tasks=tuple(tasks))


def processor() -> float:
    """Seconds of the processor that ended children took so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print both figures for both commands."""
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.xml"
        path.write_bytes(write(plan()))
        for command in ("schedule", "check"):
            words = [MILEPOST, "plan", command, path, "--json"]
            before = processor()
            best, _ = timed(lambda words=words: subprocess.run(words, stdout=subprocess.DEVNULL, check=True), rounds=ROUNDS)
            show(f"plan {command} of {TASKS} tasks from the shell", best, TARGET)
            show("  the same, processor time", (processor() - before) / ROUNDS * 1000, TARGET)


if __name__ == "__main__":
    main()
