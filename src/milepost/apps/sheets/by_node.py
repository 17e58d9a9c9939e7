"""Which sheets lie at which nodes."""

from __future__ import annotations

from collections.abc import Sequence

from milepost.apps.sheets.models import Sheet


def sheets_at(node_ids: Sequence[int], *, kind: str) -> dict[int, int]:
    """For each node the id of its oldest sheet of a kind; one query. The caller names only nodes that its reader may see."""
    rows = Sheet.objects.filter(node_id__in=node_ids, kind=kind).order_by("-created_at", "-id").values_list("node_id", "id")
    return dict(rows) if node_ids else {}


def nodes_of(sheet_ids: Sequence[int]) -> dict[int, int]:
    """For each sheet that there is the id of its node; one query. Says nothing about who may see it."""
    return dict(Sheet.objects.filter(id__in=sheet_ids).values_list("id", "node_id")) if sheet_ids else {}
