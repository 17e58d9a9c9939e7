"""Kinds of registers, and the registers of a node."""

from __future__ import annotations

from typing import Any

from ninja import Router, Status

from milepost.apps.sheets.actions.create_register import create_register
from milepost.apps.sheets.queries.kinds import kinds, registers_at
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.api.kind_schemas import KindOut, MadeOut, RegisterIn, RegistersOut
from milepost.doors.clock import now

router = Router(tags=["kinds"])


@router.get("/kinds", response=list[KindOut], operation_id="list_kinds")
def list_kinds(request: Request) -> list[dict[str, Any]]:
    """All kinds of registers: their columns, views and formats, in English and the languages that they are declared in."""
    return kinds()


@router.get("/nodes/{node_id}/registers", response=RegistersOut, operation_id="list_registers")
def list_registers(request: Request, node_id: Id) -> dict[str, Any]:
    """The registers of a node, and the kinds of which you may make one there."""
    return registers_at(actor_id=request.auth.id, node_id=node_id)


@router.post("/nodes/{node_id}/registers", response={201: MadeOut}, operation_id="create_register")
def post_register(request: Request, node_id: Id, body: RegisterIn) -> Status[dict[str, Any]]:
    """Make an empty register at a node; without a name it is called as its kind is, in your language."""
    made = create_register(actor_id=request.auth.id, node_id=node_id, kind=body.kind, name=body.name, at=now())
    return Status(201, {"id": made})
