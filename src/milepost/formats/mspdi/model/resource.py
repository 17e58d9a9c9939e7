"""Resources and their assignments to tasks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from milepost.formats.mspdi.model.words import Baseline, Kept, TimePhased


@dataclass(frozen=True, slots=True)
class Availability:
    """How many units of a resource there are between two moments."""

    first: datetime
    last: datetime
    units: Decimal


@dataclass(frozen=True, slots=True)
class Rate:
    """What a resource costs between two moments; `table` 0 is A to 4 is E, formats as in Resource."""

    first: datetime
    last: datetime
    table: int = 0
    standard: Decimal | None = None
    standard_format: int | None = None
    overtime: Decimal | None = None
    overtime_format: int | None = None
    cost_per_use: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Resource:
    """Who or what does the work. Rates are shown per 1 minute, 2 hour, 3 day, 4 week, 5 month, 7 year, 8 unit of material."""

    uid: int
    id: int | None = None
    guid: str | None = None
    name: str | None = None
    type: int = 1  # 0 material, 1 work; a cost resource has `is_cost`
    is_cost: bool = False
    blank: bool = False
    initials: str | None = None
    material_label: str | None = None
    code: str | None = None
    group: str | None = None
    email: str | None = None
    max_units: Decimal = Decimal(1)
    calendar_uid: int | None = None
    can_level: bool = True
    accrue_at: int | None = None
    standard_rate: Decimal | None = None
    standard_rate_format: int | None = None
    overtime_rate: Decimal | None = None
    overtime_rate_format: int | None = None
    cost_per_use: Decimal | None = None
    generic: bool = False
    inactive: bool = False
    is_budget: bool = False
    available_from: datetime | None = None
    available_to: datetime | None = None
    work: int = 0
    actual_work: int = 0
    remaining_work: int | None = None
    cost: Decimal | None = None
    actual_cost: Decimal | None = None
    remaining_cost: Decimal | None = None
    created: datetime | None = None
    notes: str | None = None
    availability: tuple[Availability, ...] = ()
    rates: tuple[Rate, ...] = ()
    baselines: tuple[Baseline, ...] = ()
    time_phased: tuple[TimePhased, ...] = ()
    others: tuple[Kept, ...] = ()


@dataclass(frozen=True, slots=True)
class Assignment:
    """A resource on a task; `resource_uid` is None for work that is assigned to nobody.

    Contours: 0 flat, 1 back loaded, 2 front loaded, 3 double peak, 4 early peak, 5 late peak, 6 bell, 7 turtle, 8 by hand.
    `start` and `finish` were computed by the tool that wrote the file.
    """

    uid: int
    task_uid: int
    resource_uid: int | None = None
    guid: str | None = None
    units: Decimal = Decimal(1)
    work: int = 0
    regular_work: int | None = None
    overtime_work: int | None = None
    actual_work: int = 0
    remaining_work: int | None = None
    percent_work_complete: int = 0
    delay: int = 0  # working time after the task's start
    levelling_delay: int = 0
    levelling_delay_format: int = 7
    contour: int = 0
    start: datetime | None = None
    finish: datetime | None = None
    actual_start: datetime | None = None
    actual_finish: datetime | None = None
    stop: datetime | None = None
    resume: datetime | None = None
    cost: Decimal | None = None
    actual_cost: Decimal | None = None
    remaining_cost: Decimal | None = None
    cost_rate_table: int = 0
    fixed_material: bool = False
    has_fixed_rate_units: bool = True
    created: datetime | None = None
    notes: str | None = None
    baselines: tuple[Baseline, ...] = ()
    time_phased: tuple[TimePhased, ...] = ()
    others: tuple[Kept, ...] = ()
