"""Variances, indices and estimates at completion from a set of totals (rules E11 to E14)."""

from __future__ import annotations

from fractions import Fraction

from milepost.engines.earned_value.model import NotAvailable
from milepost.engines.earned_value.results import Amount, Estimate, Flag, Indices, Ratio, Totals

CREDIBLE_WITHIN = Fraction(1, 10)

_ZERO_BUDGET = NotAvailable("bac.zero", "The baseline has no budget.")
_ZERO_PV = NotAvailable("pv.zero", "Nothing was planned to be done by this date.")
_ZERO_AC = NotAvailable("ac.zero", "Nothing has been spent yet.")
_NOTHING_EARNED = NotAvailable("ev.zero", "Nothing has been earned yet.")
_WORK_DONE = NotAvailable("work.done", "All work is done.")
_EXHAUSTED = NotAvailable("budget.exhausted", "Budget exhausted: all of the budget is spent and work is left.")
_OVERSPENT = NotAvailable("eac.spent", "This estimate is already spent and work is left.")
_NO_BOTTOM_UP = NotAvailable("etc.none", "Nobody has estimated the remaining work.")

_FORMULAS = {
    "a": "BAC / CPI",
    "b": "AC + (BAC - EV)",
    "c": "AC + (BAC - EV) / (CPI x SPI)",
    "d": "AC + (BAC - EV) / (0.8 CPI + 0.2 SPI)",
    "e": "AC + bottom-up estimate of the rest",
}


def indices(totals: Totals, bottom_up_etc: int | None = None) -> Indices:
    """All that follows from BAC, PV, EV and AC."""
    cpi = quotient(totals.ev, totals.ac, _ZERO_AC)
    spi = quotient(totals.schedule_ev, totals.schedule_pv, _ZERO_PV)
    estimates = tuple(_estimate(letter, eac, totals, cpi) for letter, eac in _eacs(totals, cpi, spi, bottom_up_etc).items())
    tcpi_bac = _to_complete(totals, totals.bac, _EXHAUSTED)
    return Indices(
        cv=difference(totals.ev, totals.ac),
        sv=difference(totals.ev, totals.pv),
        cpi=cpi,
        spi=spi,
        planned_share=quotient(totals.pv, totals.bac, _ZERO_BUDGET),
        complete_share=quotient(totals.ev, totals.bac, _ZERO_BUDGET),
        spent_share=quotient(totals.ac, totals.bac, _ZERO_BUDGET),
        estimates=estimates,
        tcpi_bac=tcpi_bac,
        flags=_flags(tcpi_bac, estimates),
    )


def difference(left: Amount, right: Amount) -> Amount:
    """left - right, or the reason why one of them is missing."""
    if isinstance(left, NotAvailable):
        return left
    return right if isinstance(right, NotAvailable) else left - right


def quotient(part: Amount | Ratio, whole: Amount | Ratio, when_zero: NotAvailable) -> Ratio:
    """part / whole exactly, or the reason why there is none; `when_zero` where the whole is not above zero."""
    if isinstance(part, NotAvailable):
        return part
    if isinstance(whole, NotAvailable):
        return whole
    return Fraction(part) / whole if whole > 0 else when_zero


def _eacs(totals: Totals, cpi: Ratio, spi: Ratio, bottom_up_etc: int | None) -> dict[str, Ratio]:
    rest = difference(totals.bac, totals.ev)
    done = Fraction(1) if rest == 0 else None
    return {
        "a": quotient(totals.bac, cpi, _NOTHING_EARNED),
        "b": _spent_and(totals.ac, rest),
        "c": _spent_and(totals.ac, quotient(rest, done or _combined(cpi, spi), _NOTHING_EARNED)),
        "d": _spent_and(totals.ac, quotient(rest, done or _weighted(cpi, spi), _NOTHING_EARNED)),
        "e": _spent_and(totals.ac, _NO_BOTTOM_UP if bottom_up_etc is None else bottom_up_etc),
    }


def _combined(cpi: Ratio, spi: Ratio) -> Ratio:
    if isinstance(cpi, NotAvailable):
        return cpi
    return spi if isinstance(spi, NotAvailable) else cpi * spi


def _weighted(cpi: Ratio, spi: Ratio) -> Ratio:
    if isinstance(cpi, NotAvailable):
        return cpi
    return spi if isinstance(spi, NotAvailable) else (4 * cpi + spi) / 5


def _spent_and(ac: Amount, rest: Amount | Ratio) -> Ratio:
    if isinstance(ac, NotAvailable):
        return ac
    return rest if isinstance(rest, NotAvailable) else Fraction(rest) + ac


def _estimate(letter: str, eac: Ratio, totals: Totals, cpi: Ratio) -> Estimate:
    tcpi = _to_complete(totals, eac, _OVERSPENT)
    return Estimate(
        letter=letter,
        formula=_FORMULAS[letter],
        eac=eac,
        etc=_minus(eac, totals.ac),
        vac=_minus(totals.bac, eac),
        tcpi=tcpi,
        credible=_credible(tcpi, cpi),
    )


def _credible(tcpi: Ratio, cpi: Ratio) -> bool | None:
    if isinstance(tcpi, NotAvailable) or isinstance(cpi, NotAvailable):
        return None
    return tcpi - cpi <= CREDIBLE_WITHIN


def _minus(left: Amount | Ratio, right: Amount | Ratio) -> Ratio:
    if isinstance(left, NotAvailable):
        return left
    return right if isinstance(right, NotAvailable) else Fraction(left) - right


def _to_complete(totals: Totals, target: Amount | Ratio, when_spent: NotAvailable) -> Ratio:
    rest = difference(totals.bac, totals.ev)
    if rest == 0:
        return _WORK_DONE
    return quotient(rest, _minus(target, totals.ac), when_spent)


def _flags(tcpi_bac: Ratio, estimates: tuple[Estimate, ...]) -> tuple[Flag, ...]:
    found = []
    if tcpi_bac is _EXHAUSTED:
        found.append(Flag("budget_exhausted", _EXHAUSTED.reason))
    found += [
        Flag(
            "eac_not_credible", f"Estimate {each.letter} ({each.formula}) needs the rest to be done far more cheaply than the work so far."
        )
        for each in estimates
        if each.credible is False
    ]
    return tuple(found)
