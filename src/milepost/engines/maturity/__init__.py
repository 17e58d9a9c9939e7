"""How mature portfolios, programmes and projects are managed, by answers to our own questions. The rules are in SPEC.md.

The public face: `profile(questions, answers) -> Profile`, `levels`, `compare(before, after)`, `weak(questions, answers)`.
"""

from milepost.engines.maturity.model import (
    DOMAINS,
    HIGHEST,
    LEVELS,
    PERSPECTIVES,
    TALK_FROM,
    Answer,
    Cell,
    Change,
    Claim,
    Profile,
    Question,
    Weak,
)
from milepost.engines.maturity.profiling import compare, levels, profile, weak

__all__ = [
    "DOMAINS",
    "HIGHEST",
    "LEVELS",
    "PERSPECTIVES",
    "TALK_FROM",
    "Answer",
    "Cell",
    "Change",
    "Claim",
    "Profile",
    "Question",
    "Weak",
    "compare",
    "levels",
    "profile",
    "weak",
]
