"""Scores by which requests are compared: weighted, WSJF, RICE, pairwise. The rules are in SPEC.md.

The public face: `weighted`, `strategic_fit`, `wsjf`, `rice` and `compare` give a score and its parts, or say why there is none.
"""

from milepost.engines.scoring.comparing import MOST, compare
from milepost.engines.scoring.formulas import rice, strategic_fit, weighted, wsjf
from milepost.engines.scoring.model import Compared, Criterion, Doubt, NotAvailable, Part, Weighted

__all__ = [
    "MOST",
    "Compared",
    "Criterion",
    "Doubt",
    "NotAvailable",
    "Part",
    "Weighted",
    "compare",
    "rice",
    "strategic_fit",
    "weighted",
    "wsjf",
]
