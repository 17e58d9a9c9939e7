"""The tree: units, portfolios, programmes, projects and folders."""

from __future__ import annotations

from typing import Annotated, Literal, cast

from ninja import Query, Router, Schema
from pydantic import Field

from milepost.apps.org.actions.change_node import change_node
from milepost.apps.org.actions.create_node import create_node
from milepost.apps.org.actions.delete_node import delete_node as put_into_bin
from milepost.apps.org.capabilities import words
from milepost.apps.org.queries import tree
from milepost.apps.sheets.by_node import sheets_at
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.api.paging import Paging
from milepost.doors.clock import now

router = Router(tags=["nodes"])
Kind = Literal["organisation", "unit", "portfolio", "programme", "project", "folder"]
Name = Annotated[str, Field(min_length=1, max_length=200)]


class PersonRef(Schema):
    """A person by name."""

    id: int
    name: str


class NodeOut(Schema):
    """A node; `capabilities` is what you may do there (view, edit ...), empty where you only pass it on the way to what you may see."""

    id: int
    parent_id: int | None
    kind: Kind
    name: str
    code: str
    has_children: bool
    capabilities: list[str]
    manager: PersonRef | None
    sheet_id: int | None = Field(description="The sheet of a project's plan.")


class NodesOut(Schema):
    """A page of nodes."""

    items: list[NodeOut]
    next_offset: int | None


class Step(Schema):
    """A node on the way from the root."""

    id: int
    name: str
    kind: Kind


class NodeDetail(NodeOut):
    """A node with the way to it, from the root to itself."""

    path: list[Step]


class NodeIn(Schema):
    """A new node, the last below its parent."""

    parent_id: Id
    kind: Literal["unit", "portfolio", "programme", "project", "folder"]
    name: Name
    code: Annotated[str, Field(max_length=60)] = ""


class NodePatch(Schema):
    """What shall change; what is left out stays."""

    name: Name | None = None
    parent_id: Id | None = None


class NodeQuery(Paging):
    """Either the children of `parent` (without it the root), or with `q` all below it whose name or code has the words in it."""

    parent: Id | None = Field(None, description="The node to look below; without it the root, or with `q` everywhere.")
    q: Annotated[str, Field(max_length=200, description="A part of a name or a code.")] = ""


@router.get("/nodes", response=NodesOut, operation_id="list_nodes")
def list_nodes(request: Request, query: Query[NodeQuery]) -> NodesOut:
    """The part of the tree that you may see: what lies right below a node, or with `q` what was searched for."""
    ask = query.ask
    if query.q:
        rows = tree.search(request.auth.id, q=query.q, below=query.parent, **ask)
    else:
        rows = tree.children(request.auth.id, parent_id=query.parent, **ask)
    page, next_offset = query.cut(_out(rows))
    return NodesOut(items=list(page), next_offset=next_offset)


@router.get("/nodes/{node_id}", response=NodeDetail, operation_id="get_node")
def get_node(request: Request, node_id: Id) -> NodeDetail:
    """One node, with the way to it."""
    return _detail(request.auth.id, node_id)


@router.post("/nodes", response={201: NodeDetail}, operation_id="create_node")
def post_node(request: Request, body: NodeIn) -> NodeDetail:
    """Make a unit, portfolio, programme, project or folder below another node."""
    node = create_node(actor_id=request.auth.id, parent_id=body.parent_id, kind=body.kind, name=body.name, code=body.code, at=now())
    return _detail(request.auth.id, node.pk)


@router.patch("/nodes/{node_id}", response=NodeDetail, operation_id="change_node")
def patch_node(request: Request, node_id: Id, body: NodePatch) -> NodeDetail:
    """Rename a node, or move it with all below it."""
    change_node(actor_id=request.auth.id, node_id=node_id, name=body.name, parent_id=body.parent_id, at=now())
    return _detail(request.auth.id, node_id)


@router.delete("/nodes/{node_id}", response={204: None}, operation_id="delete_node")
def delete_node(request: Request, node_id: Id) -> None:
    """Put a node with all below it into the bin."""
    put_into_bin(actor_id=request.auth.id, node_id=node_id, at=now())


def _detail(actor_id: int, node_id: int) -> NodeDetail:
    row = tree.place(actor_id, node_id)
    steps = [Step(id=pk, name=name, kind=cast("Kind", kind)) for pk, name, kind in tree.way_to(row)]
    return NodeDetail(path=steps, **_out([row])[0].dict())


def _out(rows: list[tree.NodeRow]) -> list[NodeOut]:
    sheets = sheets_at([row.id for row in rows if row.kind == "project" and row.bits], kind="plan")
    return [
        NodeOut(
            id=row.id,
            parent_id=row.parent_id,
            kind=cast("Kind", row.kind),
            name=row.name,
            code=row.code if row.bits else "",
            has_children=row.has_children,
            capabilities=words(row.bits),
            manager=PersonRef(id=row.manager_id, name=row.manager_name) if row.manager_id and row.manager_name and row.bits else None,
            sheet_id=sheets.get(row.id),
        )
        for row in rows
    ]
