"""What the figure means, and where it goes (rules E7 and E8)."""

from __future__ import annotations

from collections.abc import Sequence

from milepost.engines.stretch.model import BANDS, FEWEST_PROJECTS, RATES, Advice, Stretch


def advise(found: Stretch) -> Advice:
    """Which office would help, and why."""
    telling = [part for part in found.parts if part.points * 4 >= RATES[part.key].points]
    reasons = tuple(sorted(telling, key=lambda part: -part.points))
    if found.figure is None:
        return Advice(None, few=False, reasons=())
    if len(found.running) < FEWEST_PROJECTS:
        return Advice("none", few=True, reasons=reasons)
    return Advice(next(office for least, office in BANDS if found.figure >= least), few=False, reasons=reasons)


def trend(months: Sequence[Stretch]) -> int | None:
    """The last figure less the first one; None with fewer than two months that have one. The earliest month comes first."""
    known = [month.figure for month in months if month.figure is not None]
    return known[-1] - known[0] if len(known) > 1 else None
