"""Which day it is for a person."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from milepost.apps.org.queries import person


def today_of(actor_id: int | None, at: datetime) -> date:
    """The day that it is for a person at a moment (aware)."""
    return clock_of(actor_id, at).date()


def clock_of(actor_id: int | None, at: datetime) -> datetime:
    """A moment (aware) on the clock of a person."""
    return at.astimezone(ZoneInfo(zone_of(actor_id)))


def zone_of(actor_id: int | None) -> str:
    """The time zone in which a person lives; UTC where it is nobody."""
    reader = None if actor_id is None else person(actor_id)
    return reader.zone if reader else "UTC"
