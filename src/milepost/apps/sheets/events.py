"""The events of sheets."""

from __future__ import annotations

from milepost.apps.trail.kinds import event_kind

SHEET_CREATED = event_kind("sheet.created", "The sheet {name} was created.")
SHEET_CHANGED = event_kind("sheet.changed", "The sheet {name} was changed.")
SHEET_RENAMED = event_kind("sheet.renamed", "The sheet {before} was renamed to {name}.")
COLUMN_ADDED = event_kind("sheet.column_added", "The column {title} was added to {name}.")
