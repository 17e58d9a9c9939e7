"""The portfolio: how every project stands, and why."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from django.http import HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field, TypeAdapter

from milepost.apps.planning.queries.portfolio import portfolio
from milepost.apps.planning.queries.words import Portfolio
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.clock import now

router = Router(tags=["portfolio"])
Colour = Literal["G", "A", "R", "grey"]
Stated = Literal["G", "A", "R"]
Agreement = Literal["agrees", "rosier", "gloomier", "not_stated", "no_data"]
_WRITER = TypeAdapter(Portfolio)


class NamedOut(Schema):
    """Something by its id and name."""

    id: int
    name: str


class MissingOut(Schema):
    """Why a value is n/a: a code for translation, and the English sentence."""

    code: str
    text: str


class IndexOut(Schema):
    """A ratio, or why there is none."""

    value: float | None
    reason: MissingOut | None


class ReasonOut(Schema):
    """Why a dimension (schedule or cost) has its colour: the rule, the sentence (`text`, or `code` with `data`), and the rows behind it."""

    dimension: str
    colour: Colour
    rule: str
    code: str
    data: dict[str, Any]
    text: str
    rows: list[NamedOut]


class MilestoneOut(Schema):
    """A milestone; the slip is in working days, null without a baseline."""

    row_id: int
    name: str
    finish: str
    baseline_finish: str | None
    slip_days: float | None
    done: bool


class ProjectOut(Schema):
    """A project with the figures of its plan.

    Moments are the plan's wall clock. Amounts are in `currency`, or in hours of work where that is null; percents are 0 to 100.
    A project without a plan has no `sheet_id` and no figures.
    """

    id: int
    name: str
    code: str = Field(description="The organisation's own number of it, or empty.")
    path: list[str] = Field(description="The names above it, from the root.")
    unit: str | None = Field(description="The name of the nearest unit above it.")
    portfolio: str | None = Field(description="The name of the nearest portfolio above it.")
    programme: str | None = Field(description="The name of the nearest programme above it.")
    manager: NamedOut | None
    stated_status: Stated | None = Field(description="What its manager says.")
    proposed_status: Colour = Field(description="What its figures say.")
    agreement: Agreement = Field(description="How the stated status compares with the proposed one.")
    reasons: list[ReasonOut]
    start: str | None
    finish: str | None
    baseline_finish: str | None
    slip_days: float | None = Field(description="Working days from the baseline finish to the finish; null without a baseline.")
    slip_seconds: int | None = Field(description="The same in seconds of work.")
    percent_complete: float | None = Field(description="Progress, weighted by duration.")
    planned_percent: float | None = Field(description="What the baseline planned to be complete by the status date.")
    spi_t: IndexOut = Field(description="Earned schedule divided by the time since the start.")
    spi: IndexOut = Field(description="Earned value divided by planned value.")
    cpi: IndexOut = Field(description="Earned value divided by actual cost.")
    next_milestone: MilestoneOut | None
    bac: float | None = Field(description="Budget at completion.")
    pv: float | None = Field(description="Planned value.")
    ev: float | None = Field(description="Earned value.")
    ac: float | None = Field(description="Actual cost.")
    currency: str | None
    unit_of_value: Literal["currency", "hours"]
    tasks: int
    done: int
    late: int = Field(description="Unfinished tasks that finish after their baseline.")
    critical: int = Field(description="Unfinished tasks on the critical path.")
    sheet_id: int | None = Field(description="The sheet of its plan.")
    status_date: str | None = Field(description="The moment at which the figures were measured.")
    updated_at: datetime | None = Field(description="When the plan was last changed.")


class SummaryOut(Schema):
    """How the projects stand together; slips in working days, null where no project has a baseline."""

    count: int
    by_status: dict[str, int] = Field(description="G, A, R and grey, each with its number of projects, by proposed status.")
    late: int = Field(description="Projects that finish after their baseline.")
    worst_slip_days: float | None
    portfolio_slip_days: float | None = Field(description="From the last baseline finish to the last finish of them all.")


class NodeRefOut(Schema):
    """The node that was asked for; without one everything that you may see."""

    id: int | None
    name: str
    kind: str


class PortfolioOut(Schema):
    """All projects below a node that you may see, as of one moment."""

    node: NodeRefOut
    as_of: str
    summary: SummaryOut
    items: list[ProjectOut]


@router.get("/portfolio", response=PortfolioOut, operation_id="get_portfolio")
def get_portfolio(request: Request, node: Query[Id | None] = None) -> HttpResponse:
    """Every project at and below a node that you may see, with its proposed status and the figures behind it."""
    # A thousand projects are written at once: the framework would check each field of its own answer, ten times as slowly.
    found = portfolio(actor_id=request.auth.id, node_id=node, at=now())
    return HttpResponse(_WRITER.dump_json(found), content_type="application/json")
