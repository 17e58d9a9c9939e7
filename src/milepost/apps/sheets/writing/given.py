"""Columns that fill themselves: automatic numbers, and who made or changed a row and when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC
from typing import Any

from milepost.apps.sheets.kinds.kind import Edit
from milepost.apps.sheets.models import Sheet as SheetTable
from milepost.apps.sheets.writing.effect import in_order
from milepost.engines.sheet import Cell, Column, Dirty, Sheet
from milepost.engines.sheet.types import STAMPS


class Given:
    """Gives out numbers, each once in the life of its sheet: `counters` are the last ones, `moved_on` says that they must be kept."""

    def __init__(self, autos: list[str], stamps: dict[str, str], counters: dict[str, int]) -> None:
        self._autos, self._stamps, self.counters = autos, stamps, counters
        self.moved_on = False

    @classmethod
    def of(cls, columns: Mapping[str, Column], sheet_id: int) -> Given:
        """For the columns of a model; the last numbers come from the sheet."""
        autos = [key for key, column in columns.items() if column.type == "auto"]
        stamps = {key: column.type for key, column in columns.items() if column.type in STAMPS}
        kept: dict[str, Any] = {}
        if autos:
            kept = SheetTable.with_deleted.filter(id=sheet_id).values_list("counters", flat=True).first() or {}
        return cls(autos, stamps, dict(kept))

    def cells(self, model: Sheet, dirty: Dirty, edit: Edit | None) -> dict[int, dict[str, Cell]]:
        """What the touched rows get. Without an edit, as when a sheet is computed again, nobody changed anything."""
        found: dict[int, dict[str, Cell]] = {}
        self._number(model, dirty, found)
        if self._stamps and edit is not None:
            for row_id in dirty.inserted | dirty.cells.keys():
                found.setdefault(row_id, {}).update(self._stamp(row_id in dirty.inserted, model.rows[row_id].cells, edit))
        return found

    def _number(self, model: Sheet, dirty: Dirty, found: dict[int, dict[str, Cell]]) -> None:
        for key in self._autos:
            for row_id in in_order(model, dirty.inserted):
                last, own = int(self.counters.get(key, 0)), model.rows[row_id].cells.get(key)
                if own is None:
                    found.setdefault(row_id, {})[key] = last + 1
                # A row that brings its number, out of a file or an undo, keeps it; numbers go on behind the greatest.
                if own is None or (isinstance(own, int) and own > last):
                    self.counters[key], self.moved_on = own or last + 1, True

    def _stamp(self, new: bool, cells: Mapping[str, Cell], edit: Edit) -> dict[str, Cell]:
        at = edit.at.astimezone(UTC).isoformat(timespec="seconds")
        values = {"created_by": edit.actor_id, "changed_by": edit.actor_id, "created_at": at, "changed_at": at}
        # A row that comes back out of an undo keeps who made it.
        wanted = {key: kind for key, kind in self._stamps.items() if kind.startswith("changed") or (new and cells.get(key) is None)}
        return {key: values[kind] for key, kind in wanted.items()}
