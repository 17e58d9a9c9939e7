"""Which office is responsible where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from milepost.apps.office.models import Office
from milepost.apps.org.access import paths_of
from milepost.apps.org.paths import prefixes


@dataclass(frozen=True, slots=True)
class OfficeView:
    """An office that is not closed, as other apps need it."""

    id: int
    node_id: int
    name: str
    type: str
    place: str


_COLUMNS = ("id", "node_id", "name", "type", "place")


def office_for(node_id: int) -> OfficeView | None:
    """The office that is responsible for a node: the nearest at it or above; None without one. Says nothing of who may see it."""
    return offices_for([node_id]).get(node_id)


def offices_for(node_ids: Iterable[int]) -> dict[int, OfficeView]:
    """For each node the office that is responsible for it; nodes without one are left out. Two queries."""
    paths = paths_of(node_ids)
    by_path = living_offices()
    found: dict[int, OfficeView] = {}
    for node_id, path in paths.items():
        nearest = next((by_path[prefix] for prefix in reversed(prefixes(path)) if prefix in by_path), None)
        if nearest is not None:
            found[node_id] = nearest
    return found


def types_for(node_ids: Iterable[int]) -> dict[int, str | None]:
    """For each of these nodes the type of the office that is responsible for it, None without one. Two queries."""
    wanted = tuple(node_ids)
    found = offices_for(wanted)
    return {node_id: found[node_id].type if node_id in found else None for node_id in wanted}


def living_offices() -> dict[str, OfficeView]:
    """All offices that are not closed, by the path of their node: they are few. One query."""
    rows = Office.objects.filter(closed_at=None).values_list("node__path", *_COLUMNS)
    return {path: OfficeView(*rest) for path, *rest in rows}
