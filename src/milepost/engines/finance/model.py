"""The flows of a business case, and what is said of them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class NotAvailable:
    """A value that cannot be computed. `reason` is a plain sentence, `code` its key for translation.

    `rates` are the internal rates where there are several.
    """

    code: str
    reason: str
    rates: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Year:
    """What one year costs and brings, in whole minor units, neither below zero."""

    cost: int = 0
    income: int = 0

    @property
    def net(self) -> int:
        """What is left of the year."""
        return self.income - self.cost


@dataclass(frozen=True, slots=True)
class YearWorked:
    """One line of how the figures come about (rule F9): amounts in minor units, exact."""

    year: int
    cost: int
    income: int
    net: int
    factor: Fraction
    present: Fraction
    running: int
    running_present: Fraction


@dataclass(frozen=True, slots=True)
class Figures:
    """What a case is worth. Amounts in minor units; rates and ratios as plain numbers (0.1 is 10 %); times in years."""

    npv: Fraction | NotAvailable
    irr: float | NotAvailable
    payback: Fraction | NotAvailable
    discounted_payback: Fraction | NotAvailable
    bcr: Fraction | NotAvailable
    roi: Fraction | NotAvailable
    cost: int
    income: int
    years: tuple[YearWorked, ...]


def of_nets(*nets: int) -> tuple[Year, ...]:
    """A case given by its nets alone: a negative one is a cost, a positive one an income."""
    return tuple(Year(cost=max(-net, 0), income=max(net, 0)) for net in nets)
