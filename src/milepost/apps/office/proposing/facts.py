"""Reads what proposals are computed from: the projects at and below a place, the places above it, the offices around it."""

from __future__ import annotations

from datetime import datetime

from milepost.apps.office.proposing.words import Facts, PlaceFacts
from milepost.apps.office.queries.offices import living_offices
from milepost.apps.org.access import node_for, path_names, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Node
from milepost.apps.org.paths import prefixes
from milepost.apps.planning.queries.portfolio import portfolio

_OVER = frozenset({"closed", "cancelled"})


def facts_at(actor_id: int, node_id: int, at: datetime) -> Facts:
    """The figures for a place, of the projects that the actor may see. Raises NotFound. The queries do not grow with the projects."""
    node = node_for(actor_id, node_id)
    found = portfolio(actor_id=actor_id, node_id=node_id, at=at)
    phase = next((column.key for column in found.columns if column.role == "phase"), None)
    open_ones = [item for item in found.items if phase is None or item.cells.get(phase) not in _OVER]
    offices = living_offices()
    above = [prefix for prefix in prefixes(node.path)[:-1] if prefix in offices]
    hub = offices[above[-1]] if above else None
    return Facts(
        projects=len(open_ones),
        off_track=sum((item.stated_status or item.proposed_status) in ("A", "R") for item in open_ones),
        unmanaged=sum(item.manager is None for item in open_ones),
        managers=len({item.manager.id for item in open_ones if item.manager}),
        places=_places(actor_id, node.path),
        hub=(hub.id, hub.name) if hub else None,
        spokes=[one.name for path, one in offices.items() if path.startswith(node.path) and path != node.path],
    )


def _places(actor_id: int, path: str) -> list[PlaceFacts]:
    """The place and those above it that the actor may arrange, the place itself first."""
    arrange = scope_of(actor_id, Capability.ARRANGE)
    offices = living_offices()
    paths = [prefix for prefix in reversed(prefixes(path)) if arrange.allows(prefix)]
    ways = path_names([path])[path]
    named = dict(zip(prefixes(path), ways, strict=True))
    counts = _counts(actor_id, paths)
    return [
        PlaceFacts(*named[one], depth=len(prefixes(one)) - 1, projects=counts[one], office=offices[one].name if one in offices else "")
        for one in paths
    ]


def _counts(actor_id: int, paths: list[str]) -> dict[str, int]:
    below = list(Node.objects.scoped(scope_of(actor_id)).filter(kind="project").values_list("path", flat=True))
    return {path: sum(one.startswith(path) for one in below) for path in paths}
