"""Where in the tree the projects of a list lie: nodes found by kind and name below the chosen one, and those that would have to be made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from milepost.apps.org.access import path_names, scope_of
from milepost.apps.org.actions.create_node import create_node
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Node
from milepost.apps.org.paths import span

Named = tuple[tuple[str, str], ...]
_KINDS = ("unit", "portfolio", "programme")


@dataclass(frozen=True, slots=True)
class Place:
    """A node that is there, with the nodes (kind, name) that are missing below it; `refused` is the name where one may not create."""

    node_id: int
    path: str
    missing: Named = ()
    refused: str = ""


class Places:
    """Knows the nodes below the chosen one, as one person sees them; reads the tree once. `made` are the ids of those that it made."""

    def __init__(self, actor_id: int, base: Node) -> None:
        self._actor_id = actor_id
        self._base = base
        self._may = scope_of(actor_id, Capability.CREATE)
        low, high = span(base.path)
        below = Node.objects.scoped(scope_of(actor_id)).filter(kind__in=_KINDS, path__gte=low, path__lt=high)
        self._nodes = [(pk, kind, _word(name), path) for pk, kind, name, path in below.values_list("id", "kind", "name", "path")]
        self._above = {(kind, _word(name)) for _, name, kind in path_names([base.path])[base.path]}
        self._found: dict[Named, Place] = {}
        self.made: list[int] = []

    def find(self, named: Named) -> Place:
        """Where a row with these places lies."""
        if named not in self._found:
            self._found[named] = self._look(named)
        return self._found[named]

    def bits_at(self, path: str) -> int:
        """What the person may do at a node with this path."""
        return self._may.bits_at(path)

    def make(self, named: Named, *, at: datetime) -> Place:
        """The same, with what is missing made. Raises NotFound, NotAllowed and what a name may be refused for."""
        place = self.find(named)
        if not place.missing:
            return place
        node_id = place.node_id
        for kind, name in place.missing:
            node = create_node(actor_id=self._actor_id, parent_id=node_id, kind=kind, name=name, at=at)
            node_id = node.pk
            self.made.append(node_id)
            self._nodes.append((node.pk, kind, _word(name), node.path))
        self._found.clear()
        return self.find(named)

    def _look(self, named: Named) -> Place:
        node_id, path, name_of = self._base.pk, self._base.path, self._base.name
        missing: list[tuple[str, str]] = []
        for kind, name in named:
            if (kind, _word(name)) in self._above:
                continue
            # What lies below the place found so far goes before one of the same name elsewhere.
            same = [node for node in self._nodes if node[1] == kind and node[2] == _word(name)]
            near = [node for node in same if node[3].startswith(path)] or (same if not missing and path == self._base.path else [])
            if near and not missing:
                node_id, _, name_of, path = near[0][0], near[0][1], name, near[0][3]
            else:
                missing.append((kind, name))
        return Place(node_id, path, tuple(missing), "" if self._may.allows(path) else name_of)


def _word(name: str) -> str:
    return " ".join(name.split()).casefold()
