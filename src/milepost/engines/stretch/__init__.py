"""How stretched a part of an organisation is, and whether a project office would help. The rules are in SPEC.md.

The public face: `stretch(standings, day) -> Stretch`, `advise(Stretch) -> Advice`, `trend(months)`; `RATES` and `BANDS` are the formula.
"""

from milepost.engines.stretch.advising import advise, trend
from milepost.engines.stretch.measuring import stretch
from milepost.engines.stretch.model import (
    BANDS,
    FEWEST_PROJECTS,
    RATES,
    STATED_WITHIN_DAYS,
    STRETCHED_FROM,
    Advice,
    Part,
    PartKey,
    Rate,
    Standing,
    Stretch,
)

__all__ = [
    "BANDS",
    "FEWEST_PROJECTS",
    "RATES",
    "STATED_WITHIN_DAYS",
    "STRETCHED_FROM",
    "Advice",
    "Part",
    "PartKey",
    "Rate",
    "Standing",
    "Stretch",
    "advise",
    "stretch",
    "trend",
]
