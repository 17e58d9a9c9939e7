"""What changes of columns have in common, whether the column is one sheet's or a whole kind's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from milepost.apps.sheets.declarations.difference import refit_needed
from milepost.apps.sheets.errors import ColumnDeclared, ColumnUnknown
from milepost.apps.sheets.kinds.column_wishes import wished_column, wishes_of
from milepost.apps.sheets.models import Change, Column, KindColumn
from milepost.apps.sheets.writing.nameable import surroundings
from milepost.apps.sheets.writing.refitting import Recast, plan_refit, recast_sheet
from milepost.apps.sheets.writing.store import Stored, column_of
from milepost.apps.sheets.writing.write import Writing
from milepost.engines.sheet import Column as ModelColumn
from milepost.engines.sheet import Sheet as Model


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a column shall be; None leaves a thing as it is. `after` is the key of the own column to stand behind, "" for the first."""

    title: str | None = None
    type: str | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    after: str | None = None
    retired: bool | None = None


def fields_of(column: ModelColumn) -> dict[str, Any]:
    """What the tables keep of a column."""
    kept = {"key": column.key, "title": column.title, "type": column.type, "width": column.width}
    return {**kept, "options": dict(column.options), "computed": column.computed}


def keep_column(stored: Stored, column: ModelColumn, wanted: Wanted, at: datetime) -> None:
    """Write a changed column."""
    for name, value in fields_of(column).items():
        setattr(stored, name, value)
    if wanted.retired is not None:
        stored.retired_at = at if wanted.retired else None
    stored.save()


def own_column(own: QuerySet[Column] | QuerySet[KindColumn], key: str, known: Mapping[str, ModelColumn]) -> Stored:
    """The column that users added under this key, retired or not. Raises ColumnDeclared for one of the declaration, and ColumnUnknown."""
    stored: Stored | None = own.filter(key=key).first()
    if stored is None:
        if key in known:
            raise ColumnDeclared(title=known[key].title)
        raise ColumnUnknown(key=key)
    return stored


def changed_column(stored: Stored, wanted: Wanted, beside: Mapping[str, ModelColumn], *, kind: str, plain: bool = False) -> ModelColumn:
    """The column as it shall be. Raises what `wished_column` does."""
    column = column_of(stored)
    type_ = wanted.type or column.type
    wishes = {**(wishes_of(column) if type_ == column.type else {"width": column.width}), **wanted.options}
    others = {key: one for key, one in beside.items() if key != column.key}
    return wished_column(
        key=column.key, title=wanted.title or column.title, type=type_, wishes=wishes, beside=others, kind=kind, plain=plain
    )


def place_behind(own: QuerySet[Column] | QuerySet[KindColumn], stored: Stored, after: str | None) -> None:
    """Put an own column behind another own one. Raises ColumnUnknown."""
    if after is None:
        return
    others = [one for one in own.order_by("position", "id") if one.key != stored.key]
    keys = [one.key for one in others]
    if after and after not in keys:
        raise ColumnUnknown(key=after)
    others.insert(keys.index(after) + 1 if after else 0, stored)
    for position, one in enumerate(others, start=1):
        if one.position != position:
            one.position = position
            one.save(update_fields=["position"])


def recast_with(model: Model, column: ModelColumn, *, gone: bool = False) -> Recast:
    """The columns of a model with this one, new or changed, or without it."""
    was = model.columns.get(column.key)
    columns = {**model.columns, column.key: column}
    if gone:
        del columns[column.key]
    refits = [column.key] if not gone and was is not None and refit_needed(was, column) else []
    return Recast(tuple(columns.values()), refits)


def recast_by_column(writing: Writing, column: ModelColumn, *, gone: bool = False, client_op_id: str | None = None) -> Change:
    """Let a locked sheet have this column, new or changed, or no longer have it; one change of the sheet."""
    model = writing.model
    recast = recast_with(model, column, gone=gone)
    around = surroundings(model, actor_id=writing.edit.actor_id, sheet_id=writing.sheet.pk)
    return recast_sheet(writing, writing.kind, recast, plan_refit(model, recast, around), client_op_id)
