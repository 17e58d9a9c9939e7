"""What a project's colours were computed from: every dimension with its reasons, and the rows behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from milepost.apps.org.queries import organisation_or_default
from milepost.apps.planning.queries.opened import OpenPlan, open_project, scale_of, scaled
from milepost.apps.planning.queries.portfolio import wall_clock
from milepost.apps.planning.queries.profiled import profiles_at, standing_of
from milepost.apps.planning.queries.project import slip_of
from milepost.apps.planning.queries.proposals import Judged, judged, judged_standing
from milepost.apps.planning.queries.words import ReasonRow
from milepost.engines.earned_value import TaskValue, measure
from milepost.engines.status import Colour, compare
from milepost.kernel.moments import format_moment

_MOST_ROWS = 50


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A row that is behind, or costs more than it earned: values in currency or hours, the slip in working days."""

    id: int
    name: str
    finish: str
    baseline_finish: str | None
    slip_days: float | None
    percent_complete: float
    planned: float | None
    earned: float | None
    spent: float | None


@dataclass(frozen=True, slots=True)
class StatusEvidence:
    """The proposed and the stated status, every dimension with its reasons, and at most fifty rows, worst first."""

    as_of: str
    proposed_status: str
    stated_status: str | None
    stated_reason: str
    stated_at: datetime | None
    agreement: str
    sentence: str
    currency: str | None
    reasons: Sequence[ReasonRow]
    rows: Sequence[EvidenceRow]


def status_evidence(*, actor_id: int, project_id: int, at: datetime) -> StatusEvidence:
    """The evidence as of `at`. Raises NotFound."""
    project = open_project(actor_id, project_id)
    row, figures = project.row, project.figures
    local = wall_clock(at)
    found = judged(figures, local) if figures else _by_its_own_word(actor_id, project_id, local)
    said = compare(Colour(row.stated_status) if row.stated_status else None, found.proposal)
    return StatusEvidence(
        as_of=format_moment(local),
        proposed_status=found.proposal.overall.value,
        stated_status=row.stated_status,
        stated_reason=row.stated_reason,
        stated_at=row.stated_at,
        agreement=said.agreement.value,
        sentence=said.sentence,
        currency=figures.currency if figures and figures.unit == "cost" else None,
        reasons=found.whole,
        rows=_rows(project.plan) if project.plan else (),
    )


def _by_its_own_word(actor_id: int, project_id: int, local: datetime) -> Judged:
    profiles = profiles_at(actor_id, project_id, organisation_or_default().currency)
    return judged_standing(project_id, standing_of(profiles, project_id), local)


def _rows(plan: OpenPlan) -> list[EvidenceRow]:
    measures = measure(plan.earned())
    scale = scale_of(measures.unit, plan.figures.currency)
    values = {row_id: measures.tasks[row_id] for row_id in plan.state.tasks if row_id in measures.tasks}
    return [_row(plan, row_id, values[row_id], scale) for row_id in _worst(values)[:_MOST_ROWS]]


def _worst(values: Mapping[int, TaskValue]) -> list[int]:
    gaps = {row_id: max(value.pv - value.ev, (value.ac or 0) - value.ev) for row_id, value in values.items()}
    return sorted((row_id for row_id, gap in gaps.items() if gap > 0), key=lambda row_id: -gaps[row_id])


def _row(plan: OpenPlan, row_id: int, value: TaskValue, scale: float) -> EvidenceRow:
    slot = plan.state.slots[row_id]
    agreed, slip = slip_of(plan, row_id)
    return EvidenceRow(
        id=row_id,
        name=plan.state.tasks[row_id].name,
        finish=format_moment(slot.finish),
        baseline_finish=agreed,
        slip_days=slip,
        percent_complete=slot.percent_complete,
        planned=scaled(value.pv, scale),
        earned=scaled(value.ev, scale),
        spent=scaled(value.ac, scale),
    )
