"""What ids in cells are called: people by name, linked rows by their title, those that the reader may see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from milepost.apps.org.access import Scope
from milepost.apps.sheets.kinds.kind import kind_named
from milepost.apps.sheets.models import Row, Sheet
from milepost.apps.sheets.row_names import primary_key, row_name
from milepost.engines.sheet import Column
from milepost.engines.sheet.select_line import Line
from milepost.engines.sheet.select_values import PEOPLE, link_of

Ref = tuple[int, int]
"""Sheet and row."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A row that another one links to; `deleted` where it is in the bin."""

    name: str
    node_name: str
    deleted: bool


def people_in(lines: Iterable[Line], columns: Iterable[Column]) -> set[int]:
    """The ids of all people whom the cells of these columns name."""
    keys = [column.key for column in columns if column.type in PEOPLE]
    found: set[int] = set()
    for key in keys:
        for line in lines:
            value = line.cells.get(key)
            if isinstance(value, list):
                found.update(one for one in value if isinstance(one, int))
            elif isinstance(value, int):
                found.add(value)
    return found


def links_in(lines: Iterable[Line], columns: Iterable[Column]) -> set[Ref]:
    """The rows to which the cells of these columns link."""
    keys = [column.key for column in columns if column.type == "link"]
    found: set[Ref] = set()
    for line in lines if keys else ():
        for key in keys:
            value = line.cells.get(key)
            if isinstance(value, list):
                found.update(map(link_of, value))
    return found


def linked_rows(scope: Scope, refs: Iterable[Ref]) -> dict[Ref, Linked]:
    """What the linked rows are called, without those that the scope does not show. The queries grow with the kinds, not with the links."""
    wanted = set(refs)
    if not wanted:
        return {}
    sheets = Sheet.objects.filter(id__in={sheet for sheet, _ in wanted}).values_list("id", "kind", "node__path", "node__name")
    shared = [(sheet, kind, node) for sheet, kind, path, node in sheets if scope.allows(path)]
    keys = {kind: primary_key(kind_named(kind).columns) for kind in {kind for _, kind, _ in shared}}
    seen = {sheet: (keys[kind], node) for sheet, kind, node in shared}
    rows = Row.objects.filter(sheet_id__in=seen, row_id__in={row for sheet, row in wanted if sheet in seen})
    told = {}
    for sheet, row, deleted, cells in rows.values_list("sheet_id", "row_id", "deleted_seq", "cells"):
        if (sheet, row) in wanted:
            key, node = seen[sheet]
            told[sheet, row] = Linked(row_name(cells, key), node, deleted is not None)
    return told


def told_links(refs: Iterable[Ref], labels: Mapping[Ref, Linked]) -> dict[str, Any]:
    """Links for the browser, `sheet:row` to name and node; null for one that the reader may not see."""
    told: dict[str, Any] = {}
    for sheet, row in refs:
        label = labels.get((sheet, row))
        told[f"{sheet}:{row}"] = label and {"name": label.name, "node_name": label.node_name, "deleted": label.deleted}
    return told
