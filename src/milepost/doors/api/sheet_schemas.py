"""What sheets look like on their way in and out."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field

from milepost.doors.api.ids import Id

Key = Annotated[str, Field(min_length=1, max_length=40)]
Cells = Annotated[dict[Key, Any], Field(max_length=200, description="Column key to value; null empties the cell.")]
_REPEATED = "Made up by the caller; a repeated call with it changes nothing: it gets the first answer again, or refetch if that was large."
CallId = Annotated[str, Field(min_length=1, max_length=64, description=_REPEATED)]


class SetCells(Schema):
    """New values for cells of a row."""

    op: Literal["set"]
    row: Id
    cells: Cells


class RowIn(Schema):
    """A new row of several; without `parent` it stands right below the operation's parent, else below an earlier row of it."""

    id: Id | None = None
    parent: Id | None = None
    cells: Cells = Field(default_factory=dict)


class InsertRows(Schema):
    """New rows behind `after` (null: first) below `parent` (null: top): one by `row` and `cells`, or several by `rows`."""

    op: Literal["insert"]
    row: Id | None = None
    cells: Cells = Field(default_factory=dict)
    rows: Annotated[list[RowIn], Field(max_length=5000)] = Field(default_factory=list)
    parent: Id | None = None
    after: Id | None = None


class DeleteRows(Schema):
    """Delete rows with all below them."""

    op: Literal["delete"]
    rows: Annotated[list[Id], Field(min_length=1, max_length=5000)]


class MoveRows(Schema):
    """Put rows, in this order, behind `after` (null: first) below `parent` (null: top)."""

    op: Literal["move"]
    rows: Annotated[list[Id], Field(min_length=1, max_length=5000)]
    parent: Id | None = None
    after: Id | None = None


class ChangeSettings(Schema):
    """New values for settings of the sheet; null clears one."""

    op: Literal["settings"]
    values: Annotated[dict[Key, Any], Field(max_length=100)]


Operation = Annotated[SetCells | InsertRows | DeleteRows | MoveRows | ChangeSettings, Field(discriminator="op")]


class ChangeIn(Schema):
    """An edit: all of it happens, or nothing."""

    client_op_id: CallId | None = None
    base_seq: Annotated[int, Field(ge=0)] | None = Field(None, description="The last change that the writer had seen, as `seq`.")
    ops: Annotated[list[Operation], Field(min_length=1, max_length=5000)]


class CallIn(Schema):
    """A call that may be sent again."""

    client_op_id: CallId | None = None


class NameIn(CallIn):
    """A new name."""

    name: Annotated[str, Field(max_length=200)]


class ColumnOut(Schema):
    """A column; `role` is what an engine reads it as, `options` holds `choices`, `min`, `max` and hints of its kind."""

    key: str
    title: str
    type: str
    role: str | None
    computed: bool
    width: int
    options: dict[str, Any]


class RowOut(Schema):
    """A row; rows come depth first. A value that does not fit its column is `{"raw": ..., "problem": ...}`."""

    id: int
    parent_id: int | None
    depth: int
    cells: dict[str, Any]


class SheetHead(Schema):
    """A sheet as it stands at `seq`, without its rows; `zone` is that of its wall-clock dates, `capabilities` what you may do there."""

    id: int
    node_id: int
    kind: str
    name: str
    seq: int
    zone: str
    settings: dict[str, Any]
    columns: list[ColumnOut]
    capabilities: list[str]
    calendars: list[dict[str, Any]]
    resources: list[dict[str, Any]]
    can_undo: bool
    can_redo: bool


class SheetOut(SheetHead):
    """A whole sheet as it stands at `seq`; `zone` is the time zone of its wall-clock dates, `capabilities` what you may do there."""

    rows: list[RowOut]


class PlaceOut(Schema):
    """Where a row stands now: below `parent_id`, behind `after_id` (null: first)."""

    id: int
    parent_id: int | None
    after_id: int | None


class InsertedOut(PlaceOut):
    """A new row; several come in the order in which they can be put in."""

    cells: dict[str, Any]


class OverwrittenOut(Schema):
    """A cell that somebody else (`by`, `name`) had set to `value` since the writer's `base_seq`."""

    row: int
    key: str
    by: int | None
    name: str | None
    value: Any
    seq: int


class NoticeOut(Schema):
    """Something that an edit did otherwise than it said."""

    code: str
    text: str
    row: int | None
    data: dict[str, Any]


class SkippedOut(Schema):
    """What an undo left as it is: a cell, a row (`key` null) or a setting (`row` null)."""

    row: int | None
    key: str | None
    reason: Literal["changed_since", "row_gone", "row_used", "moved_since", "parent_gone", "under_itself"]


class ChangeOut(Schema):
    """What a change did. With `refetch` it was too large to tell: load the sheet again."""

    sheet: int
    seq: int
    actor_id: int | None
    client_op_id: str | None
    kind: Literal["create", "edit", "undo", "redo", "columns", "name", "computed"]
    deltas: dict[str, dict[str, Any]] = Field(description="Row id to column key to new value; null is an empty cell.")
    inserted: list[InsertedOut]
    removed: list[int]
    moved: list[PlaceOut]
    settings: dict[str, Any]
    name: str | None
    refetch: bool
    overwritten: list[OverwrittenOut]
    notices: list[NoticeOut]
    skipped: list[SkippedOut]
    can_undo: bool | None = Field(description="For the writer: whether there is something to undo now.")
    can_redo: bool | None


class ChangesOut(Schema):
    """The changes after a `seq`, oldest first; with `refetch` there are too many: load the sheet again."""

    seq: int
    refetch: bool
    changes: list[ChangeOut]


class CellEntryOut(Schema):
    """One edit of a cell: `by` is the person's name, null is an empty cell."""

    seq: int
    at: datetime
    actor_id: int | None
    by: str | None
    old: Any
    new: Any


class CellHistoryOut(Schema):
    """What people wrote into a cell, newest first."""

    items: list[CellEntryOut]


class ActivityItem(Schema):
    """One change: who did when which operations; `of` is the change that an undo or redo took back, `taken_back` that this was."""

    seq: int
    at: datetime
    actor_id: int | None
    by: str | None
    kind: str
    of: int | None
    taken_back: bool
    ops: list[str]


class ActivityOut(Schema):
    """The changes of a sheet, newest first."""

    items: list[ActivityItem]
