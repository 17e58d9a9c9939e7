"""What no plan needs and no calendar can compute: values beyond these bounds are kept as typed, marked with the reason."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from milepost.apps.planning.bridge.cells import is_raw, seconds
from milepost.apps.planning.columns import COLUMNS

FIRST_YEAR, LAST_YEAR = 1950, 2150
LONGEST = 100 * 366 * 86_400
DEAREST = 10**12
_TYPES = {column.key: column.type for column in COLUMNS}


def limited(key: str, value: Any, calendars: Collection[str]) -> Any:
    """The value, or the same kept as typed with what is wrong with it."""
    if value is None or is_raw(value):
        return value
    problem = _problem(key, _TYPES.get(key, ""), value, calendars)
    return value if problem is None else {"raw": value, "problem": problem}


def _problem(key: str, kind: str, value: Any, calendars: Collection[str]) -> str | None:
    if kind == "datetime" and isinstance(value, str) and not FIRST_YEAR <= int(value[:4]) <= LAST_YEAR:
        return f"A plan lies between the years {FIRST_YEAR} and {LAST_YEAR}."
    if kind == "duration" and not 0 <= (seconds({key: value}, key) or 0) <= LONGEST:
        return "A duration is between 0 and 100 years."
    if kind == "money" and isinstance(value, int | float) and abs(value) > DEAREST:
        return f"An amount is at most {DEAREST:,}."
    if key == "calendar" and value not in calendars:
        return f"This plan has no calendar named {value}."
    return None
