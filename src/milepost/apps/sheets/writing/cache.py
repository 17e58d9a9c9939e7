"""Models kept in this process between edits, brought up to date from the log of changes.

A model is taken out while an edit works on it and given back after the commit: an error, a failed commit or a killed process leaves
nothing behind that the database does not hold. Take one only under the sheet's lock.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from milepost.apps.sheets.kinds.kind import kind_named
from milepost.apps.sheets.models import Change, ChangeKind, Sheet
from milepost.apps.sheets.writing.store import read_model
from milepost.engines.sheet import Sheet as Model
from milepost.engines.sheet import apply_all, op_from_json, write_computed
from milepost.kernel.errors import MilepostError

MOST_CELLS = 1_000_000
"""How many cells may be kept: about 100 MB."""
_FARTHEST = 50
_FOLLOWED = frozenset({ChangeKind.EDIT, ChangeKind.UNDO, ChangeKind.REDO, ChangeKind.NAME, ChangeKind.COMPUTED})


@dataclass(slots=True)
class _Kept:
    model: Model
    seq: int
    cells: int


class ModelCache:
    """The least recently used models leave first when there are more than `most_cells` cells."""

    def __init__(self, most_cells: int = MOST_CELLS) -> None:
        self._most_cells = most_cells
        self._kept: OrderedDict[int, _Kept] = OrderedDict()
        self._cells = 0
        self._guard = threading.Lock()

    def take(self, sheet: Sheet) -> Model:
        """The model at the sheet's `seq`; it belongs to the caller until given back."""
        kept = self._pop(sheet.pk)
        if kept is not None and (kept.seq == sheet.seq or _follow(kept, sheet)):
            return kept.model
        return read_model(sheet)

    def give_back(self, sheet_id: int, model: Model, seq: int) -> None:
        """Keep a model that stands at `seq`, after that was committed."""
        cells = sum(len(row.cells) + 5 for row in model.rows.values())
        with self._guard:
            known = self._kept.get(sheet_id)
            if known is not None and known.seq >= seq:
                return
            self._drop(sheet_id)
            self._kept[sheet_id] = _Kept(model, seq, cells)
            self._cells += cells
            while self._cells > self._most_cells:
                self._drop(next(iter(self._kept)))

    def clear(self) -> None:
        """Forget all models, for tests and benchmarks."""
        with self._guard:
            self._kept.clear()
            self._cells = 0

    def _pop(self, sheet_id: int) -> _Kept | None:
        with self._guard:
            return self._drop(sheet_id)

    def _drop(self, sheet_id: int) -> _Kept | None:
        kept = self._kept.pop(sheet_id, None)
        if kept is not None:
            self._cells -= kept.cells
        return kept


def _follow(kept: _Kept, sheet: Sheet) -> bool:
    """Apply what other processes did meanwhile; False where reading the sheet again is the way."""
    missing = sheet.seq - kept.seq
    if not 0 < missing <= _FARTHEST:
        return False
    changes = list(Change.objects.filter(sheet_id=sheet.pk, seq__gt=kept.seq, seq__lte=sheet.seq).order_by("seq"))
    if len(changes) != missing or any(change.effect is None or change.kind not in _FOLLOWED for change in changes):
        return False
    try:
        for change in changes:
            _repeat(kept.model, change)
    except MilepostError:
        return False
    kept.model.extra.clear()
    kind_named(sheet.kind).open(kept.model, sheet_id=sheet.pk)
    return True


def _repeat(model: Model, change: Change) -> None:
    effect: dict[str, Any] = change.effect or {}
    apply_all(model, map(op_from_json, change.ops))
    write_computed(model, {int(row): cells for row, cells in effect["deltas"].items()})
    write_computed(model, {row["id"]: row["cells"] for row in effect["inserted"]})


models = ModelCache()
"""The cache of this process."""
