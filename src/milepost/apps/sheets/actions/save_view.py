"""Save, change and delete views of registers: one's own where one may look, everybody's where one may edit."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from milepost.apps.org.access import require, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.queries import tree
from milepost.apps.sheets.access import sheet_and_rights
from milepost.apps.sheets.errors import TooMuch
from milepost.apps.sheets.events import VIEW_DELETED, VIEW_SAVED
from milepost.apps.sheets.kinds.kind import kind_named
from milepost.apps.sheets.models import View
from milepost.apps.sheets.values import storable
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import Invalid, NotFound

_MOST_LETTERS = 32_000
_MOST_VIEWS = 200


@dataclass(frozen=True, slots=True)
class Place:
    """Where a view belongs: a sheet, or a kind with or without a node; `bits` is what the person may do there."""

    kind: str
    bits: int
    sheet_id: int | None = None
    node_id: int | None = None


@transaction.atomic
def save_view(
    *,
    actor_id: int,
    name: str,
    shared: bool,
    config: Mapping[str, Any],
    at: datetime,
    sheet_id: int | None = None,
    kind: str | None = None,
    node_id: int | None = None,
) -> View:
    """Save a view of a sheet, or of all registers of a kind at and below a node (None: everywhere).

    Raises NotFound, NotAllowed where a shared one needs the right to edit, KindUnknown, Invalid, and TooMuch above 200 of them.
    """
    place = _place(actor_id, sheet_id, kind, node_id)
    if shared:
        require(place.bits, Capability.EDIT)
    where = {"sheet": place.sheet_id, "kind": place.kind, "node": place.node_id, "owner": None if shared else actor_id}
    position = View.objects.filter(**where).count()
    if position >= _MOST_VIEWS:
        raise TooMuch(most=_MOST_VIEWS, what="views")
    ids = {"sheet_id": place.sheet_id, "node_id": place.node_id, "owner_id": where["owner"]}
    view = View.objects.create(**ids, kind=place.kind, position=position, name=_name(name), config=_config(config))
    _tell(view, actor_id, at)
    return view


@transaction.atomic
def change_view(
    *,
    actor_id: int,
    view_id: int,
    at: datetime,
    name: str | None = None,
    shared: bool | None = None,
    config: Mapping[str, Any] | None = None,
    position: int | None = None,
) -> View:
    """Change what is given. To share one's own view, or to take a shared one for oneself, needs the right to edit there.

    Raises NotFound, NotAllowed and Invalid.
    """
    view, bits = _writable(actor_id, view_id)
    changes: dict[str, Any] = {}
    if shared is not None and shared != view.shared:
        require(bits, Capability.EDIT)
        changes["owner_id"] = None if shared else actor_id
    if name is not None:
        changes["name"] = _name(name)
    if config is not None:
        changes["config"] = _config(config)
    if position is not None:
        changes["position"] = position
    View.objects.filter(id=view_id).update(**changes)
    view.refresh_from_db()
    _tell(view, actor_id, at)
    return view


@transaction.atomic
def delete_view(*, actor_id: int, view_id: int, at: datetime) -> None:
    """Put a view of one's own into the bin, or a shared one where one may edit. Raises NotFound and NotAllowed."""
    view, _ = _writable(actor_id, view_id)
    if view.shared:
        record(VIEW_DELETED, actor_id=actor_id, at=at, node_id=view.node_id, sheet_id=view.sheet_id, data={"name": view.name})
    View.objects.filter(id=view_id).update(deleted_at=at, deleted_by=actor_id)


def _writable(actor_id: int, view_id: int) -> tuple[View, int]:
    view = View.objects.select_for_update().filter(id=view_id).first()
    if view is None or not (view.shared or view.owner_id == actor_id):
        raise NotFound(what="view")
    try:
        bits = _place(actor_id, view.sheet_id, view.kind, view.node_id).bits
    except NotFound:
        raise NotFound(what="view") from None
    if view.shared:
        if not bits & Capability.VIEW:
            raise NotFound(what="view")
        require(bits, Capability.EDIT)
    return view, bits


def _place(actor_id: int, sheet_id: int | None, kind: str | None, node_id: int | None) -> Place:
    if sheet_id is not None:
        sheet, bits = sheet_and_rights(actor_id, sheet_id)
        return Place(sheet.kind, bits, sheet_id=sheet_id)
    if kind is None:
        raise Invalid(field="kind", reason="a view needs a sheet or a kind")
    kind_named(kind)
    if node_id is not None:
        return Place(kind, tree.place(actor_id, node_id).bits, node_id=node_id)
    roots = tree.children(actor_id, parent_id=None, limit=1, offset=0)
    return Place(kind, scope_of(actor_id).bits_at(roots[0].path) if roots else 0)


def _name(text: str) -> str:
    words = " ".join(text.split())
    if not words or len(words) > 100:
        raise Invalid(field="name", reason="it needs between 1 and 100 characters")
    return words


def _config(config: Mapping[str, Any]) -> dict[str, Any]:
    if not storable(dict(config)) or len(json.dumps(config)) > _MOST_LETTERS:
        raise Invalid(field="config", reason="it is too large to be kept")
    return dict(config)


def _tell(view: View, actor_id: int, at: datetime) -> None:
    """What is one's own is nobody else's news."""
    if view.shared:
        record(VIEW_SAVED, actor_id=actor_id, at=at, node_id=view.node_id, sheet_id=view.sheet_id, data={"name": view.name})
