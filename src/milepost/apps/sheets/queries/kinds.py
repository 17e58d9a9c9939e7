"""Which kinds of registers there are, and which registers lie at a node."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from django.db.models import Count, Q

from milepost.apps.org.access import node_for, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.sheets.actions.create_register import PROFILE, may_stand
from milepost.apps.sheets.declarations import Declaration
from milepost.apps.sheets.kinds import registry
from milepost.apps.sheets.models import Sheet
from milepost.apps.sheets.queries.declared_parts import default_views, told_formats
from milepost.apps.sheets.writing.store import columns_of_kinds
from milepost.engines.sheet import Column


def kinds() -> list[dict[str, Any]]:
    """All declared kinds with their columns, the office's own among them, in the order of their titles."""
    declarations = [kind.declaration for kind in registry.all_kinds().values()]
    columns = columns_of_kinds(one.kind for one in declarations)
    return [_told(one, columns[one.kind]) for one in declarations]


def registers_at(*, actor_id: int, node_id: int) -> dict[str, Any]:
    """The registers of a node with how many rows each has, and the kinds of which the person may make one there; the profile of a
    project, which nobody makes, is none of them. Raises NotFound."""
    node = node_for(actor_id, node_id)
    known = {name: kind.declaration for name, kind in registry.all_kinds().items()}
    rows = Count("rows", filter=Q(rows__deleted_seq=None))
    found = Sheet.objects.filter(node_id=node_id, kind__in=known).exclude(kind=PROFILE).annotate(count=rows).order_by("created_at", "id")
    items = [_item(known[sheet.kind], sheet, sheet.count) for sheet in found]
    creates = scope_of(actor_id).bits_at(node.path) & Capability.CREATE
    return {"items": items, "may_make": [name for name, one in known.items() if creates and may_stand(one, node.kind)]}


def _item(declaration: Declaration, sheet: Sheet, rows: int) -> dict[str, Any]:
    title = {"title": declaration.title["en"], "titles": dict(declaration.title)}
    return {"id": sheet.pk, "kind": sheet.kind, "name": sheet.name, "rows": rows, **title}


def _told(declaration: Declaration, columns: Iterable[Column]) -> dict[str, Any]:
    return {
        "kind": declaration.kind,
        "title": declaration.title["en"],
        "titles": dict(declaration.title),
        "one": declaration.one["en"],
        "ones": dict(declaration.one),
        "about": declaration.about["en"],
        "abouts": dict(declaration.about),
        "at": list(declaration.at),
        "columns": [asdict(column) for column in columns],
        "views": default_views(declaration.kind),
        "formats": told_formats(declaration.kind),
        "may": dict(declaration.may),
    }
