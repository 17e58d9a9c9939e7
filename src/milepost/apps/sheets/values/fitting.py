"""One value and its column: the reader of the column's type decides."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from milepost.apps.sheets.values.chosen import read_check, read_choice, read_choices
from milepost.apps.sheets.values.dates import read_date, read_datetime, read_duration
from milepost.apps.sheets.values.named import read_files, read_links, read_people, read_person
from milepost.apps.sheets.values.numbers import read_money, read_number, read_percent
from milepost.apps.sheets.values.surroundings import DoesNotFit, Surroundings
from milepost.apps.sheets.values.words import read_list, read_text, read_url
from milepost.engines.sheet import Cell, Column
from milepost.engines.sheet.types import TYPES
from milepost.kernel.errors import MilepostError

USER_TYPES = tuple(TYPES)
"""Types of columns that users may add."""

_MOST_BYTES = 1024 * 1024
_DEEPEST = 20


def fit(column: Column, value: Cell, around: Surroundings) -> Cell:
    """The value as the column keeps it, None for an empty one, or the value marked with the reason why it does not fit."""
    if isinstance(value, dict) and "raw" in value:
        value = value["raw"]
    if isinstance(value, str):
        value = _plain(value)
    elif not storable(value):
        return {"raw": _plain(repr(value)[:200]), "problem": "This cannot be kept."}
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    reader = _READERS.get(column.type)
    if reader is None:
        return value
    try:
        return reader(column, value, around)
    except (DoesNotFit, MilepostError) as problem:
        return {"raw": value, "problem": str(problem)}


def storable(value: Cell) -> bool:
    """Whether every database keeps this: no NUL, no half of a surrogate pair, no number beyond all bounds, not endless, not too deep."""
    if not _is_flat(value, _DEEPEST):
        return False
    try:
        text = json.dumps(value, allow_nan=False, ensure_ascii=False)
        return "\\u0000" not in text and len(text.encode()) <= _MOST_BYTES
    except ValueError:
        return False


def _is_flat(value: Cell, most: int) -> bool:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return most > 0 and all(_is_flat(one, most - 1) for one in inside)


def _plain(text: str) -> str:
    return text.replace("\0", "").encode(errors="replace").decode()


_READERS: Mapping[str, Callable[[Column, Any, Surroundings], Cell]] = {
    "text": read_text,
    "url": read_url,
    "number": read_number,
    "money": read_money,
    "percent": read_percent,
    "date": read_date,
    "datetime": read_datetime,
    "duration": read_duration,
    "check": read_check,
    "choice": read_choice,
    "choices": read_choices,
    "symbol": read_choice,
    "person": read_person,
    "people": read_people,
    "link": read_links,
    "file": read_files,
    # Text of links ("12FS+2d") and assignments is read by the kind, which knows what it speaks of.
    "links": read_list,
    "assignments": read_list,
}
