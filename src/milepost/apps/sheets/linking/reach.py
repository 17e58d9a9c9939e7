"""Roll-ups that reach out of their sheet: whoever sees the sheet may not see all that they are made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from milepost.apps.sheets.kinds.kind import Deltas, KindUnknown
from milepost.apps.sheets.models import RowLink, Sheet
from milepost.apps.sheets.writing.store import columns_of_kind
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
    """Whether everybody who sees the sheet sees all that its roll-ups are made of, and `targets`: sheets at its node or below.

    A linked row may be computed from links in its turn, so these are followed too. Two queries, and two for each further step.
    """
    place = Sheet.with_deleted.values_list("node__path", flat=True).get(id=sheet_id)
    known, coming = {sheet_id}, {*_linked_from([sheet_id]), *targets} - {sheet_id}
    while coming:
        found = list(Sheet.with_deleted.filter(id__in=coming).values_list("id", "kind", "node__path"))
        if not all(path.startswith(place) for _, _, path in found):
            return False
        known |= coming
        further = {kind for kind in {kind for _, kind, _ in found} if _reaches(kind)}
        coming = _linked_from([pk for pk, kind, _ in found if kind in further]) - known
    return True


def may_be_told(model: Model, sheet_id: int, computed: Deltas, inserted: Iterable[int] = ()) -> bool:
    """Whether what was computed, and what stands in rows that came, may be sent to everybody who looks on, instead of being read by
    each with their own rights."""
    keys = reaching_keys(model.columns)
    if not keys:
        return True
    reached = {row for row, cells in computed.items() if not keys.isdisjoint(cells)}
    # A row that comes back out of an undo brings what was computed once, and nothing is computed anew.
    reached |= {row for row in inserted if not keys.isdisjoint(model.rows[row].cells)}
    links = link_keys(model.columns)
    # Links that came with this very change are not in the index yet.
    targets = {sheet for row in reached for key in links for sheet, _ in refs_of(model.rows[row].cells.get(key))}
    return not reached or seen_by_all(sheet_id, targets)


def _linked_from(sheets: Collection[int]) -> set[int]:
    return set(RowLink.objects.filter(sheet_id__in=sheets).values_list("to_sheet", flat=True).distinct()) if sheets else set()


def _reaches(kind: str) -> bool:
    """Whether rows of a kind are computed from rows that they link to."""
    try:
        return bool(reaching_keys({column.key: column for column in columns_of_kind(kind)}))
    except KindUnknown:
        return False
