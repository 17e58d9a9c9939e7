"""Take anything out of the bin."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Literal

from milepost.apps.org.actions.delete_node import restore_node
from milepost.apps.sheets.actions.attach_file import restore_file
from milepost.apps.sheets.actions.bin_sheet import restore_sheet
from milepost.apps.sheets.actions.comment import restore_comment
from milepost.apps.sheets.actions.restore_row import restore_row
from milepost.apps.sheets.actions.restore_view import restore_view

Sort = Literal["node", "sheet", "row", "comment", "file", "view"]
_NAMED: Mapping[str, tuple[Callable[..., Any], str]] = {
    "node": (restore_node, "node_id"),
    "sheet": (restore_sheet, "sheet_id"),
    "row": (restore_row, "row_id"),
    "comment": (restore_comment, "comment_id"),
    "file": (restore_file, "file_id"),
    "view": (restore_view, "view_id"),
}


def restore(*, actor_id: int, what: Sort, id: int, sheet_id: int | None, at: datetime, above: bool = False) -> None:
    """Restore what was deleted to where it was; a row is named with its sheet. Raises what the restoring of its sort raises."""
    action, name = _NAMED[what]
    where = {"sheet_id": sheet_id or 0} if what == "row" else {}
    action(actor_id=actor_id, at=at, above=above, **{name: id}, **where)
