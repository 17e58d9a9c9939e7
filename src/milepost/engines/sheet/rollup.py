"""Computed columns kept up to date: after an edit only the rows and columns that it reaches are computed again (rules K and L)."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from milepost.engines.sheet.apply import Dirty, same
from milepost.engines.sheet.compute import CHILDREN, Formula, RollUp, formula_value, in_order, number_of
from milepost.engines.sheet.model import Column, Sheet
from milepost.engines.sheet.operations import Cell
from milepost.engines.sheet.tally import NOTHING, Tally, tally_of, together

Linked: TypeAlias = Callable[[RollUp, Cell], Tally]
"""What the rows that a link cell names come to, as their reader knows them."""
Changes: TypeAlias = dict[int, dict[str, Cell]]


class Computer:
    """Computes the computed columns of one model; lives as long as the model and remembers what its roll-ups found."""

    def __init__(self, columns: Mapping[str, Column]) -> None:
        self.columns = dict(columns)
        self.order = in_order(columns)
        self._tallies: dict[str, dict[int, Tally]] = {}
        self._parents: dict[int, int | None] = {}
        self._rolls = any(isinstance(one, RollUp) and one.over == CHILDREN for one in self.order)

    @property
    def link_roll_ups(self) -> list[RollUp]:
        """The roll-ups over linked rows."""
        return [one for one in self.order if isinstance(one, RollUp) and one.over != CHILDREN]

    def recompute(self, model: Sheet, dirty: Dirty, given: Changes, linked: Linked, stale: Iterable[int] = ()) -> Changes:
        """The computed cells that differ after an edit.

        `given` are cells that were written beside the operations, `stale` rows whose linked rows changed. The model is not changed.
        """
        if not self.order:
            return {}
        work = _Work(self, model, dirty, given, linked, frozenset(stale))
        for one in self.order:
            if isinstance(one, Formula):
                work.formula(one)
            elif one.over == CHILDREN:
                work.children(one, self._tallies.setdefault(one.key, {}), self._parents)
            else:
                work.links(one)
        if self._rolls:
            self._remember(model, dirty)
        return work.found

    def _remember(self, model: Sheet, dirty: Dirty) -> None:
        if not self._parents:
            self._parents = {row.id: row.parent for row in model.rows.values()}
            return
        for row_id in dirty.removed:
            self._parents.pop(row_id, None)
        for row_id in dirty.inserted | dirty.moved:
            self._parents[row_id] = model.rows[row_id].parent


class _Work:
    """One recomputation: what was touched, and what was found so far."""

    def __init__(self, computer: Computer, model: Sheet, dirty: Dirty, given: Changes, linked: Linked, stale: frozenset[int]) -> None:
        self.columns, self.model, self.dirty, self.linked, self.stale = computer.columns, model, dirty, linked, stale
        self.given, self.found = given, Changes()
        self.touched: dict[str, set[int]] = {}
        for row_id, keys in dirty.cells.items():
            for key in keys:
                self.touched.setdefault(key, set()).add(row_id)
        for row_id, cells in given.items():
            for key in cells:
                self.touched.setdefault(key, set()).add(row_id)

    def formula(self, said: Formula) -> None:
        for row_id in self._touched(said.of):
            self._note(row_id, said.key, formula_value(said, self.columns, self._cells(row_id)))

    def links(self, said: RollUp) -> None:
        for row_id in self._touched((said.over,)) | self.stale:
            value = self._cell(row_id, said.over)
            self._note(row_id, said.key, self.linked(said, value).taken(said.take) if value else None)

    def children(self, said: RollUp, tallies: dict[int, Tally], parents: Mapping[int, int | None]) -> None:
        """Deepest rows first; a row whose tally did not change passes nothing on."""
        heap: list[tuple[int, int]] = []
        waiting: set[int] = set()

        def wait(row_id: int | None) -> None:
            if row_id is not None and row_id in self.model.rows and row_id not in waiting:
                waiting.add(row_id)
                heapq.heappush(heap, (-self.model.depth(row_id), row_id))

        for row_id in self._begin(said, tallies, parents):
            wait(row_id)
        while heap:
            row_id = heapq.heappop(heap)[1]
            waiting.discard(row_id)
            tally = self._tally(said, row_id, tallies)
            if tallies.get(row_id) != tally or row_id in self.dirty.inserted or row_id in self.dirty.moved:
                tallies[row_id] = tally
                wait(self.model.rows[row_id].parent)
            below = self.model.children(row_id)
            self._note(row_id, said.key, tally.taken(said.take) if below or said.take != "count" else None)

    def _begin(self, said: RollUp, tallies: dict[int, Tally], parents: Mapping[int, int | None]) -> Iterable[int | None]:
        if not parents:
            return list(self.model.rows)
        for row_id in self.dirty.removed:
            tallies.pop(row_id, None)
        was = [parents.get(row_id) for row_id in self.dirty.removed | self.dirty.moved]
        now = [self.model.rows[row_id].parent for row_id in self.dirty.inserted | self.dirty.moved]
        return [*self._touched((said.of,) if said.of else ()), *was, *now, *self.dirty.moved]

    def _tally(self, said: RollUp, row_id: int, tallies: Mapping[int, Tally]) -> Tally:
        below = self.model.children(row_id)
        if below:
            return together(tallies.get(child, NOTHING) for child in below)
        return self._own(said, row_id)

    def _own(self, said: RollUp, row_id: int) -> Tally:
        if said.of is None:
            return tally_of(1)
        return tally_of(countable(said.take, self.columns[said.of], self._cell(row_id, said.of)))

    def _touched(self, keys: Iterable[str]) -> set[int]:
        rows = set().union(*(self.touched.get(key, ()) for key in keys)) | self.dirty.inserted
        return rows - self.dirty.removed

    def _cell(self, row_id: int, key: str) -> Cell:
        for changes in (self.found, self.given):
            if row_id in changes and key in changes[row_id]:
                return changes[row_id][key]
        return self.model.rows[row_id].cells.get(key)

    def _cells(self, row_id: int) -> Mapping[str, Cell]:
        return {**self.model.rows[row_id].cells, **self.given.get(row_id, {}), **self.found.get(row_id, {})}

    def _note(self, row_id: int, key: str, value: Cell) -> None:
        if not same(self._cell(row_id, key), value):
            self.found.setdefault(row_id, {})[key] = value
            self.touched.setdefault(key, set()).add(row_id)


def countable(take: str, column: Column, value: Cell) -> float | str | None:
    """What a roll-up takes of a cell: a date as text for min and max, anything that is there for a count, else a number (L2)."""
    if value is None or (isinstance(value, dict) and "raw" in value):
        return None
    if take == "count":
        return 1
    if column.type in ("date", "datetime"):
        return str(value) if take in ("min", "max") else None
    return number_of(column, value)
