"""What a measurement says. Amounts are integers in the measurement's unit, ratios and estimates are exact fractions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import TypeAlias

from milepost.engines.earned_value.model import NotAvailable, Unit

Amount: TypeAlias = "int | NotAvailable"
Ratio: TypeAlias = "Fraction | NotAvailable"


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums that everything else follows from; only these are ever added up. `schedule_*` leave level of effort out."""

    bac: Amount
    pv: Amount
    ev: Amount
    ac: Amount
    schedule_pv: Amount
    schedule_ev: Amount


@dataclass(frozen=True, slots=True)
class Estimate:
    """One estimate at completion: which formula (letter a to e), what it says, and whether that is credible (None: cannot be told)."""

    letter: str
    formula: str
    eac: Ratio
    etc: Ratio
    vac: Ratio
    tcpi: Ratio
    credible: bool | None


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that a reader must know before believing the figures."""

    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Indices:
    """Variances, indices and shares of one set of totals, and the five estimates at completion."""

    cv: Amount
    sv: Amount
    cpi: Ratio
    spi: Ratio
    planned_share: Ratio
    complete_share: Ratio
    spent_share: Ratio
    estimates: tuple[Estimate, ...]
    tcpi_bac: Ratio
    flags: tuple[Flag, ...]

    def estimate(self, letter: str) -> Estimate:
        """The estimate at completion of that letter (a to e)."""
        return next(estimate for estimate in self.estimates if estimate.letter == letter)


@dataclass(frozen=True, slots=True)
class EarnedSchedule:
    """Earned schedule after Lipke. Times are counted from the baseline's start: working seconds for a plan, periods for a row of periods.

    `earned_until` is the moment at which the baseline had planned what is earned now; `forecast` the finish that IEAC(t) points at.
    """

    es: Ratio
    at: Ratio
    pd: Ratio
    sv_t: Ratio
    spi_t: Ratio
    tspi: Ratio
    ieac_t: Ratio
    earned_until: datetime | None = None
    forecast: datetime | None = None


@dataclass(frozen=True, slots=True)
class TaskValue:
    """Budget, planned, earned and spent of one task; `ac` None where nobody entered any."""

    budget: int
    pv: int
    ev: int
    ac: int | None


@dataclass(frozen=True, slots=True)
class Measures:
    """Everything that earned value says of one plan at its status date."""

    unit: Unit
    currency: str
    at: datetime
    totals: Totals
    indices: Indices
    schedule: EarnedSchedule
    tasks: Mapping[int, TaskValue]


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """Cumulative values at one moment; `ev` and `ac` are None after the status date, `ac` also where none is on record."""

    at: datetime
    pv: int
    ev: int | None
    ac: int | None


@dataclass(frozen=True, slots=True)
class Curve:
    """An S-curve. `derived` says that past EV was worked out from actual dates because no status history was given."""

    unit: Unit
    points: tuple[CurvePoint, ...]
    derived: bool
    reason: NotAvailable | None = None
