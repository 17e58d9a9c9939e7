"""Move rows of a plan one level in or out; the moves are one change like any other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from milepost.apps.planning.errors import NothingToIndent
from milepost.apps.planning.kinds import plan_state
from milepost.apps.planning.outline import indents, outdents
from milepost.apps.sheets.models import ChangeKind
from milepost.apps.sheets.writing.result import ChangeResult, told_to_writer
from milepost.apps.sheets.writing.write import Call, begin, earlier, write


@transaction.atomic
def indent_rows(
    *, actor_id: int, sheet_id: int, rows: Sequence[int], outwards: bool, at: datetime, client_op_id: str | None = None
) -> ChangeResult:
    """Put rows below the row before them, or (`outwards`) beside their summary, with what stands below them.

    Raises NotFound, NotAllowed, NotAPlan, RowUnknown, NothingToIndent, and LinkInFamily where a link forbids it.
    """
    writing = begin(actor_id=actor_id, sheet_id=sheet_id, at=at)
    before = earlier(actor_id=actor_id, sheet_id=sheet_id, client_op_id=client_op_id)
    if before is not None:
        return told_to_writer(before)
    plan_state(writing)
    moves = outdents(writing.model, rows) if outwards else indents(writing.model, rows)
    if not moves:
        raise NothingToIndent(direction="out" if outwards else "in")
    prepared = writing.kind.prepare(writing.model, moves, edit=writing.edit)
    notices = {"notices": [asdict(notice) for notice in prepared.notices]}
    return told_to_writer(write(writing, prepared.ops, Call(ChangeKind.EDIT, client_op_id, report=notices)))
