"""Values out of a few: yes and no, choices, symbols."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from milepost.apps.sheets.values.surroundings import DoesNotFit, Surroundings
from milepost.engines.sheet import Cell, Column

_TRUE = frozenset({"true", "yes", "y", "x", "1", "on", "ja", "j", "wahr", "✓", "✔"})
_FALSE = frozenset({"false", "no", "n", "0", "off", "nein", "falsch"})
_PARTS = re.compile(r"[,;\n|]")
_NUMBER_BEFORE = re.compile(r"^\d+[.:)]?\s+(?=\S)")


def read_check(column: Column, value: Any, around: Surroundings) -> Cell:
    """True or false, in words too. Raises DoesNotFit."""
    word = str(value).strip().lower()
    if word in _TRUE:
        return True
    if word in _FALSE:
        return False
    raise DoesNotFit(f"{value} is neither yes nor no.")


def read_choice(column: Column, value: Any, around: Surroundings) -> Cell:
    """One of the column's choices, by its value or by what it is called in any language. Raises DoesNotFit."""
    if isinstance(value, (dict, list)):
        raise DoesNotFit("This is not one choice.")
    word = str(value).strip()
    known = choices_by_word(column)
    if not known:
        return word
    found = known.get(word.casefold())
    if found is None:
        raise DoesNotFit(f"{value} is not one of: {', '.join(map(str, column.options.get('choices', ())))}.")
    return found


def read_choices(column: Column, value: Any, around: Surroundings) -> Cell:
    """Several choices in the order of the column, from a list or from text with commas. Raises DoesNotFit."""
    if isinstance(value, dict):
        raise DoesNotFit("These are not choices.")
    # A choice may have a comma in its name: the whole text is tried first.
    if isinstance(value, str) and value.strip().casefold() in choices_by_word(column):
        value = [value]
    parts = value if isinstance(value, list) else [part.strip() for part in _PARTS.split(str(value)) if part.strip()]
    chosen = {read_choice(column, part, around) for part in parts}
    order = [str(choice) for choice in column.options.get("choices", ())]
    return sorted(chosen, key=lambda one: order.index(one) if one in order else len(order)) or None


def choices_by_word(column: Column) -> dict[str, str]:
    """Every word, without case, that names a choice: its value, its labels, and what a numbered label says behind its number where only
    one says so ("high" is "4 High"). A value goes before a label."""
    labels = column.options.get("labels") or {}
    values = [str(choice) for choice in column.options.get("choices", ())]
    known: dict[str, str] = {}
    bare: dict[str, set[str]] = {}
    for value in values:
        for label in _labels(labels.get(value)):
            known.setdefault(label.casefold(), value)
            bare.setdefault(_NUMBER_BEFORE.sub("", label.casefold()), set()).add(value)
    alone = {word: min(named) for word, named in bare.items() if len(named) == 1}
    return {**alone, **known, **{value.casefold(): value for value in values}}


def _labels(said: Any) -> Iterator[str]:
    if isinstance(said, dict):
        yield from map(str, said.values())
    elif said is not None:
        yield str(said)
