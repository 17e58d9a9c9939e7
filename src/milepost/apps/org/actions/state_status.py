"""State a project's status over the proposed one."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from milepost.apps.org.access import node_for
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models.node import NodeKind
from milepost.apps.org.profiles import profile_keeper
from milepost.kernel.errors import Invalid, NotFound


@transaction.atomic
def state_status(*, actor_id: int, project_id: int, colour: str | None, reason: str, at: datetime) -> None:
    """State green, amber or red (G, A, R) with the reason, which is kept; None takes the statement back.

    It is an edit of the project's profile, with its history and its undo.

    Raises NotFound, also for a node that is no project, NotAllowed, and Invalid for another colour or one without a reason.
    """
    node = node_for(actor_id, project_id, Capability.STATE)
    if node.kind != NodeKind.PROJECT:
        raise NotFound(what="project")
    if colour not in ("G", "A", "R", None):
        raise Invalid(field="colour", reason="it is G, A, R or nothing")
    if colour is not None and not reason.strip():
        raise Invalid(field="reason", reason="say why, so that others can judge it")
    said = {"stated_status": colour, "stated_reason": reason.strip() if colour else None}
    profile_keeper().write(project_id, said, actor_id=actor_id, at=at)
