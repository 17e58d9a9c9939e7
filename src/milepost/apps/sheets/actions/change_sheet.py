"""Edit a sheet: set cells, insert, delete and move rows, change settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction

from milepost.apps.org.queries.names import names_of
from milepost.apps.sheets.kinds.acts import require_acts
from milepost.apps.sheets.models import CellHistory, ChangeKind
from milepost.apps.sheets.writing.result import ChangeResult, told_to_writer
from milepost.apps.sheets.writing.typed import typed_ops
from milepost.apps.sheets.writing.write import Call, Writing, begin, earlier, refuse_missing_rows, write
from milepost.engines.sheet import CellEdit, Op, Set, overwritten


@transaction.atomic(durable=True)
def change_sheet(
    *, actor_id: int, sheet_id: int, ops: Sequence[Op], client_op_id: str | None, base_seq: int | None, at: datetime
) -> ChangeResult:
    """Apply what a person did, all of it or nothing, and answer with what changed.

    A repeated `client_op_id` changes nothing: it gets the first answer again, or `refetch` where that was more than the log keeps (see
    `kept_in_log`). `base_seq` is the change that the writer had seen: cells that somebody else edited since are overwritten and reported.
    Raises NotFound, NotAllowed, RowDeleted and whatever the sheet's kind refuses.
    """
    writing = begin(actor_id=actor_id, sheet_id=sheet_id, at=at)
    before = earlier(actor_id=actor_id, sheet_id=sheet_id, client_op_id=client_op_id)
    if before is not None:
        return told_to_writer(before)
    report: dict[str, Any] = {"overwritten": _overwritten(writing, ops, base_seq)}
    require_acts(writing.kind, writing.bits, ops)
    refuse_missing_rows(writing, ops)
    typed = typed_ops(writing.model, writing.kind, ops, actor_id=actor_id, sheet_id=sheet_id)
    prepared = writing.kind.prepare(writing.model, typed, edit=writing.edit)
    report["notices"] = [asdict(notice) for notice in prepared.notices]
    return told_to_writer(write(writing, prepared.ops, Call(ChangeKind.EDIT, client_op_id, report=report)))


def _overwritten(writing: Writing, ops: Sequence[Op], base_seq: int | None) -> list[dict[str, Any]]:
    if base_seq is None or base_seq >= writing.sheet.seq:
        return []
    rows = {op.row for op in ops if isinstance(op, Set)}
    since = CellHistory.objects.filter(sheet_id=writing.sheet.pk, seq__gt=base_seq, row_id__in=rows).order_by("seq")
    edits = [CellEdit(*edit) for edit in since.values_list("row_id", "key", "seq", "actor_id", "new")]
    found = overwritten(ops, edits, writing.edit.actor_id)
    names = names_of({edit.actor for edit in found if edit.actor is not None})
    return [
        {"row": edit.row, "key": edit.key, "by": edit.actor, "name": names.get(edit.actor or 0), "value": edit.value, "seq": edit.seq}
        for edit in found
    ]
