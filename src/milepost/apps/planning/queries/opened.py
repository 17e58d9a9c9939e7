"""One project opened for reading: its node, the figures of its plan, and the plan's schedule."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from django.db.models import Sum

from milepost.apps.org.access import node_for
from milepost.apps.org.models import Node
from milepost.apps.planning.bridge.earned import earned_plan
from milepost.apps.planning.bridge.state import PlanState
from milepost.apps.planning.kinds import PLAN, read_state
from milepost.apps.planning.models import Actuals
from milepost.apps.planning.queries.figures_row import PROJECT_COLUMNS, FiguresRow, ProjectRow
from milepost.apps.planning.queries.portfolio import figures_at
from milepost.apps.sheets.models import Sheet
from milepost.engines.calendar import Timeline
from milepost.engines.earned_value import Plan, Posting, Unit, choose_unit
from milepost.kernel.errors import NotFound
from milepost.kernel.money import minor_digits

_DAY_END = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class OpenPlan:
    """A plan as it stands, with its stored figures, and a compiled calendar of this reader's own."""

    figures: FiguresRow
    state: PlanState
    timeline: Timeline

    def earned(self) -> Plan:
        """The plan in the words of earned value at its status date, with what was booked, period by period. One query."""
        at = datetime.fromisoformat(self.figures.measured_at)
        plan = earned_plan(self.state, at)
        unit = choose_unit(plan.tasks)
        postings = () if unit is Unit.DURATION else _postings(self.figures.sheet_id, at, unit)
        return replace(plan, working_time=self.timeline, postings=postings)


@dataclass(frozen=True, slots=True)
class OpenProject:
    """A project that somebody may see; `plan` is None where it has none yet."""

    row: ProjectRow
    plan: OpenPlan | None

    @property
    def figures(self) -> FiguresRow | None:
        """The stored figures of its plan."""
        return self.plan.figures if self.plan else None


def open_project(actor_id: int, project_id: int) -> OpenProject:
    """The project, for somebody who may see it. Raises NotFound, also for a node that is no project."""
    try:
        node_for(actor_id, project_id)
    except NotFound:
        raise NotFound(what="project") from None
    nodes = Node.objects.unscoped(reason="one row that was just checked").filter(id=project_id, kind="project")
    found = nodes.values_list(*PROJECT_COLUMNS).first()
    if found is None:
        raise NotFound(what="project")
    row = ProjectRow(*found)
    figures = figures_at(actor_id, row.path).get(row.id)
    return OpenProject(row, None if figures is None else _plan(figures))


def scale_of(unit: Unit, currency: str) -> float:
    """What an amount of earned value is multiplied by, to be in whole currency or in hours."""
    return 1 / 10 ** minor_digits(currency) if unit is Unit.COST else 1 / 3600


def scaled(value: int | None, scale: float) -> float | None:
    """An amount in whole currency or in hours, None where there is none."""
    return None if value is None else round(value * scale, 2)


def _plan(figures: FiguresRow) -> OpenPlan:
    state = read_state(Sheet.objects.get(id=figures.sheet_id, kind=PLAN))
    return OpenPlan(figures, state, Timeline(state.words.calendar))


def _postings(sheet_id: int, at: datetime, unit: Unit) -> tuple[Posting, ...]:
    column, factor = ("cost", 1) if unit is Unit.COST else ("minutes", 60)
    booked = Actuals.objects.filter(sheet_id=sheet_id).values_list("row_id", "first", "last").annotate(amount=Sum(column)).order_by("last")
    return tuple(
        Posting(_booked_at(last, at), amount * factor, row_id, since=datetime.combine(first, time()))
        for row_id, first, last, amount in booked
    )


def _booked_at(last: date, at: datetime) -> datetime:
    """The end of the period's last day; on the day of the status date the status date itself, so that it counts."""
    return at if last == at.date() else datetime.combine(last, _DAY_END)
