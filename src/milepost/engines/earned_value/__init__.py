"""Earned value and earned schedule of plans: PV, EV, AC and everything that follows from them. The rules are in SPEC.md.

The public face: `measure(Plan)` gives all figures of one plan, `s_curve(Plan)` its curve, `roll_up` the figures of many,
`indices(Totals)` and `earned_schedule_by_periods` the bare formulas. `NotAvailable` says why a value is missing.
"""

from milepost.engines.earned_value.baseline import choose_unit
from milepost.engines.earned_value.curve import Period, s_curve
from milepost.engines.earned_value.earned_schedule import earned_schedule_by_periods
from milepost.engines.earned_value.indices import indices
from milepost.engines.earned_value.measuring import measure
from milepost.engines.earned_value.model import Method, NotAvailable, Plan, Posting, Recorded, Task, Unit, WeightedMilestone, WorkingTime
from milepost.engines.earned_value.results import (
    Amount,
    Curve,
    CurvePoint,
    EarnedSchedule,
    Estimate,
    Flag,
    Indices,
    Measures,
    Ratio,
    TaskValue,
    Totals,
)
from milepost.engines.earned_value.rollup import RollUp, roll_up

__all__ = [
    "Amount",
    "Curve",
    "CurvePoint",
    "EarnedSchedule",
    "Estimate",
    "Flag",
    "Indices",
    "Measures",
    "Method",
    "NotAvailable",
    "Period",
    "Plan",
    "Posting",
    "Ratio",
    "Recorded",
    "RollUp",
    "Task",
    "TaskValue",
    "Totals",
    "Unit",
    "WeightedMilestone",
    "WorkingTime",
    "choose_unit",
    "earned_schedule_by_periods",
    "indices",
    "measure",
    "roll_up",
    "s_curve",
]
