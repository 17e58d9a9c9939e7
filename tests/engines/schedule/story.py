"""Small networks in few words: March 2026, Monday the 2nd at 08:00, days of eight hours."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from milepost.engines.schedule import Assignment, Constraint, LagUnit, Link, LinkKind, Network, Schedule, Task, schedule

HOUR = 3600
DAY = 8 * HOUR


def at(text: str) -> datetime:
    """`02 08` or `02 08:30` in March 2026."""
    day, _, clock = text.partition(" ")
    hour, _, minute = (clock or "0").partition(":")
    return datetime(2026, 3, int(day), int(hour), int(minute or 0))


def task(uid: int, days: float = 1, **more: Any) -> Task:
    """A task of so many working days; dates may be written as in `at`, constraints as `SNET 04 08`."""
    for name in ("start", "finish", "actual_start", "actual_finish", "stop", "resume", "deadline"):
        if isinstance(more.get(name), str):
            more[name] = at(more[name])
    if "constraint" in more:
        kind, _, moment = more["constraint"].partition(" ")
        more["constraint"] = Constraint(kind)
        more["constraint_date"] = at(moment) if moment else None
    return Task(uid=uid, name=f"T{uid}", duration=round(days * DAY), **more)


def summary(uid: int, **more: Any) -> Task:
    """A task that holds others."""
    return task(uid, 0, summary=True, **more)


def link(first: int, second: int, kind: str = "FS", lag: float = 0, unit: str = "work") -> Link:
    """A link; `lag` in working days, in elapsed days, or in percent."""
    seconds = {"work": lag * DAY, "elapsed": lag * 86400, "percent": lag}[unit]
    return Link(first, second, LinkKind(kind), seconds, LagUnit(unit))


def person(calendar: str | None = None, *, work: float = 0, units: float = 1, delay: float = 0, **more: Any) -> Assignment:
    """An assignment; work and delay in working days."""
    return Assignment(calendar, units, round(work * DAY), delay=round(delay * DAY), **more)


def network(*parts: Task | Link, **more: Any) -> Network:
    """A network of tasks and links that starts on Monday 2 March 2026 at 08:00."""
    tasks = tuple(part for part in parts if isinstance(part, Task))
    links = tuple(part for part in parts if isinstance(part, Link))
    return Network(tasks, links, **{"start": at("02 08"), **more})


def plan(*parts: Task | Link, **more: Any) -> Schedule:
    """The schedule of such a network."""
    return schedule(network(*parts, **more))


def dates(found: Schedule, uid: int) -> str:
    """Start and finish: `02 08:00 - 03 17:00`."""
    slot = found.slots[uid]
    return f"{slot.start:%d %H:%M} - {slot.finish:%d %H:%M}"


def late(found: Schedule, uid: int) -> str:
    """Late start and late finish, as in `dates`."""
    slot = found.slots[uid]
    return f"{slot.late_start:%d %H:%M} - {slot.late_finish:%d %H:%M}"
