"""A whole sheet for the browser: the database hands out its cells as JSON text, which is passed on without being read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.db import connection

from milepost.apps.org.capabilities import words
from milepost.apps.sheets.access import sheet_and_rights
from milepost.apps.sheets.kinds.kind import kind_named
from milepost.apps.sheets.linking.reach import HIDDEN, reaching_keys, seen_by_all
from milepost.apps.sheets.models import Sheet
from milepost.apps.sheets.writing.stack import last_to_redo, last_to_undo
from milepost.apps.sheets.writing.store import columns_of

_ROWS = "SELECT row_id, parent_id, position, CAST(cells AS text) FROM sheets_row WHERE sheet_id = %s AND deleted_seq IS NULL"
_MOST_TRIES = 5
_StoredRow = tuple[int, int | None, str, str]


@dataclass(frozen=True, slots=True)
class SheetSnapshot:
    """A sheet at `seq`: `head` in JSON values, and its rows as JSON text, depth first (see `json_text`)."""

    head: Mapping[str, Any]
    rows: Sequence[str]

    @property
    def json_text(self) -> str:
        """The head with the rows as its last member."""
        return f'{json.dumps(self.head)[:-1]}, "rows": [{",".join(self.rows)}]}}'


def sheet_snapshot(*, actor_id: int, sheet_id: int) -> SheetSnapshot:
    """All that a browser needs to show a sheet, at one moment. Raises NotFound."""
    sheet, bits = sheet_and_rights(actor_id, sheet_id)
    rows = _stored_rows(sheet_id)
    # No transaction, which on SQLite would queue behind the writers: where a change came in between, it is read again. Should
    # that happen each time, the rows are newer than `seq`, and the changes after it say once more what they hold already.
    for _ in range(_MOST_TRIES):
        seq = sheet.seq
        sheet.refresh_from_db(fields=["seq", "settings", "name"])
        if sheet.seq == seq:
            break
        rows = _stored_rows(sheet_id)
    return SheetSnapshot(head_of(actor_id, sheet, bits), _depth_first(_veiled(sheet, rows)))


def _veiled(sheet: Sheet, rows: list[_StoredRow]) -> list[_StoredRow]:
    """The rows without roll-ups that reach further than the sheet's readers may see; windows ask for each reader."""
    keys = reaching_keys({column.key: column for column in columns_of(sheet)})
    if not keys or seen_by_all(sheet.pk):
        return rows
    return [(*row[:3], json.dumps({**(cells := json.loads(row[3])), **dict.fromkeys(keys & cells.keys(), HIDDEN)})) for row in rows]


def head_of(actor_id: int, sheet: Sheet, bits: int) -> dict[str, Any]:
    """A sheet without its rows, in JSON values."""
    kind = kind_named(sheet.kind)
    return {
        "id": sheet.pk,
        "node_id": sheet.node_id,
        "kind": sheet.kind,
        "name": sheet.name,
        "seq": sheet.seq,
        "zone": sheet.zone,
        "settings": sheet.settings,
        "columns": [asdict(column) for column in columns_of(sheet)],
        "capabilities": words(bits),
        "calendars": [],
        "resources": [],
        **kind.surroundings(sheet_id=sheet.pk, settings=sheet.settings),
        "can_undo": last_to_undo(actor_id, sheet.pk) is not None,
        "can_redo": last_to_redo(actor_id, sheet.pk) is not None,
    }


def _stored_rows(sheet_id: int) -> list[_StoredRow]:
    with connection.cursor() as cursor:
        cursor.execute(_ROWS, [sheet_id])
        rows: list[_StoredRow] = cursor.fetchall()
    return rows


def _depth_first(rows: Iterable[_StoredRow]) -> list[str]:
    below: dict[int | None, list[_StoredRow]] = {}
    for row in rows:
        below.setdefault(row[1], []).append(row)
    for siblings in below.values():
        siblings.sort(key=lambda row: (row[2], row[0]), reverse=True)
    told: list[str] = []
    stack = [(row, 0) for row in below.get(None, ())]
    while stack:
        (row_id, parent_id, _, cells), depth = stack.pop()
        parent = "null" if parent_id is None else parent_id
        told.append(f'{{"id":{row_id},"parent_id":{parent},"depth":{depth},"cells":{cells}}}')
        stack += [(row, depth + 1) for row in below.get(row_id, ())]
    return told
