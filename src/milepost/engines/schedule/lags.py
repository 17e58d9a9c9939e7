"""A moment moved by the lag of a link (S12, S13)."""

from __future__ import annotations

from milepost.engines.schedule.compile import Plan
from milepost.engines.schedule.model import LagUnit
from milepost.engines.schedule.ties import Tie


def lagged(plan: Plan, tie: Tie, at: int, sign: int = 1) -> int:
    """`at` moved by the tie's lag, or back by it where `sign` is -1.

    Working lags run on the successor's own calendar, else on the project's: never on a person's. A percent lag is a share of the
    predecessor's duration, elapsed where that is.
    """
    if tie.unit is LagUnit.ELAPSED:
        return at + sign * round(tie.lag)
    lag = tie.lag
    if tie.unit is LagUnit.PERCENT:
        before = plan.tasks[tie.first]
        lag = before.duration * lag / 100
        if before.duration_elapsed:
            return at + sign * round(lag)
    return plan.own_line[tie.second].add_at(at, sign * round(lag))
