"""Freeze a plan as it stands as its new baseline; the old ones stay."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from milepost.apps.planning.baselines import snapshot
from milepost.apps.planning.bridge.baselined import rows_to_json
from milepost.apps.planning.events import BASELINE_SET
from milepost.apps.planning.kinds import plan_state
from milepost.apps.planning.models import Baseline
from milepost.apps.sheets.models import ChangeKind
from milepost.apps.sheets.writing.result import ChangeResult, told_to_writer
from milepost.apps.sheets.writing.write import Call, begin, earlier, write
from milepost.apps.trail.actions.record import record
from milepost.engines.sheet import Settings
from milepost.kernel.errors import Invalid


@transaction.atomic
def set_baseline(*, actor_id: int, sheet_id: int, at: datetime, name: str | None = None, client_op_id: str | None = None) -> ChangeResult:
    """Make the plan as it stands its baseline, in one change that can be undone: the one before then counts again.

    Raises NotFound, NotAllowed, NotAPlan, and Invalid for a name of more than 200 letters.
    """
    writing = begin(actor_id=actor_id, sheet_id=sheet_id, at=at)
    before = earlier(actor_id=actor_id, sheet_id=sheet_id, client_op_id=client_op_id)
    if before is not None:
        return told_to_writer(before)
    if name is not None and len(name) > 200:
        raise Invalid(field="name", reason="it needs at most 200 characters")
    rows = snapshot(writing.model, plan_state(writing))
    last = Baseline.objects.filter(sheet_id=sheet_id).aggregate(last=Max("number"))["last"]
    number = 0 if last is None else last + 1
    named = (name or "").strip() or f"Baseline {number}"
    baseline = Baseline.objects.create(sheet_id=sheet_id, number=number, name=named, at=at, actor_id=actor_id, rows=rows_to_json(rows))
    change = write(writing, [Settings({"baseline": baseline.pk})], Call(ChangeKind.EDIT, client_op_id, report={"notices": []}))
    record(BASELINE_SET, actor_id=actor_id, at=at, node_id=writing.edit.node_id, sheet_id=sheet_id, seq=change.seq, data={"name": named})
    return told_to_writer(change)
