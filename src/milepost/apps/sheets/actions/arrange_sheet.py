"""Change a sheet itself: its name, and the columns that its users add."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction

from milepost.apps.sheets.events import COLUMN_ADDED, COLUMN_CHANGED, SHEET_RENAMED
from milepost.apps.sheets.kinds.acts import asked_of, require_act
from milepost.apps.sheets.kinds.column_wishes import wished_column
from milepost.apps.sheets.kinds.declared import declaration_of
from milepost.apps.sheets.models import Change, ChangeKind, Column
from milepost.apps.sheets.names import plain_words
from milepost.apps.sheets.writing import cache
from milepost.apps.sheets.writing.arranging import (
    Wanted,
    changed_column,
    fields_of,
    keep_column,
    own_column,
    place_behind,
    recast_by_column,
)
from milepost.apps.sheets.writing.result import ChangeResult, told_to_writer
from milepost.apps.sheets.writing.write import Writing, begin, earlier
from milepost.apps.trail.actions.record import record
from milepost.kernel.ids import new_id


@transaction.atomic
def add_column(
    *,
    actor_id: int,
    sheet_id: int,
    title: str,
    type: str,
    at: datetime,
    choices: Sequence[Any] = (),
    options: Mapping[str, Any] | None = None,
    client_op_id: str | None = None,
) -> ChangeResult:
    """Add a column of the users' own, of any type, with what `column_wishes` knows in `options`. Everybody who looks on loads again.

    Raises NotFound, NotAllowed, ColumnTypeUnknown, ChoicesMissing, KindUnknown, ComputeBroken, and Invalid for what else does not fit.
    """
    writing = begin(actor_id=actor_id, sheet_id=sheet_id, at=at)
    before = earlier(actor_id=actor_id, sheet_id=sheet_id, client_op_id=client_op_id)
    if before is not None:
        return told_to_writer(before)
    require_act(asked_of(writing.kind), writing.bits, "columns")
    column_id = new_id()
    wishes = {**(options or {}), "choices": list(choices)}
    plain = declaration_of(writing.kind) is None
    asked: dict[str, Any] = {"title": title, "type": type, "wishes": wishes, "kind": writing.kind.name, "plain": plain}
    column = wished_column(key=f"c{column_id}", beside=writing.model.columns, **asked)
    own = Column.objects.filter(sheet_id=sheet_id)
    own.create(id=column_id, sheet_id=sheet_id, position=own.count() + 1, **fields_of(column))
    change = recast_by_column(writing, column, client_op_id=client_op_id)
    _record(COLUMN_ADDED, writing, change, {"name": writing.sheet.name, "title": column.title})
    return told_to_writer(change)


@transaction.atomic(durable=True)
def change_column(*, actor_id: int, sheet_id: int, key: str, at: datetime, wanted: Wanted, client_op_id: str | None = None) -> ChangeResult:
    """Rename, widen, move, retire or bring back a column that users added, or change its choices and options.

    Cells that do not fit any more keep what they held, with the reason. Raises what `add_column` does, and ColumnDeclared.
    """
    writing = begin(actor_id=actor_id, sheet_id=sheet_id, at=at)
    before = earlier(actor_id=actor_id, sheet_id=sheet_id, client_op_id=client_op_id)
    if before is not None:
        return told_to_writer(before)
    require_act(asked_of(writing.kind), writing.bits, "columns")
    stored = own_column(Column.objects.filter(sheet_id=sheet_id), key, writing.model.columns)
    column = changed_column(stored, wanted, writing.model.columns, kind=writing.kind.name, plain=declaration_of(writing.kind) is None)
    keep_column(stored, column, wanted, at)
    place_behind(Column.objects.filter(sheet_id=sheet_id), stored, wanted.after)
    change = recast_by_column(writing, column, gone=stored.retired_at is not None, client_op_id=client_op_id)
    _record(COLUMN_CHANGED, writing, change, {"name": writing.sheet.name, "title": column.title})
    return told_to_writer(change)


@transaction.atomic(durable=True)
def rename_sheet(*, actor_id: int, sheet_id: int, name: str, at: datetime, client_op_id: str | None = None) -> ChangeResult:
    """Give a sheet another name. Raises NotFound, NotAllowed, and Invalid for an empty one."""
    writing = begin(actor_id=actor_id, sheet_id=sheet_id, at=at)
    before = earlier(actor_id=actor_id, sheet_id=sheet_id, client_op_id=client_op_id)
    if before is not None:
        return told_to_writer(before)
    was, writing.sheet.name = writing.sheet.name, plain_words(name, "name")
    change = _log_name(writing, client_op_id, writing.sheet.name)
    _record(SHEET_RENAMED, writing, change, {"before": was, "name": writing.sheet.name})
    return told_to_writer(change)


def _log_name(writing: Writing, client_op_id: str | None, name: str) -> Change:
    sheet, edit = writing.sheet, writing.edit
    sheet.seq += 1
    sheet.save(update_fields=["seq", "name"])
    effect = {"deltas": {}, "inserted": [], "removed": [], "moved": [], "settings": {}, "name": name}
    transaction.on_commit(partial(cache.models.give_back, sheet.pk, writing.model, sheet.seq))
    return Change.objects.create(
        sheet_id=sheet.pk, seq=sheet.seq, actor_id=edit.actor_id, client_op_id=client_op_id, at=edit.at, kind=ChangeKind.NAME, effect=effect
    )


def _record(event: Any, writing: Writing, change: Change, data: Mapping[str, Any]) -> None:
    edit = writing.edit
    record(event, actor_id=edit.actor_id, at=edit.at, node_id=edit.node_id, sheet_id=edit.sheet_id, seq=change.seq, data=dict(data))
