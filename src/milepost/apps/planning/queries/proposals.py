"""Proposed statuses of plans, kept in memory as long as nothing that they depend on changed.

A proposal follows from the plan's figures, and from the moment of reading only by how many days ago progress was entered and whether
any is due.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any

from milepost.apps.planning.queries.figures_row import FiguresRow, exact
from milepost.apps.planning.queries.profiled import Standing
from milepost.apps.planning.queries.remembered import Remembered
from milepost.apps.planning.queries.words import Named, ReasonRow
from milepost.engines.status import Colour, Dimension, Evidence, Milestone, Proposal, propose


@dataclass(frozen=True, slots=True)
class Judged:
    """A proposal with its reasons as readers get them; `known` leaves out the dimensions of which nothing is known yet."""

    proposal: Proposal
    whole: list[ReasonRow]
    known: list[ReasonRow]


_judged = Remembered[Judged]()
_stood = Remembered[Judged]()


def judged(figures: FiguresRow | None, at: datetime) -> Judged:
    """What the figures propose at the wall-clock moment `at`; grey without any."""
    if figures is None:
        return _NOTHING
    progress_at = datetime.fromisoformat(figures.progress_at) if figures.progress_at else None
    due = datetime.fromisoformat(figures.start) <= at and figures.done < figures.tasks
    # Days that have begun: the rule on age changes its mind at a whole number of days, and says them so.
    age = None if progress_at is None else -((progress_at - at) // timedelta(days=1))
    basis = (figures, age, due)
    return _judged.of(figures.sheet_id, basis, lambda: _judge(propose(_evidence(figures, at, progress_at, due)), _names(figures.detail)))


def judged_standing(project_id: int, standing: Standing, at: datetime) -> Judged:
    """What a project without a plan proposes by its own dates; grey where it says none, and for one that is over."""
    following = standing.next
    if standing.over or (following is None and standing.finish is None):
        return _NOTHING
    basis = (following, standing.finish, standing.slip_days)
    return _stood.of(project_id, basis, lambda: _judge(propose(_own_word(project_id, standing, at)), {}))


def _own_word(project_id: int, standing: Standing, at: datetime) -> Evidence:
    """No progress is reported where there is no plan, so none of it is ever too old."""
    said = standing.next
    milestones = (_own_milestone(said.row_id, said.name, said.finish, said.slip_days),) if said else ()
    finish = _own_milestone(project_id, "", standing.finish, standing.slip_days) if standing.finish else None
    return Evidence(at=at, progress_at=None, reporting=False, milestones=milestones, finish=finish)


def _own_milestone(uid: int, name: str, finish: str, slip: float | None) -> Milestone:
    return Milestone(uid, name, datetime.fromisoformat(finish), None if slip is None else Fraction(slip))


def _evidence(figures: FiguresRow, at: datetime, progress_at: datetime | None, due: bool) -> Evidence:
    return Evidence(
        at=at,
        progress_at=progress_at,
        reporting=due,
        spi_t=exact(figures, "spi_t"),
        cpi=exact(figures, "cpi"),
        milestones=_milestones(figures),
        late_rows=tuple(row_id for row_id, _ in figures.detail["late"]),
        dear_rows=tuple(row_id for row_id, _ in figures.detail["dear"]),
    )


def _judge(proposal: Proposal, names: Mapping[int, str]) -> Judged:
    in_order = sorted(proposal.dimensions, key=lambda each: -each.colour.severity)
    always = (Dimension.SCHEDULE, Dimension.COST)
    rows = [
        (
            each.colour is not Colour.GREY or each.dimension in always,
            ReasonRow(
                each.dimension.value,
                reason.colour.value,
                reason.rule,
                reason.code,
                dict(reason.data),
                reason.sentence,
                [Named(row_id, names[row_id]) for row_id in reason.rows if row_id in names],
            ),
        )
        for each in in_order
        for reason in each.reasons
    ]
    return Judged(proposal, [row for _, row in rows], [row for known, row in rows if known])


def _milestones(figures: FiguresRow) -> tuple[Milestone, ...]:
    found = figures.detail["milestone"]
    if found is None:
        return ()
    slip = found["slip_seconds"]
    days = None if slip is None else Fraction(slip, figures.day_seconds)
    return (Milestone(found["row"], found["name"], datetime.fromisoformat(found["finish"]), days),)


def _names(detail: Mapping[str, Any]) -> dict[int, str]:
    names: dict[int, str] = dict((*detail["late"], *detail["dear"]))
    return names | ({detail["milestone"]["row"]: detail["milestone"]["name"]} if detail["milestone"] else {})


_NOTHING = _judge(propose(Evidence(datetime(2000, 1, 1), None, reporting=False)), {})
