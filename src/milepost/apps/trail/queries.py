"""Reading the trail in the order in which transactions became visible."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Max, Min

from milepost.apps.trail.actions.record import LOCK_SPACE
from milepost.apps.trail.models import Event

_LAST_GIVEN = "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM trail_event_id_seq"
_LOWEST_OPEN = """
SELECT min(((classid::bigint << 32) | objid::bigint) - %s) FROM pg_locks
WHERE locktype = 'advisory' AND objsubid = 1 AND (classid::bigint >> 16) = %s
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event as read; `at` is aware UTC."""

    id: int
    at: datetime
    actor_id: int | None
    kind: str
    node_id: int | None
    sheet_id: int | None
    seq: int | None
    data: dict[str, Any]


_COLUMNS = ("id", "at", "actor_id", "kind", "node_id", "sheet_id", "seq", "data")


def horizon() -> int:
    """The highest id up to which no event can appear any more; 0 in an empty trail.

    SQLite has one writer at a time, so its highest id is safe. On PostgreSQL it is the last id handed out, or, where
    transactions are open that announced ids (see `record`), the lowest bound that one of them announced.
    """
    if connection.vendor != "postgresql":
        return Event.objects.aggregate(last=Max("id"))["last"] or 0
    with connection.cursor() as cursor:
        cursor.execute(_LAST_GIVEN)
        last = int(cursor.fetchone()[0])
        cursor.execute(_LOWEST_OPEN, [LOCK_SPACE, LOCK_SPACE >> 48])
        lowest = cursor.fetchone()[0]
    return last if lowest is None else min(last, int(lowest))


def events_after(last_id: int, *, limit: int = 500) -> tuple[EventRow, ...]:
    """The next events after one, oldest first, none of which can be overtaken. Never raises; empty where there is nothing new."""
    upto = horizon()
    if upto <= last_id:
        return ()
    rows = Event.objects.filter(id__gt=last_id, id__lte=upto).order_by("id").values_list(*_COLUMNS)[:limit]
    return tuple(EventRow(*row) for row in rows)


def oldest_event() -> int:
    """The id of the oldest event that is kept; 0 in an empty trail."""
    return Event.objects.aggregate(first=Min("id"))["first"] or 0
