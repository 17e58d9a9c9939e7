"""Take a deleted row out of the bin, with what stood below it: a change of the sheet like any other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction

from milepost.apps.org.capabilities import Capability
from milepost.apps.org.errors import AboveInBin
from milepost.apps.sheets.actions.bin_sheet import bring_home
from milepost.apps.sheets.kinds.acts import require_acts
from milepost.apps.sheets.models import CellHistory, Change, ChangeKind, Row, Sheet
from milepost.apps.sheets.row_access import binned_sheet
from milepost.apps.sheets.row_names import primary_key, row_name
from milepost.apps.sheets.writing.store import columns_of
from milepost.apps.sheets.writing.write import Call, begin, write
from milepost.engines.sheet import Kept, Op, Restore, op_from_json, plan_undo, rows_named
from milepost.kernel.errors import NotFound


@transaction.atomic
def restore_row(*, actor_id: int, sheet_id: int, row_id: int, at: datetime, above: bool = False) -> int:
    """Put a deleted row back where it stood, whatever was edited since; the number of the change that does.

    What the deletion took out of other rows, links to it for example, comes back too where the row went alone. With `above` a
    deleted row, sheet or node over it is restored first. Raises NotFound for a row that is not in the bin, NotAllowed, AboveInBin,
    and what the sheet's kind refuses.
    """
    sheet = binned_sheet(actor_id, sheet_id, Capability.EDIT, what="row")
    row = Row.objects.filter(sheet_id=sheet_id, row_id=row_id).exclude(deleted_seq=None).first()
    if row is None or row.deleted_seq is None:
        raise NotFound(what="row")
    bring_home(actor_id=actor_id, sheet=sheet, at=at, above=above)
    if row.parent_id is not None:
        _bring_row(actor_id, sheet, row.parent_id, at, above)
    writing = begin(actor_id=actor_id, sheet_id=sheet_id, at=at)
    deletion = Change.objects.get(sheet_id=sheet_id, seq=row.deleted_seq)
    ops = [op_from_json(op) for op in deletion.ops]
    plan = plan_undo(writing.model, ops, _inverses(deletion, row_id), _edited_since(deletion))
    require_acts(writing.kind, writing.bits, plan.ops)
    return write(writing, plan.ops, Call(ChangeKind.EDIT)).seq


def bring_row_home(*, actor_id: int, sheet_id: int, row_id: int | None, at: datetime, above: bool, what: str) -> Sheet:
    """See to it that a row is there, before a comment or a file (`what`) is restored onto it; the sheet.

    Raises NotFound and NotAllowed where the person may not comment there, and as `bring_home` does.
    """
    sheet = binned_sheet(actor_id, sheet_id, Capability.COMMENT, what=what)
    bring_home(actor_id=actor_id, sheet=sheet, at=at, above=above)
    if row_id is not None:
        _bring_row(actor_id, sheet, row_id, at, above)
    return sheet


def _bring_row(actor_id: int, sheet: Sheet, row_id: int, at: datetime, above: bool) -> None:
    row = Row.objects.filter(sheet_id=sheet.pk, row_id=row_id).exclude(deleted_seq=None).first()
    if row is None:
        return
    if not above:
        raise AboveInBin(name=row_name(row.cells, primary_key(columns_of(sheet))), what="row", id=row_id, sheet_id=sheet.pk)
    restore_row(actor_id=actor_id, sheet_id=sheet.pk, row_id=row_id, at=at, above=True)


def _inverses(deletion: Change, row_id: int) -> Sequence[Op]:
    """What brings back this row and what went with it: all that the change took, where it took nothing else."""
    inverses = [op_from_json(op) for op in deletion.undo]
    taken = [row for op in inverses if isinstance(op, Restore) for row in op.rows]
    kept = _subtree(taken, row_id)
    return inverses if len(kept) == len(taken) else [Restore(tuple(kept))]


def _subtree(rows: Iterable[Kept], top: int) -> list[Kept]:
    """Of rows with parents before their children those at and below the top one."""
    inside = {top}
    found = []
    for row in rows:
        if row.id == top or row.parent in inside:
            inside.add(row.id)
            found.append(row)
    return found


def _edited_since(deletion: Change) -> frozenset[tuple[int, str]]:
    named = {row for op in map(op_from_json, deletion.undo) for row in rows_named(op)}
    edits = CellHistory.objects.filter(sheet_id=deletion.sheet_id, seq__gt=deletion.seq, row_id__in=named)
    return frozenset(edits.values_list("row_id", "key"))
