"""Results by task, each made when it is first asked for: slack (S50 to S54), roll-up of progress (S18)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from milepost.engines.calendar import to_moment
from milepost.engines.schedule.compile import Plan
from milepost.engines.schedule.model import Slot
from milepost.engines.schedule.slack import free_slack, total_slack
from milepost.engines.schedule.unmoved import Passes, unmoved


class _Moments(dict[int, datetime]):
    """Moments by their seconds: many tasks share one, and each is made once."""

    def __missing__(self, seconds: int) -> datetime:
        moment = self[seconds] = to_moment(seconds)
        return moment


class SlotTable(Mapping[int, Slot]):
    """Slots by the uid of the task."""

    def __init__(self, passes: Passes, before: SlotTable | None = None) -> None:
        self._passes = passes
        self._plan, self._forward, self._backward = passes
        self._made: dict[int, Slot] = {} if before is None else self._unmoved(before)
        self._moments = _Moments()
        self._percent: dict[int, tuple[float, float]] = {}

    @property
    def plan(self) -> Plan:
        """What was scheduled."""
        return self._plan

    def __len__(self) -> int:
        return self._plan.count

    def __iter__(self) -> Iterator[int]:
        return iter(self._plan.index)

    def __getitem__(self, uid: int) -> Slot:
        slot = self._made.get(uid)
        if slot is None:
            slot = self._made[uid] = self._make(self._plan.index[uid])
        return slot

    def _unmoved(self, before: SlotTable) -> dict[int, Slot]:
        """The slots of the earlier table that still hold."""
        made, uids = before._made, (self._plan.tasks[i].uid for i in unmoved(before._passes, self._passes))
        return {uid: made[uid] for uid in uids if uid in made}

    def _make(self, i: int) -> Slot:
        plan, forward, backward, moments = self._plan, self._forward, self._backward, self._moments
        task, leaf = plan.tasks[i], not plan.children[i]
        total = total_slack(plan, forward, backward, i) if task.active else None
        done = task.actual_finish is not None if leaf else self._is_done(i)
        # By place, not by name: thousands of slots are made for one edit, and names would cost as much as all the rest.
        return Slot(
            moments[forward.start[i]],
            moments[forward.finish[i]],
            moments[forward.early_start[i]],
            moments[forward.early_finish[i]],
            moments[backward.late_start[i]],
            moments[backward.late_finish[i]],
            total,
            None if total is None else free_slack(plan, forward, i, total),
            total is not None and total <= plan.network.critical_slack and not done,
            task.duration if leaf else self._duration(i),
            task.percent_complete if leaf else self._percent_complete(i),
        )

    def _is_done(self, i: int) -> bool:
        children = self._plan.children[i]
        if not children:
            return self._plan.tasks[i].actual_finish is not None
        done = [self._is_done(c) for c in children if self._plan.tasks[c].active]
        return bool(done) and all(done)

    def _duration(self, i: int) -> int:
        """A summary's: the working time that it spans."""
        project = self._plan.project
        return project.position(self._forward.finish[i]) - project.position(self._forward.start[i])

    def _percent_complete(self, i: int) -> float:
        """A summary's share is that of its tasks, weighted by their durations (S18)."""
        done, whole = self._weighed(i)
        return 100 * done / whole if whole else 0.0

    def _weighed(self, i: int) -> tuple[float, float]:
        if i not in self._percent:
            task = self._plan.tasks[i]
            if self._plan.children[i]:
                parts = [self._weighed(c) for c in self._plan.children[i] if self._plan.tasks[c].active]
                self._percent[i] = sum(done for done, _ in parts), sum(whole for _, whole in parts)
            else:
                self._percent[i] = task.duration * task.percent_complete / 100, task.duration
        return self._percent[i]
