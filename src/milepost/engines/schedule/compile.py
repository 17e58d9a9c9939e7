"""A network turned into flat lists, tasks by position, so that the passes run without looking anything up (S2, S3)."""

from __future__ import annotations

from milepost.engines.calendar import Timeline, to_seconds
from milepost.engines.schedule.model import Network
from milepost.engines.schedule.order import order_of
from milepost.engines.schedule.ties import ties_of
from milepost.engines.schedule.timelines import Timelines
from milepost.engines.schedule.work import Work
from milepost.engines.schedule.works import WorkFinder


class Plan:
    """The compiled network. Every list is as long as the tasks; `order` holds events (see `order`)."""

    def __init__(self, network: Network, timelines: Timelines) -> None:
        self.network = network
        self.tasks = network.tasks
        self.count = len(network.tasks)
        self.index = {task.uid: i for i, task in enumerate(network.tasks)}
        self.start = to_seconds(network.start)
        self.finder = WorkFinder(network, timelines)
        self.project: Timeline = self.finder.project
        self.parent = [self.index.get(task.parent, -1) if task.parent is not None else -1 for task in network.tasks]
        self.children = _children(self.parent)
        self.into, self.out, self.ignored = ties_of(network.links, network.tasks, self.index)
        self.work: list[Work] = [self.finder.work_of(task, task.duration) for task in network.tasks]
        self.own_line = [self.finder.own_line(task) for task in network.tasks]
        self.order = order_of(self.tasks, self.parent, self.children, self.into)
        self.leaves = [i for i in range(self.count) if not self.children[i] and network.tasks[i].active]


def _children(parent: list[int]) -> list[list[int]]:
    children: list[list[int]] = [[] for _ in parent]
    for child, above in enumerate(parent):
        if above >= 0:
            children[above].append(child)
    return children
