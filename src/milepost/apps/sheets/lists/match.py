"""Which column of a list is which column of a kind: by what they are called, in English or German, and by what is in them. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from milepost.apps.sheets.lists.guess.columns import ColumnGuess
from milepost.apps.sheets.lists.guess.words import folded
from milepost.apps.sheets.lists.synonyms import PLACES, TITLES
from milepost.engines.sheet import Column

_SAME_TITLE, _SAME_MEANING, _WITHOUT_PROJECT, _ALIKE, _LEAST = 100, 80, 60, 40, 35
_NOISE = frozenset(
    {"project", "projekt", "projects", "the", "der", "die", "das", "of", "current", "aktueller", "aktuelle", "planned", "geplant"}
)
_NUMBERS = frozenset({"number", "money", "percent"})
_DAYS = frozenset({"date", "datetime"})
_WORDS = frozenset({"text", "choice", "person", "url", "check"})
_TAKES: Mapping[str, frozenset[str]] = {
    "number": _NUMBERS | {"duration"},
    "money": _NUMBERS,
    "percent": _NUMBERS,
    "date": _DAYS,
    "datetime": _DAYS,
    "duration": _NUMBERS | {"duration"},
    "person": _WORDS,
    "people": _WORDS,
    "url": frozenset({"url", "text"}),
    "check": frozenset({"check", "choice"}),
    "choice": _WORDS | _NUMBERS,
    "choices": _WORDS,
    "symbol": _WORDS | _NUMBERS,
    "link": _WORDS | _NUMBERS,
}
WRITABLE = frozenset(_TAKES) | {"text"}
"""Types of columns that a list can fill."""


def match_columns(guesses: Sequence[ColumnGuess], columns: Iterable[Column], fits: Callable[[ColumnGuess, Column], bool]) -> dict[int, str]:
    """Index of a column of the list to key of the column of the kind that it fills; each is used once, the best pair first.

    `fits` says whether the cells of a column are values of another one, where its type alone does not tell.
    """
    pairs = []
    for place, column in enumerate(columns):
        if column.computed or column.type not in WRITABLE:
            continue
        for guess in guesses:
            score = _score(guess, column)
            if score >= _LEAST and _may_hold(guess, column) and fits(guess, column):
                pairs.append((-score, place, guess.index, column.key))
    return _best(pairs)


def match_places(guesses: Sequence[ColumnGuess], taken: Mapping[int, str]) -> dict[int, str]:
    """Index of a column to `@unit`, `@portfolio` or `@programme`: the columns of a list of projects that say where a project lies."""
    found: dict[int, str] = {}
    for kind, titles in PLACES.items():
        for guess in guesses:
            if guess.index not in taken and guess.index not in found and folded(guess.title) in titles and guess.type in _WORDS:
                found[guess.index] = f"@{kind}"
                break
    return found


def titles_of(column: Column) -> set[str]:
    """Every folded word or phrase that names a column: its title in any language, and its key."""
    titles = column.options.get("titles") or {}
    return {folded(one) for one in (column.title, column.key.replace("_", " "), *map(str, titles.values()))}


def _best(pairs: list[tuple[int, int, int, str]]) -> dict[int, str]:
    found: dict[int, str] = {}
    used: set[str] = set()
    for _, _, index, key in sorted(pairs):
        if index not in found and key not in used:
            found[index] = key
            used.add(key)
    return found


def _score(guess: ColumnGuess, column: Column) -> int:
    title, names = folded(guess.title), titles_of(column)
    if not title:
        return 0
    if title in names:
        return _SAME_TITLE
    if _means_the_same(title, names):
        return _SAME_MEANING
    bare = " ".join(word for word in title.split() if word not in _NOISE)
    if bare and bare != title and (bare in names or _means_the_same(bare, names)):
        return _WITHOUT_PROJECT
    words = set(title.split())
    alike = max((len(words & set(name.split())) / len(words | set(name.split())) for name in names), default=0.0)
    return _ALIKE if alike >= 0.5 else 0


def _means_the_same(title: str, names: set[str]) -> bool:
    return any(title in group and not names.isdisjoint(group) for group in TITLES)


def _may_hold(guess: ColumnGuess, column: Column) -> bool:
    if not guess.filled or column.type == "text":
        # A date or an amount is no name of anything; anything else may be text.
        return not (column.options.get("primary") and guess.type in _DAYS | {"money", "percent", "check"})
    return guess.type in _TAKES[column.type]
