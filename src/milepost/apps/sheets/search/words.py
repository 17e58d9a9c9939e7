"""Which words of a row can be searched for, and what somebody's words are to the index."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from milepost.engines.sheet import Cell, Column

WORDED = frozenset({"text", "choice", "choices", "url", "symbol", "auto"})
"""Types of columns whose values are words."""

_MOST_LETTERS = 20_000
_WORD = re.compile(r"\w+")
_MOST_WORDS = 8


def words_of(columns: Iterable[Column], cells: Mapping[str, Cell]) -> tuple[str, str]:
    """The title of a row, and the words of its other cells, in the order of the columns. Values that were computed are not among them."""
    named = title_column(columns := tuple(columns))
    title = _text(named, cells.get(named.key)) if named else ""
    others = (_text(column, cells.get(column.key)) for column in columns if column is not named)
    return title[:_MOST_LETTERS], "\n".join(text for text in others if text)[:_MOST_LETTERS]


def title_column(columns: Sequence[Column]) -> Column | None:
    """The column that names a row: the one that is said to, else the first one of text."""
    texts = [column for column in columns if column.type == "text"]
    return next((column for column in texts if column.options.get("primary") or column.role == "name"), texts[0] if texts else None)


def is_worded(column: Column) -> bool:
    """Whether the values of a column can be searched for."""
    return column.type in WORDED and not column.computed


def asked(text: str) -> list[str]:
    """The words that somebody looks for, folded, at most eight; the last of them may be the beginning of one."""
    return words_in(text)[:_MOST_WORDS]


def words_in(text: str) -> list[str]:
    """All words of a text, folded, in their order."""
    return _WORD.findall(folded(text))


def folded(text: str) -> str:
    """Without case and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(letter for letter in apart if not unicodedata.combining(letter)))


def _text(column: Column, value: Cell) -> str:
    if isinstance(value, dict) and "raw" in value:
        return str(value["raw"])
    if value is None or not is_worded(column):
        return ""
    values = value if isinstance(value, list) else [value]
    labels: Mapping[str, Mapping[str, str]] = column.options.get("labels") or {}
    return " ".join(_label(labels.get(str(one)), str(one)) for one in values)


def _label(label: Mapping[str, str] | None, value: str) -> str:
    """A choice is found by its name in any language."""
    return " ".join(dict.fromkeys(label.values())) if label else value
