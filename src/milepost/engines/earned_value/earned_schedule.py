"""Earned schedule: time lost or won, read off the planned value's own curve (rules E16 to E19)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from fractions import Fraction

from milepost.engines.earned_value.indices import quotient
from milepost.engines.earned_value.model import NotAvailable
from milepost.engines.earned_value.results import EarnedSchedule, Ratio

_NOT_DUE = NotAvailable("schedule.not_due", "The baseline has not started yet.")
_PAST_END = NotAvailable("schedule.past_end", "The planned finish has passed.")
_NOTHING_EARNED = NotAvailable("ev.zero", "Nothing has been earned yet.")


def earned_schedule_by_periods(pv_by_period: Sequence[int], *, ev: int, at: int | Fraction) -> EarnedSchedule:
    """Earned schedule from cumulative PV at the end of periods 1, 2, 3 ...; all times are in periods. `at` is the actual time."""
    values = (0, *pv_by_period)
    return time_indices(es=reached(range(len(values)), values.__getitem__, ev), at=Fraction(at), pd=Fraction(len(pv_by_period)))


def reached(times: Sequence[int], pv: Callable[[int], int], ev: int) -> Fraction:
    """The first time at which PV, known at ascending times and straight between them, has the value `ev`.

    From the last value on it is the last time. PV is asked for a few times only, by bisection.
    """
    if ev >= pv(times[-1]):
        return Fraction(times[-1])
    index = bisect_left(times, ev, key=pv)
    if index == 0:
        return Fraction(times[0])
    earlier, later = times[index - 1], times[index]
    return earlier + Fraction((ev - pv(earlier)) * (later - earlier), pv(later) - pv(earlier))


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
