"""Earned schedule: time lost or won, read off the planned value's own curve (rules E16 to E19)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction

from milepost.engines.earned_value.indices import quotient
from milepost.engines.earned_value.model import NotAvailable
from milepost.engines.earned_value.results import EarnedSchedule, Ratio

_NOT_DUE = NotAvailable("schedule.not_due", "The baseline has not started yet.")
_PAST_END = NotAvailable("schedule.past_end", "The planned finish has passed.")
_NOTHING_EARNED = NotAvailable("ev.zero", "Nothing has been earned yet.")


def earned_schedule_by_periods(pv_by_period: Sequence[int], *, ev: int, at: int | Fraction) -> EarnedSchedule:
    """Earned schedule from cumulative PV at the end of periods 1, 2, 3 ...; all times are in periods. `at` is the actual time."""
    points = [(0, 0), *enumerate(pv_by_period, start=1)]
    return time_indices(es=reached(points, ev), at=Fraction(at), pd=Fraction(len(pv_by_period)))


def reached(points: Sequence[tuple[int, int]], ev: int) -> Fraction:
    """The first time at which a rising curve of (time, value), straight between its points, has the value `ev`.

    From the last value on it is the last time.
    """
    if ev >= points[-1][1]:
        return Fraction(points[-1][0])
    index = bisect_left(points, ev, key=lambda point: point[1])
    if index == 0:
        return Fraction(points[0][0])
    (t0, v0), (t1, v1) = points[index - 1], points[index]
    return t0 + Fraction((ev - v0) * (t1 - t0), v1 - v0)


def time_indices(*, es: Fraction, at: Fraction, pd: Fraction) -> EarnedSchedule:
    """What follows from earned schedule, actual time and planned duration, all in one unit of time."""
    spi_t: Ratio = es / at if at > 0 else _NOT_DUE
    return EarnedSchedule(
        es=es,
        at=at,
        pd=pd,
        sv_t=es - at if at >= 0 else _NOT_DUE,
        spi_t=spi_t,
        tspi=quotient(pd - es, pd - at, _PAST_END),
        ieac_t=quotient(pd, spi_t, _NOTHING_EARNED),
    )


def no_schedule(why: NotAvailable) -> EarnedSchedule:
    """Nothing can be said, for one reason."""
    return EarnedSchedule(es=why, at=why, pd=why, sv_t=why, spi_t=why, tspi=why, ieac_t=why)
