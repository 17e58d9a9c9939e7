"""What a row is called: the text of its sheet's primary column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from milepost.engines.sheet import Cell, Column

_USUAL = "name"


def primary_key(columns: Iterable[Column]) -> str:
    """The key of the column that names a row: the one declared as primary, else `name`, else the first of text."""
    known = list(columns)
    marked = [column.key for column in known if column.options.get("primary")]
    texts = [column.key for column in known if column.type == "text"]
    return (marked or [key for key in texts if key == _USUAL] or texts or [_USUAL])[0]


def row_name(cells: Mapping[str, Cell], key: str = _USUAL) -> str:
    """The row's name as text, also where what was typed does not fit its column; empty where nobody gave it one."""
    value = cells.get(key)
    if isinstance(value, Mapping):
        value = value.get("raw")
    return "" if value is None else " ".join(str(value).split())
