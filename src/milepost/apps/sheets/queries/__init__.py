"""Reading sheets: as a whole, what changed, what happened to a cell."""

from milepost.apps.sheets.queries.changes import change_for_browser, changes_since
from milepost.apps.sheets.queries.history import cell_history, sheet_activity
from milepost.apps.sheets.queries.snapshot import sheet_snapshot

__all__ = [
    "cell_history",
    "change_for_browser",
    "changes_since",
    "sheet_activity",
    "sheet_snapshot",
]
