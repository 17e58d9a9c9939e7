"""Colours by agreed tolerances and by the risk register (rules P5 and P6)."""

from __future__ import annotations

from fractions import Fraction

from milepost.engines.status.model import Bounds, Colour, Reason, Risk, Tolerance
from milepost.engines.status.wording import shown


def tolerance_reason(tolerance: Tolerance, bounds: Bounds) -> Reason:
    """Inside, within the margin beyond the limit, or broken."""
    limit, forecast = Fraction(tolerance.limit), Fraction(tolerance.forecast)
    beyond = limit - forecast if tolerance.at_least else forecast - limit
    margin = abs(limit) * bounds.tolerance_margin
    colour = Colour.GREEN if beyond <= 0 else Colour.AMBER if beyond <= margin else Colour.RED
    words = {Colour.GREEN: "is inside its tolerance", Colour.AMBER: "is just outside its tolerance", Colour.RED: "breaks its tolerance"}
    side = "at least" if tolerance.at_least else "at most"
    return Reason(
        "P5",
        f"tolerance.{colour.name.lower()}",
        colour,
        f"{tolerance.name} {words[colour]}: {shown(forecast, [limit])} forecast, {side} {shown(limit)} agreed.",
        {"name": tolerance.name, "limit": float(limit), "forecast": float(forecast), "at_least": tolerance.at_least},
        tolerance.rows,
    )


def risk_reasons(risks: tuple[Risk, ...] | None) -> list[Reason]:
    """What the register says; empty without one."""
    if risks is None:
        return []
    critical = [risk for risk in risks if risk.critical]
    bare = tuple(risk.uid for risk in critical if not risk.has_response)
    answered = tuple(risk.uid for risk in critical if risk.has_response)
    if not critical:
        return [Reason("P6", "risk.green", Colour.GREEN, "No risk is critical.", {"count": len(risks)})]
    found = []
    if bare:
        found.append(Reason("P6", "risk.red", Colour.RED, f"{_critical(len(bare))} without a response.", {"count": len(bare)}, bare))
    if answered:
        sentence = f"{_critical(len(answered))} with a response."
        found.append(Reason("P6", "risk.amber", Colour.AMBER, sentence, {"count": len(answered)}, answered))
    return found


def _critical(count: int) -> str:
    return "1 risk is critical" if count == 1 else f"{count} risks are critical"
