"""A sheet in memory: a tree of rows with typed columns, changed by operations that return their inverses.

Pure: no clock, no database. `SPEC.md` has the rules. A caller makes a `Sheet`, calls `apply_all`, writes what its kind
computed with `write_computed`, and keeps `Applied.undo` to take it back.
"""

from milepost.engines.sheet.apply import Applied, Dirty, apply, apply_all, same, write_computed
from milepost.engines.sheet.codec import op_from_json, op_to_json
from milepost.engines.sheet.conflicts import CellEdit, overwritten
from milepost.engines.sheet.errors import BadOperation, RowExists, RowUnknown, UnderItself
from milepost.engines.sheet.model import Column, Row, Sheet
from milepost.engines.sheet.operations import Cell, Delete, Insert, Kept, Move, NewRow, Op, Place, Restore, Set, Settings, rows_named
from milepost.engines.sheet.undo import Skipped, UndoPlan, plan_undo

__all__ = [
    "Applied",
    "BadOperation",
    "Cell",
    "CellEdit",
    "Column",
    "Delete",
    "Dirty",
    "Insert",
    "Kept",
    "Move",
    "NewRow",
    "Op",
    "Place",
    "Restore",
    "Row",
    "RowExists",
    "RowUnknown",
    "Set",
    "Settings",
    "Sheet",
    "Skipped",
    "UnderItself",
    "UndoPlan",
    "apply",
    "apply_all",
    "op_from_json",
    "op_to_json",
    "overwritten",
    "plan_undo",
    "rows_named",
    "same",
    "write_computed",
]
