"""One register across a part of the tree: the rows of all sheets of a kind that somebody may see there. It is never stored."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from milepost.apps.org.access import Scope, scope_of, within
from milepost.apps.org.queries import tree
from milepost.apps.sheets.days import today_of, zone_of
from milepost.apps.sheets.kinds.kind import kind_named
from milepost.apps.sheets.models import Row, Sheet
from milepost.apps.sheets.queries.as_of import Past, lines_at, moment_meant
from milepost.apps.sheets.queries.chosen import Register
from milepost.apps.sheets.queries.declared_parts import acts_of, declared, titles_of, told_formats
from milepost.apps.sheets.queries.own_columns import about_own_columns
from milepost.apps.sheets.queries.reading_cache import rows_kept
from milepost.apps.sheets.queries.register import way_to
from milepost.apps.sheets.queries.views import views_at
from milepost.apps.sheets.queries.window import Ask, window_text
from milepost.apps.sheets.queries.withheld import may_be_withheld, without_withheld
from milepost.apps.sheets.writing.store import columns_of_kind


@dataclass(frozen=True, slots=True)
class Place:
    """A sheet of the kind, and where it is."""

    sheet_id: int
    name: str
    seq: int
    node_id: int
    node_name: str
    path: str


def kind_head(*, actor_id: int, kind: str, node_id: int | None) -> dict[str, Any]:
    """The head of the register across all sheets of a kind at and below a node (None: everywhere), with the sheets that it is made of.

    Raises KindUnknown, and NotFound for a node that is not there for the person.
    """
    scope, places, node = places_of_kind(actor_id, kind, node_id)
    declaration = declared(kind)
    may = {place.sheet_id: acts_of(scope.bits_at(place.path), declaration) for place in places}
    sheets = [
        {"id": place.sheet_id, "name": place.name, "node_id": place.node_id, "node_name": place.node_name, "may": may[place.sheet_id]}
        for place in places
    ]
    return {
        "kind": kind,
        "node": way_to(node.id, node.name, node.kind, node.path) if node else None,
        "seq": sum(place.seq for place in places),
        "columns": [asdict(column) for column in columns_of_kind(kind)],
        "views": views_at(scope, kind=kind, path=node.path if node else ""),
        "formats": told_formats(kind),
        **titles_of(kind),
        "may": sorted({act for acts in may.values() for act in acts}),
        "rows": Row.objects.filter(sheet_id__in=[place.sheet_id for place in places], deleted_seq=None).count(),
        "sheets": sheets,
        **about_own_columns(actor_id, kind),
    }


def kind_rows(*, actor_id: int, kind: str, node_id: int | None, ask: Ask, at: datetime) -> str:
    """A window of such a register as JSON text. Raises KindUnknown, NotFound and BadSelection."""
    return window_text(register_of_kind(actor_id, kind, node_id, ask.as_of), ask, today=today_of(actor_id, at))


def register_of_kind(actor_id: int, kind: str, node_id: int | None, as_of: str | None = None) -> Register:
    """The rows of all these sheets, now or as they were, one sheet after another, by project. The queries do not grow with the sheets."""
    scope, places, _ = places_of_kind(actor_id, kind, node_id)
    rows = rows_kept.rows({place.sheet_id: place.seq for place in places})
    columns = {column.key: column for column in columns_of_kind(kind)}
    past = {sheet: Past(kind, columns, its) for sheet, its in rows.items()} if as_of is not None else {}
    moment = moment_meant(as_of, zone_of(actor_id)) if as_of is not None else None
    then = lines_at(past, moment) if moment is not None else {}
    lines = [line for place in places for line in (rows[place.sheet_id].lines if as_of is None else then[place.sheet_id])]
    return Register(
        kind,
        columns,
        without_withheld(scope, columns, lines, moment),
        {place.sheet_id: rows[place.sheet_id].seq for place in places},
        {place.sheet_id: (place.node_id, place.node_name) for place in places},
        scope,
        across=True,
        shared=as_of is None and not may_be_withheld(columns),
    )


def places_of_kind(actor_id: int, kind: str, node_id: int | None) -> tuple[Scope, list[Place], tree.NodeRow | None]:
    """The reader's scope, the sheets of a kind at and below a node that are theirs to see, and the node. Raises as `kind_head`."""
    kind_named(kind)
    node = tree.place(actor_id, node_id) if node_id is not None else None
    scope = scope_of(actor_id)
    sheets = Sheet.objects.filter(scope.condition("node__"), kind=kind)
    if node is not None:
        sheets = sheets.filter(within(node.path, "node__"))
    found = [Place(*row) for row in sheets.values_list("id", "name", "seq", "node_id", "node__name", "node__path")]
    found.sort(key=lambda place: (place.node_name.casefold(), place.name.casefold(), place.sheet_id))
    return scope, found, node
