"""Change a sheet itself: its name, and the columns that its users add."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from django.db import transaction

from milepost.apps.sheets import cache
from milepost.apps.sheets.errors import ChoicesMissing, ColumnTypeUnknown
from milepost.apps.sheets.events import COLUMN_ADDED, SHEET_RENAMED
from milepost.apps.sheets.models import Change, ChangeKind, Column
from milepost.apps.sheets.result import ChangeResult, told_to_writer
from milepost.apps.sheets.values import USER_TYPES
from milepost.apps.sheets.writing import Writing, begin, earlier
from milepost.apps.trail.actions.record import record
from milepost.engines.sheet import Column as ModelColumn
from milepost.kernel.errors import Invalid
from milepost.kernel.ids import new_id


@transaction.atomic(durable=True)
def add_column(
    *, actor_id: int, sheet_id: int, title: str, type: str, at: datetime, choices: Sequence[str] = (), client_op_id: str | None = None
) -> ChangeResult:
    """Add a column of the users' own: text, number, date, check or choice. Everybody who looks on loads the sheet again.

    Raises NotFound, NotAllowed, ColumnTypeUnknown, ChoicesMissing, and Invalid for an empty title.
    """
    writing = begin(actor_id=actor_id, sheet_id=sheet_id, at=at)
    before = earlier(actor_id=actor_id, sheet_id=sheet_id, client_op_id=client_op_id)
    if before is not None:
        return told_to_writer(before)
    if type not in USER_TYPES:
        raise ColumnTypeUnknown(type=type, types=", ".join(USER_TYPES))
    if type == "choice" and not any(choice.strip() for choice in choices):
        raise ChoicesMissing
    column = _create_column(writing, _words(title, "title"), type, [choice.strip() for choice in choices if choice.strip()])
    change = _log(writing, ChangeKind.COLUMNS, client_op_id, None)
    data = {"name": writing.sheet.name, "title": column.title}
    record(COLUMN_ADDED, actor_id=actor_id, at=at, node_id=writing.edit.node_id, sheet_id=sheet_id, seq=change.seq, data=data)
    return told_to_writer(change)


@transaction.atomic(durable=True)
def rename_sheet(*, actor_id: int, sheet_id: int, name: str, at: datetime, client_op_id: str | None = None) -> ChangeResult:
    """Give a sheet another name. Raises NotFound, NotAllowed, and Invalid for an empty one."""
    writing = begin(actor_id=actor_id, sheet_id=sheet_id, at=at)
    before = earlier(actor_id=actor_id, sheet_id=sheet_id, client_op_id=client_op_id)
    if before is not None:
        return told_to_writer(before)
    was, writing.sheet.name = writing.sheet.name, _words(name, "name")
    change = _log(writing, ChangeKind.NAME, client_op_id, writing.sheet.name)
    data = {"before": was, "name": writing.sheet.name}
    record(SHEET_RENAMED, actor_id=actor_id, at=at, node_id=writing.edit.node_id, sheet_id=sheet_id, seq=change.seq, data=data)
    return told_to_writer(change)


def _create_column(writing: Writing, title: str, type: str, choices: list[str]) -> ModelColumn:
    column_id = new_id()
    options = {"choices": choices} if choices else {}
    position = Column.objects.filter(sheet_id=writing.sheet.pk).count() + 1
    key = f"c{column_id}"
    Column.objects.create(id=column_id, sheet_id=writing.sheet.pk, key=key, title=title, type=type, position=position, options=options)
    column = ModelColumn(key, title, type, options=options)
    writing.model.columns[key] = column
    return column


def _log(writing: Writing, kind: ChangeKind, client_op_id: str | None, name: str | None) -> Change:
    sheet, edit = writing.sheet, writing.edit
    sheet.seq += 1
    sheet.save(update_fields=["seq", "name"])
    effect = None if name is None else {"deltas": {}, "inserted": [], "removed": [], "moved": [], "settings": {}, "name": name}
    transaction.on_commit(partial(cache.models.give_back, sheet.pk, writing.model, sheet.seq))
    return Change.objects.create(
        sheet_id=sheet.pk, seq=sheet.seq, actor_id=edit.actor_id, client_op_id=client_op_id, at=edit.at, kind=kind, effect=effect
    )


def _words(text: str, field: str) -> str:
    words = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    if not words or len(words) > 100:
        raise Invalid(field=field, reason="it needs between 1 and 100 characters")
    return words
