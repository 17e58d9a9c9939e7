"""What new rows begin with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from milepost.apps.sheets.days import clock_of
from milepost.apps.sheets.kinds.kind import Edit
from milepost.engines.sheet import Cell, Column, Insert, NewRow, Op

ME, TODAY = "me", "today"


def with_defaults(columns: Mapping[str, Column], ops: Sequence[Op], edit: Edit) -> Sequence[Op]:
    """The operations, with the defaults of the columns in every inserted row that says nothing there itself."""
    wanted = {key: column for key, column in columns.items() if column.options.get("default") is not None}
    if not wanted or not any(isinstance(op, Insert) for op in ops):
        return ops
    defaults = {key: _value(column, edit) for key, column in wanted.items()}
    return [_filled(op, defaults) if isinstance(op, Insert) else op for op in ops]


def _filled(op: Insert, defaults: Mapping[str, Cell]) -> Insert:
    rows = tuple(NewRow(row.id, row.parent, {**defaults, **row.cells}) for row in op.rows)
    return Insert(rows, op.parent, op.after)


def _value(column: Column, edit: Edit) -> Cell:
    """`me` in a column of people is who makes the row, `today` in one of dates the day on which they do, by their clock."""
    said = column.options["default"]
    if column.type in ("person", "people") and said == ME:
        return edit.actor_id if column.type == "person" or edit.actor_id is None else [edit.actor_id]
    if column.type in ("date", "datetime") and said == TODAY:
        now = clock_of(edit.actor_id, edit.at)
        return f"{now:%Y-%m-%d}" if column.type == "date" else f"{now:%Y-%m-%dT%H:%M}"
    return [said] if column.type == "choices" and isinstance(said, str) else said
