"""State a project's status over the proposed one."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from milepost.apps.org.actions import change_node
from milepost.kernel.errors import Invalid


@transaction.atomic
def state_status(*, actor_id: int, project_id: int, colour: str | None, reason: str, at: datetime) -> None:
    """State green, amber or red (G, A, R) with the reason, which is kept; None takes the statement back.

    Raises NotFound, NotAllowed, and Invalid where a colour comes without a reason.
    """
    if colour is not None and not reason.strip():
        raise Invalid(field="reason", reason="say why, so that others can judge it")
    change_node.state_status(actor_id=actor_id, node_id=project_id, colour=colour, reason=reason, at=at)
