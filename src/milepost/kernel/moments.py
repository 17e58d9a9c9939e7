"""Wall-clock moments of a plan as text: `2026-03-02T08:00`, with seconds only where they are not zero."""

from __future__ import annotations

from datetime import datetime

from milepost.kernel.errors import MilepostError


class BadMoment(MilepostError):
    """{text} is not a date and time: write for example 2026-03-02 or 2026-03-02T08:00."""

    code = "moment.unreadable"
    status = 422


class MomentOutOfRange(MilepostError):
    """{text} is too far away: plans know the years 1900 to 2399."""

    code = "moment.out_of_range"
    status = 422


def format_moment(moment: datetime) -> str:
    """A naive moment in the form that files of results, cells and the API use."""
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


def parse_moment(text: str) -> datetime:
    """A naive moment; a bare date is its midnight. Raises BadMoment, also for one that carries a zone, and MomentOutOfRange."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise BadMoment(text=text) from None
    if moment.tzinfo is not None:
        raise BadMoment(text=text)
    if not 1900 <= moment.year < 2400:
        raise MomentOutOfRange(text=text)
    return moment.replace(microsecond=0)
