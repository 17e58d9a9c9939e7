"""Comparison in pairs (AHP): weights and their consistency, rules P7 to P9."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from milepost.engines.scoring.model import Compared, Doubt, NotAvailable

# Saaty's consistency indices of random judgements, by the number of things compared.
_RANDOM = (0.0, 0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59)
MOST = len(_RANDOM) - 1
_CONSISTENT = 0.10
_STEPS = 500


def compare(count: int, judgements: Mapping[tuple[int, int], float]) -> Compared | NotAvailable:
    """Weights of `count` things (1 to 15) from judgements {(i, j): how much more i counts than j}, i < j, each between 1/9 and 9."""
    missing = tuple(f"{first}:{second}" for first, second in combinations(range(count), 2) if (first, second) not in judgements)
    if missing:
        return NotAvailable("pairs.missing", "Not every pair has been compared yet.", missing)
    matrix = [[_judged(judgements, row, column) for column in range(count)] for row in range(count)]
    weights, largest = _principal(matrix)
    index = (largest - count) / (count - 1) if count > 2 else 0.0
    ratio = max(index / _RANDOM[count], 0.0) if count > 2 else 0.0
    consistent = ratio < _CONSISTENT
    return Compared(tuple(weights), largest, max(index, 0.0), ratio, consistent, None if consistent else _doubt(judgements, weights))


def _judged(judgements: Mapping[tuple[int, int], float], row: int, column: int) -> float:
    if row == column:
        return 1.0
    return judgements[row, column] if row < column else 1 / judgements[column, row]


def _principal(matrix: list[list[float]]) -> tuple[list[float], float]:
    """The principal eigenvector, summing to 1, and its eigenvalue; positive matrices always have one (Perron)."""
    count = len(matrix)
    weights, largest = [1 / count] * count, float(count)
    for _ in range(_STEPS):
        product = [sum(value * weight for value, weight in zip(row, weights, strict=True)) for row in matrix]
        largest = sum(product)
        settled = [value / largest for value in product]
        if max(abs(new - old) for new, old in zip(settled, weights, strict=True)) < 1e-14:
            break
        weights = settled
    return settled, largest


def _doubt(judgements: Mapping[tuple[int, int], float], weights: list[float]) -> Doubt:
    """The judgement that is furthest from what the weights say, as a factor in either direction."""

    def distance(pair: tuple[int, int]) -> float:
        factor = judgements[pair] * weights[pair[1]] / weights[pair[0]]
        return max(factor, 1 / factor)

    first, second = max(judgements, key=distance)
    return Doubt(first, second, judgements[first, second], min(max(weights[first] / weights[second], 1 / 9), 9.0))
