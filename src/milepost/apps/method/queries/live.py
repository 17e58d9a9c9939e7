"""The live projects that follow what is adopted at a node."""

from __future__ import annotations

from dataclasses import dataclass

from milepost.apps.method.queries.holding import living_adoptions
from milepost.apps.org.access import within
from milepost.apps.org.models import Node
from milepost.apps.org.paths import prefixes
from milepost.apps.sheets.kinds.kind import kind_named
from milepost.apps.sheets.models import Row
from milepost.apps.sheets.profiles import PROFILE, keys_by_role

OVER = frozenset({"closed", "cancelled"})


@dataclass(frozen=True, slots=True)
class Live:
    """A project that is not over; `stage` is what its profile says of its phase."""

    id: int
    name: str
    path: str
    stage: str | None


def live_projects(node_id: int) -> list[Live]:
    """The projects at and below a node for which no nearer adoption holds, without those that are over. Three queries; says nothing of
    who may see them."""
    everything = Node.objects.unscoped(reason="whoever asks had the authority for the node above them")
    path = everything.filter(id=node_id, deleted_root=None).values_list("path", flat=True).first()
    if path is None:
        return []
    nearer = {one for one in living_adoptions() if one != path and one.startswith(path)}
    found = everything.filter(within(path), kind="project", deleted_root=None).order_by("path")
    rows = [row for row in found.values_list("id", "name", "path") if not nearer & set(prefixes(row[2]))]
    stages = stages_of(path)
    return [Live(*row, stages.get(row[0])) for row in rows if stages.get(row[0]) not in OVER]


def stages_of(path: str) -> dict[int, str]:
    """What the profiles of the projects at and below a path say of their phase. One query."""
    key = keys_by_role(kind_named(PROFILE).columns).get("phase", "phase")
    rows = Row.objects.filter(within(path, "sheet__node__"), sheet__kind=PROFILE, sheet__deleted_at=None, deleted_seq=None)
    told = ((node, cells.get(key)) for node, cells in rows.values_list("sheet__node_id", "cells"))
    return {node: stage for node, stage in told if isinstance(stage, str)}
