"""What a roll-up knows of the rows below one row: how many values, their sum, the least and the greatest."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from milepost.engines.sheet.compute import tidy
from milepost.engines.sheet.operations import Cell


@dataclass(frozen=True, slots=True)
class Tally:
    """Of nothing: `count` 0. `low` and `high` are numbers, or dates as text."""

    count: int = 0
    total: float = 0.0
    low: float | str | None = None
    high: float | str | None = None

    def taken(self, take: str) -> Cell:
        """The roll-up's value; None of nothing, but for a count (L3)."""
        if take == "count":
            return self.count
        if self.count == 0:
            return None
        if take in ("min", "max"):
            value = self.low if take == "min" else self.high
            return value if isinstance(value, str) else tidy(value)
        return tidy(self.total / self.count if take == "average" else self.total)


NOTHING = Tally()


def tally_of(value: float | str | None) -> Tally:
    """Of one value."""
    if value is None:
        return NOTHING
    return Tally(1, 0.0 if isinstance(value, str) else value, value, value)


def together(tallies: Iterable[Tally]) -> Tally:
    """Of all of them; sums are exact whatever their order (L4)."""
    there = [one for one in tallies if one.count]
    if not there:
        return NOTHING
    # A column has values of one type; where a date once was a number, the texts are compared as texts.
    lows, highs = [one.low for one in there], [one.high for one in there]
    as_text = any(isinstance(value, str) for value in (*lows, *highs))
    by = str if as_text else _number
    return Tally(
        sum(one.count for one in there),
        math.fsum(one.total for one in there),
        min((value for value in lows if value is not None), key=by),
        max((value for value in highs if value is not None), key=by),
    )


def _number(value: float | str) -> float:
    return float(value)
