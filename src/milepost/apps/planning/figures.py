"""The figures of a plan, from its rows and its schedule; kept so that a portfolio reads no rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast
from zoneinfo import ZoneInfo

from django.db.models import Sum

from milepost.apps.planning.bridge.earned import Earned, earned_plan
from milepost.apps.planning.bridge.planned import planned_share
from milepost.apps.planning.bridge.state import PlanState
from milepost.apps.planning.models import Actuals, PlanFigures
from milepost.apps.sheets.kinds.kind import Edit
from milepost.engines.earned_value import Amount, Measures, NotAvailable, Posting, Ratio, Unit, choose_unit, measure
from milepost.engines.earned_value import Plan as EarnedPlan
from milepost.engines.schedule import Slot
from milepost.engines.sheet import Sheet
from milepost.kernel.moments import format_moment

_PROGRESS = frozenset({"percent_complete", "actual_start", "actual_finish", "remaining_duration"})
_MOST_ROWS = 5


@dataclass(frozen=True, slots=True)
class Moments:
    """When the plan was measured, and when progress was last entered (None: never); wall clock of the plan."""

    measured: datetime
    progress: datetime | None


@dataclass(frozen=True, slots=True)
class Measured:
    """What follows from progress, baseline and status date alone, whatever the dates: earned value, and the planned % complete."""

    measures: Measures
    planned_percent: float | None


@dataclass(frozen=True, slots=True)
class Known:
    """What was measured last, and of what."""

    earned: Earned
    measured: Measured


def write_figures(model: Sheet, state: PlanState, edit: Edit, seq: int, touched: Iterable[AbstractSet[str]] = ()) -> None:
    """Compute and write the figures of a plan that stands at `seq`; `touched` is the keys that an edit changed, row by row."""
    moments = _moments(model, state, edit, progressed=any(_PROGRESS & keys for keys in touched))
    known = cast("Known | None", model.extra.get("measured"))
    plan = measured_plan(state, edit.sheet_id, moments.measured, known.earned if known else None)
    measured = _measured(state, plan, known)
    model.extra["measured"] = Known(Earned(state, plan), measured)
    values = figures_of(state, measured, moments)
    PlanFigures.objects.update_or_create(
        sheet_id=edit.sheet_id, defaults={"node_id": edit.node_id, "seq": seq, "updated_at": edit.at, **values}
    )


def measured_plan(state: PlanState, sheet_id: int, at: datetime, before: Earned | None = None) -> EarnedPlan:
    """The plan in the words of earned value, with what was booked up to `at`, one posting a task. One query."""
    plan = earned_plan(state, at, before=before)
    unit = choose_unit(plan.tasks)
    if unit is Unit.DURATION:
        return plan
    column, factor = ("cost", 1) if unit is Unit.COST else ("minutes", 60)
    until = Actuals.objects.filter(sheet_id=sheet_id, last__lte=at.date())
    booked = until.values_list("row_id").annotate(amount=Sum(column))
    return replace(plan, postings=tuple(Posting(at, amount * factor, row_id) for row_id, amount in booked))


def _measured(state: PlanState, plan: EarnedPlan, known: Known | None) -> Measured:
    """Most edits move dates and earn nothing: then what was measured last still holds."""
    if known is not None and known.earned.plan == plan:
        return known.measured
    return Measured(measure(plan), planned_share(state, leaves_of(state)))


def figures_of(state: PlanState, measured: Measured, moments: Moments) -> dict[str, Any]:
    """The figures as the columns of PlanFigures, measured at the moment that `moments` says."""
    found = measured.measures
    return {
        **_dates(state),
        **_counts(state),
        **_earned(found),
        "planned_percent": measured.planned_percent,
        "measured_at": format_moment(moments.measured),
        "progress_at": format_moment(moments.progress) if moments.progress else "",
        "day_seconds": state.words.lengths.day,
        "currency": state.words.currency,
        "detail": {
            "missing": _missing(found),
            "milestone": _next_milestone(state),
            "late": _late_rows(state, found),
            "dear": _dear_rows(state, found),
        },
    }


def _moments(model: Sheet, state: PlanState, edit: Edit, *, progressed: bool) -> Moments:
    """Without a status date a plan is measured as of the minute of the edit: edits that follow each other share what was measured."""
    if state.words.status_date:
        return Moments(state.words.status_date, state.words.status_date)
    local = edit.at.astimezone(ZoneInfo(str(model.extra.get("zone") or "UTC"))).replace(tzinfo=None, second=0, microsecond=0)
    if progressed:
        return Moments(local, local)
    known = PlanFigures.objects.filter(sheet_id=edit.sheet_id).values_list("progress_at", flat=True).first()
    return Moments(local, datetime.fromisoformat(known) if known else None)


def _dates(state: PlanState) -> dict[str, Any]:
    starts = [row.start for row in state.baseline.values() if row.leaf and row.start]
    finishes = [row.finish for row in state.baseline.values() if row.leaf and row.finish]
    agreed = max(finishes, default=None)
    return {
        "start": format_moment(state.schedule.start),
        "finish": format_moment(state.schedule.finish),
        "baseline_start": format_moment(min(starts)) if starts else "",
        "baseline_finish": format_moment(agreed) if agreed else "",
        "slip_seconds": state.words.timeline.between(agreed, state.schedule.finish) if agreed else None,
    }


def leaves_of(state: PlanState) -> list[int]:
    """The active rows that sum up no others."""
    return [row_id for row_id, task in state.tasks.items() if row_id not in state.parents and task.active]


def _counts(state: PlanState) -> dict[str, Any]:
    counts = dict.fromkeys(("tasks", "milestones", "done", "late", "critical"), 0)
    done = whole = 0.0
    leaves = leaves_of(state)
    for row_id in leaves:
        slot = state.slots[row_id]
        counts["tasks"] += 1
        counts["milestones"] += is_milestone(state, row_id)
        finished = slot.percent_complete >= 100
        counts["done"] += finished
        counts["critical"] += slot.critical and not finished
        counts["late"] += _is_late(state, row_id, slot)
        done += slot.duration * slot.percent_complete
        whole += slot.duration
    return {**counts, "percent_complete": done / whole if whole else _share_of_milestones(state, leaves)}


def _share_of_milestones(state: PlanState, leaves: list[int]) -> float:
    return sum(state.slots[row_id].percent_complete for row_id in leaves) / len(leaves) if leaves else 0.0


def is_milestone(state: PlanState, row_id: int) -> bool:
    """Whether a row marks a moment: ticked as a milestone, or without duration."""
    task = state.tasks[row_id]
    return task.milestone or (task.duration == 0 and not task.manual)


def _is_late(state: PlanState, row_id: int, slot: Slot) -> bool:
    row = state.baseline.get(row_id)
    return bool(row and row.finish and slot.percent_complete < 100 and slot.finish > row.finish)


def _earned(found: Measures) -> dict[str, Any]:
    values: dict[str, Any] = {name: None if isinstance(value, NotAvailable) else value for name, value in _amounts(found).items()}
    values.update({name: _exact(value) for name, value in _ratios(found).items()})
    values["es_seconds"] = None if isinstance(found.schedule.es, NotAvailable) else float(found.schedule.es)
    values["unit"] = found.unit.value
    return values


def _missing(found: Measures) -> dict[str, list[str]]:
    values: Iterable[tuple[str, object]] = [*_amounts(found).items(), *_ratios(found).items()]
    return {name: [value.code, value.reason] for name, value in values if isinstance(value, NotAvailable)}


def _amounts(found: Measures) -> dict[str, Amount]:
    totals = found.totals
    return {"bac": totals.bac, "pv": totals.pv, "ev": totals.ev, "ac": totals.ac}


def _ratios(found: Measures) -> dict[str, Ratio]:
    return {"spi_t": found.schedule.spi_t, "spi": found.indices.spi, "cpi": found.indices.cpi}


def _exact(value: Ratio) -> str:
    return "" if isinstance(value, NotAvailable) else f"{value.numerator}/{value.denominator}"


def _next_milestone(state: PlanState) -> dict[str, Any] | None:
    open_ones = [row_id for row_id in leaves_of(state) if is_milestone(state, row_id) and state.slots[row_id].percent_complete < 100]
    if not open_ones:
        return None
    row_id = min(open_ones, key=lambda one: (state.slots[one].finish, one))
    finish, row = state.slots[row_id].finish, state.baseline.get(row_id)
    agreed = row.finish if row else None
    return {
        "row": row_id,
        "name": state.tasks[row_id].name,
        "finish": format_moment(finish),
        "baseline_finish": format_moment(agreed) if agreed else None,
        "slip_seconds": state.words.timeline.between(agreed, finish) if agreed else None,
    }


def _late_rows(state: PlanState, found: Measures) -> list[list[Any]]:
    return _worst(state, {row_id: value.pv - value.ev for row_id, value in found.tasks.items()})


def _dear_rows(state: PlanState, found: Measures) -> list[list[Any]]:
    return _worst(state, {row_id: value.ac - value.ev for row_id, value in found.tasks.items() if value.ac is not None})


def _worst(state: PlanState, gaps: Mapping[int, int]) -> list[list[Any]]:
    """The rows with the widest gaps above zero; of equal ones the first in the plan."""
    rows = sorted((row_id for row_id in state.tasks if gaps.get(row_id, 0) > 0), key=lambda row_id: -gaps[row_id])
    return [[row_id, state.tasks[row_id].name] for row_id in rows[:_MOST_ROWS]]
