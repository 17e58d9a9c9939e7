"""How much a request is about: by its business case, else by what its register says."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from fractions import Fraction

from milepost.apps.intake.access import Request
from milepost.apps.intake.models import Case
from milepost.apps.org.queries import organisation_or_default
from milepost.engines.finance import Figures, Year, value_case
from milepost.engines.sheet import Cell
from milepost.kernel.money import Money


def amount_of(request: Request) -> Money | None:
    """What is spent by the case, else the cell of the cost; None where neither says anything."""
    case = case_of(request.sheet.pk, request.row_id)
    if case is not None:
        spent = sum((Decimal(year["cost"]) for year in case.flows), Decimal(0))
        return Money(spent, case.currency)
    return money_of(request.cells.get("cost"), organisation_or_default().currency)


def money_of(cell: Cell, currency: str) -> Money | None:
    """A cell of money in a currency; None where it is empty or holds no number."""
    if cell is None or isinstance(cell, (dict, list, bool)):
        return None
    try:
        return Money(Decimal(str(cell)), currency)
    except InvalidOperation:
        return None


def plain(number: Decimal) -> str:
    """A decimal as text, without zeros at its end and without an exponent."""
    return f"{number.normalize():f}"


def case_of(sheet_id: int, row_id: int) -> Case | None:
    """The business case that holds."""
    return Case.objects.filter(sheet_id=sheet_id, row_id=row_id).order_by("-number").first()


def figures_of(case: Case) -> Figures:
    """What a case comes to, in minor units of its currency."""
    years = [Year(_minor(year["cost"], case.currency), _minor(year["income"], case.currency)) for year in case.flows]
    return value_case(years, Fraction(case.rate) / 100)


def _minor(text: str, currency: str) -> int:
    return Money(Decimal(text), currency).minor
