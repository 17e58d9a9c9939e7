"""How requests are scored at a place: what the office set at the node or nearest above it, else what everybody begins with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from milepost.apps.intake.models import Criteria
from milepost.apps.org.models import Node
from milepost.apps.org.paths import prefixes
from milepost.apps.sheets.models import Row, Sheet
from milepost.engines.scoring import Criterion, NotAvailable, Weighted, rice, strategic_fit, weighted, wsjf
from milepost.engines.sheet import Cell

METHODS = ("weighted", "wsjf", "rice")
_ASKED: Mapping[str, tuple[str, ...]] = {
    "wsjf": ("value", "criticality", "reduction", "size"),
    "rice": ("reach", "impact", "confidence", "effort"),
}
_DEFAULT: Sequence[Mapping[str, Any]] = (
    {"key": "fit", "title": "Strategic fit", "weight": 4, "low": 0, "high": 1, "less": False, "source": "fit"},
    {"key": "value", "title": "Value to customers and staff", "weight": 3, "low": 0, "high": 10, "less": False, "source": "typed"},
    {"key": "urgency", "title": "Cost of waiting", "weight": 2, "low": 0, "high": 10, "less": False, "source": "typed"},
    {"key": "risk", "title": "Risk of doing it", "weight": 1, "low": 0, "high": 10, "less": True, "source": "typed"},
)


@dataclass(frozen=True, slots=True)
class InForce:
    """The criteria that hold at a place; `node_id` is where they were set, None for those that everybody begins with."""

    method: str
    items: Sequence[Mapping[str, Any]]
    node_id: int | None
    node_name: str
    number: int


@dataclass(frozen=True, slots=True)
class Scored:
    """A score, and what each criterion brought to it: [{key, share, points}], empty where the method has no parts."""

    score: float
    parts: Sequence[Mapping[str, Any]]


def criteria_at(node: Node) -> InForce:
    """What holds at a node. Two queries."""
    above = Node.objects.unscoped(reason="where criteria were set, above a node that its reader sees").filter(path__in=prefixes(node.path))
    places = {pk: (path, name) for pk, path, name in above.values_list("id", "path", "name")}
    found = sorted(Criteria.objects.filter(node_id__in=places), key=lambda one: (len(places[one.node_id][0]), one.number))
    if not found:
        return InForce("weighted", _DEFAULT, None, "", 0)
    last = found[-1]
    return InForce(last.method, last.items, last.node_id, places[last.node_id][1], last.number)


def asked_for(criteria: InForce) -> tuple[str, ...]:
    """The keys that a person says something to."""
    if criteria.method == "weighted":
        return tuple(str(one["key"]) for one in criteria.items if one["source"] == "typed")
    return _ASKED[criteria.method]


def fit_of(node: Node, served: Cell) -> Fraction | NotAvailable:
    """Strategic fit by the objectives at the node and above it; an objective without a weight counts one. Two queries."""
    sheets = Sheet.objects.filter(kind="objectives", node__path__in=prefixes(node.path)).values_list("id", flat=True)
    rows = Row.objects.filter(sheet_id__in=list(sheets), deleted_seq=None).values_list("sheet_id", "row_id", "cells")
    weights = {(sheet, row): _weight(cells.get("weight")) for sheet, row, cells in rows}
    refs = {(ref.get("sheet"), ref.get("row")) for ref in served if isinstance(ref, dict)} if isinstance(served, list) else set()
    return strategic_fit([weight for ref, weight in weights.items() if ref in refs], list(weights.values()))


def scored(criteria: InForce, values: Mapping[str, Fraction], fit: Fraction | NotAvailable) -> Scored | NotAvailable:
    """The score of values by the criteria, or why there is none."""
    match criteria.method:
        case "wsjf":
            return _plain(_asked_or(criteria, values) or wsjf(**values))
        case "rice":
            return _plain(_asked_or(criteria, values) or rice(**{**values, "confidence": values["confidence"] / 100}))
        case _:
            return _weighted(criteria, values, fit)


def _asked_or(criteria: InForce, values: Mapping[str, Fraction]) -> NotAvailable | None:
    missing = tuple(key for key in asked_for(criteria) if key not in values)
    return NotAvailable("score.missing", "Not every criterion has a value yet.", missing) if missing else None


def _plain(found: Fraction | NotAvailable) -> Scored | NotAvailable:
    return found if isinstance(found, NotAvailable) else Scored(round(float(found), 4), ())


def _weighted(criteria: InForce, values: Mapping[str, Fraction], fit: Fraction | NotAvailable) -> Scored | NotAvailable:
    said, items = dict(values), list(criteria.items)
    if isinstance(fit, NotAvailable) and criteria.node_id is None:  # nobody asked for the fit: without objectives it is left out
        items = [one for one in items if one["source"] != "fit"]
    for one in items:
        if one["source"] == "fit":
            if isinstance(fit, NotAvailable):
                return fit
            said[str(one["key"])] = fit
    found = weighted([_criterion(one) for one in items], said)
    if not isinstance(found, Weighted):
        return found
    parts = [{"key": part.key, "share": round(float(part.share), 4), "points": round(float(part.points), 2)} for part in found.parts]
    return Scored(round(float(found.score), 4), parts)


def _criterion(item: Mapping[str, Any]) -> Criterion:
    low, high = (Fraction(0), Fraction(1)) if item["source"] == "fit" else (Fraction(str(item["low"])), Fraction(str(item["high"])))
    return Criterion(str(item["key"]), Fraction(str(item["weight"])), low, high, bool(item["less"]))


def _weight(cell: Cell) -> Fraction:
    return Fraction(str(cell)) if isinstance(cell, (int, float)) and not isinstance(cell, bool) and cell >= 0 else Fraction(1)
