"""What a cell says to a reader: whether it is empty, its text, and what it is compared by."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from milepost.engines.sheet.model import Column
from milepost.engines.sheet.operations import Cell
from milepost.engines.sheet.symbols import SYMBOLS, SymbolSet

NUMBERS = frozenset({"number", "money", "percent", "duration", "auto"})
MOMENTS = frozenset({"date", "datetime", "created_at", "changed_at"})
CHOICES = frozenset({"choice", "choices", "symbol"})
PEOPLE = frozenset({"person", "people", "created_by", "changed_by"})
LISTS = frozenset({"choices", "people", "link", "file", "links", "assignments"})
UNSAID = CHOICES | PEOPLE | frozenset({"link", "file", "links", "assignments", "check", "data"})
"""Types whose stored value is not what one reads on the screen."""

Measure: TypeAlias = Callable[[Cell], Any]
"""What a cell is compared by; None where it has nothing of the kind."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, and when: `names` of people and `links` (labels of linked rows by sheet and row) are those that they may see."""

    columns: Mapping[str, Column]
    today: date
    me: int | None = None
    names: Mapping[int, str] = field(default_factory=dict)
    links: Mapping[tuple[int, int], str] = field(default_factory=dict)


def folded(text: str) -> str:
    """Text without case and accents: how it is compared (rule Q3)."""
    if text.isascii():
        return text.lower()
    return "".join(letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter))


def is_empty(value: Cell) -> bool:
    """Whether nothing is there for the reader: no value, an empty list, or one that is withheld from them (rule Q2)."""
    return value is None or value == "" or value == [] or (isinstance(value, dict) and "hidden" in value)


def misfit(value: Cell) -> bool:
    """Whether the cell holds what did not fit its column."""
    return isinstance(value, dict) and "raw" in value


def choices_of(column: Column) -> tuple[str, ...]:
    """The values of a choice or symbol column in the order of its declaration."""
    declared = column.options.get("choices")
    symbols = _symbols(column)
    return tuple(map(str, declared)) if declared else symbols.words if symbols else ()


def labels_of(column: Column, value: str) -> tuple[str, ...]:
    """What a choice is called, in each language that its declaration knows."""
    symbols = _symbols(column)
    labels = (column.options.get("labels") or (symbols.labels if symbols else {})).get(value)
    return tuple(map(str, labels.values())) if isinstance(labels, Mapping) else () if labels is None else (str(labels),)


def _symbols(column: Column) -> SymbolSet | None:
    return SYMBOLS.get(str(column.options.get("set", ""))) if column.type == "symbol" else None


def measure(column: Column, reader: Reader) -> Measure:
    """What the column's cells are compared and sorted by: numbers, moments as text, places of choices, else folded text.

    None for an empty cell and for a value that does not fit.
    """
    if column.type in NUMBERS:
        return _number
    if column.type in MOMENTS:
        return _moment
    if column.type == "check":
        return lambda value: value if isinstance(value, bool) else None
    if column.type in CHOICES:
        places = {choice: place for place, choice in enumerate(choices_of(column))}
        return lambda value: _place(value, places)
    if column.type in ("text", "url"):
        return lambda value: folded(value) if type(value) is str and value else None
    said = text_of(column, reader)
    return lambda value: None if is_empty(value) or misfit(value) else folded(said(value))


def text_of(column: Column, reader: Reader) -> Callable[[Cell], str]:
    """What a cell shows as text: names of people, labels of links and choices, the rest as it is stored; empty text for what is hidden."""
    if column.type in PEOPLE:
        return lambda value: _each(value, lambda one: reader.names.get(one, "") if isinstance(one, int) else "")
    if column.type == "link":
        return lambda value: _each(value, lambda one: reader.links.get(link_of(one), ""))
    if column.type in CHOICES:
        return lambda value: _each(value, lambda one: " ".join((str(one), *labels_of(column, str(one)))))
    return lambda value: _each(value, str)


def link_of(value: Cell) -> tuple[int, int]:
    """The sheet and row that one link names; (0, 0) for what is no link."""
    try:
        return int(value["sheet"]), int(value["row"])
    except (KeyError, TypeError, ValueError, OverflowError):
        return 0, 0


def number_of(value: Cell) -> int | float | None:
    """The number in a cell: seconds of a duration; None where there is none."""
    if isinstance(value, dict):
        value = value.get("seconds")
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None


_number = number_of


def _moment(value: Cell) -> str | None:
    return value if isinstance(value, str) and value else None


def _place(value: Cell, places: Mapping[str, int]) -> tuple[int, ...] | int | None:
    if isinstance(value, list):
        return tuple(sorted(places.get(str(one), len(places)) for one in value)) or None
    return None if is_empty(value) or misfit(value) else places.get(str(value), len(places))


def _each(value: Cell, said: Callable[[Cell], str]) -> str:
    if is_empty(value):
        return ""
    if misfit(value):
        return str(value["raw"])
    return ", ".join(map(said, value)) if isinstance(value, list) else said(value)
