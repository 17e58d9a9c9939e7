"""Roll-ups that reach out of their sheet: whoever sees the sheet may not see all that they are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from milepost.apps.sheets.kinds.kind import Deltas
from milepost.apps.sheets.models import RowLink, Sheet
from milepost.engines.sheet import Cell, Column
from milepost.engines.sheet import Sheet as Model
from milepost.engines.sheet.compute import CHILDREN, RollUp, in_order, sources
from milepost.engines.sheet.errors import ComputeBroken

HIDDEN = {"hidden": True}
"""What stands in a cell whose value is withheld from its reader."""
Ref = tuple[int, int]
"""Sheet and row."""


def refs_of(value: Cell) -> list[Ref]:
    """The sheets and rows that a link cell names; none for what does not fit."""
    return [(one["sheet"], one["row"]) for one in value] if isinstance(value, list) else []


def link_keys(columns: Mapping[str, Column]) -> tuple[str, ...]:
    """The keys of the link columns."""
    return tuple(key for key, column in columns.items() if column.type == "link")


def reaching_keys(columns: Mapping[str, Column]) -> frozenset[str]:
    """The computed columns that read linked rows, themselves or through others."""
    if not any(column.type == "link" for column in columns.values()):
        return frozenset()
    found: set[str] = set()
    try:
        order = in_order(columns)
    except ComputeBroken:
        return frozenset(key for key, column in columns.items() if column.computed)
    for one in order:
        if (isinstance(one, RollUp) and one.over != CHILDREN) or found.intersection(sources(one)):
            found.add(one.key)
    return frozenset(found)


def seen_by_all(sheet_id: int, targets: Iterable[int] = ()) -> bool:
    """Whether everybody who sees the sheet sees all that it links to, and `targets`: sheets at its node or below. Three queries."""
    place = Sheet.with_deleted.values_list("node__path", flat=True).get(id=sheet_id)
    linked = RowLink.objects.filter(sheet_id=sheet_id).exclude(to_sheet=sheet_id).values_list("to_sheet", flat=True).distinct()
    paths = Sheet.with_deleted.filter(id__in={*linked, *targets}).values_list("node__path", flat=True)
    return all(path.startswith(place) for path in paths)


def may_be_told(model: Model, sheet_id: int, computed: Deltas) -> bool:
    """Whether what was computed may be sent to everybody who looks on, instead of being read by each with their own rights."""
    keys = reaching_keys(model.columns)
    reached = [row for row, cells in computed.items() if not keys.isdisjoint(cells)] if keys else []
    links = link_keys(model.columns)
    # Links that came with this very change are not in the index yet.
    targets = {sheet for row in reached for key in links for sheet, _ in refs_of(model.rows[row].cells.get(key))}
    return not reached or seen_by_all(sheet_id, targets)
