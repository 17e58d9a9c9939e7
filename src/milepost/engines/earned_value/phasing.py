"""Amounts spread over working time: the one device behind PV, derived EV and costs without a period (rules E5, E6, E21)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate

from milepost.engines.earned_value.earning import round_half_up
from milepost.engines.earned_value.model import WorkingTime


@dataclass(frozen=True, slots=True)
class Spread:
    """An amount that falls due evenly between two positions, in working seconds from the origin."""

    start: int
    finish: int
    amount: int

    def due(self, position: int) -> int:
        """What is due at a position, in whole units."""
        if position >= self.finish:
            return self.amount
        if position <= self.start:
            return 0
        return round_half_up(self.amount * (position - self.start), self.finish - self.start)


class Axis:
    """Moments as working seconds from an origin; each moment is asked of the calendar once."""

    def __init__(self, working_time: WorkingTime, origin: datetime) -> None:
        self.origin = origin
        self._working_time = working_time
        self._positions: dict[datetime, int] = {}

    def position(self, moment: datetime) -> int:
        """Signed working seconds from the origin."""
        found = self._positions.get(moment)
        if found is None:
            found = self._positions[moment] = self._working_time.between(self.origin, moment)
        return found

    def spread(self, start: datetime, finish: datetime, amount: int) -> Spread:
        """The amount between two moments; a finish before the start counts as the start."""
        first = self.position(start)
        return Spread(first, max(first, self.position(finish)), amount)


def cumulate(spreads: Iterable[Spread], positions: Sequence[int]) -> list[int]:
    """The sum of what is due at each of the ascending positions.

    Only the positions inside a spread are computed one by one; what is due in full is carried on by a running sum, so the time
    is that of the sort of positions plus the pairs of a spread and a position inside it.
    """
    due = [0] * len(positions)
    finished = [0] * (len(positions) + 1)
    for spread in spreads:
        first = bisect_left(positions, spread.start)
        last = bisect_left(positions, spread.finish)
        for index in range(first, last):
            due[index] += spread.due(positions[index])
        finished[last] += spread.amount
    return [inside + full for inside, full in zip(due, accumulate(finished), strict=False)]
