"""The words that a column of choices or people says in a list, and what each of them means: so that whoever looks can say otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from milepost.apps.sheets.lists.guess.words import failed
from milepost.apps.sheets.lists.meaning import choice_of, parts_of
from milepost.apps.sheets.lists.options import NEW
from milepost.apps.sheets.lists.understanding import ListColumn, Understood
from milepost.apps.sheets.values.chosen import choices_by_word
from milepost.engines.sheet import Column

_PEOPLE = frozenset({"person", "people"})
_MEANT = frozenset({"choice", "choices", "symbol"}) | _PEOPLE
_MOST = 200


def words_of(understood: Understood, listed: ListColumn, person: Callable[[str], int | None]) -> list[dict[str, Any]]:
    """The words of a column with how often they stand there, those not understood first: `to` is the choice or the id of the person
    that each means, None for nothing known, empty for an empty cell; `said` whether its person said so."""
    column = listed.column
    if column is None or listed.to == NEW or column.type not in _MEANT or not _few(column):
        return []
    cells = (understood.table.rows[index][listed.guess.index] for index in understood.frame.body)
    times = Counter(word for cell in cells if cell is not None and not failed(cell) for word in parts_of(cell, column.type))
    told = [{"word": word, "count": count, **_meant(word, column, listed.values, person)} for word, count in times.most_common()]
    told.sort(key=lambda one: (one["to"] is not None, not one["said"]))
    return told[:_MOST]


def unknown_people(understood: Understood, listed: ListColumn, person: Callable[[str], int | None]) -> list[str]:
    """The words of a column of people that name nobody, in order; a column of the list's own has them by its guessed type."""
    cells = (understood.table.rows[index][listed.guess.index] for index in understood.frame.body)
    type_ = listed.column.type if listed.column else str(listed.guess.type)
    words = {word for cell in cells if isinstance(cell, str) and not failed(cell) for word in parts_of(cell, type_)}
    return sorted(word for word in words if (meant := listed.values.get(word, word)) and person(meant) is None)


def _few(column: Column) -> bool:
    return column.type in _PEOPLE or bool(column.options.get("choices"))


def _meant(word: str, column: Column, values: Mapping[str, str], person: Callable[[str], int | None]) -> dict[str, Any]:
    if values.get(word) == "":
        return {"to": "", "said": True}
    meant = values.get(word, word)
    if column.type in _PEOPLE:
        found = person(meant)
        return {"to": None if found is None else str(found), "said": word in values}
    chosen = choice_of(meant, column)
    return {"to": chosen if chosen in choices_by_word(column).values() else None, "said": word in values}
