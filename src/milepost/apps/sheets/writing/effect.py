"""What a change did, in the words of a browser: the same for the writer, for everybody who looks on, and for other processes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from milepost.apps.sheets.kinds.kind import Deltas
from milepost.engines.sheet import Cell, Dirty, Sheet

MOST_ROWS = 200
MOST_BYTES = 64 * 1024
MOST_ROWS_TO_WRITER = 5_000


def effect_of(model: Sheet, dirty: Dirty, computed: Deltas) -> dict[str, Any] | None:
    """`deltas`, `inserted`, `removed`, `moved` and `settings` after a change, for its writer; None above 5,000 rows: load the sheet again.

    `deltas` is row id (as text) to column key to value. `inserted` and `moved` stand in the order of the sheet, so that a reader who
    takes out what moved can put in one after another, each below `parent_id` behind `after_id` (null: first).
    """
    changed = _changed_cells(model, dirty, computed)
    if len(changed) + len(dirty.inserted) + len(dirty.moved) + len(dirty.removed) > MOST_ROWS_TO_WRITER:
        return None
    return {
        "deltas": {str(row): cells for row, cells in changed.items()},
        "inserted": [{**_place(model, row), "cells": dict(model.rows[row].cells)} for row in in_order(model, dirty.inserted)],
        "removed": sorted(dirty.removed),
        "moved": [_place(model, row) for row in in_order(model, dirty.moved - dirty.inserted)],
        "settings": {name: model.settings.get(name) for name in sorted(dirty.settings)},
    }


def kept_in_log(effect: dict[str, Any] | None) -> dict[str, Any] | None:
    """The effect as everybody else is sent it; None above 200 rows or 64 KB, which many readers shall rather load than be sent."""
    if effect is None or sum(len(effect[part]) for part in ("deltas", "inserted", "removed", "moved")) > MOST_ROWS:
        return None
    return effect if len(json.dumps(effect)) <= MOST_BYTES else None


def _changed_cells(model: Sheet, dirty: Dirty, computed: Deltas) -> dict[int, Mapping[str, Cell]]:
    changed: dict[int, Mapping[str, Cell]] = {}
    for row, keys in dirty.cells.items():
        if row not in dirty.inserted:
            changed[row] = {key: model.cell(row, key) for key in keys}
    for row, cells in computed.items():
        if row not in dirty.inserted:
            # A row that the schedule alone moved, as most are, needs no copy of its cells: nobody writes into them.
            changed[row] = {**changed[row], **cells} if row in changed else cells
    return changed


def in_order(model: Sheet, rows: Iterable[int]) -> list[int]:
    """Some rows of a sheet in its order."""
    wanted = set(rows)
    if len(wanted) < 2:
        return list(wanted)
    return [row for row in model.order() if row in wanted]


def _place(model: Sheet, row_id: int) -> dict[str, Any]:
    row = model.rows[row_id]
    rank = model.rank(row.parent, row.position, row_id)
    return {"id": row_id, "parent_id": row.parent, "after_id": model.children(row.parent)[rank - 1] if rank else None}
