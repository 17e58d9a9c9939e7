"""Rows of sheets as this process last read them, brought up to date by the rows that changed since.

Each kept sheet is valid at one `seq`. A reader names the `seq` that the sheet has now; where the kept one is older, only rows that
were written after it are read, for all sheets of a register in one query. What is kept is shared by readers and never changed.
"""

from __future__ import annotations

import gc
import json
import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, TypeAlias

from django.db.models import CharField, F, Func, Q

from milepost.apps.sheets.models import Row
from milepost.engines.sheet import Row as ModelRow
from milepost.engines.sheet.select_line import Line, lines_of

MOST_BYTES = 384 * 1024 * 1024
"""How much may be kept, about: see `_ROW_BYTES` and `_BYTES_A_LETTER`."""
_ROW_BYTES, _BYTES_A_LETTER = 700, 4
_MOST_FOLLOWED = 100
_FIELDS = ("sheet_id", "row_id", "parent_id", "position", "seq", "deleted_seq")
_Stored: TypeAlias = tuple[int, int, int | None, str, int, int | None, str]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a sheet at `seq`, depth first, and by id."""

    seq: int
    lines: Sequence[Line]
    by_id: Mapping[int, Line]
    stored: Mapping[int, ModelRow]
    size: int


_NOTHING = Rows(0, (), {}, {}, 0)


class ReadingCache:
    """The least recently read sheets leave first when there are more than `most_bytes`."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._kept: OrderedDict[int, Rows] = OrderedDict()
        self._size = 0
        self._guard = threading.Lock()

    def rows(self, seqs: Mapping[int, int]) -> dict[int, Rows]:
        """The rows of the sheets, each at the given `seq` or at a later one. At most one query, none where nothing changed."""
        with self._guard:
            found = {sheet: self._kept[sheet] for sheet in seqs if sheet in self._kept}
        old = {sheet: found.get(sheet, _NOTHING) for sheet, seq in seqs.items() if sheet not in found or found[sheet].seq < seq}
        if old:
            with _no_collecting():
                news = _read_since(old)
                found |= {sheet: _followed(sheet, rows, seqs[sheet], news.get(sheet, ())) for sheet, rows in old.items()}
        self._keep(found)
        return found

    def clear(self) -> None:
        """Forget everything, for tests and benchmarks."""
        with self._guard:
            self._kept.clear()
            self._size = 0

    def _keep(self, found: Mapping[int, Rows]) -> None:
        with self._guard:
            for sheet, rows in found.items():
                known = self._kept.pop(sheet, None)
                self._size -= known.size if known else 0
                self._kept[sheet] = rows if known is None or known.seq <= rows.seq else known
                self._size += self._kept[sheet].size
            while self._size > self._most_bytes and self._kept:
                self._size -= self._kept.popitem(last=False)[1].size


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Tens of thousands of rows come to stay: looking through them for garbage again and again would take as long as reading them."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _read_since(old: Mapping[int, Rows]) -> dict[int, list[_Stored]]:
    """By sheet the rows written after what is kept; of sheets that are not kept, or if there are very many, those that are there."""
    known = [(sheet, rows.seq) for sheet, rows in old.items() if rows.seq]
    new = [sheet for sheet, rows in old.items() if not rows.seq]
    wanted = Q(sheet_id__in=new, deleted_seq=None) if new else Q(pk__in=())
    if len(known) > _MOST_FOLLOWED:
        wanted |= Q(sheet_id__in=[sheet for sheet, _ in known], seq__gt=min(seq for _, seq in known))
    elif known:
        wanted |= reduce(or_, (Q(sheet_id=sheet, seq__gt=seq) for sheet, seq in known))
    text = Func(F("cells"), template="CAST(%(expressions)s AS text)", output_field=CharField())
    news: dict[int, list[_Stored]] = {}
    for row in Row.objects.filter(wanted).annotate(text=text).values_list(*_FIELDS, "text"):
        news.setdefault(row[0], []).append(row)
    return news


def _followed(sheet: int, old: Rows, seq: int, news: Sequence[_Stored]) -> Rows:
    # A statement sees all of a change or nothing, so rows of a later change than was asked for bring the sheet to that one.
    seq = max([seq, old.seq, *(row[4] for row in news)])
    if not news:
        return Rows(seq, old.lines, old.by_id, old.stored, old.size)
    cells = _parsed(row[6] for row in news)
    stored = dict(old.stored)
    changed: list[int] = []
    same_tree = bool(old.lines)
    for (_, row_id, parent, position, _, deleted, _), values in zip(news, cells, strict=True):
        was = stored.get(row_id)
        same_tree = same_tree and was is not None and deleted is None and (was.parent, was.position) == (parent, position)
        if deleted is None:
            stored[row_id] = ModelRow(row_id, parent, position, values)
            changed.append(row_id)
        else:
            stored.pop(row_id, None)
    size = old.size + sum(_ROW_BYTES + _BYTES_A_LETTER * len(row[6]) for row in news if row[1] not in old.stored)
    if same_tree and not any(old.by_id[row_id].has_children for row_id in changed):
        return _with_cells(old, seq, stored, changed, size)
    lines = lines_of(sheet, stored.values())
    return Rows(seq, lines, {line.id: line for line in lines}, stored, size)


def _with_cells(old: Rows, seq: int, stored: dict[int, ModelRow], changed: Iterable[int], size: int) -> Rows:
    """The same tree with other cells in some of its leaves."""
    by_id = dict(old.by_id)
    for row_id in changed:
        was = by_id[row_id]
        by_id[row_id] = Line(was.sheet, row_id, was.above, was.depth, False, stored[row_id].cells)
    return Rows(seq, list(by_id.values()), by_id, stored, size)


def _parsed(texts: Iterable[str]) -> list[dict[str, Any]]:
    """All cells read as one text: the keys are then shared by the rows, which halves what they take."""
    found: list[dict[str, Any]] = json.loads(f"[{','.join(texts)}]")
    return found


rows_kept = ReadingCache()
"""The cache of this process."""
