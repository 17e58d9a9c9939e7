"""Looking for words in rows, comments and files that somebody may see."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from milepost.apps.org.access import path_names, scope_of
from milepost.apps.org.paths import span
from milepost.apps.sheets.models import Row, SearchText
from milepost.apps.sheets.search.words import asked, folded

_FTS5 = "SELECT rowid FROM sheets_search WHERE sheets_search MATCH %s"
_TSVECTOR = "SELECT id FROM sheets_searchtext WHERE words @@ to_tsquery('simple', %s)"
_COLUMNS = ("id", "what", "ref", "sheet_id", "row_id", "title", "body", "sheet__kind", "sheet__name", "sheet__node_id", "sheet__node__path")
_AROUND = 60
_Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found: `what` is row, comment or file, `title` the name of its row, `snippet` the words around what was looked
    for, `marks` where in it those begin and end, `path` the names above it from the root, and of its sheet."""

    what: str
    id: int
    sheet_id: int
    row_id: int | None
    node_id: int
    kind: str
    title: str
    snippet: str
    marks: Sequence[tuple[int, int]]
    path: Sequence[str]


def search(*, actor_id: int, q: str, limit: int, path: str = "", what: Sequence[str] = ()) -> list[Hit]:
    """What has all the words of `q` in it, the last of them perhaps only begun; first where the title has them, then the newest.

    `path` keeps to a part of the tree. A constant number of queries.
    """
    words = asked(q)
    scope = scope_of(actor_id)
    if not words or not scope.paths:
        return []
    visible = SearchText.objects.filter(scope.condition("sheet__node__"), sheet__deleted_at=None)
    if path:
        low, high = span(path)
        visible = visible.filter(sheet__node__path__gte=low, sheet__node__path__lt=high)
    if what:
        visible = visible.filter(what__in=what)
    found = _newest(visible, words, limit, in_title=True)
    if len(found) < limit:
        known = {row[0] for row in found}
        found += [row for row in _newest(visible, words, limit, in_title=False) if row[0] not in known][: limit - len(found)]
    return _told(found, words)


def _newest(visible: QuerySet[SearchText], words: list[str], limit: int, *, in_title: bool) -> list[_Row]:
    matching = RawSQL(*_matching(words, in_title=in_title))  # noqa: S611 -- the words are parameters, and have letters and digits only
    there = Exists(Row.objects.filter(sheet_id=OuterRef("sheet_id"), row_id=OuterRef("row_id"), deleted_seq=None))
    rows = visible.filter(there | Q(what="row"), id__in=matching).order_by("-id")
    return list(rows.values_list(*_COLUMNS)[:limit])


def _matching(words: list[str], *, in_title: bool) -> tuple[str, list[str]]:
    if connection.vendor == "postgresql":
        weight = "A" if in_title else ""
        return _TSVECTOR, [" & ".join([*(f"{word}:{weight}" if weight else word for word in words[:-1]), f"{words[-1]}:*{weight}"])]
    wanted = " AND ".join([*(f'"{word}"' for word in words[:-1]), f'"{words[-1]}"*'])
    return _FTS5, [f"title : ({wanted})" if in_title else wanted]


def _told(found: list[_Row], words: list[str]) -> list[Hit]:
    ways = path_names(sorted({row[-1] for row in found}))
    names = _row_names([(row[3], row[4]) for row in found if row[1] != "row" and row[4] is not None])
    hits = []
    for pk, what, ref, sheet_id, row_id, title, body, kind, sheet_name, node_id, path in found:
        shown = title if what == "row" else names.get((sheet_id, row_id), "")
        snippet = _snippet(body if what == "row" else title or body, words)
        way = [*(name for _, name, _ in ways[path]), sheet_name]
        hits.append(Hit(what, ref or row_id or pk, sheet_id, row_id, node_id, kind, shown, snippet, _marks(snippet, words), way))
    return hits


def _row_names(rows: Sequence[tuple[int, int]]) -> dict[tuple[int, int], str]:
    if not rows:
        return {}
    wanted = SearchText.objects.filter(what="row", sheet_id__in={sheet for sheet, _ in rows}, row_id__in={row for _, row in rows})
    return {(sheet, row or 0): title for sheet, row, title in wanted.values_list("sheet_id", "row_id", "title")}


def _snippet(text: str, words: list[str]) -> str:
    """The line around the first word that was looked for, else nothing."""
    flat = " ".join(text.split())
    places = [begin for begin, _ in _marks(flat, words)]
    if not places:
        return ""
    begin = max(0, places[0] - _AROUND)
    cut = flat[begin : begin + 3 * _AROUND]
    return ("…" if begin else "") + cut + ("…" if begin + 3 * _AROUND < len(flat) else "")


def _marks(text: str, words: list[str]) -> list[tuple[int, int]]:
    """Where words of the text begin as those that were looked for."""
    return [(found.start(), found.end()) for found in re.finditer(r"\w+", text) if folded(found[0]).startswith(tuple(words))]
