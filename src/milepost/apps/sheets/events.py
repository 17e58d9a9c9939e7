"""The events of sheets."""

from __future__ import annotations

from milepost.apps.trail.kinds import event_kind

SHEET_CREATED = event_kind("sheet.created", "The sheet {name} was created.")
SHEET_CHANGED = event_kind("sheet.changed", "The sheet {name} was changed.")
SHEET_RENAMED = event_kind("sheet.renamed", "The sheet {before} was renamed to {name}.")
SHEET_DELETED = event_kind("sheet.deleted", "The sheet {name} was put into the bin.")
SHEET_RESTORED = event_kind("sheet.restored", "The sheet {name} was restored from the bin.")
COMMENT_MADE = event_kind("comment.made", "A comment was made.")
COMMENT_CHANGED = event_kind("comment.changed", "A comment was changed.")
COMMENT_DELETED = event_kind("comment.deleted", "A comment was put into the bin.")
COMMENT_RESTORED = event_kind("comment.restored", "A comment was restored from the bin.")
FILE_ATTACHED = event_kind("file.attached", "The file {name} was attached.")
FILE_DELETED = event_kind("file.deleted", "The file {name} was put into the bin.")
FILE_RESTORED = event_kind("file.restored", "The file {name} was restored from the bin.")
BIN_EMPTIED = event_kind("bin.emptied", "What was in the bin since before {before} was deleted for good.")
VIEW_SAVED = event_kind("view.saved", "The view {name} was saved for everybody.")
VIEW_DELETED = event_kind("view.deleted", "The view {name} was deleted for everybody.")
VIEW_RESTORED = event_kind("view.restored", "The view {name} was restored from the bin for everybody.")
COLUMN_ADDED = event_kind("sheet.column_added", "The column {title} was added to {name}.")
COLUMN_CHANGED = event_kind("sheet.column_changed", "The column {title} of {name} was changed.")
KIND_APPLIED = event_kind("kind.applied", "The registers of the kind {title} were brought to its new declaration.")
