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
    """The compiled network. Every list is as long as the tasks; `order` holds events (see `order`).

    What a plan that was compiled `before` says about the same tasks and links is taken over (S55).
    """

    children: list[list[int]]
    spanned: list[list[int]]
    ties: Ties
    notes: tuple[Note, ...]
    order: list[int]
    leaves: list[int]

    def __init__(self, network: Network, timelines: Timelines, before: Plan | None = None) -> None:
        tasks = network.tasks
        self.network = network
        self.tasks = tasks
        self.count = len(tasks)
        self.index = {task.uid: i for i, task in enumerate(tasks)}
        self.start = to_seconds(network.start)
        self.finder = WorkFinder(network, timelines)
        self.project: Timeline = self.finder.project
        self.parent = [-1 if task.parent is None else self.index.get(task.parent, -1) for task in tasks]
        self.holds_manual = {self.parent[i] for i, task in enumerate(tasks) if task.manual}
        if before is not None and self._is_tied_as(before):
            self.children, self.spanned, self.ties, self.notes = before.children, before.spanned, before.ties, before.notes
            self.order, self.leaves = before.order, before.leaves
        else:
            self._tie()
        self.work: list[Work] = self._works(before)
        # The calendar of the task itself, or the project's: what slack and lags are counted on.
        self.own_line: list[Timeline] = [self.finder.own_line(task) for task in tasks]
        self.plain = [self._plain(i, task) for i, task in enumerate(tasks)]

    def _tie(self) -> None:
        """The tree, the links and the order that follows from them. Raises LoopFound."""
        tasks = self.tasks
        self.children = _children(self.parent)
        self.spanned = _spanned(self.children, tasks)
        self.ties = Ties(self.network, self.index)
        self.notes = (*self.ties.notes, *self._finish_links())
        self.order = Order(self.parent, self.children, self.ties).events(tasks)
        self.leaves = [i for i in range(self.count) if not self.children[i] and tasks[i].active]

    def _is_tied_as(self, before: Plan) -> bool:
        """Whether tree, links and active tasks are those of another plan."""
        same = self.index == before.index and self.parent == before.parent and self.network.links == before.network.links
        return same and all(task is was or task.active == was.active for task, was in zip(self.tasks, before.tasks, strict=True))

    def _works(self, before: Plan | None) -> list[Work]:
        """How long each task takes; as before where the task and the calendars are the same objects."""
        work_of = self.finder.work_of
        alike = before is not None and before.project is self.project and before.network.calendars is self.network.calendars
        if before is None or not alike or before.count != self.count:
            return [work_of(task, task.duration) for task in self.tasks]
        known = zip(self.tasks, before.tasks, before.work, strict=True)
        return [work if task is was else work_of(task, task.duration) for task, was, work in known]

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
