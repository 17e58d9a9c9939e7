"""All positive roots of a polynomial: between two neighbouring roots of its derivative there is at most one."""

from __future__ import annotations

from itertools import pairwise

_TOUCHES = 1e-11  # of the sum of all terms: so near to zero counts as a double root
_HALVINGS = 200


def positive_roots(coefficients: list[float]) -> list[float]:
    """The roots above zero in rising order, a double one once. Coefficients by rising power; the highest and lowest may be zero."""
    trimmed = _trimmed(coefficients)
    if len(trimmed) < 2:
        return []
    if len(trimmed) == 2:
        root = -trimmed[0] / trimmed[1]
        return [root] if root > 0 else []
    turns = positive_roots([power * value for power, value in enumerate(trimmed)][1:])
    marks = [0.0, *turns, max(_bound(trimmed), 2 * turns[-1] if turns else 0.0)]
    found = [turn for turn in turns if _is_zero(trimmed, turn)]
    for low, high in pairwise(marks):
        if low not in found and high not in found and _value(trimmed, low) * _value(trimmed, high) < 0:
            found.append(_bisected(trimmed, low, high))
    return sorted(found)


def _trimmed(coefficients: list[float]) -> list[float]:
    """Without zeros at both ends: they are roots at zero or no terms at all."""
    used = [place for place, value in enumerate(coefficients) if value]
    return coefficients[used[0] : used[-1] + 1] if used else []


def _bound(coefficients: list[float]) -> float:
    """Cauchy: no root lies above it."""
    return 1 + max(abs(value / coefficients[-1]) for value in coefficients[:-1])


def _value(coefficients: list[float], x: float) -> float:
    total = 0.0
    for value in reversed(coefficients):
        total = total * x + value
    return total


def _is_zero(coefficients: list[float], x: float) -> bool:
    return abs(_value(coefficients, x)) <= _TOUCHES * _value([abs(value) for value in coefficients], x)


def _bisected(coefficients: list[float], low: float, high: float) -> float:
    rises = _value(coefficients, low) < 0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if (_value(coefficients, middle) < 0) == rises:
            low = middle
        else:
            high = middle
    return (low + high) / 2
