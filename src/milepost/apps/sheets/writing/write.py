"""The one way in which a sheet changes, inside the transaction of an action: lock, model, apply, recompute, write, event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any, cast

from django.db import transaction

from milepost.apps.org.queries import person
from milepost.apps.sheets.access import editable_sheet_and_rights
from milepost.apps.sheets.errors import RowDeleted
from milepost.apps.sheets.events import SHEET_CHANGED
from milepost.apps.sheets.kinds.kind import Committed, Deltas, Edit, Kind, kind_named
from milepost.apps.sheets.linking.reach import may_be_told
from milepost.apps.sheets.models import Change, ChangeKind, Row, Sheet
from milepost.apps.sheets.search.index import index_rows
from milepost.apps.sheets.writing import cache, store
from milepost.apps.sheets.writing.effect import effect_of, kept_in_log
from milepost.apps.sheets.writing.naming import note_people
from milepost.apps.trail.actions.record import record
from milepost.engines.sheet import Applied, Insert, Op, RowUnknown, apply_all, op_to_json, rows_named, write_computed
from milepost.engines.sheet import Sheet as Model


@dataclass(frozen=True, slots=True)
class Writing:
    """A sheet that is locked, with its model at the sheet's `seq`, and the writer's capability bits there."""

    sheet: Sheet
    model: Model
    kind: Kind
    edit: Edit
    bits: int = 0


@dataclass(frozen=True, slots=True)
class Call:
    """How a change came about: see the fields of `models.Change`."""

    kind: ChangeKind
    client_op_id: str | None = None
    of: int | None = None
    report: dict[str, Any] = field(default_factory=dict)
    as_of: datetime | None = None


def begin(*, actor_id: int, sheet_id: int, at: datetime) -> Writing:
    """Lock a sheet that the person may edit, and take its model. Raises NotFound and NotAllowed."""
    sheet, bits = editable_sheet_and_rights(actor_id, sheet_id)
    edit = Edit(sheet_id, sheet.node_id, actor_id, at)
    return Writing(sheet, cache.models.take(sheet), kind_named(sheet.kind), edit, bits)


def earlier(*, actor_id: int, sheet_id: int, client_op_id: str | None) -> Change | None:
    """The change that an earlier call with the same `client_op_id` made, if it did. Ask under the lock."""
    if client_op_id is None:
        return None
    return Change.objects.filter(sheet_id=sheet_id, actor_id=actor_id, client_op_id=client_op_id).first()


def write(writing: Writing, ops: Sequence[Op], call: Call) -> Change:
    """Apply prepared operations, recompute, and write rows, history, change, the kind's own tables and the event.

    The model is given back to the cache after the commit; an error on the way leaves it to be read again.
    Raises RowDeleted, what the engine refuses, and what the kind refuses.
    """
    applied = _applied(writing, ops)
    writing.model.extra["edit"] = writing.edit
    computed = write_computed(writing.model, writing.kind.recompute(writing.model, applied.dirty))
    return keep(writing, applied, computed, call)


def keep(writing: Writing, applied: Applied, computed: Deltas, call: Call) -> Change:
    """Write what was applied to the model and computed from it: rows, history, change, the kind's own tables and the event."""
    sheet, model, edit = writing.sheet, writing.model, writing.edit
    seq = sheet.seq + 1
    store.write_rows(sheet.pk, model, store.touched_rows(applied.dirty, computed), applied.dirty.removed, seq)
    store.write_history(applied.ops, applied.undo, replace(edit, at=call.as_of or edit.at), seq)
    index_rows(sheet.pk, model, applied.dirty)
    note_people(sheet, model, applied.dirty, computed)
    change = log(writing, call, applied, computed)
    writing.kind.commit(model, Committed(edit, seq, applied.dirty, computed))
    record(SHEET_CHANGED, actor_id=edit.actor_id, at=edit.at, node_id=edit.node_id, sheet_id=sheet.pk, seq=seq, data={"name": sheet.name})
    transaction.on_commit(partial(cache.models.give_back, sheet.pk, model, seq))
    return change


def log(writing: Writing, call: Call, applied: Applied, computed: Deltas) -> Change:
    """Write the change under the next number, and the sheet's new number and settings; what is returned has the whole effect."""
    sheet, model = writing.sheet, writing.model
    sheet.seq += 1
    sheet.settings = dict(model.settings)
    sheet.save(update_fields=["seq", "settings"] if applied.dirty.settings else ["seq"])
    told = may_be_told(model, sheet.pk, computed, applied.dirty.inserted)
    effect = effect_of(model, applied.dirty, computed) if told else None
    change = change_of(writing, call, applied, kept_in_log(effect))
    change.save(force_insert=True)
    change.effect = effect
    return change


def change_of(writing: Writing, call: Call, applied: Applied, effect: dict[str, Any] | None) -> Change:
    """The row of the log, not yet written, for what was applied under the sheet's present number."""
    return Change(
        sheet_id=writing.sheet.pk,
        seq=writing.sheet.seq,
        actor_id=writing.edit.actor_id,
        client_op_id=call.client_op_id,
        at=writing.edit.at,
        as_of=call.as_of,
        kind=call.kind,
        ops=[op_to_json(op) for op in applied.ops],
        undo=[op_to_json(op) for op in applied.undo],
        effect=effect,
        report=call.report,
        of=call.of,
    )


def refuse_missing_rows(writing: Writing, ops: Sequence[Op]) -> None:
    """Raise RowDeleted or RowUnknown where operations name rows that are not there and that they do not bring themselves."""
    coming: set[int] = set()
    for op in ops:
        for row in rows_named(op):
            if row not in writing.model.rows and row not in coming:
                raise _deleted(writing.sheet.pk, RowUnknown(row=row))
        if isinstance(op, Insert):
            coming.update(new.id for new in op.rows)


def _applied(writing: Writing, ops: Sequence[Op]) -> Applied:
    try:
        return apply_all(writing.model, ops)
    except RowUnknown as unknown:
        raise _deleted(writing.sheet.pk, unknown) from None


def _deleted(sheet_id: int, unknown: RowUnknown) -> RowDeleted | RowUnknown:
    row_id = cast("int", unknown.data["row"])
    seq = Row.objects.filter(sheet_id=sheet_id, row_id=row_id).exclude(deleted_seq=None).values_list("deleted_seq", flat=True).first()
    if seq is None:
        return unknown
    actor_id, at = Change.objects.values_list("actor_id", "at").get(sheet_id=sheet_id, seq=seq)
    who = person(actor_id) if actor_id else None
    moment = at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return RowDeleted(row=row_id, who=who.name if who else "Somebody", who_id=actor_id, at=moment)
