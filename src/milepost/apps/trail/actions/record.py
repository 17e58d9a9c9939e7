"""Record what happened, in the transaction in which it happens."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import connection

from milepost.apps.trail.kinds import EventKind
from milepost.apps.trail.models import Event

# PostgreSQL hands out ids before it commits, so a reader that saw 8 may later find 7. Before its first id a transaction
# therefore takes a shared lock whose key says "my ids are above n"; nobody waits for it, but readers see it in pg_locks and
# stop at n. The lock ends with the transaction, and with a savepoint that is rolled back, as does the mark beside it.
ANNOUNCE = """
SELECT pg_advisory_xact_lock_shared(%s + CASE WHEN is_called THEN last_value ELSE 0 END), set_config('milepost.announced', '1', true)
FROM trail_event_id_seq WHERE coalesce(current_setting('milepost.announced', true), '') <> '1'
"""
LOCK_SPACE = 0x6D70 << 48  # the first 16 bits of the key; the rest is the id


def record(
    kind: EventKind,
    *,
    actor_id: int | None,
    at: datetime,
    node_id: int | None = None,
    sheet_id: int | None = None,
    seq: int | None = None,
    data: Mapping[str, Any] | None = None,
) -> int:
    """Write one event and return its id. Raises RuntimeError outside a transaction: an event without its deed is a lie."""
    if not connection.in_atomic_block:
        raise RuntimeError(f"The event {kind.name} was recorded outside a transaction. Make the action atomic.")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(ANNOUNCE, [LOCK_SPACE])
    event = Event.objects.create(
        at=at, actor_id=actor_id, kind=kind.name, node_id=node_id, sheet_id=sheet_id, seq=seq, data=dict(data or {})
    )
    return event.pk
