"""Saved views of registers."""

from __future__ import annotations

from typing import Annotated, Any

from ninja import Query, Router, Schema, Status
from pydantic import Field

from milepost.apps.sheets.actions import save_view as saving
from milepost.apps.sheets.queries.views import told_view, views_of_kind, views_of_sheet
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.api.register_schemas import KindName, ViewOut
from milepost.doors.clock import now

router = Router(tags=["registers"])
Name = Annotated[str, Field(min_length=1, max_length=100)]
Config = Annotated[
    dict[str, Any], Field(max_length=50, description="What the view shows: filter, sort, group, columns, show and the like.")
]


class ViewIn(Schema):
    """A view of a sheet, or of a kind at and below a node (without one: everywhere); shared with all who may look there, or one's own."""

    sheet: Id | None = None
    kind: KindName | None = None
    node: Id | None = None
    name: Name
    shared: bool = False
    config: Config


class ViewPatch(Schema):
    """What shall change; what is left out stays."""

    name: Name | None = None
    shared: bool | None = None
    config: Config | None = None
    position: Annotated[int, Field(ge=0, le=10_000)] | None = None


class ViewsOut(Schema):
    """The views of a register: first those of its declaration."""

    items: list[ViewOut]


class ViewsOf(Schema):
    """Which register: a sheet, or a kind at and below a node."""

    sheet: Id | None = Field(None, description="A sheet.")
    kind: KindName | None = Field(None, description="Or all sheets of a kind.")
    node: Id | None = Field(None, description="With a kind: at and below this node; without it everywhere.")


@router.get("/views", response=ViewsOut, operation_id="list_views")
def list_views(request: Request, query: Query[ViewsOf]) -> dict[str, Any]:
    """The views of a register that you may use."""
    actor_id = request.auth.id
    if query.sheet is not None:
        return {"items": views_of_sheet(actor_id=actor_id, sheet_id=query.sheet)}
    return {"items": views_of_kind(actor_id=actor_id, kind=query.kind or "", node_id=query.node)}


@router.post("/views", response={201: ViewOut}, operation_id="save_view")
def post_view(request: Request, body: ViewIn) -> Status[dict[str, Any]]:
    """Save a view. A shared one needs the right to edit there."""
    given = body.dict(exclude={"sheet", "node"})
    return Status(201, told_view(saving.save_view(actor_id=request.auth.id, sheet_id=body.sheet, node_id=body.node, at=now(), **given)))


@router.patch("/views/{view_id}", response=ViewOut, operation_id="change_view")
def patch_view(request: Request, view_id: Id, body: ViewPatch) -> dict[str, Any]:
    """Rename a view, save it anew, share it or take it back for yourself."""
    return told_view(saving.change_view(actor_id=request.auth.id, view_id=view_id, at=now(), **body.dict(exclude_unset=True)))


@router.delete("/views/{view_id}", response={204: None}, operation_id="delete_view")
def delete_view(request: Request, view_id: Id) -> Status[None]:
    """Delete a view; no row is touched."""
    saving.delete_view(actor_id=request.auth.id, view_id=view_id, at=now())
    return Status(204, None)
