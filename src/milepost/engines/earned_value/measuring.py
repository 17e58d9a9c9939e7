"""Earned value of one plan at its status date, and of many plans together (rules E3 to E19)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction

from milepost.engines.earned_value.baseline import Baseline, lay_out
from milepost.engines.earned_value.earned_schedule import no_schedule, reached, time_indices
from milepost.engines.earned_value.earning import base_of, earned_share, round_half_up
from milepost.engines.earned_value.indices import indices
from milepost.engines.earned_value.model import Method, NotAvailable, Plan, Task, Unit
from milepost.engines.earned_value.phasing import Spread
from milepost.engines.earned_value.results import Amount, EarnedSchedule, Measures, TaskValue, Totals
from milepost.kernel.errors import MilepostError

_NO_ACTUALS = NotAvailable("ac.none", "No actual cost has been entered.")
_NO_HOURS = NotAvailable("ac.none_work", "No actual work has been entered.")
_DURATION_ONLY = NotAvailable("ac.duration_only", "The baseline has neither cost nor work, so what was spent cannot be compared with it.")
_ONLY_EFFORT = NotAvailable("schedule.only_effort", "All of the baseline is level of effort, which is never late.")

_NO_BUDGET = Spread(0, 0, 0)
_FORESEEABLE = 50 * 365 * 86_400  # working seconds; a forecast further off has no date


def measure(plan: Plan) -> Measures:
    """Every figure of the plan as of its status date."""
    baseline = lay_out(plan)
    if isinstance(baseline, NotAvailable):
        return _unmeasured(plan, baseline)
    values = _task_values(plan, baseline)
    totals = _totals(plan, baseline, values)
    return Measures(
        unit=baseline.unit,
        currency=plan.currency,
        at=plan.status_date,
        totals=totals,
        indices=indices(totals, plan.bottom_up_etc),
        schedule=_schedule(plan, baseline, totals),
        tasks=values,
    )


def actual_of(task: Task, unit: Unit) -> int | None:
    """What the task itself says it used, in that unit."""
    if unit is Unit.DURATION:
        return None
    return task.actual_cost if unit is Unit.COST else task.actual_work


def _unmeasured(plan: Plan, why: NotAvailable) -> Measures:
    nothing = Totals(bac=why, pv=why, ev=why, ac=why, schedule_pv=why, schedule_ev=why)
    return Measures(
        unit=plan.unit or Unit.COST,
        currency=plan.currency,
        at=plan.status_date,
        totals=nothing,
        indices=indices(nothing),
        schedule=no_schedule(why),
        tasks={},
    )


def _task_values(plan: Plan, baseline: Baseline) -> dict[int, TaskValue]:
    by_uid = {task.uid: task for task in plan.tasks}
    now = baseline.axis.position(plan.status_date)
    booked = _booked(plan)
    values = {}
    for task in plan.tasks:
        spread = baseline.spreads.get(task.uid, _NO_BUDGET)
        base = base_of(task, by_uid)
        share = Fraction(0) if base is None else _share(base, baseline, now, plan.status_date)
        ev = round_half_up(spread.amount * share.numerator, share.denominator)
        values[task.uid] = TaskValue(spread.amount, spread.due(now), ev, _spent(actual_of(task, baseline.unit), booked.get(task.uid)))
    return values


def _share(base: Task, baseline: Baseline, now: int, at: datetime) -> Fraction:
    if base.method is not Method.LEVEL_OF_EFFORT:
        return earned_share(base, at)
    planned = baseline.spreads.get(base.uid, _NO_BUDGET)
    return Fraction(planned.due(now), planned.amount) if planned.amount else Fraction(0)


def _booked(plan: Plan) -> dict[int | None, int]:
    sums: dict[int | None, int] = {}
    for posting in plan.postings:
        if posting.at <= plan.status_date:
            sums[posting.task] = sums.get(posting.task, 0) + posting.amount
    return sums


def _spent(own: int | None, booked: int | None) -> int | None:
    return None if own is None and booked is None else (own or 0) + (booked or 0)


def _totals(plan: Plan, baseline: Baseline, values: Mapping[int, TaskValue]) -> Totals:
    pv, ev = sum(value.pv for value in values.values()), sum(value.ev for value in values.values())
    effort = sum(values[uid].pv for uid in baseline.effort)
    measured = any(spread.amount for uid, spread in baseline.spreads.items() if uid not in baseline.effort)
    return Totals(
        bac=baseline.bac,
        pv=pv,
        ev=ev,
        ac=_actual_cost(plan, baseline.unit),
        schedule_pv=pv - effort if measured else _ONLY_EFFORT,
        schedule_ev=ev - effort if measured else _ONLY_EFFORT,
    )


def _actual_cost(plan: Plan, unit: Unit) -> Amount:
    if unit is Unit.DURATION:
        return _DURATION_ONLY
    own = [amount for task in plan.tasks if (amount := actual_of(task, unit)) is not None]
    if not own and not plan.postings:
        return _NO_ACTUALS if unit is Unit.COST else _NO_HOURS
    return sum(own) + sum(_booked(plan).values())


def _schedule(plan: Plan, baseline: Baseline, totals: Totals) -> EarnedSchedule:
    if isinstance(totals.schedule_ev, NotAvailable):
        return no_schedule(totals.schedule_ev)
    turns = baseline.turns()
    done = totals.schedule_ev >= baseline.schedule_pv(turns[-1])
    at = baseline.axis.position(_clock_stops(plan) if done else plan.status_date)
    pd = baseline.axis.position(baseline.finish)
    es = Fraction(pd) if done else reached(turns, baseline.schedule_pv, totals.schedule_ev) if totals.schedule_ev else Fraction(0)
    figures = time_indices(es=es, at=Fraction(at), pd=Fraction(pd))
    return _with_dates(figures, plan, baseline)


def _clock_stops(plan: Plan) -> datetime:
    return min([plan.status_date, max((task.actual_finish for task in plan.tasks if task.actual_finish), default=plan.status_date)])


def _with_dates(figures: EarnedSchedule, plan: Plan, baseline: Baseline) -> EarnedSchedule:
    def moment(seconds: Fraction | NotAvailable) -> datetime | None:
        if isinstance(seconds, NotAvailable) or seconds > _FORESEEABLE:
            return None
        try:
            return plan.working_time.add(baseline.start, round(seconds))
        except MilepostError:  # no working time is known so far ahead
            return None

    return EarnedSchedule(
        es=figures.es,
        at=figures.at,
        pd=figures.pd,
        sv_t=figures.sv_t,
        spi_t=figures.spi_t,
        tspi=figures.tspi,
        ieac_t=figures.ieac_t,
        earned_until=moment(figures.es),
        forecast=moment(figures.ieac_t),
    )
