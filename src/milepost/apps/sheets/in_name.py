"""Open rows in somebody's name, which go to somebody else when they leave: what sheets bring to `org.leaving`.

A row is in a person's name by a cell of type person or people. Cells that say who did something (raised, decided, created) stay, and so
does every row that is done: it is history.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from milepost.apps.org.access import scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.leaving import Held
from milepost.apps.sheets.done_rows import Naming, naming_of
from milepost.apps.sheets.kinds.acts import require_acts
from milepost.apps.sheets.models import ChangeKind, Row, Sheet
from milepost.apps.sheets.writing.store import columns_of
from milepost.apps.sheets.writing.write import Call, begin, write
from milepost.engines.sheet import Cell, Set
from milepost.kernel.errors import MilepostError


class Rows:
    """Open rows of registers and plans in people's names."""

    def held(self, *, actor_id: int, person_id: int) -> Sequence[Held]:
        """One for each sheet; without names where the actor may not see it."""
        scope = scope_of(actor_id)
        sheets = _cells_of(person_id)
        found = []
        for sheet in _live(sheets).select_related("node").order_by("node__path", "id"):
            count = len(_handed(sheet, sheets[sheet.pk], person_id, person_id))
            bits = scope.bits_at(sheet.node.path)
            if count and bits & Capability.VIEW:
                mine = bool(bits & Capability.EDIT)
                found.append(Held("rows", sheet.pk, sheet.name, sheet.node_id, count, mine, place=sheet.node.name))
            elif count:
                found.append(Held("rows", 0, "", 0, count, False))
        return found

    def hand_over(self, *, actor_id: int, person_id: int, to_id: int, at: datetime) -> None:
        """One change in each sheet that the actor may edit, in the order of their ids, so that no two wait for each other."""
        scope = scope_of(actor_id, Capability.EDIT)
        places = dict(_live(_cells_of(person_id)).values_list("id", "node__path"))
        for sheet_id in sorted(pk for pk, path in places.items() if scope.allows(path)):
            try:
                with transaction.atomic():
                    _hand_over(actor_id, sheet_id, person_id, to_id, at)
            except MilepostError:  # the kind asks for more than EDIT, or refuses a row as it stands: this sheet stays as it is
                continue


def _hand_over(actor_id: int, sheet_id: int, person_id: int, to_id: int, at: datetime) -> None:
    writing = begin(actor_id=actor_id, sheet_id=sheet_id, at=at)
    naming = naming_of(writing.sheet.kind, writing.model.columns.values())
    cells = {row.id: _given(naming, row.cells, person_id, to_id) for row in writing.model.rows.values()}
    ops = [Set(row, handed) for row, handed in cells.items() if handed]
    require_acts(writing.kind, writing.bits, ops)
    if ops:
        prepared = writing.kind.prepare(writing.model, ops, edit=writing.edit)
        write(writing, prepared.ops, Call(ChangeKind.EDIT))


def _live(sheet_ids: Iterable[int]) -> QuerySet[Sheet]:
    return Sheet.objects.filter(id__in=list(sheet_ids), node__deleted_at=None)


def _cells_of(person_id: int) -> dict[int, list[dict[str, Cell]]]:
    """By sheet the cells of the rows in whose text the id stands: more than those that are meant, never fewer."""
    rows = Row.objects.filter(deleted_seq=None, sheet__deleted_at=None).annotate(text=Cast("cells", TextField()))
    found: dict[int, list[dict[str, Cell]]] = defaultdict(list)
    for sheet_id, cells in rows.filter(text__contains=str(person_id)).values_list("sheet_id", "cells").iterator():
        found[sheet_id].append(cells)
    return found


def _handed(sheet: Sheet, rows: Iterable[Mapping[str, Cell]], person_id: int, to_id: int) -> list[dict[str, Cell]]:
    naming = naming_of(sheet.kind, columns_of(sheet))
    return [handed for cells in rows if (handed := _given(naming, cells, person_id, to_id))]


def _given(naming: Naming, cells: Mapping[str, Cell], person_id: int, to_id: int) -> dict[str, Cell]:
    """The cells of an open row in which the one stands, with the other in their place; none for a row that is done."""
    if naming.is_done(cells):
        return {}
    found = {column.key: _with(cells.get(column.key), person_id, to_id) for column in naming.people}
    return {key: value for key, value in found.items() if value is not None}


def _with(value: Cell, person_id: int, to_id: int) -> Cell:
    """The value with the other person in it; None where the one is not in it."""
    if value == person_id and not isinstance(value, bool):
        return to_id
    if isinstance(value, list) and person_id in value:
        return list(dict.fromkeys(to_id if one == person_id else one for one in value))
    return None
