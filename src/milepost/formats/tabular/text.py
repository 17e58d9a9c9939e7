"""Lists as text: which encoding, which delimiter, and the cells. What is pasted from a spreadsheet is such a text, with tabs."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator

from milepost.formats.tabular.errors import EmptyList, NotAList
from milepost.formats.tabular.model import Table
from milepost.formats.tabular.shape import shape

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_NOTHING = b' \t\r\n,;|\0"'
_DELIMITERS = "\t;,|"
_LOOKED_AT = 60
_LONGEST_CELL = 1_000_000
_MOST_CONTROL = 0.01


def read_text(data: bytes) -> Table:
    """The one table of a text file. Raises EmptyList, NotAList, TooManyRows and TooManyColumns."""
    if not data.strip(_NOTHING):
        raise EmptyList
    words = decode(data)
    if not words.strip(' \t\r\n,;|"\ufeff\u00a0'):
        raise EmptyList
    first, _, rest = words.partition("\n")
    named = first.strip().lower()
    if named.startswith("sep=") and len(named) <= 5:
        return shape("", _rows(rest, named[4:] or "\t", before=1))
    return shape("", _rows(words, delimiter_of(words)))


def decode(data: bytes) -> str:
    """The text: by its byte order mark, else UTF-16 where every second byte is zero, else UTF-8, else Windows-1252. Raises NotAList."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    head = data[:4096]
    zeros = head.count(0)
    if zeros * 5 > len(head) * 2:
        return data.decode("utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be", errors="replace")
    if zeros or sum(byte < 32 and byte not in b"\t\r\n\f\v\x1b" for byte in head) > len(head) * _MOST_CONTROL:
        raise NotAList
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def delimiter_of(words: str) -> str:
    """The delimiter that gives the most lines the same number of cells, more than one; a comma where there is none."""
    sample = words[:200_000]
    best, most = ",", 0.0
    for delimiter in _DELIMITERS:
        widths = Counter(len(row) for row, _ in zip(_parsed(sample, delimiter), range(_LOOKED_AT), strict=False) if any(row))
        width, agreeing = max(widths.items(), key=lambda one: one[1] if one[0] > 1 else 0, default=(0, 0))
        # Many equally long lines speak for it, and so do many cells in a line; a text column full of commas has lines of many lengths.
        score = agreeing / max(widths.total(), 1) * min(width, 20) ** 0.5 if width > 1 else 0.0
        if score > most:
            best, most = delimiter, score
    return best


def _rows(words: str, delimiter: str, before: int = 0) -> Iterator[list[str]]:
    for _ in range(before):
        yield []
    yield from _parsed(words, delimiter)


def _parsed(words: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    try:
        yield from csv.reader(io.StringIO(words.replace("\0", ""), newline=""), delimiter=delimiter)
    except csv.Error:
        raise NotAList from None
