"""Create the plan that a file holds: with a project of its own, or for a project that has none yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from milepost.apps.org.actions.create_node import create_node
from milepost.apps.org.models import Node
from milepost.apps.org.queries import organisation_or_default
from milepost.apps.planning.baselines import snapshot
from milepost.apps.planning.bridge.baselined import rows_to_json
from milepost.apps.planning.bridge.drawn_up import DrawnUp, draw_up
from milepost.apps.planning.events import PLAN_CREATED
from milepost.apps.planning.kinds import PLAN
from milepost.apps.planning.models import Baseline
from milepost.apps.planning.unplanned import project_without_plan
from milepost.apps.sheets.actions.create_sheet import create_sheet
from milepost.apps.trail.actions.record import record
from milepost.formats.mspdi import PlanFile
from milepost.kernel.moments import format_moment


@dataclass(frozen=True, slots=True)
class PlanWish:
    """How a file becomes a plan: the status date (None: the file's), and the plan as it stands as baseline where the file has none."""

    status_date: datetime | None = None
    baseline_now: bool = False


@dataclass(frozen=True, slots=True)
class NewPlan:
    """Where the new plan is."""

    project_id: int
    sheet_id: int


@transaction.atomic
def create_plan_from_file(
    *, actor_id: int, parent_id: int, name: str, plan: PlanFile, at: datetime, wish: PlanWish | None = None
) -> NewPlan:
    """Create a project below a node, and in it the plan that the file holds: all of it or nothing.

    Raises NotFound, NotAllowed and BadPlace for the parent, and what the file's links or calendars make impossible.
    """
    wanted = wish or PlanWish()
    drawn = _drawn(plan, wanted)
    node = create_node(actor_id=actor_id, parent_id=parent_id, kind="project", name=name, at=at)
    return _create(node, drawn, wanted, actor_id, at)


@transaction.atomic
def create_plan_in_project(*, actor_id: int, project_id: int, plan: PlanFile, at: datetime, wish: PlanWish | None = None) -> NewPlan:
    """Give a project that has no plan the one that the file holds; its name, its profile and its registers stay as they are.

    Raises NotFound, also for a node that is no project, NotAllowed, PlanThere, and what the file's links or calendars make impossible.
    """
    wanted = wish or PlanWish()
    node = project_without_plan(actor_id, project_id)
    return _create(node, _drawn(plan, wanted), wanted, actor_id, at)


def _drawn(plan: PlanFile, wish: PlanWish) -> DrawnUp:
    return draw_up(plan, currency=organisation_or_default().currency, settings=_settings(wish))


def _create(node: Node, drawn: DrawnUp, wish: PlanWish, actor_id: int, at: datetime) -> NewPlan:
    baseline = _baseline(drawn, wish, actor_id, at)
    created = create_sheet(
        actor_id=actor_id,
        node_id=node.pk,
        kind=PLAN,
        name=node.name,
        at=at,
        rows=drawn.plan.rows,
        settings={**drawn.plan.settings, "baseline": baseline.pk if baseline else None},
        zone=organisation_or_default().zone,
    )
    if baseline:
        Baseline.objects.filter(id=baseline.pk).update(sheet_id=created.sheet_id)
    data = {"name": node.name, "tasks": len(drawn.plan.rows)}
    record(PLAN_CREATED, actor_id=actor_id, at=at, node_id=node.pk, sheet_id=created.sheet_id, seq=created.seq, data=data)
    return NewPlan(node.pk, created.sheet_id)


def _settings(wish: PlanWish) -> dict[str, Any]:
    return {} if wish.status_date is None else {"status_date": format_moment(wish.status_date)}


def _baseline(drawn: DrawnUp, wish: PlanWish, actor_id: int, at: datetime) -> Baseline | None:
    """The file's baseline, else the plan as it stands where that was asked for. It gets its sheet as soon as there is one."""
    if drawn.plan.baseline:
        return Baseline.objects.create(number=0, name="From the file", at=at, actor_id=actor_id, rows=rows_to_json(drawn.plan.baseline))
    if not wish.baseline_now:
        return None
    rows = snapshot(drawn.model, drawn.state)
    return Baseline.objects.create(number=0, name="At import", at=at, actor_id=actor_id, rows=rows_to_json(rows))
