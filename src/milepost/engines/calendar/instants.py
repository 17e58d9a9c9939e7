"""Naive moments as whole seconds since the start of year 1, which is what the engines count in."""

from __future__ import annotations

from datetime import datetime, timedelta

from milepost.engines.calendar.errors import OutOfTime
from milepost.engines.calendar.model import DAY

_START = datetime(1, 1, 1)
# Working time is known from FIRST to LAST: a plan needs no more, and one mistyped date may not fill the memory.
FIRST = (datetime(1900, 1, 1) - _START).days * DAY
LAST = (datetime(2400, 1, 1) - _START).days * DAY


def to_seconds(moment: datetime) -> int:
    """Seconds from 0001-01-01T00:00 to the naive `moment`; fractions of a second are dropped."""
    passed = moment - _START
    return passed.days * DAY + passed.seconds


def to_moment(seconds: int) -> datetime:
    """The naive moment that many seconds after 0001-01-01T00:00. Raises OutOfTime beyond the years 1 to 9999."""
    try:
        return _START + timedelta(seconds=seconds)
    except OverflowError:
        raise OutOfTime() from None
