"""The baseline of a plan, laid out in working time: which unit, which budgets, and the planned value at any moment (rules E2 to E6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from milepost.engines.earned_value.model import Method, NotAvailable, Plan, Task, Unit
from milepost.engines.earned_value.phasing import Axis, Spread, cumulate

NO_BASELINE = NotAvailable("baseline.none", "The plan has no baseline.")
EMPTY_BASELINE = NotAvailable("baseline.empty", "The baseline has no cost, no work and no duration.")


@dataclass(frozen=True, slots=True)
class Baseline:
    """Budgets by task, spread over working time from the earliest baseline start to the latest baseline finish."""

    unit: Unit
    axis: Axis
    spreads: Mapping[int, Spread]
    effort: frozenset[int]  # tasks that are level of effort
    start: datetime
    finish: datetime

    @property
    def bac(self) -> int:
        """The sum of all budgets."""
        return sum(spread.amount for spread in self.spreads.values())

    def pv(self, moments: Sequence[datetime]) -> list[int]:
        """Cumulative planned value at ascending moments."""
        return cumulate(self.spreads.values(), [self.axis.position(moment) for moment in moments])

    def turns(self) -> list[int]:
        """The positions at which the slope of PV may change, ascending, level of effort left out."""
        return sorted({position for spread in self._measured() for position in (spread.start, spread.finish)})

    def schedule_pv(self, position: int) -> int:
        """PV at a position, level of effort left out."""
        return sum(spread.due(position) for spread in self._measured())

    def _measured(self) -> list[Spread]:
        return [spread for uid, spread in self.spreads.items() if uid not in self.effort] if self.effort else list(self.spreads.values())


def lay_out(plan: Plan) -> Baseline | NotAvailable:
    """The plan's baseline, or the reason why nothing can be measured."""
    spans = {task.uid: (first, last) for task in plan.tasks if (first := task.baseline_start) and (last := task.baseline_finish)}
    if not spans:
        return NO_BASELINE
    start = min(first for first, _ in spans.values())
    axis = Axis(plan.working_time, start)
    unit = plan.unit or choose_unit(plan.tasks)
    spreads = {task.uid: _budget(task, unit, axis.spread(*spans[task.uid], 0)) for task in plan.tasks if task.uid in spans}
    if not any(spread.amount for spread in spreads.values()):
        return EMPTY_BASELINE
    effort = frozenset(task.uid for task in plan.tasks if task.method is Method.LEVEL_OF_EFFORT)
    return Baseline(unit, axis, spreads, effort, start, max(last for _, last in spans.values()))


def choose_unit(tasks: Sequence[Task]) -> Unit:
    """Rule E2: cost if any task has a baseline cost, else work, else duration."""
    if any(task.baseline_cost for task in tasks):
        return Unit.COST
    return Unit.WORK if any(task.baseline_work for task in tasks) else Unit.DURATION


def _budget(task: Task, unit: Unit, span: Spread) -> Spread:
    if unit is Unit.DURATION:
        amount: int | None = span.finish - span.start
    else:
        amount = task.baseline_cost if unit is Unit.COST else task.baseline_work
    return Spread(span.start, span.finish, max(amount or 0, 0))
