"""Score a request by the criteria that hold where it lies."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction

from django.db import transaction

from milepost.apps.intake.access import request_for
from milepost.apps.intake.criteria import asked_for, criteria_at, fit_of, scored
from milepost.apps.intake.errors import RequestDecided
from milepost.apps.intake.events import REQUEST_SCORED
from milepost.apps.intake.models import Scoring
from milepost.apps.intake.states import OPEN
from milepost.apps.intake.writing import lock, set_cells
from milepost.apps.org.capabilities import Capability
from milepost.apps.trail.actions.record import record
from milepost.engines.scoring import NotAvailable
from milepost.kernel.errors import MilepostError

_MOST = 1e12


class NoScore(MilepostError):
    """There is no score yet: {reason}"""

    code = "request.no_score"
    status = 422


@transaction.atomic
def score_request(*, actor_id: int, sheet_id: int, row_id: int, values: Mapping[str, float], at: datetime) -> None:
    """Write a scoring; the score of the request follows it. Values of keys that nobody asks for are left out.

    Raises NotFound, NotAllowed, RequestDecided once the request is decided, and NoScore with what is missing or outside its scale.
    """
    request_for(actor_id, sheet_id, row_id, Capability.EDIT)
    writing = lock(sheet_id, actor_id, at)
    request = request_for(actor_id, sheet_id, row_id, Capability.EDIT)
    if request.state not in OPEN:
        raise RequestDecided(state=request.state)
    criteria = criteria_at(request.node)
    said = {key: values[key] for key in asked_for(criteria) if key in values and abs(values[key]) <= _MOST}
    exact = {key: Fraction(str(value)) for key, value in said.items()}
    found = scored(criteria, exact, fit_of(request.node, request.cells.get("serves")))
    if isinstance(found, NotAvailable):
        raise NoScore(reason=found.reason, why=found.code, keys=list(found.keys))
    number = Scoring.objects.filter(sheet_id=sheet_id, row_id=row_id).count() + 1
    kept = {"method": criteria.method, "values": said, "items": list(criteria.items), "parts": list(found.parts), "score": found.score}
    Scoring.objects.create(sheet_id=sheet_id, row_id=row_id, number=number, by=actor_id, at=at, **kept)
    told = {"name": request.name, "score": found.score, "row": row_id}
    record(REQUEST_SCORED, actor_id=actor_id, at=at, node_id=request.node.pk, sheet_id=sheet_id, data=told)
    set_cells(writing, row_id, {"score": found.score})
