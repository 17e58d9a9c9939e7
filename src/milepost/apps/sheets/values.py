"""Fitting a typed value to its column: what does not fit is kept as typed, `{"raw": ..., "problem": ...}`, with the reason."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from milepost.engines.sheet import Cell, Column
from milepost.kernel.durations import DayLength, parse_duration
from milepost.kernel.errors import MilepostError
from milepost.kernel.moments import format_moment, parse_moment

USER_TYPES = ("text", "number", "date", "check", "choice")
"""Types of columns that users may add."""

_TRUE = frozenset({"true", "yes", "y", "x", "1", "on"})
_FALSE = frozenset({"false", "no", "n", "0", "off"})
_MOST_BYTES = 1024 * 1024
_DEEPEST = 20
_DURATION_KEYS = frozenset({"seconds", "elapsed", "estimated"})


class DoesNotFit(Exception):
    """Why a value does not fit; never leaves this module."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What fitting needs beside the column: how long a day is, and the people that there are, by id, address or name."""

    lengths: DayLength
    person: Callable[[int | str], int | None]


def day_length(settings: Mapping[str, Cell]) -> DayLength:
    """The day that the settings `minutes_per_day`, `minutes_per_week` and `days_per_month` describe, else eight hours."""
    usual = DayLength()
    day = int(settings.get("minutes_per_day") or usual.day // 60) * 60
    week = int(settings.get("minutes_per_week") or usual.week // 60) * 60
    return DayLength(day, week, int(settings.get("days_per_month") or usual.month // usual.day) * day)


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


def _text(column: Column, value: Cell, around: Surroundings) -> Cell:
    if isinstance(value, (dict, list)):
        raise DoesNotFit("This is not text.")
    return value if isinstance(value, str) else str(value)


def _number(column: Column, value: Cell, around: Surroundings) -> Cell:
    number = value if isinstance(value, (int, float)) and not isinstance(value, bool) else _number_in(value)
    if not _finite(number):
        raise DoesNotFit("This is not a number.")
    low, high = column.options.get("min"), column.options.get("max")
    if (low is not None and number < low) or (high is not None and number > high):
        raise DoesNotFit(f"This must be between {low} and {high}." if high is not None else f"This must be at least {low}.")
    return int(number) if number == int(number) else number


def _finite(number: float) -> bool:
    """Whether it can be reckoned with: a whole number with hundreds of digits can not."""
    try:
        return math.isfinite(number)
    except OverflowError:
        return False


def _number_in(value: Cell) -> float:
    if not isinstance(value, str):
        raise DoesNotFit("This is not a number.")
    words = re.sub(r"[\s\u00a0']", "", value.strip().removesuffix("%")).replace("\u2212", "-")
    if re.fullmatch(r"[+-]?[1-9]\d{0,2},\d{3}", words):
        raise DoesNotFit(f"{value} could mean {words.replace(',', '')} or {words.replace(',', '.')}: write one of them.")
    if re.fullmatch(r"[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?", words):
        words = words.replace(",", "")
    if not re.fullmatch(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d{1,2})?", words, re.IGNORECASE):
        raise DoesNotFit(f"{value} is not a number.")
    return float(words.replace(",", "."))


def _moment(column: Column, value: Cell, around: Surroundings) -> Cell:
    if not isinstance(value, str):
        raise DoesNotFit("This is not a date.")
    return format_moment(parse_moment(value))


def _date(column: Column, value: Cell, around: Surroundings) -> Cell:
    return str(_moment(column, value, around))[:10]


def _duration(column: Column, value: Cell, around: Surroundings) -> Cell:
    if isinstance(value, str):
        read = parse_duration(value, around.lengths)
        if not read.elapsed and not read.estimated:
            return read.seconds
        return {"seconds": read.seconds, "elapsed": read.elapsed, "estimated": read.estimated}
    if isinstance(value, dict) and _is_duration(value):
        return dict(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and _finite(value):
        return round(value)
    raise DoesNotFit("This is not a duration.")


def _is_duration(value: Mapping[str, Cell]) -> bool:
    length = value.get("seconds")
    marks = (value.get("elapsed", False), value.get("estimated", False))
    return type(length) is int and value.keys() <= _DURATION_KEYS and all(isinstance(mark, bool) for mark in marks)


def _check(column: Column, value: Cell, around: Surroundings) -> Cell:
    word = str(value).strip().lower()
    if word in _TRUE:
        return True
    if word in _FALSE:
        return False
    raise DoesNotFit(f"{value} is neither yes nor no.")


def _choice(column: Column, value: Cell, around: Surroundings) -> Cell:
    choices = [str(choice) for choice in column.options.get("choices", ())]
    word = str(value).strip()
    for choice in choices:
        if choice.casefold() == word.casefold():
            return choice
    if choices:
        raise DoesNotFit(f"{value} is not one of: {', '.join(choices)}.")
    return word


def _person(column: Column, value: Cell, around: Surroundings) -> Cell:
    found = around.person(value) if isinstance(value, (int, str)) and not isinstance(value, bool) else None
    if found is None:
        raise DoesNotFit(f"{value} is nobody here.")
    return found


def _list(column: Column, value: Cell, around: Surroundings) -> Cell:
    # Text of links ("12FS+2d") and assignments is read by the kind, which knows what it speaks of.
    if not isinstance(value, (list, str)):
        raise DoesNotFit("This is not a list.")
    return value or None


_READERS: Mapping[str, Callable[[Column, Any, Surroundings], Cell]] = {
    "text": _text,
    "number": _number,
    "money": _number,
    "date": _date,
    "datetime": _moment,
    "duration": _duration,
    "check": _check,
    "choice": _choice,
    "person": _person,
    "links": _list,
    "assignments": _list,
}
