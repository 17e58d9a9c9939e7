"""The project that shall get a plan: one in which the person may create, and that has none yet."""

from __future__ import annotations

from milepost.apps.org.access import node_for
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Node
from milepost.apps.org.models.node import NodeKind
from milepost.apps.planning.errors import PlanThere
from milepost.apps.planning.kinds import PLAN
from milepost.apps.sheets.models import Sheet
from milepost.kernel.errors import NotFound


def project_without_plan(actor_id: int, project_id: int) -> Node:
    """The project, locked until the transaction ends, so that of two plans that come at once the second one is refused.

    Raises NotFound, also for a node that is no project, NotAllowed, and PlanThere.
    """
    node = node_for(actor_id, project_id, Capability.CREATE, lock=True)
    if node.kind != NodeKind.PROJECT:
        raise NotFound(what="project")
    if Sheet.objects.filter(node_id=project_id, kind=PLAN).exists():
        raise PlanThere(name=node.name)
    return node
