"""Links between rows of registers: what linked rows come to, the index of links, and which rows wait for news of others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import partial
from typing import Any, cast

from django.db import transaction

from milepost.apps.sheets.kinds.kind import Committed, KindUnknown
from milepost.apps.sheets.linking.reach import Ref, link_keys, refs_of
from milepost.apps.sheets.linking.refreshing import drain
from milepost.apps.sheets.models import Refresh, Row, RowLink
from milepost.apps.sheets.writing.store import columns_of_kind
from milepost.engines.sheet import Cell, Column, Sheet
from milepost.engines.sheet.compute import RollUp
from milepost.engines.sheet.rollup import Linked, countable
from milepost.engines.sheet.tally import NOTHING, Tally, tally_of, together

_AT_ONCE = 500


def tallies_of_links(model: Sheet) -> Linked:
    """A function that says what the rows named by a link cell come to; each row is read once."""
    rows = _LinkedRows(model)
    return rows.tally


class _LinkedRows:
    def __init__(self, model: Sheet) -> None:
        self._model = model
        self._own = cast("int", model.extra["sheet"])
        self._cells: dict[Ref, Mapping[str, Any] | None] = {}
        self._columns: dict[str, Mapping[str, Column]] = {}
        self._read_all = False

    def tally(self, said: RollUp, value: Cell) -> Tally:
        there = [cells for ref in refs_of(value) if (cells := self._cells_of(ref)) is not None]
        if said.of is None:
            return together(tally_of(1) for _ in there)
        column = self._column(self._model.columns[said.over], said.of)
        if column is None:
            return NOTHING
        return together(tally_of(countable(said.take, column, cells.get(said.of))) for cells in there)

    def _cells_of(self, ref: Ref) -> Mapping[str, Any] | None:
        sheet_id, row_id = ref
        if sheet_id == self._own:
            row = self._model.rows.get(row_id)
            return None if row is None else row.cells
        if ref not in self._cells:
            if self._cells:
                self._read_every()
            else:
                self._read(sheet_id, [row_id])
        return self._cells.setdefault(ref, None)

    def _read(self, sheet_id: int, row_ids: list[int]) -> None:
        for begin in range(0, len(row_ids), _AT_ONCE):
            part = row_ids[begin : begin + _AT_ONCE]
            # A roll-up counts what its links name, whoever looks; masking withholds it from who may not see them all.
            there = Row.objects.filter(sheet__deleted_at=None, sheet__node__deleted_root=None, deleted_seq=None)
            found = there.filter(sheet_id=sheet_id, row_id__in=part)
            self._cells.update({(sheet_id, row): cells for row, cells in found.values_list("row_id", "cells")})

    def _read_every(self) -> None:
        """More than one link is asked about: all that the sheet names are read, in a few queries."""
        if self._read_all:
            return
        self._read_all = True
        wanted: dict[int, set[int]] = {}
        for row in self._model.rows.values():
            for key in link_keys(self._model.columns):
                for sheet_id, row_id in refs_of(row.cells.get(key)):
                    wanted.setdefault(sheet_id, set()).add(row_id)
        for sheet_id, row_ids in wanted.items():
            if sheet_id != self._own:
                self._read(sheet_id, sorted(row_ids))

    def _column(self, link: Column, key: str) -> Column | None:
        to = str(link.options.get("to"))
        if to not in self._columns:
            try:
                self._columns[to] = {column.key: column for column in columns_of_kind(to)}
            except KindUnknown:
                self._columns[to] = {}
        return self._columns[to].get(key)


def write_links(model: Sheet, change: Committed) -> None:
    """Bring the index of links up to date with a change, and let those wait whose links lead to what changed."""
    dirty, sheet_id = change.dirty, change.edit.sheet_id
    keys = link_keys(model.columns)
    if keys:
        relinked = {row_id for row_id, cells in dirty.cells.items() if not cells.isdisjoint(keys)} | dirty.inserted
        _rewrite(model, sheet_id, keys, relinked, relinked | dirty.removed if change.seq > 1 else set())
    _let_wait(sheet_id, {*dirty.cells, *dirty.inserted, *dirty.removed, *change.deltas}, change.edit.at)


def _rewrite(model: Sheet, sheet_id: int, keys: Iterable[str], rows: Iterable[int], clear: set[int]) -> None:
    for part in _parts(clear):
        RowLink.objects.filter(sheet_id=sheet_id, row_id__in=part).delete()
    links = [
        RowLink(sheet_id=sheet_id, row_id=row_id, key=key, to_sheet=to_sheet, to_row=to_row)
        for row_id in rows
        for key in keys
        for to_sheet, to_row in refs_of(model.rows[row_id].cells.get(key))
    ]
    RowLink.objects.bulk_create(links, batch_size=_AT_ONCE, ignore_conflicts=True)


def let_all_wait(sheet_id: int, at: datetime) -> None:
    """Let every row wait that links into this sheet, which went into the bin or came out of it."""
    _let_wait(sheet_id, set(RowLink.objects.filter(to_sheet=sheet_id).values_list("to_row", flat=True)), at)


def _let_wait(sheet_id: int, rows: set[int], at: datetime) -> None:
    if not RowLink.objects.filter(to_sheet=sheet_id).exists():
        return
    waiting: set[Ref] = set()
    for part in _parts(rows):
        waiting.update(RowLink.objects.filter(to_sheet=sheet_id, to_row__in=part).values_list("sheet_id", "row_id"))
    if waiting:
        Refresh.objects.bulk_create([Refresh(sheet_id=s, row_id=r) for s, r in sorted(waiting)], batch_size=_AT_ONCE, ignore_conflicts=True)
        transaction.on_commit(partial(drain, at=at, sheet_ids={sheet for sheet, _ in waiting}), robust=True)


def _parts(rows: set[int]) -> Iterable[list[int]]:
    ordered = sorted(rows)
    return (ordered[begin : begin + _AT_ONCE] for begin in range(0, len(ordered), _AT_ONCE))
