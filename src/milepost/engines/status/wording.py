"""Numbers in sentences, so that no rounding contradicts the colour."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from milepost.engines.status.model import Number


def shown(value: Number, bounds: Iterable[Number] = ()) -> str:
    """The value with two digits, or with as many as it takes (at most eight) to stay on its side of every bound (P1)."""
    exact = Fraction(value)
    limits = [Fraction(bound) for bound in bounds]
    for digits in range(2, 9):
        text = Decimal(exact.numerator) / Decimal(exact.denominator)
        rounded = text.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
        if all((Fraction(rounded) >= limit) == (exact >= limit) for limit in limits):
            break
    return str(rounded)


def days(count: Number) -> str:
    """A number of working days, with one digit only where it is not whole."""
    whole = Fraction(count)
    if whole.denominator == 1:
        return f"{whole.numerator} working day" + ("" if whole == 1 else "s")
    return f"{float(whole):.1f} working days"
