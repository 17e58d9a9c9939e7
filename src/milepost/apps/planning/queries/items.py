"""From the stored figures of a plan to what a portfolio shows of it: the proposed status is worked out here, at the moment of reading."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from milepost.apps.org.capabilities import Capability
from milepost.apps.planning.queries.figures_row import FiguresRow, ProjectRow
from milepost.apps.planning.queries.profiled import Profiles, Standing, money_of, slip_seconds, standing_of
from milepost.apps.planning.queries.proposals import Judged, judged, judged_standing
from milepost.apps.planning.queries.remembered import Remembered
from milepost.apps.planning.queries.words import Index, MilestoneRow, Missing, Named, ProjectItem
from milepost.engines.status import Colour, compare
from milepost.kernel.money import minor_digits

_NO_PLAN = Missing("plan.none", "There is no plan.")
_EMPTY = (
    *("start", "finish", "baseline_finish", "slip_days", "slip_seconds", "percent_complete", "planned_percent", "next_milestone"),
    *("bac", "pv", "ev", "ac", "currency", "sheet_id", "status_date", "updated_at"),
)
_MAY = ((int(Capability.EDIT), "edit"), (int(Capability.STATE), "state"), (int(Capability.ARRANGE), "arrange"))
_PLACES = ("unit", "portfolio", "programme")
_shown = Remembered[dict[str, Any]]()
_items = Remembered[ProjectItem]()


def item_of(
    project: ProjectRow, figures: FiguresRow | None, profiles: Profiles, way: Sequence[tuple[int, str, str]], at: datetime, bits: int = 0
) -> ProjectItem:
    """A project as a portfolio shows it at the wall-clock moment `at`; `way` is the nodes above it, root first, `bits` the reader's."""
    standing = standing_of(profiles, project.id) if figures is None else None
    found = judged(figures, at) if standing is None else judged_standing(project.id, standing, at)
    profile = profiles.by_node.get(project.id)
    # A thousand projects are looked at again and again, and hardly one of them is another one since the last time.
    basis = (project, figures, standing, profile, profiles.meaning, way, bits, found)
    return _items.of(project.id, basis, lambda: _item(project, figures, standing, found, profiles, way, bits))


def _item(
    project: ProjectRow,
    figures: FiguresRow | None,
    standing: Standing | None,
    found: Judged,
    profiles: Profiles,
    way: Sequence[tuple[int, str, str]],
    bits: int,
) -> ProjectItem:
    stated = Colour(project.stated_status) if project.stated_status else None
    places = {kind: name for _, name, kind in way}
    profile = profiles.by_node.get(project.id)
    common: dict[str, Any] = {
        "id": project.id,
        "name": project.name,
        "code": project.code,
        "path": [name for _, name, _ in way],
        **{kind: places.get(kind) for kind in _PLACES},
        "manager": Named(project.manager_id, project.manager_name or "") if project.manager_id else None,
        "stated_status": project.stated_status,
        "proposed_status": found.proposal.overall.value,
        "agreement": compare(stated, found.proposal).agreement.value,
        "reasons": found.known,
        "money": money_of(profiles, project.id),
        "profile_id": profile.sheet_id if profile else None,
        "cells": profile.cells if profile else {},
        "may": _may(int(bits)),
    }
    if figures is None:
        return ProjectItem(**common, **_of_standing(standing or Standing()))
    return ProjectItem(**common, **_shown.of(figures.sheet_id, figures, lambda: _with_plan(figures)))


@lru_cache(maxsize=100)
def _may(bits: int) -> tuple[str, ...]:
    return tuple(word for bit, word in _MAY if bits & bit)


def slip_days(seconds: int | None, day: int) -> float | None:
    """A slip in working days, to a tenth."""
    return None if seconds is None else round(seconds / day, 1)


def index_of(figures: FiguresRow, name: str) -> Index:
    """A stored ratio as a number, or why there is none."""
    stored: str = getattr(figures, name)
    if stored:
        above, below = stored.split("/")
        return Index(round(int(above) / int(below), 6))
    gap = figures.detail["missing"].get(name)
    return Index(None, Missing(*gap) if gap else _NO_PLAN)


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
        "spi_t": index_of(figures, "spi_t"),
        "spi": index_of(figures, "spi"),
        "cpi": index_of(figures, "cpi"),
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


_NOTHING = _without_plan()


def _of_standing(standing: Standing) -> dict[str, Any]:
    """What a project without a plan says of itself."""
    return _NOTHING | {
        "start": standing.start,
        "finish": standing.finish,
        "baseline_finish": standing.baseline_finish,
        "slip_days": standing.slip_days,
        "slip_seconds": slip_seconds(standing.slip_days),
        "next_milestone": standing.next,
    }


def _next(figures: FiguresRow) -> MilestoneRow | None:
    found = figures.detail["milestone"]
    if found is None:
        return None
    days = slip_days(found["slip_seconds"], figures.day_seconds)
    return MilestoneRow(found["row"], found["name"], found["finish"], found["baseline_finish"], days)
