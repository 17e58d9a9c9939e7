"""The only reader of the clock: doors ask here and hand the moment on as an argument."""

from __future__ import annotations

from datetime import UTC, datetime

from django.conf import settings

from milepost.apps.org.queries import demo_day


def now() -> datetime:
    """The present moment, aware UTC, to the microsecond.

    MILEPOST_NOW freezes it. In a demo organisation the day stands still while the time of day runs, so that the demo's
    plans do not grow old.
    """
    if settings.MILEPOST_NOW is not None:
        frozen: datetime = settings.MILEPOST_NOW
        return frozen
    present = real_now()
    day = demo_day()
    return present if day is None else datetime.combine(day, present.timetz())


def real_now() -> datetime:
    """The machine's clock, whatever day a demo plays: for what really expires, such as sessions and tokens."""
    return datetime.now(UTC)  # noqa: TID251 -- this is the one place that reads it
