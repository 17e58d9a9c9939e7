"""Rows of some kinds that share words with a text: the nearest first, each with the words that it shares."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import Q

from milepost.apps.org.access import Scope
from milepost.apps.sheets.models import SearchText
from milepost.apps.sheets.search.words import words_in

_MOST_WORDS, _FEWEST_LETTERS, _CANDIDATES = 24, 4, 200
_IN_TITLE = 2.0
_COMMON = (
    "about after also been before being could does each every from have into more most much must only other over should such than that "
    "their them then there these they this those through under very what when where which while will with without would your "
    "aber alle auch auf damit dass dem den der des die diese dieser durch eine einem einen einer eines fuer für haben hat ihre kann "
    "keine mehr muss nach nicht noch oder ohne sich sind soll sollte ueber über und vom von wenn werden wird wurde zum zur"
)
_SAYS_NOTHING = frozenset(words_in(_COMMON))
"""Words of English and German that stand in every text."""
_FTS5 = """
SELECT found.rowid FROM sheets_search found JOIN sheets_searchtext text ON text.id = found.rowid
JOIN sheets_sheet sheet ON sheet.id = text.sheet_id
WHERE sheets_search MATCH %s AND text.what = 'row' AND sheet.kind IN ({kinds}) ORDER BY rank LIMIT {most}
"""
_TSVECTOR = """
SELECT text.id FROM sheets_searchtext text JOIN sheets_sheet sheet ON sheet.id = text.sheet_id
WHERE text.words @@ to_tsquery('simple', %s) AND text.what = 'row' AND sheet.kind IN ({kinds})
ORDER BY ts_rank(text.words, to_tsquery('simple', %s)) DESC LIMIT {most}
"""


@dataclass(frozen=True, slots=True)
class Alike:
    """A row that shares words: how near it is (0 to 1), and which words it shares, those that say most first."""

    sheet_id: int
    row_id: int
    kind: str
    node_id: int
    title: str
    nearness: float
    shared: Sequence[str]


def alike(scope: Scope, text: str, kinds: Sequence[str], *, limit: int, without: tuple[int, int] | None = None) -> list[Alike]:
    """The rows of these kinds that somebody may see and that share the most telling words with a text, two words at least or all there are.

    A word tells the more the fewer of the candidates have it, and twice as much in a title. One or two queries.
    """
    asked = _telling(text)
    found = _candidates(scope, asked, kinds) if asked and kinds else []
    has = {row[0]: (set(words_in(row[4])), set(words_in(row[5]))) for row in found}
    counts = Counter(word for title, body in has.values() for word in asked if word in title or word in body)
    weights = {word: 1 + math.log((1 + len(found)) / (1 + counts[word])) for word in asked}
    whole = _IN_TITLE * sum(weights.values()) or 1.0
    hits = [_hit(row, *has[row[0]], weights, whole) for row in found if (row[1], row[2]) != without]
    enough = min(2, len(asked))
    return sorted((hit for hit in hits if len(hit.shared) >= enough), key=lambda hit: (-hit.nearness, hit.title))[:limit]


def _telling(text: str) -> list[str]:
    """The words of a text that may say something, each once: the longer ones, in their order."""
    words = dict.fromkeys(
        word for word in words_in(text) if len(word) >= _FEWEST_LETTERS and word not in _SAYS_NOTHING and not word.isdigit()
    )
    longest = sorted(words, key=len, reverse=True)[:_MOST_WORDS]
    return [word for word in words if word in longest]


_Row = tuple[int, int, int, str, str, str, int]


def _candidates(scope: Scope, words: Sequence[str], kinds: Sequence[str]) -> list[_Row]:
    places = ", ".join(["%s"] * len(kinds))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            query = " | ".join(words)
            cursor.execute(_TSVECTOR.format(kinds=places, most=_CANDIDATES), [query, *kinds, query])
        else:
            cursor.execute(_FTS5.format(kinds=places, most=_CANDIDATES), [" OR ".join(f'"{word}"' for word in words), *kinds])
        ids = [row[0] for row in cursor.fetchall()]
    rows = SearchText.objects.filter(scope.condition("sheet__node__") & Q(id__in=ids), sheet__deleted_at=None)
    columns = ("id", "sheet_id", "row_id", "sheet__kind", "title", "body", "sheet__node_id")
    return [(pk, sheet, row or 0, *rest) for pk, sheet, row, *rest in rows.values_list(*columns)]


def _hit(row: _Row, title: set[str], body: set[str], weights: dict[str, float], whole: float) -> Alike:
    points = {word: weight * (_IN_TITLE if word in title else 1.0) for word, weight in weights.items() if word in title or word in body}
    shared = sorted(points, key=lambda word: -points[word])
    return Alike(row[1], row[2], row[3], row[6], row[4], round(sum(points.values()) / whole, 3), shared)
