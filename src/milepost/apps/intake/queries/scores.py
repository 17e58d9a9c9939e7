"""How a request scores, and by which criteria."""

from __future__ import annotations

from dataclasses import asdict
from fractions import Fraction
from typing import Any

from milepost.apps.intake.access import Request
from milepost.apps.intake.criteria import InForce, asked_for, criteria_at, fit_of
from milepost.apps.intake.models import Comparison, Scoring
from milepost.apps.org.access import node_for
from milepost.apps.org.queries.names import names_of
from milepost.engines.scoring import Compared, NotAvailable


def told_scoring(request: Request) -> dict[str, Any]:
    """The criteria that hold where it lies, the strategic fit as it is now, and the last scoring, null where there is none."""
    criteria, fit = criteria_at(request.node), fit_of(request.node, request.cells.get("serves"))
    last = Scoring.objects.filter(sheet_id=request.sheet.pk, row_id=request.row_id).order_by("-number").first()
    return {
        "criteria": told_criteria(criteria),
        "fit": float(fit) if isinstance(fit, Fraction) else None,
        "fit_code": "" if isinstance(fit, Fraction) else fit.code,
        "last": None if last is None else _told(last),
    }


def criteria_for(*, actor_id: int, node_id: int) -> dict[str, Any]:
    """The criteria that hold at a node, and the last comparison in pairs that was made there. Raises NotFound."""
    node = node_for(actor_id, node_id)
    last = Comparison.objects.filter(node=node).order_by("-at", "-id").first()
    judgements = [{"first": first, "second": second, "value": value} for first, second, value in last.judgements] if last else []
    comparison = None if last is None else {"keys": last.keys, "judgements": judgements, "ratio": last.ratio, "at": last.at}
    return {**told_criteria(criteria_at(node)), "comparison": comparison}


def told_comparison(found: Compared | NotAvailable, *, adopt: bool) -> dict[str, Any]:
    """What a comparison in pairs came to, and whether its weights were adopted; without weights which pairs are missing."""
    if isinstance(found, NotAvailable):
        return {"weights": [], "ratio": None, "consistent": False, "doubt": None, "missing": list(found.keys), "adopted": False}
    return {
        "weights": list(found.weights),
        "ratio": round(found.ratio, 4),
        "consistent": found.consistent,
        "doubt": asdict(found.doubt) if found.doubt else None,
        "missing": [],
        "adopted": adopt and found.consistent,
    }


def told_criteria(criteria: InForce) -> dict[str, Any]:
    """The method, its items, what a person is asked for, and where it was set."""
    return {
        "method": criteria.method,
        "items": [dict(one) for one in criteria.items],
        "asked": list(asked_for(criteria)),
        "node_id": criteria.node_id,
        "node_name": criteria.node_name,
        "number": criteria.number,
    }


def _told(last: Scoring) -> dict[str, Any]:
    return {
        "number": last.number,
        "method": last.method,
        "values": last.values,
        "items": last.items,
        "parts": last.parts,
        "score": last.score,
        "by": names_of([last.by]).get(last.by, ""),
        "at": last.at,
    }
