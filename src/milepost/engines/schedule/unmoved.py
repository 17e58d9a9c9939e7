"""Which tasks stand as they stood in an earlier schedule of the same plan, so that their slots need not be made again (S55)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from milepost.engines.schedule.backward import Backward
from milepost.engines.schedule.compile import Plan
from milepost.engines.schedule.forward import Forward


class Passes(NamedTuple):
    """A compiled plan and its two passes: all that a slot follows from."""

    plan: Plan
    forward: Forward
    backward: Backward


def unmoved(before: Passes, now: Passes) -> list[int]:
    """The positions of the tasks whose slots are the same; none where the tree, or what holds for the whole plan, is another one."""
    old, new = before.plan, now.plan
    same_words = old.project is new.project and old.network.critical_slack == new.network.critical_slack
    if not same_words or old.index != new.index or old.parent != new.parent:
        return []
    moved = {i for i, (was, stands) in enumerate(zip(_stands(before), _stands(now), strict=True)) if was != stands}
    moved |= {i for i, _ in before.backward.limit.items() ^ now.backward.limit.items()}
    # Free slack looks at successors, and summaries sum up what is in them.
    others = moved | _before(old, moved) | _before(new, moved) | _above(new, moved)
    return [i for i in range(new.count) if i not in others]


def _stands(passes: Passes) -> Iterator[tuple[Any, ...]]:
    """Each task with its calendar, the links out of it, and its dates."""
    plan, forward, backward = passes.plan, passes.forward, passes.backward
    logic = (plan.tasks, plan.own_line, plan.ties.after, plan.ties.out)
    dates = (forward.start, forward.finish, forward.early_start, forward.early_finish, backward.late_start, backward.late_finish)
    return zip(*logic, *dates, strict=True)


def _before(plan: Plan, tasks: Iterable[int]) -> set[int]:
    """The predecessors of the tasks."""
    plain = {first for i in tasks for first in plan.ties.before[i]}
    return plain | {tie.first for i in tasks for tie in plan.ties.into[i]}


def _above(plan: Plan, tasks: Iterable[int]) -> set[int]:
    """The summaries above the tasks."""
    found: set[int] = set()
    for i in tasks:
        above = plan.parent[i]
        while above >= 0 and above not in found:
            found.add(above)
            above = plan.parent[above]
    return found
