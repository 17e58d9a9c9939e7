"""Dates, moments and durations as people write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from milepost.apps.sheets.values.surroundings import DoesNotFit, Surroundings
from milepost.engines.sheet import Cell, Column
from milepost.kernel.durations import parse_duration
from milepost.kernel.moments import BadMoment, format_moment, parse_moment

_DURATION_KEYS = frozenset({"seconds", "elapsed", "estimated"})
_MONTHS = {"jan": 1, "feb": 2, "mar": 3, "mär": 3, "mrz": 3, "apr": 4, "may": 5, "mai": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9}
_MONTHS |= {"oct": 10, "okt": 10, "nov": 11, "dec": 12, "dez": 12}
_TIME = r"(?:[ T,]+(\d{1,2}):(\d{2}))?"
_POINTS = re.compile(rf"(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?(\d{{4}}){_TIME}")
_SLASHES = re.compile(rf"(\d{{1,2}})/(\d{{1,2}})/(\d{{4}}){_TIME}")
_DAY_WORD = re.compile(rf"(\d{{1,2}})\.?[ -]([A-Za-zä]{{3,9}})\.?,?[ -](\d{{4}}){_TIME}")
_WORD_DAY = re.compile(rf"([A-Za-zä]{{3,9}})\.? (\d{{1,2}}),? (\d{{4}}){_TIME}")


def read_datetime(column: Column, value: Any, around: Surroundings) -> Cell:
    """A moment by the wall clock, `2026-03-02T08:00`; a bare date is its midnight. Raises DoesNotFit and what `parse_moment` does."""
    if not isinstance(value, str):
        raise DoesNotFit("This is not a date.")
    return format_moment(_moment(value, around.day_first))


def read_date(column: Column, value: Any, around: Surroundings) -> Cell:
    """A day, `2026-03-02`, also written `02.03.2026`, `2 Mar 2026` or `March 2, 2026`. Raises DoesNotFit and what `parse_moment` does."""
    return str(read_datetime(column, value, around))[:10]


def read_duration(column: Column, value: Any, around: Surroundings) -> Cell:
    """Seconds of work, or how long it is in words. Raises DoesNotFit and BadDuration."""
    if isinstance(value, str):
        read = parse_duration(value, around.lengths)
        if not read.elapsed and not read.estimated:
            return read.seconds
        return {"seconds": read.seconds, "elapsed": read.elapsed, "estimated": read.estimated}
    if isinstance(value, dict) and _is_duration(value):
        return dict(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 2**53:
        return round(value)
    raise DoesNotFit("This is not a duration.")


def _is_duration(value: Mapping[str, Cell]) -> bool:
    length = value.get("seconds")
    marks = (value.get("elapsed", False), value.get("estimated", False))
    return type(length) is int and value.keys() <= _DURATION_KEYS and all(isinstance(mark, bool) for mark in marks)


def _moment(text: str, day_first: bool | None) -> datetime:
    words = " ".join(text.split())
    try:
        return parse_moment(words)
    except BadMoment:
        found = _worded(words, day_first)
        if found is None:
            raise BadMoment(text=text) from None
    year, month, day, hour, minute = found
    try:
        return parse_moment(datetime(year, month, day, hour, minute).isoformat())
    except ValueError:
        raise BadMoment(text=text) from None


def _worded(words: str, day_first: bool | None) -> tuple[int, int, int, int, int] | None:
    if match := _POINTS.fullmatch(words):
        return _parts(match, day=1, month=int(match[2]))
    if match := _DAY_WORD.fullmatch(words):
        return _parts(match, day=1, month=_month(match[2]))
    if match := _WORD_DAY.fullmatch(words):
        return _parts(match, day=2, month=_month(match[1]))
    if match := _SLASHES.fullmatch(words):
        return _slashed(match, day_first)
    return None


def _slashed(match: re.Match[str], day_first: bool | None) -> tuple[int, int, int, int, int]:
    first, second = int(match[1]), int(match[2])
    if day_first is None and first <= 12 and second <= 12 and first != second:
        one, other = f"{match[3]}-{first:02}-{second:02}", f"{match[3]}-{second:02}-{first:02}"
        raise DoesNotFit(f"{match[0]} could mean {one} or {other}: write one of them.")
    if day_first or first > 12:
        return _parts(match, day=1, month=second)
    return _parts(match, day=2, month=first)


def _parts(match: re.Match[str], *, day: int, month: int) -> tuple[int, int, int, int, int]:
    return int(match[3]), month, int(match[day]), int(match[4] or 0), int(match[5] or 0)


def _month(name: str) -> int:
    return _MONTHS.get(name.lower()[:3], 0)
