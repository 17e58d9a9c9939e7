"""Book cost and hours on the tasks of a plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from django.db import transaction

from milepost.apps.planning.errors import NoSuchTask, PeriodBackwards
from milepost.apps.planning.events import ACTUALS_POSTED
from milepost.apps.planning.figures import write_figures
from milepost.apps.planning.kinds import plan_state
from milepost.apps.planning.models import Actuals
from milepost.apps.sheets.writing import cache
from milepost.apps.sheets.writing.write import begin
from milepost.apps.trail.actions.record import record


@dataclass(frozen=True, slots=True)
class ActualsEntry:
    """Minutes and cost (minor units of the plan's currency) of a period, both days included; `row_id` None is the plan as a whole."""

    row_id: int | None
    first: date
    last: date
    minutes: int = 0
    cost: int = 0


@transaction.atomic
def post_actuals(*, actor_id: int, sheet_id: int, entries: Sequence[ActualsEntry], at: datetime) -> int:
    """Book entries and bring the plan's figures up to date; how many there were. A correction is an entry with a minus.

    Raises NotFound, NotAllowed, NotAPlan, NoSuchTask and PeriodBackwards; nothing is booked then.
    """
    writing = begin(actor_id=actor_id, sheet_id=sheet_id, at=at)
    state = plan_state(writing)
    for entry in entries:
        if entry.last < entry.first:
            raise PeriodBackwards(first=entry.first.isoformat(), last=entry.last.isoformat())
        if entry.row_id is not None and entry.row_id not in state.tasks:
            raise NoSuchTask(row=entry.row_id)
    Actuals.objects.bulk_create(
        Actuals(
            sheet_id=sheet_id,
            row_id=entry.row_id,
            first=entry.first,
            last=entry.last,
            minutes=entry.minutes,
            cost=entry.cost,
            actor_id=actor_id,
            at=at,
        )
        for entry in entries
    )
    write_figures(writing.model, state, writing.edit, writing.sheet.seq)
    data = {"count": len(entries)}
    record(ACTUALS_POSTED, actor_id=actor_id, at=at, node_id=writing.edit.node_id, sheet_id=sheet_id, data=data)
    transaction.on_commit(partial(cache.models.give_back, sheet_id, writing.model, writing.sheet.seq))
    return len(entries)
