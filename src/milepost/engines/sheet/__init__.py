"""A sheet in memory: a tree of rows with typed columns, changed by operations that return their inverses.

Pure: no clock, no database. `SPEC.md` has the rules. A caller makes a `Sheet`, calls `apply_all`, writes what its kind
computed with `write_computed`, and keeps `Applied.undo` to take it back.
"""

from milepost.engines.sheet.apply import Applied, Dirty, apply, apply_all, same, write_computed
from milepost.engines.sheet.errors import BadOperation, RowExists, RowUnknown, UnderItself
from milepost.engines.sheet.model import Column, Row, Sheet
from milepost.engines.sheet.operations import Cell, Delete, Insert, Kept, Move, NewRow, Op, Place, Restore, Set, Settings

__all__ = [
    "Applied",
    "BadOperation",
    "Cell",
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
    "UnderItself",
    "apply",
    "apply_all",
    "same",
    "write_computed",
]
