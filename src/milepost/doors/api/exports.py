"""Registers and everything out, as files to keep: only what the reader may see."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal
from urllib.parse import quote

from django.http import StreamingHttpResponse
from ninja import Query, Router, Schema
from pydantic import Field, ValidationError

from milepost.apps.sheets.lists.export import Exported, ExportWish, export_kind, export_register
from milepost.apps.sheets.lists.export_all import export_all
from milepost.apps.sheets.queries.window import asked
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.api.register_schemas import KindName, WindowIn
from milepost.doors.clock import now
from milepost.kernel.errors import Invalid

router = Router(tags=["exports"])
_FILE = {
    "responses": {
        200: {
            "description": "The file.",
            "content": {
                "text/csv": {"schema": {"type": "string"}},
                "application/json": {"schema": {"type": "object", "additionalProperties": True}},
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {"schema": {"type": "string", "format": "binary"}},
            },
        }
    }
}
_Columns = Annotated[list[Annotated[str, Field(max_length=40)]], Field(max_length=500)]


class ExportIn(Schema):
    """The form of the file, and the view as JSON text: filter, sort, group, search, as_of and columns as a register has them."""

    format: Annotated[Literal["csv", "xlsx", "json"], Field(description="The form of the file.")] = "xlsx"
    view: Annotated[str, Field(max_length=20_000, description="The view as JSON text; without it all rows and shown columns.")] = "{}"
    bom: Annotated[bool, Field(description="Whether CSV begins with the mark by which Excel knows UTF-8.")] = True


class _View(WindowIn):
    columns: _Columns = Field(default_factory=list)


@router.get("/sheets/{sheet_id}/export", operation_id="export_register", openapi_extra=_FILE)
def get_register(request: Request, sheet_id: Id, wish: Query[ExportIn]) -> StreamingHttpResponse:
    """One register as CSV, workbook or JSON, as a view shows it. Cells that a spreadsheet would run are escaped."""
    return _file(export_register(actor_id=request.auth.id, sheet_id=sheet_id, wish=_wish(wish), at=now()))


@router.get("/registers/{kind}/export", operation_id="export_kind", openapi_extra=_FILE)
def get_kind(request: Request, kind: KindName, wish: Query[ExportIn], node: Query[Id | None] = None) -> StreamingHttpResponse:
    """One register across all sheets of a kind at and below a node, by your rights; each row says where it lies."""
    return _file(export_kind(actor_id=request.auth.id, kind=kind, node_id=node, wish=_wish(wish), at=now()))


@router.get("/nodes/{node_id}/export", operation_id="export_everything", openapi_extra=_FILE)
def get_everything(request: Request, node_id: Id) -> StreamingHttpResponse:
    """Everything that you may see at and below a node, as JSON: the tree, every register and plan with its rows, names of people."""
    return _file(export_all(actor_id=request.auth.id, node_id=node_id))


def _wish(wish: ExportIn) -> ExportWish:
    try:
        told: Any = json.loads(wish.view or "{}")
        view = _View(**{**told, "offset": 0, "limit": 1})
    except (ValueError, TypeError, ValidationError):
        raise Invalid(field="view", reason="it is a view as JSON text, with filter, sort, group, search and columns") from None
    return ExportWish(wish.format, asked(**view.dict(exclude={"columns"})), view.columns, wish.bom)


def _file(exported: Exported) -> StreamingHttpResponse:
    answer = StreamingHttpResponse(exported.pieces, content_type=exported.media_type)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(exported.name)}"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
