"""Present value, internal rate, payback and the two ratios of a case: rules F2 to F9."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from milepost.engines.finance.model import Figures, NotAvailable, Year, YearWorked
from milepost.engines.finance.roots import positive_roots

_EMPTY = NotAvailable("case.empty", "No year has a cost or an income yet.")


def value_case(years: Sequence[Year], rate: Fraction) -> Figures:
    """All figures of the years (year 0 first) at the rate (1/10 is 10 %), with the line of each year. The rate must be above -1."""
    if rate <= -1:
        raise ValueError(rate)
    worked = _worked(years, rate)
    cost, income = sum(year.cost for year in years), sum(year.income for year in years)
    if not cost and not income:
        return Figures(_EMPTY, _EMPTY, _EMPTY, _EMPTY, _EMPTY, _EMPTY, 0, 0, worked)
    return Figures(
        npv=worked[-1].running_present,
        irr=internal_rate([year.net for year in years]),
        payback=payback([Fraction(year.net) for year in years]),
        discounted_payback=payback([line.present for line in worked]),
        bcr=_benefit_to_cost(worked),
        roi=Fraction(income - cost, cost)
        if cost
        else NotAvailable("roi.no_cost", "Nothing is spent, so there is nothing to set the gain against."),
        cost=cost,
        income=income,
        years=worked,
    )


def internal_rate(nets: Sequence[int]) -> float | NotAvailable:
    """The one rate at which the nets are worth nothing today, or why there is none (rules F3 and F4)."""
    signs = [net > 0 for net in nets if net]
    if len(set(signs)) < 2:
        return NotAvailable("irr.no_change", "The years only cost or only bring money, so no rate makes them worth nothing.")
    rates = sorted(1 / root - 1 for root in positive_roots([float(net) for net in nets]))
    if not rates:
        return NotAvailable("irr.none", "At no rate are these years worth nothing.")
    if len(rates) > 1:
        return NotAvailable(
            "irr.several", "These years change between cost and gain, and several rates make them worth nothing.", tuple(rates)
        )
    return rates[0]


def payback(amounts: Sequence[Fraction]) -> Fraction | NotAvailable:
    """Years until the running sum reaches zero and stays there, straight lines inside a year (rule F5)."""
    running, before, since = Fraction(0), Fraction(0), None
    owed = False
    for year, amount in enumerate(amounts):
        before, running = running, running + amount
        if running < 0:
            owed, since = True, None
        elif owed and since is None:
            since = year - 1 + (-before / amount)
    if not owed:
        return NotAvailable("payback.nothing", "Nothing is ever owed, so there is nothing to pay back.")
    return since if since is not None else NotAvailable("payback.never", "The gains of these years never make up for what was spent.")


def _worked(years: Sequence[Year], rate: Fraction) -> tuple[YearWorked, ...]:
    lines: list[YearWorked] = []
    running, running_present = 0, Fraction(0)
    for number, year in enumerate(years):
        factor = 1 / (1 + rate) ** number
        present = year.net * factor
        running, running_present = running + year.net, running_present + present
        lines.append(YearWorked(number, year.cost, year.income, year.net, factor, present, running, running_present))
    return tuple(lines)


def _benefit_to_cost(worked: Sequence[YearWorked]) -> Fraction | NotAvailable:
    cost = sum((line.cost * line.factor for line in worked), Fraction(0))
    income = sum((line.income * line.factor for line in worked), Fraction(0))
    return income / cost if cost else NotAvailable("bcr.no_cost", "Nothing is spent, so there is nothing to set the gain against.")
