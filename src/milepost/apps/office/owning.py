"""A directive office owns the plans of its projects: what this app brings to `sheets.guards`."""

from __future__ import annotations

from milepost.apps.office.catalogue import OfficeType
from milepost.apps.office.errors import PlanOfOffice
from milepost.apps.office.models import Assignment, Office, OfficeRole
from milepost.apps.org.paths import prefixes
from milepost.apps.org.queries.names import names_of
from milepost.apps.planning.kinds import PLAN
from milepost.apps.sheets.models import Sheet


def guard_plan(actor_id: int, sheet: Sheet) -> None:
    """Let only the assigned manager and the office's people change a plan under a directive office. One query elsewhere.

    Raises PlanOfOffice, which names who may.
    """
    if sheet.kind != PLAN:
        return
    near = Office.objects.filter(node__path__in=prefixes(sheet.node.path), closed_at=None).order_by("-node__path").first()
    if near is None or near.type != OfficeType.DIRECTIVE:
        return
    manager = Assignment.objects.filter(project_id=sheet.node_id, until=None).values_list("person_id", flat=True).first()
    if (
        actor_id == manager
        or OfficeRole.objects.filter(office=near, person_id=actor_id, until=None).exclude(role="project_manager").exists()
    ):
        return
    who = names_of([manager]).get(manager, "") if manager else ""
    raise PlanOfOffice(office=near.name, who=who or near.name)
