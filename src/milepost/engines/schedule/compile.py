"""A network turned into flat lists, tasks by position, so that the passes run without looking anything up (S2)."""

from __future__ import annotations

from collections.abc import Iterator

from milepost.engines.calendar import Timeline, to_seconds
from milepost.engines.schedule.model import Constraint, LinkKind, Network, Note, Task
from milepost.engines.schedule.order import Order
from milepost.engines.schedule.ties import Ties
from milepost.engines.schedule.timelines import Timelines
from milepost.engines.schedule.work import PlainWork, Work
from milepost.engines.schedule.works import WorkFinder

_FREE = (Constraint.ASAP, Constraint.ALAP)


class Plan:
    """The compiled network. Every list is as long as the tasks; `order` holds events (see `order`)."""

    def __init__(self, network: Network, timelines: Timelines) -> None:
        tasks = network.tasks
        self.network = network
        self.tasks = tasks
        self.count = len(tasks)
        self.index = {task.uid: i for i, task in enumerate(tasks)}
        self.start = to_seconds(network.start)
        self.finder = WorkFinder(network, timelines)
        self.project: Timeline = self.finder.project
        self.parent = [-1 if task.parent is None else self.index.get(task.parent, -1) for task in tasks]
        self.children = _children(self.parent)
        self.spanned = _spanned(self.children, tasks)
        self.holds_manual = {self.parent[i] for i, task in enumerate(tasks) if task.manual}
        self.ties = Ties(network, self.index)
        self.notes = (*self.ties.notes, *self._finish_links())
        self.order = Order(self.parent, self.children, self.ties).events(tasks)
        self.work: list[Work] = [self.finder.work_of(task, task.duration) for task in tasks]
        # The calendar of the task itself, or the project's: what slack and lags are counted on.
        self.own_line: list[Timeline] = [self.finder.own_line(task) for task in tasks]
        self.plain = [self._plain(i, task) for i, task in enumerate(tasks)]
        self.leaves = [i for i in range(self.count) if not self.children[i] and tasks[i].active]

    def _finish_links(self) -> Iterator[Note]:
        """Links to the finish of a summary, which hold nothing: its finish is that of what is in it (S19)."""
        for i, held in enumerate(self.children):
            for tie in self.ties.into[i] if held else ():
                if tie.kind in (LinkKind.FF, LinkKind.SF):
                    uids = (self.tasks[tie.first].uid, self.tasks[i].uid)
                    text = f"The link from {uids[0]} to {uids[1]} ends at the finish of a summary and holds nothing: link the tasks in it."
                    yield Note("link_to_summary_finish", uids, text)

    def _plain(self, i: int, task: Task) -> PlainWork | None:
        """The work of a task that only links and parents place, which is nearly every task; None for all others."""
        if task.manual or task.actual_start is not None or task.levelling_delay or self.children[i]:
            return None
        work = self.work[i]
        return work if isinstance(work, PlainWork) and task.constraint in _FREE and task.deadline is None and task.active else None


def _children(parent: list[int]) -> list[list[int]]:
    none: list[int] = []
    children = [none] * len(parent)
    for child, above in enumerate(parent):
        if above >= 0:
            if children[above]:
                children[above].append(child)
            else:
                children[above] = [child]
    return children


def _spanned(children: list[list[int]], tasks: tuple[Task, ...]) -> list[list[int]]:
    """What each summary spans: the active tasks in it, or all where none is."""
    if all(task.active for task in tasks):
        return children
    return [[c for c in held if tasks[c].active] or held for held in children]
