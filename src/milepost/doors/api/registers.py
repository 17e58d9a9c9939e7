"""Registers: a sheet, or all sheets of a kind, read by windows."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from ninja import Query, Router

from milepost.apps.sheets.queries.across import kind_head, kind_rows
from milepost.apps.sheets.queries.aggregate import kind_totals, sheet_totals
from milepost.apps.sheets.queries.places import places_for_row
from milepost.apps.sheets.queries.register import register_head, register_rows
from milepost.apps.sheets.queries.window import Ask, asked
from milepost.doors.api.auth import SIGNED_IN_TO_READ, Request
from milepost.doors.api.ids import Id
from milepost.doors.api.register_schemas import (
    KindHead,
    KindName,
    PlacesAsked,
    PlacesForRow,
    RegisterHead,
    TotalsIn,
    TotalsOut,
    WindowIn,
    WindowOut,
)
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


@router.post("/sheets/{sheet_id}/aggregate", response=TotalsOut, operation_id="get_register_totals", auth=SIGNED_IN_TO_READ)
def post_totals(request: Request, sheet_id: Id, body: TotalsIn) -> dict[str, Any]:
    """What columns come to over rows of the register that you name or choose: sum, average, count, min and max."""
    return sheet_totals(actor_id=request.auth.id, sheet_id=sheet_id, at=now(), **_chosen(body))


@router.get("/registers/{kind}/head", response=KindHead, operation_id="get_kind_head")
def get_kind_head(request: Request, kind: KindName, node: Query[Id | None] = None) -> dict[str, Any]:
    """One register across all sheets of a kind at and below a node, by your rights: its head, and the sheets that it is made of."""
    return kind_head(actor_id=request.auth.id, kind=kind, node_id=node)


@router.get("/registers/{kind}/places", response=PlacesForRow, operation_id="list_places_for_row")
def list_places(request: Request, kind: KindName, query: Query[PlacesAsked]) -> dict[str, Any]:
    """Where you may add a row of this kind: the first 50 places."""
    return {"items": places_for_row(actor_id=request.auth.id, kind=kind, node_id=query.node, q=query.q)}


@router.post("/registers/{kind}/rows", response=WindowOut, operation_id="list_kind_rows", auth=SIGNED_IN_TO_READ)
def list_kind_rows(request: Request, kind: KindName, body: WindowIn, node: Query[Id | None] = None) -> HttpResponse:
    """A part of its rows. Each says which sheet and node it is of; an edit goes to that sheet."""
    return _json(kind_rows(actor_id=request.auth.id, kind=kind, node_id=node, ask=_ask(body), at=now()))


@router.post("/registers/{kind}/aggregate", response=TotalsOut, operation_id="get_kind_totals", auth=SIGNED_IN_TO_READ)
def post_kind_totals(request: Request, kind: KindName, body: TotalsIn, node: Query[Id | None] = None) -> dict[str, Any]:
    """What columns come to over rows of all these sheets."""
    return kind_totals(actor_id=request.auth.id, kind=kind, node_id=node, at=now(), **_chosen(body))


def _ask(body: WindowIn) -> Ask:
    return asked(**body.dict())


def _chosen(body: TotalsIn) -> dict[str, Any]:
    return {"query": asked(filter=body.filter, search=body.search).query, "rows": body.rows, "keys": body.keys}


def _json(text: str) -> HttpResponse:
    # A thousand rows are passed on as they were written: the framework would check each of their cells once more.
    return HttpResponse(text, content_type="application/json")
