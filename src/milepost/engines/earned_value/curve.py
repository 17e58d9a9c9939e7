"""The S-curve: cumulative PV, EV and AC at the ends of weeks or months (rules E20 and E21)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from enum import Enum

from milepost.engines.earned_value.baseline import Baseline, lay_out
from milepost.engines.earned_value.earning import round_half_up
from milepost.engines.earned_value.measuring import actual_of, measure
from milepost.engines.earned_value.model import NotAvailable, Plan, Recorded, Task, Unit
from milepost.engines.earned_value.phasing import Spread, cumulate
from milepost.engines.earned_value.results import Curve, CurvePoint, Measures

_MOST_POINTS = 1000
_LAST_END = datetime(9998, 1, 1)  # calendars end soon after


class Period(Enum):
    """How far apart the points of a curve are."""

    WEEK = "week"
    MONTH = "month"


def s_curve(plan: Plan, period: Period = Period.WEEK, measures: Measures | None = None) -> Curve:
    """The plan's curve from its baseline's start to the later of baseline finish and status date; `measures` saves measuring again."""
    baseline = lay_out(plan)
    if isinstance(baseline, NotAvailable):
        return Curve(plan.unit or Unit.COST, (), derived=False, reason=baseline)
    measured = measures or measure(plan)
    moments = _moments(baseline, plan.status_date, period)
    past = [moment for moment in moments if moment <= plan.status_date]
    ev = _ev(plan, baseline, measured, past)
    ac = _ac(plan, baseline, measured, past)
    points = [
        CurvePoint(moment, pv, ev[index] if index < len(past) else None, ac[index] if index < len(ac) else None)
        for index, (moment, pv) in enumerate(zip(moments, baseline.pv(moments), strict=True))
    ]
    return Curve(baseline.unit, tuple(points), derived=not plan.recorded)


def _moments(baseline: Baseline, status_date: datetime, period: Period) -> list[datetime]:
    ends = _period_ends(baseline.start, min(max(baseline.finish, status_date), _LAST_END), period)
    told = {status_date} if status_date >= baseline.start else set()
    return sorted({baseline.start, *ends} | told)


def _period_ends(start: datetime, until: datetime, period: Period) -> Sequence[datetime]:
    """The ends of periods after `start`, the last at or after `until`; every so many where there would be too many (E20)."""
    ends = _weeks(start, until) if period is Period.WEEK else _months(start, until)
    step = len(ends) // _MOST_POINTS + 1
    return ends if step == 1 else [*ends[:-1:step], ends[-1]]


def _weeks(start: datetime, until: datetime) -> list[datetime]:
    first = datetime.combine(start.date(), time()) + timedelta(days=7 - start.weekday())
    count = max(0, -((first - until) // timedelta(days=7)))
    return [first + timedelta(days=7 * number) for number in range(count + 1)]


def _months(start: datetime, until: datetime) -> list[datetime]:
    first, last = (moment.year * 12 + moment.month for moment in (start, until))
    ends = [datetime(number // 12, number % 12 + 1, 1) for number in range(first, last + 1)]
    return ends[:-1] if len(ends) > 1 and ends[-2] >= until else ends


def _ev(plan: Plan, baseline: Baseline, measures: Measures, past: Sequence[datetime]) -> list[int]:
    positions = [baseline.axis.position(moment) for moment in past]
    if plan.recorded:
        values = _between_records(baseline, plan.recorded, measures, plan.status_date, positions)
    else:
        values = cumulate(_earned_evenly(plan, baseline, measures), positions)
    total = measures.totals.ev
    if past and past[-1] == plan.status_date and isinstance(total, int):
        values[-1] = total
    return values


def _between_records(
    baseline: Baseline, recorded: Sequence[Recorded], measures: Measures, status_date: datetime, positions: Sequence[int]
) -> list[int]:
    known = {0: 0} | {
        baseline.axis.position(each.at): each.ev for each in sorted(recorded, key=lambda each: each.at) if each.at <= status_date
    }
    if isinstance(measures.totals.ev, int):
        known[baseline.axis.position(status_date)] = measures.totals.ev
    return [_on_line(sorted(known.items()), position) for position in positions]


def _on_line(known: Sequence[tuple[int, int]], position: int) -> int:
    index = bisect_right(known, position, key=lambda point: point[0])
    if index in (0, len(known)):
        return known[max(index - 1, 0)][1]
    (t0, v0), (t1, v1) = known[index - 1], known[index]
    return v0 + round_half_up((v1 - v0) * (position - t0), t1 - t0)


def _earned_evenly(plan: Plan, baseline: Baseline, measures: Measures) -> list[Spread]:
    spreads = []
    for task in plan.tasks:
        if task.uid in baseline.effort:
            spreads.append(baseline.spreads.get(task.uid, Spread(0, 0, 0)))
        else:
            spreads.append(_while_worked_on(task, plan.status_date, baseline, measures.tasks[task.uid].ev))
    return spreads


def _ac(plan: Plan, baseline: Baseline, measures: Measures, past: Sequence[datetime]) -> list[int]:
    if isinstance(measures.totals.ac, NotAvailable):
        return []
    actuals = ((task, actual_of(task, baseline.unit)) for task in plan.tasks)
    spreads = [_while_worked_on(task, plan.status_date, baseline, amount) for task, amount in actuals if amount is not None]
    counted = [posting for posting in plan.postings if posting.at <= plan.status_date]
    spreads += [baseline.axis.spread(posting.since, posting.at, posting.amount) for posting in counted if posting.since]
    at_once = [(posting.at, posting.amount) for posting in counted if not posting.since]
    spread = cumulate(spreads, [baseline.axis.position(moment) for moment in past])
    return [value + sum(amount for at, amount in at_once if at <= moment) for moment, value in zip(past, spread, strict=True)]


def _while_worked_on(task: Task, status_date: datetime, baseline: Baseline, amount: int) -> Spread:
    finish = min(task.actual_finish or status_date, status_date)
    start = task.actual_start or task.baseline_start or baseline.start
    return baseline.axis.spread(min(start, finish), finish, amount)
