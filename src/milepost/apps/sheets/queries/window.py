"""A part of a register as the browser shows it: some of its rows from an offset on, with all that they mention."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from milepost.apps.org.queries.names import names_of
from milepost.apps.sheets.models import Comment, File
from milepost.apps.sheets.queries.chosen import Chosen, Register, choose, reader_for
from milepost.apps.sheets.queries.declared_parts import formats_of
from milepost.apps.sheets.queries.labels import Ref, linked_rows, links_in, people_in, told_links
from milepost.apps.sheets.queries.marks import marker
from milepost.apps.sheets.row_names import primary_key, row_name
from milepost.engines.sheet.select import Query
from milepost.engines.sheet.select_line import Line, ancestors
from milepost.engines.sheet.select_where import holds

Tests = Sequence[tuple[str, str, Callable[[Mapping[str, Any]], bool]]]


@dataclass(frozen=True, slots=True)
class Ask:
    """What a reader wants to see: which rows, in which order, how many from where on; `as_of` a day or a moment, else now."""

    query: Query = field(default_factory=Query)
    offset: int = 0
    limit: int = 200
    as_of: str | None = None


def asked(*, offset: int = 0, limit: int = 200, closed: Iterable[int] = (), as_of: str | None = None, **query: Any) -> Ask:
    """What the parts of a request ask for: `filter`, `sort`, `group`, `search` and `closed` make the query."""
    return Ask(Query(**query, closed=frozenset(closed)), offset, limit, as_of)


def window_text(register: Register, ask: Ask, *, today: date) -> str:
    """The window as JSON text: see `WindowOut` of the API. Raises BadSelection."""
    chosen = choose(register, ask.query, today)
    shown = chosen.selection.lines[ask.offset : ask.offset + ask.limit]
    columns = register.columns.values()
    people, links = people_in(shown, columns), links_in(shown, columns)
    labels = linked_rows(register.scope, links)
    window = {
        "seq": sum(register.seqs.values()),
        "seqs": {str(sheet): register.seqs[sheet] for sheet in dict.fromkeys(line.sheet for line in shown)},
        "total": len(chosen.selection.lines),
        "offset": ask.offset,
        "rows": _rows(register, shown, ask.query, today),
        "groups": _groups(chosen),
        "totals": chosen.totals,
        "names": {str(person): name for person, name in names_of(people).items()},
        "links": told_links(sorted(links), labels),
    }
    return json.dumps(window)


def _groups(chosen: Chosen) -> list[dict[str, Any]]:
    told = [asdict(group) for group in chosen.selection.groups]
    return [{**group, "totals": sums} for group, sums in zip(told, chosen.of_groups, strict=True)] if chosen.of_groups else told


def _rows(register: Register, shown: Sequence[Line], query: Query, today: date) -> list[dict[str, Any]]:
    refs = [(line.sheet, line.id) for line in shown]
    comments, files = _counts(Comment.objects.all(), refs), _counts(File.objects.all(), refs)
    tests = _tests(register, shown, today)
    primary, marks = primary_key(register.columns.values()), marker(register, shown, today)
    told = []
    for line, ref in zip(shown, refs, strict=True):
        row = _row(line, comments.get(ref, 0), files.get(ref, 0))
        if query.flat and line.above is not None:
            row["above"] = [row_name(above.cells, primary) for above in ancestors(line)]
        if register.across:
            row["node_id"], row["node_name"] = register.places[line.sheet]
        if tests:
            row["tones"] = _tones(line, tests)
        if marks and (lacks := marks(line.cells)):
            row["marks"] = lacks
        told.append(row)
    return told


def _row(line: Line, comments: int, files: int) -> dict[str, Any]:
    place = {"id": line.id, "sheet_id": line.sheet, "parent_id": line.parent, "depth": line.depth, "has_children": line.has_children}
    return {**place, "cells": line.cells, "comments": comments, "files": files}


def _tests(register: Register, shown: Sequence[Line], today: date) -> Tests:
    formats = formats_of(register.kind)
    keys = {condition[0] for one in formats for condition in one.when}
    reader = reader_for(register, shown, keys, today)
    return [(one.column or "row", one.tone, holds(one.when, reader)) for one in formats]


def _tones(line: Line, tests: Tests) -> dict[str, str]:
    """For each cell, or the row, the first of its formats that holds."""
    tones: dict[str, str] = {}
    for key, tone, test in tests:
        if key not in tones and test(line.cells):
            tones[key] = tone
    return tones


def _counts(there: QuerySet[Comment] | QuerySet[File], refs: Sequence[Ref]) -> dict[Ref, int]:
    """How many comments or files each row has; one query."""
    if not refs:
        return {}
    sheets, rows = {sheet for sheet, _ in refs}, {row for _, row in refs}
    on_rows = there.filter(sheet_id__in=sheets, row_id__in=rows, deleted_at=None)
    counted = on_rows.values_list("sheet_id", "row_id").annotate(count=Count("pk"))
    return {(sheet, row): count for sheet, row, count in counted}
