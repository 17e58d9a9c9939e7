"""What a person may undo and redo in a sheet: read from the log of changes, so that it survives a reload."""

from __future__ import annotations

from milepost.apps.sheets.models import Change, ChangeKind


def last_to_undo(actor_id: int, sheet_id: int) -> Change | None:
    """The person's last edit or redo that was not taken back."""
    mine = Change.objects.filter(sheet_id=sheet_id, actor_id=actor_id, kind__in=(ChangeKind.EDIT, ChangeKind.REDO), taken_back=False)
    return mine.order_by("-seq").first()


def last_to_redo(actor_id: int, sheet_id: int) -> Change | None:
    """The person's last undo that was not taken back; None once they edited the sheet after it."""
    mine = Change.objects.filter(sheet_id=sheet_id, actor_id=actor_id)
    undone = mine.filter(kind=ChangeKind.UNDO, taken_back=False).order_by("-seq").first()
    if undone is None or mine.filter(kind=ChangeKind.EDIT, seq__gt=undone.seq).exists():
        return None
    return undone
