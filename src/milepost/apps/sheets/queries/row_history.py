"""What happened to a row: cells, place, deletion, comments and files, in one list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.db.models import Q, TextField
from django.db.models.functions import Cast

from milepost.apps.org.queries.names import names_of
from milepost.apps.sheets.models import CellHistory, Change, Comment, File, Row, Sheet
from milepost.apps.sheets.row_access import row_for
from milepost.apps.sheets.row_names import primary_key, row_name
from milepost.apps.sheets.writing.store import columns_of
from milepost.engines.sheet import Column, Op, Place, Restore, op_from_json

_OF_PEOPLE = frozenset(("person", "people"))


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One thing that happened to a row.

    `what` is created, changed, moved, deleted, restored, commented, attached or file_deleted; `kind` is the kind of change (edit, undo,
    redo ...) where it was one, `seq` its number. `cells` holds [key, old, new] in JSON values. `text` is a comment's text, a file's
    name, or for a move the name of the row that it stands below since (empty: at the top).
    """

    what: str
    at: datetime
    actor_id: int | None
    by: str | None
    kind: str = ""
    seq: int = 0
    cells: Sequence[tuple[str, Any, Any]] = ()
    text: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class RowHistory:
    """A page of a row's history, newest first; `columns` and `names` (of people) are what its cells speak of."""

    items: Sequence[HistoryEntry]
    columns: Mapping[str, Column] = field(default_factory=dict)
    names: Mapping[int, str] = field(default_factory=dict)


def row_history(*, actor_id: int, sheet_id: int, row_id: int, limit: int, offset: int) -> RowHistory:
    """What happened to a row, newest first, `limit` entries behind the first `offset`. Raises NotFound.

    Changes are found by the row's id in their text, which is as good as unique: a read of all that changed the sheet, which only
    somebody who opens a history pays.
    """
    sheet = row_for(actor_id, sheet_id, row_id)
    columns = {column.key: column for column in columns_of(sheet)}
    most = offset + limit
    found = [*_changes(sheet, row_id, columns, most), *_comments(sheet_id, row_id, most), *_files(sheet_id, row_id, most)]
    found.sort(key=lambda entry: (entry.at, entry.seq, entry.id or 0), reverse=True)
    page = found[offset:most]
    people = names_of({*(one.actor_id for one in page if one.actor_id), *_people_in(page, columns)})
    told = {key: columns[key] for one in page for key, _, _ in one.cells if key in columns}
    return RowHistory([_named(one, people) for one in page], told, people)


def _changes(sheet: Sheet, row_id: int, columns: Mapping[str, Column], most: int) -> list[HistoryEntry]:
    cells: dict[int, list[tuple[str, Any, Any]]] = {}
    edits = CellHistory.objects.filter(sheet_id=sheet.pk, row_id=row_id).order_by("-seq", "key")
    for seq, key, old, new in edits.values_list("seq", "key", "old", "new"):
        cells.setdefault(seq, []).append((key, old, new))
    structure = _structure(sheet.pk, row_id, primary_key(columns.values()))
    wanted = sorted({*cells, *structure}, reverse=True)[:most]
    known = Change.objects.filter(sheet_id=sheet.pk, seq__in=wanted).values_list("seq", "at", "actor_id", "kind")
    entries = []
    for seq, at, actor, kind in known:
        what, text = structure.get(seq, ("changed", ""))
        entries.append(HistoryEntry(what, at, actor, None, str(kind), seq, cells.get(seq, ()), text))
    return entries


def _structure(sheet_id: int, row_id: int, name_key: str) -> dict[int, tuple[str, str]]:
    """What changes did to the row itself: by number `what` and the text of the entry."""
    changes = Change.objects.filter(sheet_id=sheet_id).annotate(did=Cast("ops", TextField()), undoes=Cast("undo", TextField()))
    naming = changes.filter(Q(did__contains=str(row_id)) | Q(undoes__contains=str(row_id))).order_by("seq")
    found: dict[int, str] = {}
    parents: dict[int, int | None] = {}
    for seq, ops, undo in naming.values_list("seq", "ops", "undo"):
        did, inverses = list(map(op_from_json, ops)), map(op_from_json, undo)
        moved = [parent for op in did if isinstance(op, Place) for row, parent, _ in op.rows if row == row_id]
        if _puts(did, row_id):
            found[seq] = "restored" if "deleted" in found.values() else "created"
        elif _puts(inverses, row_id):
            found[seq] = "deleted"
        elif moved:
            found[seq], parents[seq] = "moved", moved[-1]
    if "created" not in found.values():
        found[1] = "created"  # the rows that a sheet was made with stand in no operation
    names = _names(sheet_id, parents.values(), name_key)
    return {seq: (what, names.get(parents.get(seq) or 0, "")) for seq, what in found.items()}


def _puts(ops: Iterable[Op], row_id: int) -> bool:
    """Whether operations put the row into the sheet: a new one, or one that was deleted."""
    return any(isinstance(op, Restore) and any(row.id == row_id for row in op.rows) for op in ops)


def _names(sheet_id: int, rows: Iterable[int | None], name_key: str) -> dict[int, str]:
    wanted = {row for row in rows if row}
    cells = Row.objects.filter(sheet_id=sheet_id, row_id__in=wanted).values_list("row_id", "cells")
    return {row: row_name(given, name_key) for row, given in cells}


def _comments(sheet_id: int, row_id: int, most: int) -> list[HistoryEntry]:
    found = Comment.objects.filter(sheet_id=sheet_id, row_id=row_id, deleted_at=None).order_by("-at")[:most]
    return [HistoryEntry("commented", one.at, one.author_id, None, text=one.text, id=one.pk) for one in found]


def _files(sheet_id: int, row_id: int, most: int) -> list[HistoryEntry]:
    """When files came, and when those that are in the bin went there."""
    found = list(File.objects.filter(sheet_id=sheet_id, row_id=row_id).order_by("-at")[: 2 * most])
    came = [HistoryEntry("attached", one.at, one.by, None, text=one.name, id=one.pk) for one in found]
    gone = [(one.deleted_at, one) for one in found if one.deleted_at]
    return [*came, *(HistoryEntry("file_deleted", at, one.deleted_by, None, text=one.name, id=one.pk) for at, one in gone)]


def _people_in(page: Iterable[HistoryEntry], columns: Mapping[str, Column]) -> set[int]:
    values = [value for one in page for key, *pair in one.cells if key in columns and columns[key].type in _OF_PEOPLE for value in pair]
    alone = [one for value in values for one in (value if isinstance(value, list) else [value])]
    return {one for one in alone if isinstance(one, int)}


def _named(entry: HistoryEntry, names: Mapping[int, str]) -> HistoryEntry:
    return replace(entry, by=names.get(entry.actor_id or 0))
