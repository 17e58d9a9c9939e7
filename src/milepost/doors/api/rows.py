"""One row: all that it holds, and what happened to it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from ninja import Query, Router, Schema
from pydantic import Field

from milepost.apps.sheets.queries.one_row import one_row
from milepost.apps.sheets.queries.row_history import row_history
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.api.paging import Paging
from milepost.doors.api.register_schemas import Act, LinkedRowOut, RegisterNode
from milepost.doors.api.sheet_schemas import ColumnOut
from milepost.doors.clock import now

router = Router(tags=["rows"])
_ROW = "/sheets/{sheet_id}/rows/{row_id}"


class RowDetail(Schema):
    """A row by itself. `above` names the rows that it stands below, `may` is what you may do in its sheet."""

    id: int
    sheet_id: int
    sheet: str
    kind: str
    node: RegisterNode
    seq: int = Field(description="The last change of the sheet, for `base_seq` of an edit.")
    name: str
    parent_id: int | None
    above: list[str]
    cells: dict[str, Any]
    marks: dict[str, dict[str, str]] = Field(description="What cells lack: column key to a sentence by language.")
    columns: list[ColumnOut]
    names: dict[str, str] = Field(description="The people in the row, by id.")
    links: dict[str, LinkedRowOut | None] = Field(description="The linked rows, by `sheet:row`; null for one that is not shared with you.")
    comments: int
    files: int
    may: list[Act]


class CellChange(Schema):
    """A cell before and after, as values of its column."""

    key: str
    old: Any
    new: Any


class HistoryEntryOut(Schema):
    """One thing that happened to a row: `what` is created, changed, moved, deleted, restored, commented, attached or file_deleted.

    `kind` is the kind of change (edit, undo, redo, create) where it was one, `seq` its number. `text` is a comment's text, a file's name,
    or for a move the name of the row above since (empty: none).
    """

    what: str
    at: datetime
    actor_id: int | None
    by: str | None
    kind: str
    seq: int
    cells: list[CellChange]
    text: str
    id: int | None


class HistoryColumn(Schema):
    """A column as the browser needs it to show a value."""

    title: str
    type: str
    options: dict[str, Any]


class RowHistoryOut(Schema):
    """A page of a row's history, newest first, with the columns by key and the people by id that its cells speak of."""

    items: list[HistoryEntryOut]
    columns: dict[str, HistoryColumn]
    names: dict[str, str]
    next_offset: int | None


@router.get(_ROW, response=RowDetail, operation_id="get_row")
def get_row(request: Request, sheet_id: Id, row_id: Id) -> dict[str, Any]:
    """One row, with its columns and the names of what it mentions."""
    return one_row(actor_id=request.auth.id, sheet_id=sheet_id, row_id=row_id, at=now())


@router.get(f"{_ROW}/history", response=RowHistoryOut, operation_id="list_row_history")
def list_row_history(request: Request, sheet_id: Id, row_id: Id, query: Query[Paging]) -> dict[str, Any]:
    """What happened to a row: its cells, its place, comments and files."""
    found = row_history(actor_id=request.auth.id, sheet_id=sheet_id, row_id=row_id, **query.ask)
    page, next_offset = query.cut(found.items)
    items = [{**asdict(one), "cells": [{"key": key, "old": old, "new": new} for key, old, new in one.cells]} for one in page]
    columns = {key: {"title": one.title, "type": one.type, "options": dict(one.options)} for key, one in found.columns.items()}
    return {"items": items, "columns": columns, "names": {str(pk): name for pk, name in found.names.items()}, "next_offset": next_offset}
