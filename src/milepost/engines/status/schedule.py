"""The colour of the schedule: earned schedule and the next milestone (rules P1 to P3 and P11)."""

from __future__ import annotations

from fractions import Fraction

from milepost.engines.earned_value import NotAvailable, Ratio
from milepost.engines.status.model import Bounds, Colour, Evidence, Milestone, Number, Reason
from milepost.engines.status.wording import days, shown


def schedule_reasons(evidence: Evidence, bounds: Bounds) -> list[Reason]:
    """What SPI(t) and the next milestone say."""
    found = [index_reason("P1", "spi_t", "SPI(t)", evidence.spi_t, evidence.late_rows, bounds)]
    milestone = next_milestone(evidence.milestones)
    if milestone is not None:
        found.append(_slip_reason("P2", "milestone", f"The next milestone, {milestone.name},", milestone, bounds))
    elif evidence.finish is not None:
        found.append(_slip_reason("P11", "finish", "The finish", evidence.finish, bounds))
    return found


def next_milestone(milestones: tuple[Milestone, ...]) -> Milestone | None:
    """The open milestone with the earliest forecast; a gate, where the plan has gates (P2)."""
    gates = [each for each in milestones if each.gate]
    return min((each for each in gates or milestones if not each.done), key=lambda each: (each.finish, each.uid), default=None)


def index_reason(rule: str, code: str, name: str, value: Ratio, rows: tuple[int, ...], bounds: Bounds) -> Reason:
    """What an index says by the bounds that SPI(t) and CPI share."""
    if isinstance(value, NotAvailable):
        return Reason(rule, f"{code}.{value.code}", Colour.GREY, f"{name} is not available: {value.reason}")
    limits = (bounds.green_index, bounds.amber_index)
    colour = Colour.GREEN if value >= limits[0] else Colour.AMBER if value >= limits[1] else Colour.RED
    return Reason(
        rule,
        f"{code}.{colour.name.lower()}",
        colour,
        f"{name} is {shown(value, limits)}; {_wanted(colour, limits)}.",
        {"value": float(value), "green_from": float(limits[0]), "amber_from": float(limits[1])},
        () if colour is Colour.GREEN else rows,
    )


def _wanted(colour: Colour, limits: tuple[Fraction, Fraction]) -> str:
    green, amber = (shown(limit) for limit in limits)
    return {
        Colour.GREEN: f"green from {green}",
        Colour.AMBER: f"green starts at {green}",
        Colour.RED: f"amber starts at {amber}",
    }[colour]


def _slip_reason(rule: str, code: str, subject: str, milestone: Milestone, bounds: Bounds) -> Reason:
    rows = (milestone.uid,) if rule == "P2" else ()
    if milestone.slip_days is None:
        return Reason(
            rule,
            f"{code}.no_baseline",
            Colour.GREY,
            f"{subject} has no baseline.",
            {"name": milestone.name},
            rows,
        )
    slip = Fraction(milestone.slip_days)
    colour = Colour.GREEN if slip <= bounds.green_slip_days else Colour.AMBER if slip <= bounds.amber_slip_days else Colour.RED
    return Reason(
        rule,
        f"{code}.{colour.name.lower()}",
        colour,
        f"{subject} {_slips(slip)}.",
        {"name": milestone.name, "slip_days": float(slip), "green_to": bounds.green_slip_days, "amber_to": bounds.amber_slip_days},
        rows,
    )


def _slips(slip: Number) -> str:
    if slip == 0:
        return "is on its baseline"
    return f"is {days(slip)} late" if slip > 0 else f"is {days(-slip)} early"
