"""Say that whoever holds a role must have a second factor, or that they need none."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from milepost.apps.org.actions.manage_roles import role_within_own
from milepost.apps.org.errors import OwnFactorFirst
from milepost.apps.org.events import ROLE_ASKS, ROLE_ASKS_NO_MORE
from milepost.apps.org.factors import has_factor, holds
from milepost.apps.trail.actions.record import record


@transaction.atomic
def require_second_factor(*, actor_id: int, role: str, required: bool, at: datetime) -> None:
    """Ask all who hold a role, also a built-in one, for a second factor: who has none can do nothing but set one up from now on.

    Raises NotFound, NotAllowed, RoleBeyondOwn, and OwnFactorFirst for who would shut themselves out.
    """
    root, found = role_within_own(actor_id, role)
    if required and holds(actor_id, [role]) and not has_factor(actor_id):
        raise OwnFactorFirst(name=found.name)
    if found.second_factor != required:
        found.second_factor = required
        found.save(update_fields=["second_factor"])
        told = {"role": role, "name": found.name}
        record(ROLE_ASKS if required else ROLE_ASKS_NO_MORE, actor_id=actor_id, at=at, node_id=root.pk, data=told)
