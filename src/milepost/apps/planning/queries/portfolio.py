"""The state of all projects below a node: a constant number of queries, whatever their number, and no row of a plan is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import TextField
from django.db.models.functions import Cast

from milepost.apps.org.access import path_names, scope_of
from milepost.apps.org.models import Node
from milepost.apps.org.paths import WIDTH, span
from milepost.apps.org.queries import organisation_or_default, tree
from milepost.apps.planning.models import PlanFigures
from milepost.apps.planning.queries.figures_row import FIGURES_COLUMNS, PROJECT_COLUMNS, FiguresRow, ProjectRow
from milepost.apps.planning.queries.items import item_of
from milepost.apps.planning.queries.profiled import Profiles, named, profiles_at
from milepost.apps.planning.queries.words import Portfolio, ProfileColumn, ProjectItem, Summary
from milepost.apps.sheets.queries.as_of import moment_meant
from milepost.engines.calendar import STANDARD, Timeline
from milepost.kernel.moments import format_moment

_DAY = 8 * 3600
_DAY_ALONE = 10


def portfolio(*, actor_id: int, node_id: int | None, at: datetime, as_of: str | None = None) -> Portfolio:
    """The projects at and below a node (None: everything) that the person may see, as of `at`, each with its proposed status.

    With `as_of`, a day, as their profiles said then; the figures of plans are left out. The queries do not grow with the projects.
    Raises NotFound for a node that is not there for them, and BadDay.
    """
    node = tree.place(actor_id, node_id) if node_id is not None else None
    here, scope, path = organisation_or_default(), scope_of(actor_id), node.path if node else ""
    local = wall_clock(moment_meant(as_of, here.zone) if as_of else at)
    profiles = profiles_at(actor_id, node_id, here.currency, as_of=as_of)
    projects = _projects(actor_id, path)
    if as_of:
        projects = [_then(project, profiles) for project in projects if project.id in profiles.by_node]
    figures = {} if as_of else figures_at(actor_id, path)
    ways = path_names(sorted({project.path[:-WIDTH] for project in projects}))
    items = [item_of(one, figures.get(one.id), profiles, ways[one.path[:-WIDTH]], local, scope.bits_at(one.path)) for one in projects]
    items.sort(key=lambda item: (item.name.casefold(), item.id))
    told = {"id": node.id, "name": node.name, "kind": node.kind} if node else {"id": None, "name": "", "kind": "organisation"}
    return Portfolio(told, format_moment(local), as_of, summary_of(items), columns_told(profiles), profiles.names, here.currency, items)


def columns_told(profiles: Profiles) -> list[ProfileColumn]:
    """The columns of profiles, for a reader."""
    return [ProfileColumn(c.key, c.title, c.type, c.role, c.computed, c.width, c.options) for c in profiles.columns]


def wall_clock(at: datetime) -> datetime:
    """The moment on the clocks of the organisation, naive."""
    return at.astimezone(ZoneInfo(organisation_or_default().zone)).replace(tzinfo=None, microsecond=0)


def figures_at(actor_id: int, path: str) -> dict[int, FiguresRow]:
    """The figures of the plans at and below a path that the person may see, by the project's id; of several plans the oldest."""
    low, high = span(path)
    rows = PlanFigures.objects.filter(scope_of(actor_id).condition("node__"), sheet__deleted_at=None)
    if path:
        rows = rows.filter(node__path__gte=low, node__path__lt=high)
    ordered = rows.order_by("-sheet__created_at", "-sheet_id").annotate(detail_json=Cast("detail", TextField()))
    return {row[0]: FiguresRow(*row) for row in ordered.values_list(*FIGURES_COLUMNS)}


def summary_of(items: Sequence[ProjectItem]) -> Summary:
    """How the projects stand together."""
    slips = [item.slip_days for item in items if item.slip_days is not None]
    colours = Counter(item.proposed_status for item in items)
    return Summary(
        count=len(items),
        by_status={colour: colours.get(colour, 0) for colour in ("G", "A", "R", "grey")},
        late=sum(1 for slip in slips if slip > 0),
        worst_slip_days=max(slips, default=None),
        portfolio_slip_days=_slip_together(items),
    )


def _projects(actor_id: int, path: str) -> list[ProjectRow]:
    nodes = Node.objects.scoped(scope_of(actor_id)).filter(kind="project")
    if path:
        low, high = span(path)
        nodes = nodes.filter(path__gte=low, path__lt=high)
    return [ProjectRow(*row) for row in nodes.values_list(*PROJECT_COLUMNS)]


def _then(project: ProjectRow, profiles: Profiles) -> ProjectRow:
    """The project by its profile of a day that lies back."""
    name, code, colour, reason = (profiles.of(project.id, role) for role in ("name", "code", "stated_status", "stated_reason"))
    manager = named(profiles, profiles.of(project.id, "manager"))
    return ProjectRow(
        project.id,
        str(name or project.name),
        str(code or ""),
        project.path,
        manager.id if manager else None,
        manager.name if manager else None,
        colour if colour in ("G", "A", "R") else None,
        str(reason or ""),
        None,
    )


def _slip_together(items: Sequence[ProjectItem]) -> float | None:
    """Working days, Monday to Friday, from the last baseline finish to the last finish of the projects that have both."""
    pairs = [(_evening(item.baseline_finish), _evening(item.finish)) for item in items if item.baseline_finish and item.finish]
    if not pairs:
        return None
    agreed, forecast = (datetime.fromisoformat(max(side)) for side in zip(*pairs, strict=True))
    return round(Timeline(STANDARD).between(agreed, forecast) / _DAY, 1)


def _evening(moment: str) -> str:
    """The end of work on a day that a profile names."""
    return moment if len(moment) > _DAY_ALONE else f"{moment}T17:00"
