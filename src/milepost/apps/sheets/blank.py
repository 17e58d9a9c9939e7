"""The kind of sheet that computes nothing: a name, and the columns that its users add."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from milepost.apps.sheets.kinds import ColumnSpec, Committed, Deltas, Edit, PreparedOps
from milepost.engines.sheet import Cell, Dirty, Op, Sheet


class Blank:
    """A plain list."""

    name = "blank"
    columns: tuple[ColumnSpec, ...] = (ColumnSpec("name", "Name", "text", role="name", width=320),)
    settings: Mapping[str, Cell] = {}

    def open(self, model: Sheet, *, sheet_id: int) -> None:
        """Needs nothing beside the rows."""

    def prepare(self, model: Sheet, ops: Sequence[Op], *, edit: Edit) -> PreparedOps:
        """Takes every operation as it is."""
        return PreparedOps(ops)

    def recompute(self, model: Sheet, dirty: Dirty) -> Deltas:
        """Computes nothing."""
        return {}

    def commit(self, model: Sheet, change: Committed) -> None:
        """Keeps nothing of its own."""

    def surroundings(self, *, sheet_id: int, settings: Mapping[str, Cell]) -> Mapping[str, Any]:
        """Has no calendars and no resources."""
        return {}
