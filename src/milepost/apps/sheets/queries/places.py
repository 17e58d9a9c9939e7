"""Where somebody may add a row of a kind: to a register that is there, or to one that they may make."""

from __future__ import annotations

from typing import Any

from milepost.apps.org.capabilities import Capability
from milepost.apps.org.queries import tree
from milepost.apps.sheets.actions.create_register import PROFILE, may_stand
from milepost.apps.sheets.queries.across import Place, places_of_kind
from milepost.apps.sheets.queries.declared_parts import acts_of, declared

_MOST = 50
_MOST_LOOKED_AT = 500


def places_for_row(*, actor_id: int, kind: str, node_id: int | None, q: str) -> list[dict[str, Any]]:
    """The first places at and below a node (None: everywhere) whose name has the letters, those with a register before those without.

    Raises KindUnknown, and NotFound for a node that is not there for the person.
    """
    scope, places, _ = places_of_kind(actor_id, kind, node_id)
    if kind == PROFILE:
        return []
    declaration, wanted = declared(kind), q.strip().casefold()
    there = [
        place for place in places if wanted in place.node_name.casefold() and "insert" in acts_of(scope.bits_at(place.path), declaration)
    ]
    free = _free(actor_id, kind, node_id, q, {place.node_id for place in places}) if len(there) < _MOST else []
    return [*map(_told, there), *free][:_MOST]


def _free(actor_id: int, kind: str, node_id: int | None, q: str, taken: set[int]) -> list[dict[str, Any]]:
    """Nodes without such a register, where the person may make one and write into it."""
    declaration = declared(kind)
    if declaration is None:
        return []
    found = tree.search(actor_id, q=q.strip(), below=node_id, limit=_MOST_LOOKED_AT, offset=0)
    return [
        {"node_id": node.id, "node_name": node.name, "sheet_id": None, "sheet_name": None}
        for node in found
        if node.id not in taken
        and node.bits & Capability.CREATE
        and may_stand(declaration, node.kind)
        and "insert" in acts_of(node.bits, declaration)
    ]


def _told(place: Place) -> dict[str, Any]:
    return {"node_id": place.node_id, "node_name": place.node_name, "sheet_id": place.sheet_id, "sheet_name": place.name}
