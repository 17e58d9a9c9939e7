"""Reading sheets: as a whole, what changed, what happened to a cell."""

from milepost.apps.sheets.queries.changes import change_for_browser, changes_since
from milepost.apps.sheets.queries.history import cell_history, sheet_activity
from milepost.apps.sheets.queries.snapshot import sheet_snapshot
from milepost.apps.sheets.queries.stack import last_to_redo, last_to_undo

__all__ = [
    "cell_history",
    "change_for_browser",
    "changes_since",
    "last_to_redo",
    "last_to_undo",
    "sheet_activity",
    "sheet_snapshot",
]
