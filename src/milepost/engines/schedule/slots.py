"""Results by task, each made when it is first asked for: slack (S50 to S54), roll-up of progress (S18), drivers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from milepost.engines.calendar import to_moment
from milepost.engines.schedule.backward import Backward
from milepost.engines.schedule.compile import Plan
from milepost.engines.schedule.drivers import driver_of
from milepost.engines.schedule.forward import Forward
from milepost.engines.schedule.model import LinkKind, Slot

_STARTS = (LinkKind.FS, LinkKind.SS)


class SlotTable(Mapping[int, Slot]):
    """Slots by the uid of the task."""

    def __init__(self, plan: Plan, forward: Forward, backward: Backward) -> None:
        self._plan = plan
        self._forward = forward
        self._backward = backward
        self._made: dict[int, Slot] = {}
        self._percent: dict[int, tuple[float, float]] = {}

    def __len__(self) -> int:
        return self._plan.count

    def __iter__(self) -> Iterator[int]:
        return iter(self._plan.index)

    def __getitem__(self, uid: int) -> Slot:
        slot = self._made.get(uid)
        if slot is None:
            slot = self._made[uid] = self._make(self._plan.index[uid])
        return slot

    def _make(self, i: int) -> Slot:
        plan, forward, backward = self._plan, self._forward, self._backward
        task = plan.tasks[i]
        total = self._total_slack(i) if task.active else None
        return Slot(
            start=to_moment(forward.start[i]),
            finish=to_moment(forward.finish[i]),
            early_start=to_moment(forward.early_start[i]),
            early_finish=to_moment(forward.early_finish[i]),
            late_start=to_moment(backward.late_start[i]),
            late_finish=to_moment(backward.late_finish[i]),
            total_slack=total,
            free_slack=None if total is None else self._free_slack(i, total),
            critical=total is not None and total <= plan.network.critical_slack and not self._is_done(i),
            duration=self._duration(i),
            percent_complete=self._percent_complete(i),
            driver=driver_of(plan, forward, i),
        )

    def _is_done(self, i: int) -> bool:
        children = self._plan.children[i]
        if children:
            return all(self._is_done(c) for c in children if self._plan.tasks[c].active)
        return self._plan.tasks[i].actual_finish is not None

    def _total_slack(self, i: int) -> int:
        """The smaller of what the start and what the finish can move (S50)."""
        line, forward, backward = self._plan.own_line(i), self._forward, self._backward
        at_finish = line.position(backward.late_finish[i]) - line.position(forward.early_finish[i])
        if self._plan.tasks[i].actual_start is not None:
            return at_finish
        return min(at_finish, line.position(backward.late_start[i]) - line.position(forward.early_start[i]))

    def _free_slack(self, i: int, total: int) -> int:
        """How far the task can slip before its nearest successor does; without successors, its total slack (S52)."""
        plan, forward = self._plan, self._forward
        line = plan.own_line(i)
        gaps: list[int] = []
        for tie in plan.ties.all_out(i):
            if plan.tasks[tie.second].actual_start is None:
                placed = forward.start if tie.kind in _STARTS else forward.finish
                gaps.append(line.position(placed[tie.second]) - line.position(forward.tie_bound(tie)))
        return max(0, min(gaps)) if gaps else max(0, total)

    def _duration(self, i: int) -> int:
        if self._plan.children[i]:
            project = self._plan.project
            return project.position(self._forward.finish[i]) - project.position(self._forward.start[i])
        return self._plan.tasks[i].duration

    def _percent_complete(self, i: int) -> float:
        """A summary's share is that of its tasks, weighted by their durations (S18)."""
        if not self._plan.children[i]:
            return self._plan.tasks[i].percent_complete
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
