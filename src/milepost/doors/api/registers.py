"""Registers: a sheet, or all sheets of a kind, read by windows."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from ninja import Router

from milepost.apps.sheets.queries.register import register_head, register_rows
from milepost.apps.sheets.queries.window import Ask, asked
from milepost.doors.api.auth import SIGNED_IN_TO_READ, Request
from milepost.doors.api.ids import Id
from milepost.doors.api.register_schemas import RegisterHead, WindowIn, WindowOut
from milepost.doors.clock import now

router = Router(tags=["registers"])


@router.get("/sheets/{sheet_id}/head", response=RegisterHead, operation_id="get_register_head")
def get_head(request: Request, sheet_id: Id) -> dict[str, Any]:
    """The register without its rows: columns, views, formats, where it is, and what you may do with it."""
    return register_head(actor_id=request.auth.id, sheet_id=sheet_id)


@router.post("/sheets/{sheet_id}/rows", response=WindowOut, operation_id="list_register_rows", auth=SIGNED_IN_TO_READ)
def list_rows(request: Request, sheet_id: Id, body: WindowIn) -> HttpResponse:
    """A part of the register's rows: filtered, sorted and grouped as you say, or the tree without what is closed."""
    return _json(register_rows(actor_id=request.auth.id, sheet_id=sheet_id, ask=_ask(body), at=now()))


def _ask(body: WindowIn) -> Ask:
    return asked(**body.dict())


def _json(text: str) -> HttpResponse:
    # A thousand rows are passed on as they were written: the framework would check each of their cells once more.
    return HttpResponse(text, content_type="application/json")
