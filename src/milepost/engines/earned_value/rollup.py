"""Many plans as one: the sums are added, the indices worked out anew (rule E15)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from milepost.engines.earned_value.indices import indices
from milepost.engines.earned_value.model import NotAvailable, Unit
from milepost.engines.earned_value.results import Amount, Indices, Measures, Totals

_NOBODY = NotAvailable("rollup.empty", "None of the plans has a baseline.")
_MIXED = NotAvailable("rollup.mixed", "The plans are in different units or currencies, which cannot be added.")


@dataclass(frozen=True, slots=True)
class RollUp:
    """The sums of `counted` plans; `left_out` more had no baseline. `unit` and `currency` are None where there is no sum."""

    unit: Unit | None
    currency: str | None
    totals: Totals
    indices: Indices
    counted: int
    left_out: int


def roll_up(members: Iterable[Measures]) -> RollUp:
    """Add up the totals of several plans."""
    given = list(members)
    measured = [member for member in given if isinstance(member.totals.bac, int)]
    kinds = {(member.unit, member.currency) for member in measured}
    why = _NOBODY if not kinds else _MIXED if len(kinds) > 1 else None
    totals = _nothing(why) if why else _sums([member.totals for member in measured])
    unit, currency = next(iter(kinds)) if len(kinds) == 1 else (None, None)
    return RollUp(unit, currency, totals, indices(totals), len(measured), len(given) - len(measured))


def _nothing(why: NotAvailable) -> Totals:
    return Totals(bac=why, pv=why, ev=why, ac=why, schedule_pv=why, schedule_ev=why)


def _sums(members: Sequence[Totals]) -> Totals:
    return Totals(
        bac=_sum(members, lambda each: each.bac),
        pv=_sum(members, lambda each: each.pv),
        ev=_sum(members, lambda each: each.ev),
        ac=_sum(members, lambda each: each.ac),
        schedule_pv=_sum_known(members, lambda each: each.schedule_pv),
        schedule_ev=_sum_known(members, lambda each: each.schedule_ev),
    )


def _sum(members: Sequence[Totals], amount: Callable[[Totals], Amount]) -> Amount:
    amounts = [amount(member) for member in members]
    known = [each for each in amounts if isinstance(each, int)]
    if len(known) == len(amounts):
        return sum(known)
    missing = len(amounts) - len(known)
    return NotAvailable("rollup.partial", f"{missing} of {len(amounts)} plans have no such value, so the sum would mislead.")


def _sum_known(members: Sequence[Totals], amount: Callable[[Totals], Amount]) -> Amount:
    amounts = [amount(member) for member in members]
    known = [each for each in amounts if isinstance(each, int)]
    return sum(known) if known else amounts[0]
