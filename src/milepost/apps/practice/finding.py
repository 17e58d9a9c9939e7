"""How a question is found again: its words without case, accents and what every sentence has, and how alike two texts are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import log
from typing import TypeVar

from milepost.apps.sheets.search.words import folded

_WORD = re.compile(r"\w+")
_SHORTEST = 3
_COMMON = """
the and for are was were with that this what when where which how who why can could should would may must shall not you your our their
his her from have has had does did there here into onto than then them they been being also about some any all one
der die das den dem des ein eine einen einem einer und oder ist sind war waren mit von vom fur auf aus bei nach wie was wann wer wem wen
warum kann konnen soll sollen muss mussen darf nicht ich wir sie ihr ihre unser man sich dass auch noch schon
"""
_EVERYWHERE = frozenset(_WORD.findall(_COMMON))
Key = TypeVar("Key")


def words_in(text: str) -> str:
    """What a text can be found by: all its words, folded, each between blanks."""
    return f" {' '.join(_WORD.findall(folded(text)))} "


def telling(text: str) -> list[str]:
    """The words that say what a text is about."""
    return [word for word in dict.fromkeys(_WORD.findall(folded(text))) if len(word) >= _SHORTEST and word not in _EVERYWHERE]


def most_alike(text: str, among: Sequence[tuple[Key, str]], *, most: int) -> list[Key]:
    """The keys of the texts (as `words_in` left them) that share most with this one; a word that few have counts more.

    One that shares less than a third of what the text is about is not alike. A word counts where another begins as it does.
    """
    wanted = telling(text)
    if not wanted:
        return []
    having = {word: [key for key, words in among if f" {word}" in words] for word in wanted}
    weight = {word: log(1 + len(among) / (1 + len(keys))) + 0.1 for word, keys in having.items()}
    score: defaultdict[Key, float] = defaultdict(float)
    for word, keys in having.items():
        for key in keys:
            score[key] += weight[word]
    least = sum(weight.values()) / 3
    return [key for key, points in _best(score.items(), most) if points >= least]


def _best(found: Iterable[tuple[Key, float]], most: int) -> list[tuple[Key, float]]:
    return sorted(found, key=lambda one: -one[1])[:most]
