"""One project: its figures, its S-curve, the evidence for its status, and the status that somebody states."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any

from ninja import Router, Schema
from pydantic import Field

from milepost.apps.org.actions.state_status import state_status
from milepost.apps.planning.actions.make_plan import make_plan
from milepost.apps.planning.queries.curve import project_curve
from milepost.apps.planning.queries.evidence import status_evidence
from milepost.apps.planning.queries.project import project_detail
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.api.plans import StepOut, step_out
from milepost.doors.api.portfolio import (
    Agreement,
    Colour,
    IndexOut,
    MilestoneOut,
    MissingOut,
    ProfileColumnOut,
    ProjectOut,
    ReasonOut,
    Stated,
)
from milepost.doors.clock import now

router = Router(tags=["projects"])


class ProjectDetailOut(ProjectOut):
    """A project with what drives its finish and all its milestones.

    `driving_chain` is the end of the chain, and `steps_left_out` how many steps stand before; the driving chain of its last row has all.
    """

    as_of: str
    stated_reason: str
    stated_at: datetime | None
    driving_chain: list[StepOut]
    steps_left_out: int
    milestones: list[MilestoneOut]
    columns: list[ProfileColumnOut]
    names: dict[str, str]
    profile_currency: str


class CurveRowOut(Schema):
    """Cumulative values at the end of a period; earned and spent value end at the status date."""

    date: str
    pv: float
    ev: float | None
    ac: float | None


class CurveOut(Schema):
    """An S-curve up to the status date `at`.

    `es` is earned schedule in working days from the baseline's start and `es_at` its date; `forecast` is the finish that it points at.
    With `derived` past earned value was worked out from actual dates. Without a baseline there are no periods, and `reason` says so.
    """

    unit: str
    currency: str | None
    periods: list[CurveRowOut]
    at: str | None
    es: float | None
    es_at: str | None
    forecast: str | None
    spi_t: IndexOut
    derived: bool
    reason: MissingOut | None


class EvidenceRowOut(Schema):
    """A row that is behind, or costs more than it earned; values in `currency` or hours, the slip in working days."""

    id: int
    name: str
    finish: str
    baseline_finish: str | None
    slip_days: float | None
    percent_complete: float
    planned: float | None
    earned: float | None
    spent: float | None


class StatusOut(Schema):
    """What the colours were computed from: every dimension with its reasons, and the rows behind them, worst first."""

    as_of: str
    proposed_status: Colour
    stated_status: Stated | None
    stated_reason: str
    stated_at: datetime | None
    agreement: Agreement
    sentence: str
    currency: str | None
    reasons: list[ReasonOut]
    rows: list[EvidenceRowOut]


class StatedIn(Schema):
    """The status that somebody states, with the reason; null takes it back."""

    colour: Stated | None
    reason: Annotated[str, Field(max_length=2000)] = ""


@router.get("/projects/{node_id}", response=ProjectDetailOut, operation_id="get_project")
def get_project(request: Request, node_id: Id) -> dict[str, Any]:
    """One project with its figures, what drives its finish, and its milestones."""
    return _detail(request, node_id)


@router.get("/projects/{node_id}/s-curve", response=CurveOut, operation_id="get_s_curve")
def get_s_curve(request: Request, node_id: Id) -> dict[str, Any]:
    """The S-curve: planned, earned and spent value over time, each summed up from the start."""
    return asdict(project_curve(actor_id=request.auth.id, project_id=node_id))


@router.get("/projects/{node_id}/status", response=StatusOut, operation_id="get_status")
def get_status(request: Request, node_id: Id) -> dict[str, Any]:
    """The proposed and the stated status, and the reasons and rows that the proposal was computed from."""
    return asdict(status_evidence(actor_id=request.auth.id, project_id=node_id, at=now()))


@router.put("/projects/{node_id}/stated-status", response=ProjectDetailOut, operation_id="state_status")
def put_stated_status(request: Request, node_id: Id, body: StatedIn) -> dict[str, Any]:
    """State the project's status beside the proposed one, with a reason that is kept; null takes it back."""
    state_status(actor_id=request.auth.id, project_id=node_id, colour=body.colour, reason=body.reason, at=now())
    return _detail(request, node_id)


@router.post("/projects/{node_id}/plan", response={201: ProjectDetailOut}, operation_id="make_plan")
def post_plan(request: Request, node_id: Id) -> dict[str, Any]:
    """Make an empty plan for a project that has none."""
    make_plan(actor_id=request.auth.id, project_id=node_id, at=now())
    return _detail(request, node_id)


def _detail(request: Request, node_id: int) -> dict[str, Any]:
    found = project_detail(actor_id=request.auth.id, project_id=node_id, at=now())
    shown = asdict(found.item) | {"as_of": found.as_of, "stated_reason": found.stated_reason, "stated_at": found.stated_at}
    milestones = [asdict(milestone) for milestone in found.milestones]
    chain = found.driving_chain
    steps = [step_out(step) for step in chain.steps]
    profile = {
        "columns": [asdict(column) for column in found.columns],
        "names": {str(person): name for person, name in found.names.items()},
        "profile_currency": found.profile_currency,
    }
    return {**shown, **profile, "driving_chain": steps, "steps_left_out": chain.left_out, "milestones": milestones}
