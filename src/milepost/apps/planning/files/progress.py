"""How far a plan file is and how far it should be, by its own baseline and at its own status date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from milepost.apps.planning.bridge.file_calendars import FileCalendars
from milepost.apps.planning.files.model import Progress
from milepost.apps.planning.files.view import Dated, View
from milepost.engines.calendar import Timeline
from milepost.engines.earned_value import Measures, NotAvailable, Plan, Unit, measure
from milepost.engines.earned_value import Task as Budgeted
from milepost.formats.mspdi.model import Baseline, Task
from milepost.kernel.money import Money

_NO_STATUS_DATE = "The plan has no status date."
_PHYSICAL = 1
_NOTHING = Baseline()
_AMOUNTS = ("bac", "pv", "ev", "ac", "spi", "spi_t", "cpi")


def progress_of(view: View, dated: Dated | None) -> Progress:
    """Percent complete by duration, planned percent by the baseline's working time, and earned value in the baseline's own unit."""
    complete = _complete(view, dated)
    reasons = {} if complete is not None else {"percent_complete": "There is no work in the plan."}
    if view.at is None:
        reasons |= dict.fromkeys(("planned_percent", *_AMOUNTS), _NO_STATUS_DATE)
        return Progress(complete, None, reasons=reasons)
    plan = _earned_value_plan(view, view.at, None)
    planned = measure(_earned_value_plan(view, view.at, Unit.DURATION)).indices.planned_share
    if isinstance(planned, NotAvailable):
        reasons["planned_percent"] = planned.reason
    return _with_amounts(complete, None if isinstance(planned, NotAvailable) else _percent(planned), measure(plan), reasons)


def _complete(view: View, dated: Dated | None) -> float | None:
    """Weighted by duration; a plan of nothing but milestones counts them."""
    parts = [(_length(task, dated), _done(task, dated)) for task in view.work]
    whole = sum(length for length, _ in parts)
    if whole:
        return _percent(Fraction(sum(Fraction(length) * share for length, share in parts)) / whole)
    return _percent(sum((share for _, share in parts), Fraction(0)) / len(parts)) if parts else None


def _length(task: Task, dated: Dated | None) -> int:
    return dated.found.slots[task.uid].duration if dated else task.duration


def _done(task: Task, dated: Dated | None) -> Fraction:
    return Fraction(dated.found.slots[task.uid].percent_complete if dated else task.percent_complete) / 100


def _percent(share: Fraction) -> float:
    return round(float(share * 100), 1)


def _earned_value_plan(view: View, at: datetime, unit: Unit | None) -> Plan:
    properties = view.plan.properties
    currency, number = properties.currency_code or "", properties.baseline_for_earned_value
    tasks = tuple(_budgeted(task, task.baseline(number) or _NOTHING, currency) for task in view.work)
    return Plan(tasks, at, Timeline(FileCalendars(view.plan).project), currency=currency, unit=unit)


def _budgeted(task: Task, baseline: Baseline, currency: str) -> Budgeted:
    physical = task.earned_value_method == _PHYSICAL
    return Budgeted(
        uid=task.uid,
        baseline_start=baseline.start,
        baseline_finish=baseline.finish,
        baseline_cost=_minor(baseline.cost, currency),
        baseline_work=baseline.work,
        percent_complete=task.physical_percent_complete if physical else task.percent_complete,
        actual_start=task.actual_start,
        actual_finish=task.actual_finish,
        actual_cost=_minor(task.actual_cost, currency),
        actual_work=task.actual_work,
    )


def _minor(amount: Decimal | None, currency: str) -> int | None:
    return None if amount is None else Money(amount, currency).minor


def _with_amounts(complete: float | None, planned: float | None, measures: Measures, reasons: dict[str, str]) -> Progress:
    totals, indices = measures.totals, measures.indices
    values = {
        "bac": totals.bac,
        "pv": totals.pv,
        "ev": totals.ev,
        "ac": totals.ac,
        "spi": indices.spi,
        "spi_t": measures.schedule.spi_t,
        "cpi": indices.cpi,
    }
    missing = {name: value.reason for name, value in values.items() if isinstance(value, NotAvailable)}
    return Progress(
        complete,
        planned,
        unit=None if "bac" in missing else measures.unit.value,
        currency=measures.currency if measures.unit is Unit.COST and "bac" not in missing else None,
        reasons=reasons | missing,
        **_known(values.items()),
    )


def _known(values: Iterable[tuple[str, int | Fraction | NotAvailable]]) -> dict[str, Any]:
    return {name: value for name, value in values if not isinstance(value, NotAvailable)}
