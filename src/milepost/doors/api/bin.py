"""The bin: what was deleted, and how it comes back."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any

from ninja import Query, Router, Schema
from pydantic import Field

from milepost.apps.sheets.actions.restore import Sort, restore
from milepost.apps.sheets.queries.bin import bin_items
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.api.paging import Paging
from milepost.doors.clock import now

router = Router(tags=["bin"])


class BinQuery(Paging):
    """What is asked for: below a node, of one sort, with words in its name."""

    node: Annotated[Id | None, Field(description="Only what lay at and below this node.")] = None
    what: Annotated[Sort | None, Field(description="Only this sort.")] = None
    q: Annotated[str, Field(max_length=100, description="Words of the name.")] = ""


class BinItemOut(Schema):
    """Something that you may restore; what was deleted with it comes back with it.

    `within` is where it was, from the root; `above_deleted` says that something of that is in the bin too. `name` of a comment is its text.
    """

    what: Sort
    id: int
    name: str
    kind: str = Field(description="The kind of a node, or of the sheet.")
    node_id: int | None = Field(description="Null for a view of the whole organisation.")
    sheet_id: int | None
    row_id: int | None
    within: list[str]
    above_deleted: bool
    deleted_at: datetime
    by_id: int | None
    by: str


class BinOut(Schema):
    """A page of the bin, the last deleted first."""

    items: list[BinItemOut]
    next_offset: int | None


class RestoreIn(Schema):
    """What shall come back; a row is named with its sheet. `above` brings back first what it lay in, should that be in the bin too."""

    what: Sort
    id: Id
    sheet_id: Id | None = None
    above: bool = False


@router.get("/bin", response=BinOut, operation_id="list_bin")
def list_bin(request: Request, query: Query[BinQuery]) -> dict[str, Any]:
    """What was deleted and you may restore."""
    found = bin_items(actor_id=request.auth.id, node_id=query.node, what=query.what, q=query.q, **query.ask)
    page, next_offset = query.cut(found)
    return {"items": [asdict(one) for one in page], "next_offset": next_offset}


@router.post("/bin/restore", response={204: None}, operation_id="restore")
def post_restore(request: Request, body: RestoreIn) -> None:
    """Take something out of the bin, to where it was."""
    restore(actor_id=request.auth.id, what=body.what, id=body.id, sheet_id=body.sheet_id, above=body.above, at=now())
