"""The order in which tasks can be placed, or the loop that forbids it (S3).

A summary is two events: it is entered before its children are placed (number `count + i`) and left when they all are
(number `i`); a leaf is one event (number `i`). A link leads from the predecessor's last event to the successor's first.
"""

from __future__ import annotations

from milepost.engines.schedule.errors import LoopFound
from milepost.engines.schedule.model import Task
from milepost.engines.schedule.ties import Tie


def order_of(tasks: tuple[Task, ...], parent: list[int], children: list[list[int]], into: list[list[Tie]]) -> list[int]:
    """Every event after those it waits for; ties go by position, so that equal networks give equal orders. Raises LoopFound."""
    after, waiting = _edges(parent, children, into)
    ready = [event for event, n in enumerate(waiting) if n == 0]
    for event in ready:
        for later in after[event]:
            waiting[later] -= 1
            if not waiting[later]:
                ready.append(later)
    if len(ready) < len(waiting):
        raise _loop(tasks, after, waiting)
    count = len(tasks)
    return [event for event in ready if event < count or children[event - count]]


def _edges(parent: list[int], children: list[list[int]], into: list[list[Tie]]) -> tuple[list[list[int]], list[int]]:
    """What comes after each event, and how many events each waits for."""
    count = len(parent)
    after: list[list[int]] = [[] for _ in range(2 * count)]
    waiting = [0] * (2 * count)
    for i, ties in enumerate(into):
        first = count + i if children[i] else i
        for tie in ties:
            after[tie[0]].append(first)
        waiting[first] += len(ties)
        if children[i]:
            after[first].append(i)
            waiting[i] += 1
        above = parent[i]
        if above >= 0:
            after[count + above].append(first)
            after[i].append(above)
            waiting[first] += 1
            waiting[above] += 1
    return after, waiting


def _loop(tasks: tuple[Task, ...], after: list[list[int]], waiting: list[int]) -> LoopFound:
    """Follow unfinished events backwards until one comes up again."""
    before: dict[int, int] = {}
    for event, n in enumerate(waiting):
        if n > 0:
            before.update((later, event) for later in after[event] if waiting[later] > 0)
    trail: list[int] = []
    event = min(before)
    while event not in trail:
        trail.append(event)
        event = before[event]
    loop = trail[trail.index(event) :][::-1]
    numbers = list(dict.fromkeys(e % len(tasks) for e in loop))
    least = numbers.index(min(numbers))
    found = [tasks[i] for i in numbers[least:] + numbers[:least]]
    return LoopFound(tuple(t.uid for t in found), tuple(t.name or str(t.uid) for t in found))
