"""Search: nodes, rows, comments, files and people, all that one may see."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal, cast

from ninja import Query, Router, Schema
from pydantic import Field

from milepost.apps.org.queries import tree
from milepost.apps.org.queries.people import colleagues
from milepost.apps.sheets.search import Hit, search
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id

router = Router(tags=["search"])
What = Literal["node", "row", "comment", "file", "person"]


class FoundOut(Schema):
    """Something that was found. `path` are the names above it, from the root; `marks` are where in `snippet` the words stand."""

    what: What
    id: int
    title: str
    kind: str = Field(description="Of a node what it is, of the rest the kind of its register; empty for a person.")
    node_id: int | None
    sheet_id: int | None
    row_id: int | None
    snippet: str
    marks: list[list[int]]
    path: list[str]


class SearchOut(Schema):
    """What was found: nodes and people first, then rows, comments and files, those with the words in their title before the others."""

    items: list[FoundOut]


class SearchQuery(Schema):
    """What to look for, and where."""

    q: Annotated[str, Field(max_length=200, description="Words; the last one may be only begun.")] = ""
    limit: Annotated[int, Field(ge=1, le=100, description="How many of each at most.")] = 20
    node: Id | None = Field(None, description="Only what lies at this node and below.")
    what: Annotated[list[What], Field(max_length=5, description="Only these; left out: everything.")] = Field(default_factory=list)


@router.get("/search", response=SearchOut, operation_id="search")
def get_search(request: Request, query: Query[SearchQuery]) -> SearchOut:
    """Look for words in all that you may see."""
    actor, wanted, q = request.auth.id, query.what, query.q.strip()
    if not q:
        return SearchOut(items=[])
    items: list[FoundOut] = []
    if not wanted or "node" in wanted:
        items += _nodes(tree.search(actor, q=q, below=query.node, limit=query.limit, offset=0))
    if (not wanted or "person" in wanted) and query.node is None:
        items += [_person(row.id, row.name) for row in colleagues(actor, q=q, limit=query.limit, offset=0)]
    texts = [one for one in ("row", "comment", "file") if not wanted or one in wanted]
    if texts:
        path = tree.place(actor, query.node).path if query.node is not None else ""
        items += [_text(hit) for hit in search(actor_id=actor, q=q, limit=query.limit, path=path, what=texts)]
    return SearchOut(items=items)


def _nodes(rows: Sequence[tree.NodeRow]) -> list[FoundOut]:
    ways = tree.ways_to(rows)
    return [
        _found("node", row.id, row.name, kind=row.kind, node_id=row.id, snippet=row.code, path=list(ways[row.path][:-1])) for row in rows
    ]


def _person(person_id: int, name: str) -> FoundOut:
    return _found("person", person_id, name)


def _text(hit: Hit) -> FoundOut:
    where = {"kind": hit.kind, "node_id": hit.node_id, "sheet_id": hit.sheet_id, "row_id": hit.row_id, "path": list(hit.path)}
    return _found(cast("What", hit.what), hit.id, hit.title, snippet=hit.snippet, marks=[list(mark) for mark in hit.marks], **where)


def _found(what: What, found_id: int, title: str, **more: Any) -> FoundOut:
    nothing: dict[str, Any] = {"kind": "", "node_id": None, "sheet_id": None, "row_id": None, "snippet": "", "marks": [], "path": []}
    return FoundOut(what=what, id=found_id, title=title, **{**nothing, **more})
