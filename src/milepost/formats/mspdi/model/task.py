"""Tasks and links, and what the tool that wrote the file had computed for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from milepost.formats.mspdi.model.words import ELAPSED_FORMATS, Baseline, ConstraintKind, Kept, LagUnit, LinkKind, TimePhased


@dataclass(frozen=True, slots=True)
class Link:
    """A link on its successor. `lag` is seconds, negative for a lead; with a percent unit it is percent of the predecessor's duration."""

    predecessor: int
    kind: LinkKind = "FS"
    lag: int = 0
    lag_unit: LagUnit = "work"
    lag_format: int = 7
    cross_project: str | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """What the tool that wrote the file had computed: for comparison, never an input.

    The one exception: `start` and `finish` of a manual task that carries no own dates.
    """

    start: datetime | None = None
    finish: datetime | None = None
    early_start: datetime | None = None
    early_finish: datetime | None = None
    late_start: datetime | None = None
    late_finish: datetime | None = None
    total_slack: int | None = None
    free_slack: int | None = None
    start_slack: int | None = None
    finish_slack: int | None = None
    critical: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """A task. `parent` is the uid of the summary above it, None at the top; the project's own task (outline level 0) is no one's parent."""

    uid: int
    id: int | None = None
    guid: str | None = None
    name: str | None = None
    parent: int | None = None
    blank: bool = False  # an empty line between the tasks
    type: int = 0  # 0 fixed units, 1 fixed duration, 2 fixed work
    wbs: str | None = None
    outline_number: str | None = None
    outline_level: int = 1
    priority: int = 500
    duration: int = 0
    duration_format: int = 7
    estimated: bool = False
    milestone: bool = False
    summary: bool = False
    active: bool = True
    manual: bool = False
    manual_start: datetime | None = None
    manual_finish: datetime | None = None
    manual_duration: int | None = None
    recurring: bool = False
    external: bool = False
    external_project: str | None = None
    subproject: bool = False
    subproject_name: str | None = None
    effort_driven: bool = False
    calendar_uid: int | None = None
    ignore_resource_calendar: bool = False
    constraint: ConstraintKind = "ASAP"
    constraint_date: datetime | None = None
    deadline: datetime | None = None
    level_assignments: bool = True
    levelling_can_split: bool = True
    levelling_delay: int = 0  # elapsed where its format says so, which is the rule
    levelling_delay_format: int = 8
    percent_complete: int = 0
    percent_work_complete: int = 0
    physical_percent_complete: int = 0
    actual_start: datetime | None = None
    actual_finish: datetime | None = None
    actual_duration: int | None = None
    remaining_duration: int | None = None
    stop: datetime | None = None
    resume: datetime | None = None
    work: int = 0
    actual_work: int = 0
    remaining_work: int | None = None
    fixed_cost: Decimal | None = None
    fixed_cost_accrual: int | None = None  # 1 start, 2 prorated, 3 end
    cost: Decimal | None = None
    actual_cost: Decimal | None = None
    remaining_cost: Decimal | None = None
    earned_value_method: int = 0
    created: datetime | None = None
    contact: str | None = None
    notes: str | None = None
    links: tuple[Link, ...] = ()
    baselines: tuple[Baseline, ...] = ()
    time_phased: tuple[TimePhased, ...] = ()
    stored: Stored = Stored()
    others: tuple[Kept, ...] = ()

    @property
    def is_project(self) -> bool:
        """True for the project's own task, which sums up all others."""
        return self.outline_level == 0

    @property
    def elapsed(self) -> bool:
        """True where the duration runs day and night."""
        return self.duration_format in ELAPSED_FORMATS

    @property
    def own_start(self) -> datetime | None:
        """The start that was typed for a manual task; None for an automatic one."""
        return (self.manual_start or self.stored.start) if self.manual else None

    @property
    def own_finish(self) -> datetime | None:
        """The finish that was typed for a manual task; None for an automatic one."""
        return (self.manual_finish or self.stored.finish) if self.manual else None

    def baseline(self, number: int = 0) -> Baseline | None:
        """The baseline of that number, None where none was set."""
        return next((one for one in self.baselines if one.number == number and not one.interim), None)
