"""The whole calculation: compile, forward, backward, and once more for tasks that stand as late as possible (S1)."""

from __future__ import annotations

from milepost.engines.calendar import to_moment, to_seconds
from milepost.engines.schedule.backward import Backward
from milepost.engines.schedule.compile import Plan
from milepost.engines.schedule.drivers import DriverTable
from milepost.engines.schedule.errors import NoFinish
from milepost.engines.schedule.forward import Forward
from milepost.engines.schedule.model import Constraint, Network, Schedule
from milepost.engines.schedule.slots import SlotTable
from milepost.engines.schedule.timelines import Timelines
from milepost.engines.schedule.unmoved import Passes


def schedule(network: Network, timelines: Timelines | None = None, before: Schedule | None = None) -> Schedule:
    """Compute where every task stands, its slack and what drives it (SPEC.md S1 to S70).

    `timelines` keeps the compiled calendars from one call to the next; a caller that schedules the same plan again and again
    passes the same one. Slots of the schedule `before` that still hold are taken over, the same objects (S55).
    Raises LoopFound, UnknownCalendar, NoFinish and NoWorkingTime.
    """
    known = before.slots if before is not None and isinstance(before.slots, SlotTable) else None
    plan = Plan(network, timelines or Timelines(), known.plan if known else None)
    end = _end_of_finish_plan(network) if network.from_finish else None
    if end is not None:
        first = Backward(plan, end)
        first.run()
        plan.start = min((first.late_start[i] for i in plan.leaves), default=end)
    forward = Forward(plan)
    forward.run()
    if end is None:
        end = max((forward.finish[i] for i, task in enumerate(plan.tasks) if task.active), default=plan.start)
    backward = Backward(plan, end, forward)
    backward.run()
    forward = _as_late_as_possible(plan, forward, backward)
    table = SlotTable(Passes(plan, forward, backward), known)
    finish = max((forward.finish[i] for i, task in enumerate(plan.tasks) if task.active), default=end)
    start = min((forward.start[i] for i in plan.leaves), default=plan.start)
    return Schedule(table, DriverTable(plan, forward), to_moment(start), to_moment(finish), plan.notes)


def _end_of_finish_plan(network: Network) -> int:
    if network.finish is None:
        raise NoFinish()
    return to_seconds(network.finish)


def _as_late_as_possible(plan: Plan, forward: Forward, backward: Backward) -> Forward:
    """Tasks that stand as late as possible take their late dates, and what follows them is placed again."""
    pinned = {
        i: (backward.late_start[i], backward.late_finish[i])
        for i in plan.leaves
        if (task := plan.tasks[i]).constraint is Constraint.ALAP and not task.manual and task.actual_start is None
    }
    if not pinned:
        return forward
    if not plan.network.from_finish:
        pinned = {i: dates for i, dates in pinned.items() if dates[0] > forward.start[i]}
    again = Forward(plan, pinned)
    again.run()
    return again
