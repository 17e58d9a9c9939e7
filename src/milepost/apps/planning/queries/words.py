"""What the queries of plans answer, as frozen data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Named:
    """Something by its id and name: a row, a person, a node."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Missing:
    """Why a value is n/a: a code for translation, and a sentence."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Index:
    """A ratio, or why there is none."""

    value: float | None
    reason: Missing | None = None


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """Why a dimension has its colour (G, A, R or grey), with the rows that it came from."""

    dimension: str
    colour: str
    rule: str
    code: str
    data: dict[str, Any]
    text: str
    rows: list[Named]


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A milestone; the slip is in working days, None without a baseline. `sheet_id` is the register of one that stands in no plan."""

    row_id: int
    name: str
    finish: str
    baseline_finish: str | None
    slip_days: float | None
    done: bool = False
    sheet_id: int | None = None


@dataclass(frozen=True, slots=True)
class Money:
    """What a project's profile says of its money, and the growth since its start in whole currency and percent, or why there is none."""

    baseline: float | None
    budget: float | None
    forecast: float | None
    growth: float | None
    growth_percent: float | None
    currency: str
    reason: Missing | None


@dataclass(frozen=True, slots=True)
class ProjectItem:
    """A project with its profile and the figures of its plan.

    Moments of the plan are its wall clock. Amounts are in the currency where there is one, else in hours of work; percents are 0 to 100.
    A project without a plan has no sheet and no figures; its dates, slip and milestones are those of its profile, and days. `cells` are
    those of the profile, `may` is what the reader may do with it.
    """

    id: int
    name: str
    code: str
    path: list[str]
    unit: str | None
    portfolio: str | None
    programme: str | None
    manager: Named | None
    stated_status: str | None
    proposed_status: str
    agreement: str
    reasons: list[ReasonRow]
    start: str | None
    finish: str | None
    baseline_finish: str | None
    slip_days: float | None
    slip_seconds: int | None
    percent_complete: float | None
    planned_percent: float | None
    spi_t: Index
    spi: Index
    cpi: Index
    next_milestone: MilestoneRow | None
    bac: float | None
    pv: float | None
    ev: float | None
    ac: float | None
    currency: str | None
    unit_of_value: str
    tasks: int
    done: int
    late: int
    critical: int
    sheet_id: int | None
    status_date: str | None
    updated_at: datetime | None
    money: Money
    profile_id: int | None
    cells: Mapping[str, Any]
    may: Sequence[str]


@dataclass(frozen=True, slots=True)
class ProfileColumn:
    """A column of the profile of projects that a portfolio can show; `options` as in a register."""

    key: str
    title: str
    type: str
    role: str | None
    computed: bool
    width: int
    options: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Summary:
    """The answer of a portfolio page in figures; slips in working days, None where no project has a baseline."""

    count: int
    by_status: dict[str, int]
    late: int
    worst_slip_days: float | None
    portfolio_slip_days: float | None


@dataclass(frozen=True, slots=True)
class Portfolio:
    """All projects below a node that somebody may see, at one moment; `past` is the day of one that lies back.

    `names` are those of the people in the profiles. Of a day that lies back only the profiles are known: figures of plans are of now.
    """

    node: dict[str, Any]
    as_of: str
    past: str | None
    summary: Summary
    columns: list[ProfileColumn]
    names: Mapping[int, str]
    currency: str
    items: list[ProjectItem]
