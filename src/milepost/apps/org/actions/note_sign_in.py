"""Note that somebody signed in."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from milepost.apps.org.events import SIGNED_IN
from milepost.apps.trail.actions.record import record


@transaction.atomic
def note_sign_in(*, person_id: int, address: str, at: datetime) -> None:
    """Put a sign-in into the trail, with the network address from which it came."""
    record(SIGNED_IN, actor_id=person_id, at=at, data={"person": person_id, "address": address})
