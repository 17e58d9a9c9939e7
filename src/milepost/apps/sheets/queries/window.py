"""A part of a register as the browser shows it: some of its rows from an offset on, with all that they mention."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from milepost.apps.org.access import Scope
from milepost.apps.org.queries.names import names_of
from milepost.apps.sheets.models import Comment, File
from milepost.apps.sheets.queries.labels import Ref, linked_rows, links_in, people_in, primary_key, title_of, told_links
from milepost.engines.sheet import Column
from milepost.engines.sheet.select import Query, Selection, select
from milepost.engines.sheet.select_line import Line, ancestors
from milepost.engines.sheet.select_totals import totals, worth_totals
from milepost.engines.sheet.select_values import PEOPLE, Reader
from milepost.engines.sheet.select_where import holds


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


@dataclass(frozen=True, slots=True)
class Register:
    """Rows that are read together: of one sheet, or of all sheets of a kind. `places` is node id and name by sheet."""

    columns: Mapping[str, Column]
    formats: Sequence[Any]
    lines: Sequence[Line]
    seqs: Mapping[int, int]
    places: Mapping[int, tuple[int, str]]
    scope: Scope
    across: bool


def window_text(register: Register, ask: Ask, *, today: date) -> str:
    """The window as JSON text: see `WindowOut` of the API. Raises BadSelection."""
    reader = reader_of(register, ask.query, today)
    selection = select(register.lines, ask.query, reader)
    shown = selection.lines[ask.offset : ask.offset + ask.limit]
    columns = register.columns.values()
    people, links = people_in(shown, columns), links_in(shown, columns)
    labels = linked_rows(register.scope, links)
    window = {
        "seq": sum(register.seqs.values()),
        "seqs": {str(sheet): register.seqs[sheet] for sheet in dict.fromkeys(line.sheet for line in shown)},
        "total": len(selection.lines),
        "offset": ask.offset,
        "rows": _rows(register, shown, ask.query, replace(reader, names={})),
        "groups": [asdict(group) for group in selection.groups],
        "totals": _totals(register, selection),
        "names": {str(person): name for person, name in names_of(people).items()},
        "links": told_links(sorted(links), labels),
    }
    return json.dumps(window)


def reader_of(register: Register, query: Query, today: date) -> Reader:
    """Who reads, with the names that choosing the rows needs: only those of columns that the query sorts, groups or looks through."""
    used = [register.columns[key] for key in _keys(query, register.columns) if key in register.columns]
    names = names_of(people_in(register.lines, used)) if any(column.type in PEOPLE for column in used) else {}
    labels = linked_rows(register.scope, links_in(register.lines, used))
    links = {ref: label.name for ref, label in labels.items()}
    return Reader(register.columns, today, register.scope.actor_id, names, links)


def _keys(query: Query, columns: Mapping[str, Column]) -> Sequence[str]:
    if query.search.strip():
        return list(columns)
    named = [one[0] for one in (*query.filter, *query.sort) if one and isinstance(one[0], str)]
    return [*named, query.group] if query.group else named


def _totals(register: Register, selection: Selection) -> dict[str, Any]:
    return totals(selection.chosen, [column for column in register.columns.values() if worth_totals(column)])


def _rows(register: Register, shown: Sequence[Line], query: Query, reader: Reader) -> list[dict[str, Any]]:
    refs = [(line.sheet, line.id) for line in shown]
    comments, files = _counts(Comment.objects.all(), refs), _counts(File.objects.all(), refs)
    painted = [(one.column or "row", one.tone, holds(one.when, reader)) for one in register.formats]
    primary = primary_key(tuple(register.columns.values()))
    told = []
    for line in shown:
        row: dict[str, Any] = {
            "id": line.id,
            "sheet_id": line.sheet,
            "parent_id": line.parent,
            "depth": line.depth,
            "has_children": line.has_children,
            "cells": line.cells,
            "comments": comments.get((line.sheet, line.id), 0),
            "files": files.get((line.sheet, line.id), 0),
        }
        if query.flat and line.above is not None:
            row["above"] = [title_of(above, primary) for above in ancestors(line)]
        if register.across:
            row["node_id"], row["node_name"] = register.places[line.sheet]
        if painted:
            row["tones"] = _tones(line, painted)
        told.append(row)
    return told


def _tones(line: Line, painted: Sequence[tuple[str, str, Any]]) -> dict[str, str]:
    """For each cell, or the row, the first of its formats that holds."""
    tones: dict[str, str] = {}
    for key, tone, test in painted:
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
