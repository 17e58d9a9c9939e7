"""Values that name something else: people, rows of other registers, files."""

from __future__ import annotations

import re
from typing import Any

from milepost.apps.sheets.values.surroundings import DoesNotFit, Surroundings
from milepost.engines.sheet import Cell, Column

MOST_NAMED = 200
_PARTS = re.compile(r"[,;\n]")


def read_person(column: Column, value: Any, around: Surroundings) -> Cell:
    """The id of a person. Raises DoesNotFit."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    found = around.person(value) if isinstance(value, (int, str)) and not isinstance(value, bool) else None
    if found is None:
        raise DoesNotFit(f"{value} is nobody here.")
    return found


def read_people(column: Column, value: Any, around: Surroundings) -> Cell:
    """The ids of people, each once, from a list or from names with commas. Raises DoesNotFit."""
    return list(dict.fromkeys(read_person(column, one, around) for one in _each(value))) or None


def read_links(column: Column, value: Any, around: Surroundings) -> Cell:
    """Links to rows, `{"sheet", "row"}`, each once; a text names rows by their number or name. Raises DoesNotFit."""
    # A name may have a comma in it: the whole text is tried first.
    whole = around.row(column, value) if isinstance(value, (str, dict)) else None
    if whole is not None:
        return [{"sheet": whole[0], "row": whole[1]}]
    found = dict.fromkeys(_row(column, one, around) for one in _each(value))
    if len(found) > 1 and not column.options.get("several"):
        raise DoesNotFit("Only one row fits here.")
    return [{"sheet": sheet, "row": row} for sheet, row in found] or None


def read_files(column: Column, value: Any, around: Surroundings) -> Cell:
    """The ids of files of this sheet. Raises DoesNotFit."""
    ids = value if isinstance(value, list) else [value]
    if len(ids) > MOST_NAMED or not all(type(one) is int and around.file(one) for one in ids):
        raise DoesNotFit("There is no such file in this sheet.")
    return list(dict.fromkeys(ids)) or None


def _row(column: Column, value: Any, around: Surroundings) -> tuple[int, int]:
    found = around.row(column, value) if isinstance(value, (str, dict)) else None
    if found is None:
        raise DoesNotFit("There is no such row." if isinstance(value, dict) else f"There is no row called {value}.")
    return found


def _each(value: Any) -> list[Any]:
    parts = value if isinstance(value, list) else [part.strip() for part in _PARTS.split(value)] if isinstance(value, str) else [value]
    if len(parts) > MOST_NAMED:
        raise DoesNotFit(f"At most {MOST_NAMED} fit here.")
    return [part for part in parts if part not in (None, "")]
