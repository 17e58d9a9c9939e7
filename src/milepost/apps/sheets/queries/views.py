"""The views that somebody finds at a register: those of the declaration, shared ones, their own."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from milepost.apps.org.access import Scope, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.paths import WIDTH, prefixes
from milepost.apps.org.queries import tree
from milepost.apps.sheets.access import visible_sheet
from milepost.apps.sheets.models import View
from milepost.apps.sheets.queries.declared_parts import default_views


def views_of_sheet(*, actor_id: int, sheet_id: int) -> list[dict[str, Any]]:
    """The views of one register. Raises NotFound."""
    sheet = visible_sheet(actor_id, sheet_id)
    return views_at(scope_of(actor_id), kind=sheet.kind, path=sheet.node.path, sheet_id=sheet_id)


def views_of_kind(*, actor_id: int, kind: str, node_id: int | None) -> list[dict[str, Any]]:
    """The views of the register across all sheets of a kind at and below a node (None: everywhere). Raises NotFound and KindUnknown."""
    path = tree.place(actor_id, node_id).path if node_id is not None else ""
    return views_at(scope_of(actor_id), kind=kind, path=path)


def views_at(scope: Scope, *, kind: str, path: str, sheet_id: int | None = None) -> list[dict[str, Any]]:
    """Views of the sheet, and of its kind at the node with this path or above it. One query; none for who sees nothing at all."""
    if not scope.paths:
        return default_views(kind)
    there = Q(sheet=None, kind=kind) & (Q(node=None) | Q(node__path__in=prefixes(path)))
    if sheet_id is not None:
        there |= Q(sheet_id=sheet_id)
    saved = View.objects.filter(there, Q(owner=None) | Q(owner_id=scope.actor_id))
    ordered = saved.select_related("node").order_by("position", "name", "id")
    return [*default_views(kind), *(told_view(view, may_change=_may_change(view, scope, path)) for view in ordered)]


def told_view(view: View, *, may_change: bool = True) -> dict[str, Any]:
    """A saved view for the browser."""
    place = {"sheet_id": view.sheet_id, "kind": view.kind, "node_id": view.node_id}
    owned = {"shared": view.shared, "mine": not view.shared, "may_change": may_change}
    return {"id": view.pk, "key": None, "name": view.name, "titles": None, "config": view.config, **place, **owned}


def _may_change(view: View, scope: Scope, here: str) -> bool:
    if not view.shared:
        return True
    root = next((path[:WIDTH] for path, _ in scope.granted), "")
    path = here if view.of_sheet else view.node.path if view.node else root
    return bool(scope.bits_at(path) & Capability.EDIT)
