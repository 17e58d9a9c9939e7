"""What scores are made of."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class NotAvailable:
    """A score that cannot be computed. `reason` is a plain sentence, `code` its key for translation, `keys` what it is about."""

    code: str
    reason: str
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Criterion:
    """What a request is judged by: a weight and a scale, on which more or less is better."""

    key: str
    weight: Fraction
    low: Fraction = Fraction(0)
    high: Fraction = Fraction(10)
    less_is_better: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """What one criterion brought: its share of the scale (0 to 1) and its points of the score."""

    key: str
    share: Fraction
    points: Fraction


@dataclass(frozen=True, slots=True)
class Weighted:
    """A weighted score between 0 and 100, and its parts, which add up to it."""

    score: Fraction
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """The pair that disagrees most with the weights: what was judged of first over second, and what the weights suggest."""

    first: int
    second: int
    judged: float
    suggested: float


@dataclass(frozen=True, slots=True)
class Compared:
    """Weights of things compared in pairs (their sum is 1), and how consistent the judgements are."""

    weights: tuple[float, ...]
    lambda_max: float
    index: float
    ratio: float
    consistent: bool
    doubt: Doubt | None
