"""Several changes of one sheet, one after the other, written together: reports that come in late are many changes of few rows.

What is left in the tables is what `writing.write` would have left, change by change; the event tells of the last one only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from django.db import transaction

from milepost.apps.sheets.events import SHEET_CHANGED
from milepost.apps.sheets.kinds.kind import Committed, Deltas
from milepost.apps.sheets.linking.reach import may_be_told
from milepost.apps.sheets.models import Change
from milepost.apps.sheets.search.index import index_rows
from milepost.apps.sheets.writing import cache, store
from milepost.apps.sheets.writing.effect import effect_of, kept_in_log
from milepost.apps.sheets.writing.naming import note_people
from milepost.apps.sheets.writing.write import Call, Writing, change_of
from milepost.apps.trail.actions.record import record
from milepost.engines.sheet import Applied, Cell, Dirty, Op, apply_all, write_computed


def write_series(writing: Writing, changes: Sequence[tuple[Sequence[Op], Call]]) -> None:
    """Apply each of the prepared changes to the model and write them all. They set cells of rows that are there; nothing else.

    Raises what the engine and the kind refuse; then nothing is written.
    """
    sheet, model, edit = writing.sheet, writing.model, writing.edit
    model.extra["edit"] = edit
    touched, computed, logged = Dirty(), dict[int, dict[str, Cell]](), []
    for ops, call in changes:
        applied = apply_all(model, ops)
        deltas = write_computed(model, writing.kind.recompute(model, applied.dirty))
        sheet.seq += 1
        store.write_history(applied.ops, applied.undo, replace(edit, at=call.as_of or edit.at), sheet.seq)
        effect = effect_of(model, applied.dirty, deltas) if may_be_told(model, sheet.pk, deltas) else None
        logged.append(change_of(writing, call, applied, kept_in_log(effect)))
        _add(touched, computed, applied, deltas)
    Change.objects.bulk_create(logged)
    store.write_rows(sheet.pk, model, store.touched_rows(touched, computed), (), sheet.seq)
    index_rows(sheet.pk, model, touched)
    note_people(sheet, model, touched, computed)
    sheet.save(update_fields=["seq"])
    writing.kind.commit(model, Committed(edit, sheet.seq, touched, computed))
    named = {"name": sheet.name}
    record(SHEET_CHANGED, actor_id=edit.actor_id, at=edit.at, node_id=edit.node_id, sheet_id=sheet.pk, seq=sheet.seq, data=named)
    transaction.on_commit(partial(cache.models.give_back, sheet.pk, model, sheet.seq))


def _add(touched: Dirty, computed: dict[int, dict[str, Cell]], applied: Applied, deltas: Deltas) -> None:
    for row, keys in applied.dirty.cells.items():
        touched.cells.setdefault(row, set()).update(keys)
    for row, cells in deltas.items():
        computed.setdefault(row, {}).update(cells)
