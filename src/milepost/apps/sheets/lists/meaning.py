"""What a cell of a list is in the words of a column: dates and numbers in the list's style, choices and symbols by their names. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from milepost.apps.sheets.lists.guess.columns import ColumnGuess, shown
from milepost.apps.sheets.lists.guess.dates import read_date
from milepost.apps.sheets.lists.guess.numbers import read_number
from milepost.apps.sheets.lists.guess.words import failed, folded, yes_or_no
from milepost.apps.sheets.lists.synonyms import symbol_meant
from milepost.apps.sheets.values.chosen import choices_by_word
from milepost.engines.sheet import Cell, Column
from milepost.formats.tabular import Value, unescaped
from milepost.kernel.moments import format_moment

_LOOKED_AT = 400
_SEVERAL = {"choices": re.compile(r"[,;\n|]"), "people": re.compile(r"[,;\n]")}
"""What stands between several values in one cell, as the values themselves are read."""


def cell_of(value: Value, guess: ColumnGuess, column: Column, values: Mapping[str, str]) -> Cell:
    """The value as the column's type writes it, else the text as it stands, which the fitting of values then marks; None where empty.

    `values` says what words of this column mean where its person said so: the whole cell, or one of several choices or people in it.
    A failed formula is empty.
    """
    if value is None or failed(value):
        return None
    word = shown_whole(value)
    if word in values:
        return values[word] or None
    if column.type in _SEVERAL and (parts := parts_of(value, column.type)) and not values.keys().isdisjoint(parts):
        return [meant for part in parts if (meant := values.get(part, part))] or None
    match column.type:
        case "number" | "money" | "percent" | "duration":
            number = read_number(value, guess.decimal)
            plain = number is not None and (not number.unit or column.type == "number")
            return number.value if number is not None and plain and column.type != "duration" else word
        case "date" | "datetime":
            return _moment(value, guess, column.type) or word
        case "check":
            said = yes_or_no(value)
            return word if said is None else said
        case "choice" | "choices" | "symbol":
            return choice_of(word, column)
        case _:
            return word


def means_values(cells: Sequence[Value], column: Column, person: Callable[[str], int | None]) -> float:
    """Which share of the different cells are values of a column of choices, symbols or people; 1 for other types and empty columns."""
    words = list(dict.fromkeys(shown_whole(value) for value in cells if value is not None and not failed(value)))[:_LOOKED_AT]
    if not words or column.type not in ("choice", "choices", "symbol", "person", "people", "link"):
        return 1.0
    if column.type == "link":
        return 1.0
    if column.type in ("person", "people"):
        # Who is not here yet may be made: names are enough where the title says that these are people.
        return 1.0 if column.key else sum(person(word) is not None for word in words) / len(words)
    if not column.options.get("choices"):
        return 1.0
    known = choices_by_word(column)
    return sum(all(choice_of(part, column) in known.values() for part in _split(word, column.type)) for word in words) / len(words)


def parts_of(value: Value, type_: str) -> list[str]:
    """The words of a cell, each of which means something: several in a column of several choices or people, else the whole."""
    word = shown_whole(value)
    return [part for part in _split(word, type_) if part]


def _split(word: str, type_: str) -> list[str]:
    return [part.strip() for part in _SEVERAL[type_].split(word)] if type_ in _SEVERAL else [word]


def shown_whole(value: Value) -> str:
    """A cell as text, as it was before it was escaped for a spreadsheet; days without their midnight."""
    if isinstance(value, str):
        return unescaped(value.strip())
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else shown(value)


def _moment(value: Value, guess: ColumnGuess, type_: str) -> str | None:
    found = read_date(value, guess.order, serials=True)
    if found is None:
        return None
    return format_moment(found.moment) if type_ == "datetime" else f"{found.moment:%Y-%m-%d}"


def choice_of(word: str, column: Column) -> str:
    """The choice or symbol that a word means, in either language or by a synonym; the word itself where it means none."""
    known = choices_by_word(column)
    if word.casefold() in known:
        return known[word.casefold()]
    meant = symbol_meant(str(column.options.get("set", column.role or column.key)), folded(word) or word)
    return meant if meant is not None and meant in known.values() else word
