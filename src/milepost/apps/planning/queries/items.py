"""From the stored figures of a plan to what a portfolio shows of it: the proposed status is worked out here, at the moment of reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from typing import Any, NamedTuple

from milepost.apps.planning.queries.words import Index, MilestoneRow, Missing, Named, ProjectItem, ReasonRow
from milepost.engines.earned_value import NotAvailable, Ratio
from milepost.engines.status import Colour, Dimension, Evidence, Milestone, Proposal, compare, propose
from milepost.kernel.money import minor_digits


class ProjectRow(NamedTuple):
    """A project node as the query reads it."""

    id: int
    name: str
    code: str
    path: str
    manager_id: int | None
    manager_name: str | None
    stated_status: str | None
    stated_reason: str
    stated_at: datetime | None


class FiguresRow(NamedTuple):
    """The stored figures of a plan, in the order of the columns that the query reads."""

    node_id: int
    sheet_id: int
    updated_at: datetime
    start: str
    finish: str
    baseline_finish: str
    slip_seconds: int | None
    day_seconds: int
    measured_at: str
    progress_at: str
    tasks: int
    done: int
    late: int
    critical: int
    percent_complete: float
    planned_percent: float | None
    unit: str
    currency: str
    bac: int | None
    pv: int | None
    ev: int | None
    ac: int | None
    spi_t: str
    spi: str
    cpi: str
    missing: Mapping[str, Sequence[str]]
    next_milestone: Mapping[str, Any] | None
    late_rows: Sequence[Sequence[Any]]
    dear_rows: Sequence[Sequence[Any]]


PROJECT_COLUMNS = ("id", "name", "code", "path", "manager_id", "manager__name", "stated_status", "stated_reason", "stated_at")
FIGURES_COLUMNS = FiguresRow._fields
_NO_PLAN = Missing("plan.none", "There is no plan.")
_EMPTY = (
    *("start", "finish", "baseline_finish", "slip_days", "slip_seconds", "percent_complete", "planned_percent", "next_milestone"),
    *("bac", "pv", "ev", "ac", "currency", "sheet_id", "status_date", "updated_at"),
)
_PLACES = ("unit", "portfolio", "programme")


def item_of(project: ProjectRow, figures: FiguresRow | None, way: Sequence[tuple[int, str, str]], at: datetime) -> ProjectItem:
    """A project as a portfolio shows it at the wall-clock moment `at`; `way` is the nodes above it, root first."""
    proposal = proposal_of(figures, at)
    places = {kind: name for _, name, kind in way}
    common: dict[str, Any] = {
        "id": project.id,
        "name": project.name,
        "code": project.code,
        "path": [name for _, name, _ in way],
        **{kind: places.get(kind) for kind in _PLACES},
        "manager": Named(project.manager_id, project.manager_name or "") if project.manager_id else None,
        "stated_status": project.stated_status,
        "proposed_status": proposal.overall.value,
        "agreement": compare(Colour(project.stated_status) if project.stated_status else None, proposal).agreement.value,
        "reasons": reasons_of(proposal, figures),
    }
    return ProjectItem(**common, **(_without_plan() if figures is None else _with_plan(figures)))


def proposal_of(figures: FiguresRow | None, at: datetime) -> Proposal:
    """The status that the figures propose at that moment."""
    if figures is None:
        return propose(Evidence(at, None, reporting=False))
    return propose(
        Evidence(
            at=at,
            progress_at=datetime.fromisoformat(figures.progress_at) if figures.progress_at else None,
            reporting=datetime.fromisoformat(figures.start) <= at and figures.done < figures.tasks,
            spi_t=_exact(figures, "spi_t", figures.spi_t),
            cpi=_exact(figures, "cpi", figures.cpi),
            milestones=_milestones(figures),
            late_rows=tuple(row_id for row_id, _ in figures.late_rows),
            dear_rows=tuple(row_id for row_id, _ in figures.dear_rows),
        )
    )


def reasons_of(proposal: Proposal, figures: FiguresRow | None, *, whole: bool = False) -> list[ReasonRow]:
    """The reasons, worst dimension first; of dimensions that nothing is known of yet only where the whole is asked for."""
    names = _names(figures)
    judged = sorted(proposal.dimensions, key=lambda each: -each.colour.severity)
    shown = [each for each in judged if whole or each.colour is not Colour.GREY or each.dimension in (Dimension.SCHEDULE, Dimension.COST)]
    return [
        ReasonRow(
            each.dimension.value,
            reason.colour.value,
            reason.rule,
            reason.code,
            reason.data,
            reason.sentence,
            [Named(row_id, names.get(row_id, "")) for row_id in reason.rows],
        )
        for each in shown
        for reason in each.reasons
    ]


def slip_days(seconds: int | None, day: int) -> float | None:
    """A slip in working days, to a tenth."""
    return None if seconds is None else round(seconds / day, 1)


def index_of(figures: FiguresRow, name: str, text: str) -> Index:
    """A stored ratio as a number, or why there is none."""
    value = _exact(figures, name, text)
    return Index(None, Missing(value.code, value.reason)) if isinstance(value, NotAvailable) else Index(round(float(value), 6))


def amount_of(figures: FiguresRow, value: int | None) -> float | None:
    """An amount in whole currency, or in hours."""
    if value is None:
        return None
    return value / 10 ** minor_digits(figures.currency) if figures.unit == "cost" else round(value / 3600, 2)


def _with_plan(figures: FiguresRow) -> dict[str, Any]:
    return {
        "start": figures.start,
        "finish": figures.finish,
        "baseline_finish": figures.baseline_finish or None,
        "slip_days": slip_days(figures.slip_seconds, figures.day_seconds),
        "slip_seconds": figures.slip_seconds,
        "percent_complete": round(figures.percent_complete, 2),
        "planned_percent": None if figures.planned_percent is None else round(figures.planned_percent, 2),
        "spi_t": index_of(figures, "spi_t", figures.spi_t),
        "spi": index_of(figures, "spi", figures.spi),
        "cpi": index_of(figures, "cpi", figures.cpi),
        "next_milestone": _next(figures),
        **{name: amount_of(figures, getattr(figures, name)) for name in ("bac", "pv", "ev", "ac")},
        "currency": figures.currency if figures.unit == "cost" else None,
        "unit_of_value": "currency" if figures.unit == "cost" else "hours",
        "tasks": figures.tasks,
        "done": figures.done,
        "late": figures.late,
        "critical": figures.critical,
        "sheet_id": figures.sheet_id,
        "status_date": figures.measured_at,
        "updated_at": figures.updated_at,
    }


def _without_plan() -> dict[str, Any]:
    empty = dict.fromkeys(_EMPTY)
    gap = Index(None, _NO_PLAN)
    return {**empty, "spi_t": gap, "spi": gap, "cpi": gap, "unit_of_value": "hours", "tasks": 0, "done": 0, "late": 0, "critical": 0}


def _exact(figures: FiguresRow, name: str, text: str) -> Ratio:
    if text:
        above, below = text.split("/")
        return Fraction(int(above), int(below))
    code, reason = figures.missing.get(name) or (_NO_PLAN.code, _NO_PLAN.text)
    return NotAvailable(code, reason)


def _milestones(figures: FiguresRow) -> tuple[Milestone, ...]:
    found = figures.next_milestone
    if found is None:
        return ()
    slip = found["slip_seconds"]
    days = None if slip is None else Fraction(slip, figures.day_seconds)
    return (Milestone(found["row"], found["name"], datetime.fromisoformat(found["finish"]), days),)


def _next(figures: FiguresRow) -> MilestoneRow | None:
    found = figures.next_milestone
    if found is None:
        return None
    days = slip_days(found["slip_seconds"], figures.day_seconds)
    return MilestoneRow(found["row"], found["name"], found["finish"], found["baseline_finish"], days)


def _names(figures: FiguresRow | None) -> dict[int, str]:
    if figures is None:
        return {}
    names = dict(tuple(row) for row in (*figures.late_rows, *figures.dear_rows))
    return names | ({figures.next_milestone["row"]: figures.next_milestone["name"]} if figures.next_milestone else {})
