"""Take back one's own last change of a sheet, or do it again; or take back a certain one, whatever came after it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from milepost.apps.sheets.errors import NothingToRedo, NothingToUndo
from milepost.apps.sheets.kinds.acts import require_acts
from milepost.apps.sheets.models import CellHistory, Change, ChangeKind
from milepost.apps.sheets.writing.result import ChangeResult, told_to_writer
from milepost.apps.sheets.writing.stack import last_to_redo, last_to_undo
from milepost.apps.sheets.writing.write import Call, Writing, begin, earlier, write
from milepost.engines.sheet import Op, UndoPlan, op_from_json, plan_undo, rows_named

_MOST_ROWS_ASKED = 1_000


@transaction.atomic(durable=True)
def undo(*, actor_id: int, sheet_id: int, client_op_id: str | None, at: datetime) -> ChangeResult:
    """Take back the person's last change of the sheet that still stands, cell by cell, where others did not change it since.

    What was left as it is stands in `skipped` with the reason. Raises NotAllowed where the kind asks for more than
    the person may now, NothingToUndo, and what the sheet's kind refuses.
    """
    return _take_back(ChangeKind.UNDO, actor_id=actor_id, sheet_id=sheet_id, client_op_id=client_op_id, at=at)


@transaction.atomic(durable=True)
def redo(*, actor_id: int, sheet_id: int, client_op_id: str | None, at: datetime) -> ChangeResult:
    """Take back the person's last undo of the sheet, unless they edited it since. Raises NothingToRedo and as `undo` does."""
    return _take_back(ChangeKind.REDO, actor_id=actor_id, sheet_id=sheet_id, client_op_id=client_op_id, at=at)


@transaction.atomic
def take_back(*, actor_id: int, sheet_id: int, seq: int, client_op_id: str | None, at: datetime) -> ChangeResult | None:
    """Take back one change of the person's own, as `undo` does, whatever came after it; None where it was taken back already.

    Raises NotFound, NotAllowed, NothingToUndo where there is no such change, and what the sheet's kind refuses.
    """
    writing = begin(actor_id=actor_id, sheet_id=sheet_id, at=at)
    target = Change.objects.filter(sheet_id=sheet_id, seq=seq, actor_id=actor_id).first()
    if target is None:
        raise NothingToUndo
    if target.taken_back:
        return None
    return _written(writing, target, ChangeKind.UNDO, client_op_id)


def _take_back(kind: ChangeKind, *, actor_id: int, sheet_id: int, client_op_id: str | None, at: datetime) -> ChangeResult:
    writing = begin(actor_id=actor_id, sheet_id=sheet_id, at=at)
    before = earlier(actor_id=actor_id, sheet_id=sheet_id, client_op_id=client_op_id)
    if before is not None:
        return told_to_writer(before)
    return _written(writing, _target(kind, actor_id, sheet_id), kind, client_op_id)


def _written(writing: Writing, target: Change, kind: ChangeKind, client_op_id: str | None) -> ChangeResult:
    plan = _plan(writing, target)
    # Who may do something may take it back, whatever taking back is to the sheet: what was inserted goes again without a right to delete.
    require_acts(writing.kind, writing.bits, map(op_from_json, target.ops) if kind is ChangeKind.UNDO else plan.ops)
    report = {"skipped": [asdict(skipped) for skipped in plan.skipped]}
    change = write(writing, plan.ops, Call(kind, client_op_id, target.seq, report))
    Change.objects.filter(sheet_id=target.sheet_id, seq=target.seq).update(taken_back=True)
    return told_to_writer(change)


def _target(kind: ChangeKind, actor_id: int, sheet_id: int) -> Change:
    if kind is ChangeKind.UNDO:
        target = last_to_undo(actor_id, sheet_id)
        if target is None:
            raise NothingToUndo
    else:
        target = last_to_redo(actor_id, sheet_id)
        if target is None:
            raise NothingToRedo
    return target


def _plan(writing: Writing, target: Change) -> UndoPlan:
    ops = [op_from_json(op) for op in target.ops]
    inverses = [op_from_json(op) for op in target.undo]
    return plan_undo(writing.model, ops, inverses, _edited_since(target, inverses))


def _edited_since(target: Change, inverses: list[Op]) -> frozenset[tuple[int, str]]:
    edits = CellHistory.objects.filter(sheet_id=target.sheet_id, seq__gt=target.seq)
    rows = {row for op in inverses for row in rows_named(op)}
    if len(rows) <= _MOST_ROWS_ASKED:
        edits = edits.filter(row_id__in=rows)
    return frozenset(edits.values_list("row_id", "key"))
