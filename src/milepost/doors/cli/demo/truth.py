"""What really happens to a demo plan: each task takes as long as the project's conduct makes it, one after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from graphlib import TopologicalSorter
from random import Random

from milepost.doors.cli.demo.halfdays import HalfDays
from milepost.doors.cli.demo.outline import Draft, leaves_below


@dataclass(frozen=True, slots=True)
class Conduct:
    """How a project fares: `pace` is how much longer its work takes than planned, `drags` the same for tasks whose name starts so.

    `spread` is how far single tasks stray from it (0.2: a fifth either way); `dear` how much more the work costs than planned.
    """

    pace: float = 1.0
    spread: float = 0.15
    dear: float = 1.0
    drags: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Happened:
    """When a task really begins and ends, in half days."""

    start: int
    finish: int


def play(rows: Sequence[Draft], conduct: Conduct, time: HalfDays, rng: Random) -> dict[int, Happened]:
    """Begin and end of every row without children, by id."""
    below = leaves_below(list(rows))
    by_id = {row.id: row for row in rows}
    lengths = {row.id: _length(row, conduct, rng) for row in rows if not row.summary}
    order = TopologicalSorter({leaf: _before(by_id[leaf], by_id, below) for leaf in lengths})
    found: dict[int, Happened] = {}
    for leaf in order.static_order():
        start = _start(by_id[leaf], by_id, below, found, lengths[leaf])
        found[leaf] = Happened(start, _end(by_id[leaf], start, lengths[leaf], time))
    return found


def _length(row: Draft, conduct: Conduct, rng: Random) -> int:
    stray = 1 + conduct.spread * (2 * rng.random() - 1)
    if row.duration == 0 or row.elapsed or row.extras.get("earning") == "level_of_effort":
        return row.duration
    drag = next((factor for name, factor in conduct.drags.items() if row.name.startswith(name)), conduct.pace)
    return max(1, round(row.duration * drag * stray))


def _chain(row: Draft, by_id: Mapping[int, Draft]) -> list[Draft]:
    found = [row]
    while found[-1].parent is not None:
        found.append(by_id[found[-1].parent])
    return found


def _before(row: Draft, by_id: Mapping[int, Draft], below: Mapping[int, list[int]]) -> set[int]:
    return {leaf for each in _chain(row, by_id) for tie in each.ties for leaf in below[tie.predecessor]}


def _start(row: Draft, by_id: Mapping[int, Draft], below: Mapping[int, list[int]], found: Mapping[int, Happened], length: int) -> int:
    earliest = [0]
    if "manual" in row.extras:
        return days_from_start(row.extras["manual"])
    if "constraint" in row.extras:
        earliest.append(days_from_start(row.extras["constraint"]))
    for each in _chain(row, by_id):
        for tie in each.ties:
            group = [found[leaf] for leaf in below[tie.predecessor]]
            if tie.kind == "SS":
                earliest.append(min(one.start for one in group) + tie.lag)
            else:
                last = max(one.finish for one in group) + tie.lag
                earliest.append(last - length if tie.kind == "FF" else last)
    return max(earliest)


def days_from_start(text: str) -> int:
    """The half days in `SNET+30d` or `+30d`."""
    return 2 * int(text.rpartition("+")[2].removesuffix("d"))


def _end(row: Draft, start: int, length: int, time: HalfDays) -> int:
    if not row.elapsed:
        return start + length
    end = time.start(start) + timedelta(days=length)
    position = time.position(end)
    return position if time.finish(position) >= end else position + 1
