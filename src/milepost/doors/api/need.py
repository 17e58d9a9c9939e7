"""Do we need an office: the stretch of a place, month by month, and what stands behind it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Literal

from ninja import Query, Router, Schema
from pydantic import Field

from milepost.apps.office.need.queries import behind, need_of
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.clock import now

router = Router(tags=["offices"])
PartKey = Literal["projects", "people", "competing", "overdue", "unstatused"]
Office = Literal["none", "supportive", "controlling", "directive"]
MonthName = Annotated[str, Field(pattern=r"^\d{4}-\d{2}$", description="A month, such as 2026-03.")]


class StretchPart(Schema):
    """A part of the figure: `count` of `of`, the points that it gives, and where there is nothing to count the reason as a code."""

    key: PartKey
    count: int
    of: int
    points: float
    reason: Literal["stretch.nobody", "stretch.nothing_runs"] | None


class StretchMonth(Schema):
    """A month as it was on its last day, or as it is today; without a figure where no project ran."""

    month: str
    day: str
    figure: int | None
    parts: list[StretchPart]


class StretchUnit(Schema):
    """A part of the place; `months` are its figures in the order of the months of the place."""

    id: int
    name: str
    kind: str
    running: int
    figure: int | None
    office: Office | None
    months: list[int | None]


class NeedAnswer(Schema):
    """Which office would help, and the parts that say so, those with most points first; `few` where too few projects run for any."""

    office: Office | None
    few: bool
    reasons: list[StretchPart]


class StretchRate(Schema):
    """How a part gives points: none up to `begins`, all `points` from `full` on. Shares run from 0 to 1; projects are counted."""

    key: PartKey
    points: int
    begins: float
    full: float


class StretchBand(Schema):
    """From which figure on which office would help."""

    office: Office
    least: int


class StretchFormula(Schema):
    """All that the figure is computed by."""

    parts: list[StretchRate]
    bands: list[StretchBand]
    stretched_from: int
    stated_within: int
    fewest_projects: int


class NeedNode(Schema):
    """The place that was asked about."""

    id: int
    name: str
    kind: str


class NeedOut(Schema):
    """Whether a place needs an office, the earliest month first; `trend` is the last figure less the first."""

    node: NeedNode
    answer: NeedAnswer
    trend: int | None
    months: list[StretchMonth]
    units: list[StretchUnit]
    skill_basis: Literal["category"] = Field(description="What stands for a skill that projects need.")
    unskilled: int = Field(description="Projects that run today of which no skill is known.")
    unknown: int = Field(description="Resources with work in plans who are no person known here.")
    formula: StretchFormula


class BehindProject(Schema):
    """A project that ran: what was read of it. `rivals` are projects of the same priority that need the same skill."""

    id: int
    name: str
    phase: str | None
    priority: str | None
    skill: str | None
    rivals: list[int]
    promised: str | None
    overdue: bool
    stated: str | None = Field(description="The day on which its status was last stated.")
    unstatused: bool


class BehindPerson(Schema):
    """Somebody who worked on projects; without id and name where you may not see people at all of these."""

    id: int | None
    name: str | None
    projects: list[int]
    stretched: bool


class BehindOut(Schema):
    """The projects and people behind the figure of a month."""

    month: str
    day: str
    projects: list[BehindProject]
    people: list[BehindPerson]


@router.get("/nodes/{node_id}/need", response=NeedOut, operation_id="get_need")
def get_need(request: Request, node_id: Id) -> dict[str, Any]:
    """Whether an office would help here: a figure from 0 to 100 by month and part of the place, read from the register alone."""
    return asdict(need_of(actor_id=request.auth.id, node_id=node_id, at=now()))


@router.get("/nodes/{node_id}/need/behind", response=BehindOut, operation_id="get_need_behind")
def get_behind(request: Request, node_id: Id, month: Query[MonthName]) -> dict[str, Any]:
    """The projects and people that the figure of one of these months was computed from."""
    return asdict(behind(actor_id=request.auth.id, node_id=node_id, month=month, at=now()))
