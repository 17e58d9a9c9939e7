"""A file of a list, opened in the limited child; the last few stay in memory, because an import asks for its file again and again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import cast

from milepost.formats.sandbox import MEGABYTE, Limits, run_reader
from milepost.formats.tabular import Book

_LIMITS = Limits(size=100 * MEGABYTE, memory=1024 * MEGABYTE, processor=30, wall=60)
_MOST_CELLS = 2_000_000
_kept: OrderedDict[str, Book] = OrderedDict()
_guard = threading.Lock()


def opened_book(data: bytes, sha256: str) -> Book:
    """What the file holds. Raises the errors of the reader of lists and of the sandbox."""
    with _guard:
        known = _kept.get(sha256)
    if known is not None:
        return known
    book = cast("Book", run_reader("tabular", data, _LIMITS))
    with _guard:
        _kept[sha256] = book
        while len(_kept) > 1 and sum(map(_cells, _kept.values())) > _MOST_CELLS:
            _kept.popitem(last=False)
    return book


def _cells(book: Book) -> int:
    return sum(len(table.rows) * len(table.rows[0]) for table in book.tables if table.rows)
