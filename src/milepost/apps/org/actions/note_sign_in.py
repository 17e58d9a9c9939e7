"""Note that somebody signed in, or set their password anew: the sign-in library does both."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from milepost.apps.org.events import PASSWORD_SET, SIGNED_IN
from milepost.apps.trail.actions.record import record


@transaction.atomic
def note_sign_in(*, person_id: int, address: str, at: datetime) -> None:
    """Put a sign-in into the trail, with the network address from which it came."""
    record(SIGNED_IN, actor_id=person_id, at=at, data={"person": person_id, "address": address})


@transaction.atomic
def note_password_set(*, person_id: int, at: datetime) -> None:
    """Put a change of one's own password into the trail."""
    record(PASSWORD_SET, actor_id=person_id, at=at, data={"person": person_id})
