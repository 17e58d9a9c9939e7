"""Sheets: read, edit, undo, what changed, what happened to a cell."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Query, Router
from pydantic import Field

from milepost.apps.sheets import queries
from milepost.apps.sheets.actions import undo as undoing
from milepost.apps.sheets.actions.arrange_sheet import rename_sheet
from milepost.apps.sheets.actions.bin_sheet import delete_sheet as put_into_bin
from milepost.apps.sheets.actions.change_sheet import change_sheet
from milepost.apps.sheets.writing.result import ChangeResult
from milepost.apps.sheets.writing.wire import ops_from_wire
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.api.sheet_schemas import (
    ActivityOut,
    CallIn,
    CellHistoryOut,
    ChangeIn,
    ChangeOut,
    ChangesOut,
    Key,
    NameIn,
    SheetOut,
)
from milepost.doors.clock import now
from milepost.kernel.json_text import to_json

router = Router(tags=["sheets"])
Seq = Annotated[int, Field(ge=0, le=2**53)]


@router.get("/sheets/{sheet_id}", response=SheetOut, operation_id="get_sheet")
def get_sheet(request: Request, sheet_id: Id) -> HttpResponse:
    """The whole sheet: columns, settings, rows depth first, and what you may do with it."""
    # Two thousand rows are passed on as the database wrote them: reading and writing them once more would take ten times as long.
    return HttpResponse(queries.sheet_snapshot(actor_id=request.auth.id, sheet_id=sheet_id).json_text, content_type="application/json")


@router.patch("/sheets/{sheet_id}", response=ChangeOut, operation_id="change_sheet")
def patch_sheet(request: Request, sheet_id: Id, body: ChangeIn) -> HttpResponse:
    """Edit the sheet: set cells, insert, delete and move rows, change settings. All of it happens, or nothing."""
    ops = ops_from_wire([op.model_dump(exclude_unset=True) for op in body.ops])
    call, seen = body.client_op_id, body.base_seq
    return told_change(change_sheet(actor_id=request.auth.id, sheet_id=sheet_id, ops=ops, client_op_id=call, base_seq=seen, at=now()))


@router.delete("/sheets/{sheet_id}", response={204: None}, operation_id="delete_sheet")
def delete_sheet(request: Request, sheet_id: Id) -> None:
    """Put a sheet into the bin."""
    put_into_bin(actor_id=request.auth.id, sheet_id=sheet_id, at=now())


@router.post("/sheets/{sheet_id}/undo", response=ChangeOut, operation_id="undo_change")
def post_undo(request: Request, sheet_id: Id, body: CallIn) -> HttpResponse:
    """Take back your last change of this sheet, wherever nobody changed it since; `skipped` names the rest."""
    return told_change(undoing.undo(actor_id=request.auth.id, sheet_id=sheet_id, client_op_id=body.client_op_id, at=now()))


@router.post("/sheets/{sheet_id}/redo", response=ChangeOut, operation_id="redo_change")
def post_redo(request: Request, sheet_id: Id, body: CallIn) -> HttpResponse:
    """Do again what you last took back."""
    return told_change(undoing.redo(actor_id=request.auth.id, sheet_id=sheet_id, client_op_id=body.client_op_id, at=now()))


@router.get("/sheets/{sheet_id}/changes", response=ChangesOut, operation_id="list_changes")
def list_changes(request: Request, sheet_id: Id, since: Query[Seq]) -> dict[str, Any]:
    """What changed after the change `since`, oldest first: for whoever stands there and wants to catch up."""
    return asdict(queries.changes_since(actor_id=request.auth.id, sheet_id=sheet_id, since=since))


@router.get("/sheets/{sheet_id}/history", response=CellHistoryOut, operation_id="list_cell_history")
def list_history(request: Request, sheet_id: Id, row: Query[Id], key: Query[Key]) -> dict[str, Any]:
    """What people wrote into a cell, newest first."""
    found = queries.cell_history(actor_id=request.auth.id, sheet_id=sheet_id, row_id=row, key=key)
    return {"items": [asdict(entry) for entry in found]}


@router.get("/sheets/{sheet_id}/activity", response=ActivityOut, operation_id="list_activity")
def list_activity(request: Request, sheet_id: Id, before: Query[Seq | None] = None) -> dict[str, Any]:
    """Who changed the sheet when, newest first, fifty at a time; `before` is the last `seq` that you got."""
    found = queries.sheet_activity(actor_id=request.auth.id, sheet_id=sheet_id, before=before)
    return {"items": [asdict(entry) for entry in found]}


@router.put("/sheets/{sheet_id}/name", response=ChangeOut, operation_id="rename_sheet")
def put_name(request: Request, sheet_id: Id, body: NameIn) -> HttpResponse:
    """Give the sheet another name."""
    return told_change(rename_sheet(actor_id=request.auth.id, sheet_id=sheet_id, name=body.name, at=now(), client_op_id=body.client_op_id))


def told_change(result: ChangeResult, *, status: int = 200) -> HttpResponse:
    """The answer to who changed a sheet."""
    # It may tell of thousands of rows: copying and checking each of their cells once more would take as long as the edit.
    told = {field.name: getattr(result, field.name) for field in fields(result)}
    return HttpResponse(to_json(told), content_type="application/json", status=status)
