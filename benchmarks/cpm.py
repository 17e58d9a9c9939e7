"""CPM of 10,000 tasks and 20,000 links on three calendars, both passes: at most 150 ms; and one of 2,000 tasks: at most 40 ms.

Timed is `schedule(network, timelines)` as planning calls it at each edit: links turned into positions, order, forward pass, backward
pass. Calendars are compiled (the first call did it); reading the network's objects is part of the time, making Slot objects of all tasks
is printed apart, because they are made when asked for.
"""

from __future__ import annotations

import gc
import platform
import random
import statistics
import time
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from milepost.engines.calendar import STANDARD, CalendarException, WorkCalendar
from milepost.engines.schedule import LagUnit, Link, LinkKind, Network, Task, Timelines, schedule

HOUR = 3600
_SHIFTS = ((6 * HOUR, 14 * HOUR), (14 * HOUR, 22 * HOUR))
_LONG = ((7 * HOUR, 12 * HOUR), (13 * HOUR, 18 * HOUR))
CALENDARS = {
    "Standard": replace(STANDARD, exceptions=tuple(CalendarException(date(y, 12, 24), date(y, 12, 31)) for y in range(2020, 2060))),
    "Two shifts": WorkCalendar("Two shifts", (_SHIFTS,) * 6 + ((),)),
    "Long days": WorkCalendar("Long days", (_LONG,) * 4 + ((), (), ())),
}


def network(tasks: int, links: int, seed: int = 1) -> Network:
    """Tasks in summaries of ten, linked forwards; a tenth of the links with a lag, a tenth of another kind than finish to start."""
    draw = random.Random(seed)
    names = list(CALENDARS)
    leaves = [Task(uid=n, parent=tasks + n // 10, duration=draw.randint(1, 80) * HOUR, calendar=draw.choice(names)) for n in range(tasks)]
    summaries = [Task(uid=tasks + n, summary=True) for n in range(-(-tasks // 10))]
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < links:
        first = draw.randrange(tasks - 1)
        pairs.add((first, min(tasks - 1, first + draw.randint(1, 200))))
    kinds = [LinkKind.FS] * 18 + [LinkKind.SS, LinkKind.FF]
    drawn = [Link(a, b, draw.choice(kinds), draw.choice([0] * 9 + [8 * HOUR]), LagUnit.WORK) for a, b in sorted(pairs)]
    return Network((*leaves, *summaries), tuple(drawn), datetime(2026, 1, 5, 8), calendars=CALENDARS, project_calendar=STANDARD)


def measure(tasks: int, links: int, limit: float) -> bool:
    """Print the figures of one size; whether it keeps its limit (milliseconds)."""
    plan, timelines = network(tasks, links), Timelines()
    began = time.perf_counter()
    result = schedule(plan, timelines)
    first = 1000 * (time.perf_counter() - began)
    times = []
    for _ in range(7):
        gc.collect()
        began = time.perf_counter()
        result = schedule(plan, timelines)
        times.append(1000 * (time.perf_counter() - began))
    began = time.perf_counter()
    slots = [result.slots[uid] for uid in result.slots]
    made = 1000 * (time.perf_counter() - began)
    best, middle = min(times), statistics.median(times)
    print(
        f"{tasks:6} tasks {links:6} links: median {middle:6.1f} ms, best {best:6.1f} ms (limit {limit:.0f}); "
        f"first call with calendars {first:6.1f} ms; all {len(slots)} slots {made:6.1f} ms; finish {result.finish:%Y-%m-%d}"
    )
    return middle <= limit


def machine() -> str:
    """The processor and the Python that the figures are from."""
    info = Path("/proc/cpuinfo")
    model = (
        next((line.split(":")[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")), "")
        if info.exists()
        else ""
    )
    return f"{model or platform.processor() or platform.machine()}, Python {platform.python_version()}"


def main() -> int:
    """Print all figures; 1 if a limit was missed."""
    print(machine())
    kept = [measure(10_000, 20_000, 150), measure(2_000, 4_000, 40)]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    raise SystemExit(main())
