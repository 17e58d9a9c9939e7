"""Make an empty plan for a project that has none."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from milepost.apps.org.queries import organisation_or_default
from milepost.apps.planning.events import PLAN_CREATED
from milepost.apps.planning.kinds import PLAN
from milepost.apps.planning.unplanned import project_without_plan
from milepost.apps.sheets.actions.create_sheet import create_sheet
from milepost.apps.trail.actions.record import record
from milepost.kernel.moments import format_moment


@transaction.atomic
def make_plan(*, actor_id: int, project_id: int, at: datetime) -> int:
    """Make a plan without tasks that starts this morning, and return its sheet.

    Raises NotFound, also for a node that is no project, NotAllowed, and PlanThere where the project has a plan.
    """
    node = project_without_plan(actor_id, project_id)
    here = organisation_or_default()
    morning = at.astimezone(ZoneInfo(here.zone)).replace(tzinfo=None, hour=8, minute=0, second=0, microsecond=0)
    settings = {"start": format_moment(morning), "currency": here.currency}
    made = create_sheet(actor_id=actor_id, node_id=project_id, kind=PLAN, name=node.name, at=at, settings=settings, zone=here.zone)
    data = {"name": node.name, "tasks": 0}
    record(PLAN_CREATED, actor_id=actor_id, at=at, node_id=project_id, sheet_id=made.sheet_id, seq=made.seq, data=data)
    return made.sheet_id
