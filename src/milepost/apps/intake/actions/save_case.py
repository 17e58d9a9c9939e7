"""Save the business case of a request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from django.db import transaction

from milepost.apps.intake.access import Request, request_for
from milepost.apps.intake.amounts import amount_of, figures_of
from milepost.apps.intake.errors import RequestDecided
from milepost.apps.intake.events import CASE_SAVED
from milepost.apps.intake.models import Case
from milepost.apps.intake.states import WORKED_ON
from milepost.apps.intake.writing import lock, set_cells
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.queries import organisation_or_default
from milepost.apps.trail.actions.record import record
from milepost.engines.sheet import Cell
from milepost.kernel.errors import Invalid
from milepost.kernel.money import Money

MOST_YEARS = 40
_MOST = Decimal(10) ** 15


@dataclass(frozen=True, slots=True)
class CaseWish:
    """A business case: percent a year, and cost and income of each year, year 0 first, in the currency's main unit."""

    currency: str
    rate: Decimal
    flows: Sequence[tuple[Decimal, Decimal]]
    note: str = ""


@transaction.atomic
def save_case(*, actor_id: int, sheet_id: int, row_id: int, wish: CaseWish, at: datetime) -> None:
    """Save it as the next one; cost and value of the request follow it where it is in the organisation's currency.

    Raises NotFound, NotAllowed, Invalid, and RequestDecided once it waits for approval.
    """
    request_for(actor_id, sheet_id, row_id, Capability.EDIT)
    writing = lock(sheet_id, actor_id, at)
    request = request_for(actor_id, sheet_id, row_id, Capability.EDIT)
    if request.state not in WORKED_ON:
        raise RequestDecided(state=request.state)
    check_case(wish)
    number = Case.objects.filter(sheet_id=sheet_id, row_id=row_id).count() + 1
    flows = [{"cost": str(cost), "income": str(income)} for cost, income in wish.flows]
    said = {"currency": wish.currency, "rate": wish.rate, "flows": flows, "note": wish.note.strip()}
    case = Case.objects.create(sheet_id=sheet_id, row_id=row_id, number=number, by=actor_id, at=at, **said)
    record(CASE_SAVED, actor_id=actor_id, at=at, node_id=request.node.pk, sheet_id=sheet_id, data={"name": request.name, "row": row_id})
    set_cells(writing, row_id, _followed(request, case))


def _followed(request: Request, case: Case) -> dict[str, Cell]:
    if case.currency != organisation_or_default().currency:
        return {}
    spent, worth = amount_of(request), figures_of(case).npv
    cells: dict[str, Cell] = {"cost": float(spent.amount) if spent else None}
    if isinstance(worth, Fraction):
        cells["value"] = float(Money.from_minor(round(worth), case.currency).amount)
    return cells


def check_case(wish: CaseWish) -> None:
    """Raise Invalid for a case that cannot be: no years or too many, a rate or amounts out of bounds, no currency."""
    if not wish.flows or len(wish.flows) > MOST_YEARS:
        raise Invalid(field="flows", reason=f"a case has 1 to {MOST_YEARS} years")
    if not -100 < wish.rate <= 1000:
        raise Invalid(field="rate", reason="it lies above -100 and up to 1000 percent")
    if len(wish.currency) != 3 or not wish.currency.isascii() or not wish.currency.isupper():
        raise Invalid(field="currency", reason="it is a code of three letters, such as EUR")
    if any(not 0 <= amount <= _MOST for flow in wish.flows for amount in flow):
        raise Invalid(field="flows", reason="cost and income lie between 0 and 10 to the power of 15")
