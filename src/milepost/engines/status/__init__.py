"""The proposed status of a project, by dimension, with reasons and the rows behind them. The rules are in SPEC.md.

The public face: `propose(Evidence) -> Proposal`, `compare(stated, Proposal) -> Comparison`, `next_milestone`.
"""

from milepost.engines.status.comparing import compare
from milepost.engines.status.model import (
    Agreement,
    Bounds,
    Colour,
    Comparison,
    Dimension,
    Evidence,
    Judgement,
    Milestone,
    Proposal,
    Reason,
    Risk,
    Tolerance,
)
from milepost.engines.status.proposing import propose
from milepost.engines.status.schedule import next_milestone

__all__ = [
    "Agreement",
    "Bounds",
    "Colour",
    "Comparison",
    "Dimension",
    "Evidence",
    "Judgement",
    "Milestone",
    "Proposal",
    "Reason",
    "Risk",
    "Tolerance",
    "compare",
    "next_milestone",
    "propose",
]
