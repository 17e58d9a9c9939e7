"""Links by position instead of uid, those into a task and those out of it (S2)."""

from __future__ import annotations

from milepost.engines.schedule.model import LagUnit, Link, LinkKind, Task

# predecessor or successor, kind, lag, unit, number of the link
Tie = tuple[int, LinkKind, float, LagUnit, int]


def ties_of(links: tuple[Link, ...], tasks: tuple[Task, ...], index: dict[int, int]) -> tuple[list[list[Tie]], list[list[Tie]], list[Link]]:
    """Links into and out of each task. A link that names no task of the plan is ignored and noted; an inactive end binds nobody else."""
    into: list[list[Tie]] = [[] for _ in tasks]
    out: list[list[Tie]] = [[] for _ in tasks]
    ignored: list[Link] = []
    for number, link in enumerate(links):
        first, second = index.get(link.predecessor, -1), index.get(link.successor, -1)
        if first < 0 or second < 0:
            ignored.append(link)
        elif tasks[first].active or not tasks[second].active:
            into[second].append((first, link.kind, link.lag, link.lag_unit, number))
            if tasks[second].active:
                out[first].append((second, link.kind, link.lag, link.lag_unit, number))
    return into, out, ignored
