"""The roles that columns of declared kinds may have: what engines, pages and imports read a column as."""

from __future__ import annotations

from collections.abc import Mapping

_TEXT = frozenset({"text"})
_DATE = frozenset({"date", "datetime"})
_WHO = frozenset({"person", "people"})
_NUMBER = frozenset({"number", "percent"})
_MONEY = frozenset({"money"})
_CHOICE = frozenset({"choice", "symbol", "text"})
_SCALE = frozenset({"choice", "number"})

ROLES: Mapping[str, frozenset[str]] = {
    # what it is
    "name": _TEXT,
    "code": frozenset({"text", "auto"}),
    "number": frozenset({"auto"}),
    "description": _TEXT,
    "notes": _TEXT,
    "type": _CHOICE,
    "category": _CHOICE,
    "phase": _CHOICE,
    "priority": frozenset({"choice", "symbol", "number"}),
    "status": _CHOICE,
    "done": frozenset({"check"}),
    # who
    "owner": _WHO,
    "manager": frozenset({"person"}),
    "sponsor": frozenset({"person"}),
    "client": _CHOICE,
    "raised_by": _WHO,
    "decided_by": _WHO,
    "responsible": _WHO,
    "accountable": frozenset({"person"}),
    "consulted": _WHO,
    "informed": _WHO,
    # when
    "start": _DATE,
    "finish": _DATE,
    "baseline_start": _DATE,
    "baseline_finish": _DATE,
    "actual_start": _DATE,
    "actual_finish": _DATE,
    "due": _DATE,
    "raised_on": _DATE,
    "decided_on": _DATE,
    "review": _DATE,
    "duration": frozenset({"duration"}),
    "work": frozenset({"duration"}),
    "percent_complete": _NUMBER,
    "slip": frozenset({"number", "duration"}),
    # how much
    "amount": _MONEY,
    "budget": _MONEY,
    "baseline_budget": _MONEY,
    "cost_forecast": _MONEY,
    "actual_cost": _MONEY,
    "committed_cost": _MONEY,
    "variance": _MONEY,
    "baseline_value": _NUMBER,
    "target": _NUMBER,
    "actual": _NUMBER,
    "weight": _NUMBER,
    "progress": frozenset({"number", "percent", "symbol"}),
    # how it stands
    "stated_status": frozenset({"symbol"}),
    "stated_reason": _TEXT,
    # risk
    "probability": _SCALE,
    "impact": _SCALE,
    "score": _NUMBER,
    "residual_probability": _SCALE,
    "residual_impact": _SCALE,
    "residual_score": _NUMBER,
    "exposure": _MONEY,
    "response": _CHOICE,
    "influence": _SCALE,
    "interest": _SCALE,
}
"""Role to the column types that may hold it. A kind gives a role to one column at most."""
