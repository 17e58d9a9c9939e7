"""Everything that a person may see at and below a node, as JSON: the tree, and each register with its rows. Streamed, a sheet at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator

from milepost.apps.org.access import node_for, scope_of, within
from milepost.apps.org.models import Node
from milepost.apps.org.queries.names import names_of
from milepost.apps.sheets.lists.export import Exported, json_columns, json_rows
from milepost.apps.sheets.models import Sheet
from milepost.apps.sheets.queries.labels import people_in
from milepost.apps.sheets.queries.register import one_register
from milepost.kernel.errors import NotFound


def export_all(*, actor_id: int, node_id: int) -> Exported:
    """The nodes at and below a node, their registers and plans with all rows, and the names of the people in them. Raises NotFound."""
    node = node_for(actor_id, node_id)
    return Exported(f"{node.name}.json", "application/json", (piece.encode() for piece in _pieces(actor_id, node.path)))


def _pieces(actor_id: int, path: str) -> Iterator[str]:
    scope = scope_of(actor_id)
    nodes = Node.objects.scoped(scope).filter(within(path)).order_by("path")
    columns = ("id", "parent_id", "kind", "name", "code")
    yield '{"format":"milepost","version":1,"nodes":['
    for number, row in enumerate(nodes.values_list(*columns)):
        yield ("," if number else "") + json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False)
    yield '],"sheets":['
    people: set[int] = set()
    sheets = Sheet.objects.filter(scope.condition("node__")).filter(within(path, "node__")).order_by("node__path", "created_at")
    first = True
    for sheet_id, node_id, name in list(sheets.values_list("id", "node_id", "name")):
        try:
            register = one_register(actor_id, sheet_id)
        except NotFound:
            continue  # it went into the bin, or was no longer shared, while this was on its way out
        shown = list(register.columns.values())
        people |= people_in(register.lines, shown)
        about = json.dumps({"id": sheet_id, "node_id": node_id, "name": name, "kind": register.kind}, ensure_ascii=False)
        yield ("" if first else ",") + f'{about[:-1]}, "columns":{json_columns(shown)},"rows":['
        yield from json_rows(register, register.lines, shown)
        yield "]}"
        first = False
    yield f'],"people":{json.dumps({str(pk): name for pk, name in names_of(people).items()}, ensure_ascii=False)}}}'
