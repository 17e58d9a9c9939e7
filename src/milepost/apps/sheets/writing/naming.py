"""Writing who is named in which row, in the transaction that changes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from milepost.apps.sheets.done_rows import Naming, naming_of
from milepost.apps.sheets.kinds.kind import Deltas
from milepost.apps.sheets.models import RowNamed, Sheet
from milepost.engines.sheet import Cell, Dirty
from milepost.engines.sheet import Sheet as Model

_BATCH = 1000
_ASSIGNED = "assignments"


def note_people(sheet: Sheet, model: Model, dirty: Dirty, computed: Deltas) -> None:
    """Note anew who is named in the rows in which that, or whether they are done, may have changed; moved dates cost nothing here."""
    naming = naming_of(sheet.kind, model.columns.values())
    assigned = tuple(column.key for column in model.columns.values() if column.type == _ASSIGNED)
    watched = {column.key for column in (*naming.people, *naming.done)}.union(assigned)
    changes = chain(dirty.cells.items(), ((row, cells.keys()) for row, cells in computed.items()))
    changed = {row for row, keys in changes if not watched.isdisjoint(keys)} - dirty.inserted - dirty.removed
    for part in _parts(changed | dirty.removed):
        RowNamed.objects.filter(sheet_id=sheet.pk, row_id__in=part).delete()
    _note(sheet.pk, model, naming, assigned, changed | dirty.inserted)


def note_sheet(sheet: Sheet, model: Model) -> None:
    """Note everybody who is named in a sheet."""
    RowNamed.objects.filter(sheet_id=sheet.pk).delete()
    assigned = tuple(column.key for column in model.columns.values() if column.type == _ASSIGNED)
    _note(sheet.pk, model, naming_of(sheet.kind, model.columns.values()), assigned, model.rows)


def _note(sheet_id: int, model: Model, naming: Naming, assigned: tuple[str, ...], rows: Iterable[int]) -> None:
    for part in _parts(rows):
        found = (one for row in part if row in model.rows for one in _named(sheet_id, model, naming, assigned, row))
        RowNamed.objects.bulk_create(list(found))


def _named(sheet_id: int, model: Model, naming: Naming, assigned: tuple[str, ...], row: int) -> Iterator[RowNamed]:
    cells = model.rows[row].cells
    said = [(column.key, who, False) for column in naming.people for who in _whole(cells.get(column.key))]
    said += [(key, who, True) for key in assigned for who in _resources(cells.get(key))]
    if not said:
        return
    done = naming.is_done(cells)
    for key, who, resource in dict.fromkeys(said):
        yield RowNamed(sheet_id=sheet_id, row_id=row, key=key, who=who, resource=resource, done=done)


def _whole(value: Cell) -> list[int]:
    given = value if isinstance(value, list) else [value]
    return [one for one in given if isinstance(one, int) and not isinstance(one, bool)]


def _resources(value: Cell) -> list[int]:
    given = value if isinstance(value, list) else []
    return [one["resource"] for one in given if isinstance(one, dict) and isinstance(one.get("resource"), int)]


def _parts(rows: Iterable[int]) -> Iterable[list[int]]:
    found = list(rows)
    return (found[first : first + _BATCH] for first in range(0, len(found), _BATCH))
