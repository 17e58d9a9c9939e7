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
    """Why a dimension has its colour, by which rule, with the rows that it came from."""

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
    """A project with its figures. Amounts are in `currency`, or in hours of work where that is null; percents are 0 to 100."""

    id: int
    name: str
    code: str
    path: list[str] = Field(description="The names above it, from the root.")
    unit: str | None
    portfolio: str | None
    programme: str | None
    manager: NamedOut | None
    stated_status: Stated | None
    proposed_status: Colour
    agreement: Agreement
    reasons: list[ReasonOut]
    start: str | None
    finish: str | None
    baseline_finish: str | None
    slip_days: float | None
    slip_seconds: int | None
    percent_complete: float | None
    planned_percent: float | None
    spi_t: IndexOut
    spi: IndexOut
    cpi: IndexOut
    next_milestone: MilestoneOut | None
    bac: float | None
    pv: float | None
    ev: float | None
    ac: float | None
    currency: str | None
    unit_of_value: Literal["currency", "hours"]
    tasks: int
    done: int
    late: int
    critical: int
    sheet_id: int | None
    status_date: str | None
    updated_at: datetime | None


class SummaryOut(Schema):
    """How the projects stand together; slips in working days, null where no project has a baseline."""

    count: int
    by_status: dict[str, int]
    late: int
    worst_slip_days: float | None
    portfolio_slip_days: float | None


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
