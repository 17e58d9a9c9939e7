"""The portfolio: how every project stands, and why."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from django.http import HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field, TypeAdapter

from milepost.apps.planning.queries.portfolio import portfolio
from milepost.apps.planning.queries.trend import Trend, trend
from milepost.apps.planning.queries.words import Portfolio
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.clock import now

router = Router(tags=["portfolio"])
Colour = Literal["G", "A", "R", "grey"]
Stated = Literal["G", "A", "R"]
Agreement = Literal["agrees", "rosier", "gloomier", "not_stated", "no_data"]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", description="A day that lies back, such as 2026-03-02.")]
_WRITER = TypeAdapter(Portfolio)
_TREND = TypeAdapter(Trend)


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
    """A milestone; the slip is in working days, null without a baseline. `sheet_id` is the register of one that stands in no plan."""

    row_id: int
    name: str
    finish: str
    baseline_finish: str | None
    slip_days: float | None
    done: bool
    sheet_id: int | None


class MoneyOut(Schema):
    """What the profile says of money; `growth` is the forecast (else the budget) less the budget at start, or `reason` says why not."""

    baseline: float | None
    budget: float | None
    forecast: float | None
    growth: float | None
    growth_percent: float | None
    currency: str
    reason: MissingOut | None


class ProfileColumnOut(Schema):
    """A column of the profile of projects: declared, or added by the office; `options` as in a register."""

    key: str
    title: str
    type: str
    role: str | None
    computed: bool
    width: int
    options: dict[str, Any]


class ProjectOut(Schema):
    """A project with the figures of its plan.

    Moments are the plan's wall clock. Amounts are in `currency`, or in hours of work where that is null; percents are 0 to 100.
    A project without a plan has no `sheet_id` and no figures; its dates, slip and milestones come from its profile.
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
    money: MoneyOut
    profile_id: int | None = Field(description="The sheet of its profile, whose one row has the id of the project.")
    cells: dict[str, Any] = Field(description="The cells of its profile, by column key.")
    may: list[Literal["edit", "state", "arrange"]] = Field(description="What you may do: edit its profile, state its status, rename it.")


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
    past: str | None = Field(description="The day that was asked for; of one that lies back only profiles are known.")
    summary: SummaryOut
    columns: list[ProfileColumnOut]
    names: dict[str, str] = Field(description="The names of the people in the profiles, by id.")
    currency: str = Field(description="The currency of columns of money that name none.")
    items: list[ProjectOut]


@router.get("/portfolio", response=PortfolioOut, operation_id="get_portfolio")
def get_portfolio(request: Request, node: Query[Id | None] = None, as_of: Query[Day | None] = None) -> HttpResponse:
    """Every project at and below a node that you may see, with its profile, its proposed status and the figures behind it."""
    # A thousand projects are written at once: the framework would check each field of its own answer, ten times as slowly.
    found = portfolio(actor_id=request.auth.id, node_id=node, at=now(), as_of=as_of)
    return HttpResponse(_WRITER.dump_json(found), content_type="application/json")


class PointOut(Schema):
    """What a project forecast from a day on; the slip is in working days from the finish that it first said."""

    at: str
    finish: str | None
    slip_days: float | None
    cost: float | None


class ProjectTrendOut(Schema):
    """A project's forecasts, the oldest first; slip and growth are from the beginning of the time asked for to now."""

    id: int
    name: str
    currency: str
    points: list[PointOut]
    slip_days: float | None
    growth: float | None
    growth_percent: float | None


class MonthOut(Schema):
    """The end of a month: the cost of all projects known by then, how many they are, and how many finish later than they first said.

    `slip_days` is the mean of their slips in working days, `growth_percent` how much dearer they are together than they first said.
    """

    month: str
    cost: float | None
    projects: int
    later: int
    slip_days: float | None
    growth_percent: float | None


class TogetherOut(Schema):
    """How many projects finish later, earlier and as before since the day asked for, and how much dearer they became."""

    projects: int = Field(description="Projects with at least one forecast.")
    later: int
    earlier: int
    same: int
    growth: float | None
    growth_percent: float | None
    cost: float | None = Field(description="What they cost now, where both moments have an amount.")
    currency: str | None
    reason: MissingOut | None
    months: list[MonthOut]


class TrendOut(Schema):
    """The forecasts of all projects below a node that you may see, and all of them together."""

    since: str | None
    together: TogetherOut
    projects: list[ProjectTrendOut]


@router.get("/portfolio/trend", response=TrendOut, operation_id="get_trend")
def get_trend(request: Request, node: Query[Id | None] = None, day: Query[Day | None] = None) -> HttpResponse:
    """How finish and cost of each project moved from report to report, and what that comes to together since a day."""
    found = trend(actor_id=request.auth.id, node_id=node, since=day)
    return HttpResponse(_TREND.dump_json(found), content_type="application/json")
