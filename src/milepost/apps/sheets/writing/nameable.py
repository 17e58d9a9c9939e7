"""What the cells of an edit may name: people, rows of other registers, files. What the writer may not see is not there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.db.models import QuerySet

from milepost.apps.org.access import scope_of
from milepost.apps.org.queries.names import person_called, person_meant
from milepost.apps.sheets.kinds.kind import KindUnknown, kind_named
from milepost.apps.sheets.models import File, Row
from milepost.apps.sheets.models import Sheet as SheetTable
from milepost.apps.sheets.row_names import primary_key, row_name
from milepost.apps.sheets.values import Surroundings, day_length
from milepost.engines.sheet import Cell, Column, Sheet

Ref = tuple[int, int]


def surroundings(model: Sheet, *, actor_id: int | None, sheet_id: int | None = None) -> Surroundings:
    """For fitting the cells of one edit; each name is looked up once. Without an actor it is the operator, who may name everything."""
    rows = _Rows(actor_id)
    files = partial(_is_file, sheet_id, {})
    return Surroundings(day_length(model.settings), _asked_once(actor_id), rows.meant, files)


class _Rows:
    """Rows that link cells may name, among those that the person may see."""

    def __init__(self, actor_id: int | None) -> None:
        self._actor_id = actor_id
        self._seen: dict[int, bool] = {}
        self._there: dict[Ref, bool] = {}
        self._named: dict[str, dict[str, Ref | None]] = {}

    def meant(self, column: Column, named: Cell) -> Ref | None:
        """The row with this id, or the one of the column's kind that is called so; None where there is none, or more than one."""
        to = str(column.options.get("to"))
        if isinstance(named, dict):
            return self._by_id(to, named)
        word = str(named).strip().casefold()
        if to not in self._named:
            self._named[to] = self._names(to)
        return self._named[to].get(word)

    def _by_id(self, to: str, named: dict[str, Any]) -> Ref | None:
        sheet, row = named.get("sheet"), named.get("row")
        if type(sheet) is not int or type(row) is not int or not 0 < row < 2**53:
            return None
        if sheet not in self._seen:
            self._seen[sheet] = self._sheets(to).filter(id=sheet).exists()
        if (sheet, row) not in self._there:
            self._there[sheet, row] = self._seen[sheet] and Row.objects.filter(sheet_id=sheet, row_id=row, deleted_seq=None).exists()
        return (sheet, row) if self._there[sheet, row] else None

    def _sheets(self, to: str) -> QuerySet[SheetTable]:
        sheets = SheetTable.objects.filter(kind=to)
        return sheets if self._actor_id is None else sheets.filter(scope_of(self._actor_id).condition("node__"))

    def _names(self, to: str) -> dict[str, Ref | None]:
        """Names and numbers, without case, of all rows that the person sees; None for a name that two rows have."""
        try:
            columns = kind_named(to).columns
        except KindUnknown:
            return {}
        primary, autos = primary_key(columns), {column.key: column for column in columns if column.type == "auto"}
        found: dict[str, Ref | None] = {}
        rows = Row.objects.filter(sheet_id__in=self._sheets(to), deleted_seq=None).values_list("sheet_id", "row_id", "cells")
        for sheet, row, cells in rows.iterator():
            numbers = (f"{column.options.get('prefix', '')}{cells.get(key)}" for key, column in autos.items() if cells.get(key))
            for word in {row_name(cells, primary).casefold(), *(number.casefold() for number in numbers)}:
                found[word] = None if word in found else (sheet, row)
        return found


def _is_file(sheet_id: int | None, known: dict[int, bool], file_id: int) -> bool:
    if sheet_id is None:
        return False
    if file_id not in known:
        known[file_id] = 0 < file_id < 2**53 and File.objects.filter(id=file_id, sheet_id=sheet_id, deleted_at=None).exists()
    return known[file_id]


def _asked_once(actor_id: int | None) -> Callable[[int | str], int | None]:
    known: dict[int | str, int | None] = {}

    def person(named: int | str) -> int | None:
        if named not in known:
            known[named] = person_called(named) if actor_id is None else person_meant(actor_id, named)
        return known[named]

    return person
