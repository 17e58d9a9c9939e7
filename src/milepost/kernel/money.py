"""Money: a decimal with a currency outside, whole minor units inside."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

# Currencies whose minor unit is not a hundredth (ISO 4217).
_DIGITS = {"BIF": 0, "CLP": 0, "ISK": 0, "JPY": 0, "KRW": 0, "VND": 0, "BHD": 3, "JOD": 3, "KWD": 3, "TND": 3}


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of one currency (ISO 4217 code)."""

    amount: Decimal
    currency: str

    @property
    def minor(self) -> int:
        """The amount in whole minor units, halves away from zero."""
        return int(self.amount.scaleb(minor_digits(self.currency)).quantize(Decimal(1), ROUND_HALF_UP))

    @classmethod
    def from_minor(cls, minor: int, currency: str) -> Money:
        """The money that so many minor units are."""
        return cls(Decimal(minor).scaleb(-minor_digits(currency)), currency)


def minor_digits(currency: str) -> int:
    """How many decimals the currency has."""
    return _DIGITS.get(currency, 2)
