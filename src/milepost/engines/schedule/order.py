"""The order in which tasks can be placed, or the loop that forbids it (S3).

A summary is two events: it is entered before its children are placed (number `count + i`) and left when they all are
(number `i`); a leaf is one event (number `i`). A link leads from the predecessor's last event to the successor's first.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.engines.schedule.errors import LoopFound
from milepost.engines.schedule.model import Task
from milepost.engines.schedule.ties import Ties

_NEVER = -1  # the number of events that a leaf's missing second event waits for


class Order:
    """The events of a plan and what each waits for."""

    def __init__(self, parent: list[int], children: list[list[int]], ties: Ties) -> None:
        self.count = len(parent)
        self.parent = parent
        self.children = children
        self.ties = ties
        self.first = [self.count + i if held else i for i, held in enumerate(children)]

    def events(self, tasks: tuple[Task, ...]) -> list[int]:
        """Every event after those it waits for. Raises LoopFound."""
        waiting = self._waiting()
        ready = [event for event, n in enumerate(waiting) if n == 0]
        count, first, parent, children, after, out = self.count, self.first, self.parent, self.children, self.ties.after, self.ties.out
        for event in ready:
            if event >= count:
                later = [first[child] for child in children[event - count]]
            else:
                later = [first[second] for second in after[event]]
                if out[event]:
                    later += [first[tie.second] for tie in out[event]]
                if parent[event] >= 0:
                    later.append(parent[event])
            for one in later:
                waiting[one] -= 1
                if not waiting[one]:
                    ready.append(one)
        if any(n > 0 for n in waiting):
            raise self._loop(tasks, waiting)
        return ready

    def _waiting(self) -> list[int]:
        """How many events each waits for."""
        before, into, children = self.ties.before, self.ties.into, self.children
        waiting = [_NEVER] * (2 * self.count)
        for i, above in enumerate(self.parent):
            if children[i]:
                waiting[i] = len(children[i])
            waiting[self.first[i]] = len(before[i]) + len(into[i]) + (above >= 0)
        return waiting

    def _after(self, event: int) -> Iterator[int]:
        if event >= self.count:
            yield from (self.first[child] for child in self.children[event - self.count])
            return
        yield from (self.first[tie.second] for tie in self.ties.all_out(event))
        if self.parent[event] >= 0:
            yield self.parent[event]

    def _loop(self, tasks: tuple[Task, ...], waiting: list[int]) -> LoopFound:
        """Follow unfinished events backwards until one comes up again; the loop starts with its first task in the plan."""
        before = {later: event for event, n in enumerate(waiting) if n > 0 for later in self._after(event) if waiting[later] > 0}
        trail: list[int] = []
        event = min(before)
        while event not in trail:
            trail.append(event)
            event = before[event]
        loop = trail[trail.index(event) :][::-1]
        numbers = list(dict.fromkeys(e % self.count for e in loop))
        least = numbers.index(min(numbers))
        found = [tasks[i] for i in numbers[least:] + numbers[:least]]
        return LoopFound(tuple(t.uid for t in found), tuple(t.name or str(t.uid) for t in found))
