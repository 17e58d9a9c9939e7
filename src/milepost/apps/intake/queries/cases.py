"""A business case with its figures, each with how it is computed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from milepost.apps.intake.actions.save_case import CaseWish, check_case
from milepost.apps.intake.amounts import figures_of, plain
from milepost.apps.intake.models import Case
from milepost.apps.org.queries.names import names_of
from milepost.engines.finance import Figures, NotAvailable, YearWorked
from milepost.kernel.money import Money, minor_digits


def told_case(case: Case) -> dict[str, Any]:
    """A case that was saved, and what it comes to."""
    return {
        "number": case.number,
        "currency": case.currency,
        "rate": plain(case.rate),
        "note": case.note,
        "flows": case.flows,
        "by": names_of([case.by]).get(case.by, ""),
        "at": case.at,
        "figures": told_figures(figures_of(case), case.currency),
    }


def try_case(wish: CaseWish) -> dict[str, Any]:
    """What a case would come to, before it is saved. Raises Invalid."""
    check_case(wish)
    flows = [{"cost": str(cost), "income": str(income)} for cost, income in wish.flows]
    return told_figures(figures_of(Case(currency=wish.currency, rate=wish.rate, flows=flows)), wish.currency)


def told_figures(figures: Figures, currency: str) -> dict[str, Any]:
    """The figures in the currency's main unit and in percent, and the line of each year that they come from."""
    return {
        "npv": _told(figures.npv, lambda value: _main(value, currency)),
        "irr": _told(figures.irr, lambda value: round(float(value) * 100, 4)),
        "payback": _told(figures.payback, lambda value: round(float(value), 4)),
        "discounted_payback": _told(figures.discounted_payback, lambda value: round(float(value), 4)),
        "bcr": _told(figures.bcr, lambda value: round(float(value), 6)),
        "roi": _told(figures.roi, lambda value: round(float(value) * 100, 4)),
        "cost": _main(Fraction(figures.cost), currency),
        "income": _main(Fraction(figures.income), currency),
        "years": _years(figures.years, currency),
    }


def _told(value: Any, plain: Any) -> dict[str, Any]:
    if isinstance(value, NotAvailable):
        return {"value": None, "code": value.code, "reason": value.reason, "rates": [round(rate * 100, 4) for rate in value.rates]}
    return {"value": plain(value), "code": "", "reason": "", "rates": []}


def _years(years: Sequence[YearWorked], currency: str) -> list[dict[str, Any]]:
    return [
        {
            "year": line.year,
            "cost": _main(Fraction(line.cost), currency),
            "income": _main(Fraction(line.income), currency),
            "net": _main(Fraction(line.net), currency),
            "factor": round(float(line.factor), 6),
            "present": _main(line.present, currency),
            "running": _main(Fraction(line.running), currency),
            "running_present": _main(line.running_present, currency),
        }
        for line in years
    ]


def _main(minor: Fraction, currency: str) -> float:
    """Minor units as a number of the main unit, rounded to whole minor units."""
    found = Money.from_minor(round(minor), currency).amount
    return float(found.quantize(Decimal(1).scaleb(-minor_digits(currency))))
