"""How many dates of real plans are those that Microsoft Project stored: used by `accuracy.py` and by the tests of the same name.

Compared are automatic, active tasks that hold no others. Two dates are equal if the working time between them, on the calendar that the
task works on, is under half a minute: the end of a day is the start of the next.
"""

from __future__ import annotations

import csv
import gzip
import os
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path

from milepost.apps.planning.bridge.from_file import network_of_plan
from milepost.engines.calendar import Timeline
from milepost.engines.schedule import Network, Slot, Task, schedule
from milepost.formats import mspdi
from milepost.formats.mspdi.model import Stored

PLANS = Path(os.environ.get("MILEPOST_DATA", Path(__file__).resolve().parents[2] / "shared" / "data")) / "plans"

_SIX = ("start", "finish", "early_start", "early_finish", "late_start", "late_finish")
_HALF_A_MINUTE = 30
_MINUTE = 60


@dataclass
class Tally:
    """How many tasks were compared, and in how many each thing is as stored."""

    tasks: int = 0
    start_finish: int = 0
    six_dates: int = 0
    total_slack: int = 0
    free_slack: int = 0
    critical: int = 0

    def add(self, other: Tally) -> None:
        """Count another plan's tasks in."""
        for field in fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))

    def share(self, name: str) -> float:
        """The percentage of one of the figures."""
        return 100 * getattr(self, name) / self.tasks if self.tasks else 100.0


def compare(data: bytes) -> Tally:
    """Read a plan, schedule it, and hold each task against what the file stores."""
    file = mspdi.read(data)
    network = network_of_plan(file)
    found = schedule(network)
    stored = {task.uid: task.stored for task in file.tasks}
    lines = _Lines(network)
    holding = {task.parent for task in network.tasks}
    tally = Tally()
    for task in network.tasks:
        if task.uid not in holding and not task.manual and task.active:
            tally.add(_hold(found.slots[task.uid], stored[task.uid], lines.of(task)))
    return tally


def _hold(slot: Slot, stored: Stored, line: Timeline) -> Tally:
    same = [_same(line, getattr(slot, name), getattr(stored, name)) for name in _SIX]
    return Tally(
        tasks=1,
        start_finish=same[0] and same[1],
        six_dates=all(same),
        total_slack=abs((slot.total_slack or 0) - (stored.total_slack or 0)) <= _MINUTE,
        free_slack=abs((slot.free_slack or 0) - (stored.free_slack or 0)) <= _MINUTE,
        critical=slot.critical == stored.critical,
    )


def _same(line: Timeline, ours: datetime, theirs: datetime | None) -> bool:
    return theirs is not None and (ours == theirs or abs(line.between(ours, theirs)) < _HALF_A_MINUTE)


class _Lines:
    """The calendar that each task works on: its own, else that of its first person, else the project's."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._made: dict[str | None, Timeline] = {None: Timeline(network.project_calendar)}

    def of(self, task: Task) -> Timeline:
        person = next((one.calendar for one in task.assignments if one.drives and one.calendar), None)
        name = task.calendar or person
        if name not in self._made:
            self._made[name] = Timeline(self._network.calendars[name or ""])
        return self._made[name]


def real_plans() -> Iterator[tuple[str, str, Path, dict[str, str]]]:
    """Name, tier, file and row of the index of each plan, in order."""
    with (PLANS / "index.tsv").open(encoding="utf8") as index:
        for row in csv.DictReader(index, delimiter="\t"):
            yield row["id"], row["tier"], PLANS / f"{row['id']}.xml", row


def synthetic_plans() -> list[Path]:
    """The plans made from the scheduling library, smallest file first."""
    return sorted((PLANS / "synthetic").glob("*.xml.gz"), key=lambda path: path.stat().st_size)


def read(path: Path) -> bytes:
    """The file's bytes, unpacked where it is packed."""
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
