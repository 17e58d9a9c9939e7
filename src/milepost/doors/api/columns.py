"""Columns that people add: to one sheet, or to every register of a kind."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Path, Router, Status
from pydantic import Field

from milepost.apps.sheets.actions.arrange_kind import add_kind_column, change_kind_column
from milepost.apps.sheets.actions.arrange_sheet import add_column, change_column
from milepost.apps.sheets.queries.own_columns import preview_column, preview_kind_column
from milepost.apps.sheets.writing.arranging import Wanted
from milepost.doors.api.auth import Request
from milepost.doors.api.column_schemas import ColumnChange, ColumnIn, ColumnMade, ColumnPreview
from milepost.doors.api.ids import Id
from milepost.doors.api.sheet_schemas import ChangeOut
from milepost.doors.api.sheets import told_change
from milepost.doors.clock import now

router = Router(tags=["columns"])
KindName = Annotated[str, Field(max_length=40, pattern="^[a-z][a-z0-9_]*$")]
ColumnKey = Annotated[str, Field(min_length=1, max_length=40, pattern="^[a-z][a-z0-9_]*$")]


@router.post("/sheets/{sheet_id}/columns", response={201: ChangeOut}, operation_id="add_column")
def post_column(request: Request, sheet_id: Id, body: ColumnIn) -> HttpResponse:
    """Add a column of your own to a sheet, of any type."""
    wishes = body.wishes()
    made: dict[str, Any] = {"title": body.title, "type": body.type, "choices": wishes.pop("choices", None) or (), "options": wishes}
    return told_change(
        add_column(actor_id=request.auth.id, sheet_id=sheet_id, at=now(), client_op_id=body.client_op_id, **made), status=201
    )


@router.patch("/sheets/{sheet_id}/columns/{key}", response=ChangeOut, operation_id="change_column")
def patch_column(request: Request, sheet_id: Id, key: Path[ColumnKey], body: ColumnChange) -> HttpResponse:
    """Rename, widen, move, retire or bring back a column that somebody added, or change its type, choices and options.

    A retired column keeps its values. Cells that do not fit any more keep what they held, with the reason.
    """
    call = body.client_op_id
    return told_change(
        change_column(actor_id=request.auth.id, sheet_id=sheet_id, key=key, at=now(), wanted=_wanted(body), client_op_id=call)
    )


@router.post("/kinds/{kind}/columns", response={201: ColumnMade}, operation_id="add_kind_column")
def post_kind_column(request: Request, kind: Path[KindName], body: ColumnIn) -> Status[dict[str, str]]:
    """Add a column to every register of a kind, for who may change the organisation's settings."""
    wishes = body.wishes()
    made: dict[str, Any] = {"title": body.title, "type": body.type, "choices": wishes.pop("choices", None) or (), "options": wishes}
    return Status(201, {"key": add_kind_column(actor_id=request.auth.id, kind=kind, at=now(), **made)})


@router.patch("/kinds/{kind}/columns/{key}", response=ColumnMade, operation_id="change_kind_column")
def patch_kind_column(request: Request, kind: Path[KindName], key: Path[ColumnKey], body: ColumnChange) -> dict[str, str]:
    """Change such a column in every register of the kind, retire it or bring it back."""
    change_kind_column(actor_id=request.auth.id, kind=kind, key=key, at=now(), wanted=_wanted(body))
    return {"key": key}


@router.post("/sheets/{sheet_id}/columns/{key}/preview", response=ColumnPreview, operation_id="preview_column")
def post_column_preview(request: Request, sheet_id: Id, key: Path[ColumnKey], body: ColumnChange) -> dict[str, Any]:
    """What a change of a column would do to its cells; nothing is written."""
    return asdict(preview_column(actor_id=request.auth.id, sheet_id=sheet_id, key=key, wanted=_wanted(body)))


@router.post("/kinds/{kind}/columns/{key}/preview", response=ColumnPreview, operation_id="preview_kind_column")
def post_kind_column_preview(request: Request, kind: Path[KindName], key: Path[ColumnKey], body: ColumnChange) -> dict[str, Any]:
    """The same for a column of every register of a kind."""
    return asdict(preview_kind_column(actor_id=request.auth.id, kind=kind, key=key, wanted=_wanted(body)))


def _wanted(body: ColumnChange) -> Wanted:
    return Wanted(body.title, body.type, body.wishes(), body.after, body.retired)
