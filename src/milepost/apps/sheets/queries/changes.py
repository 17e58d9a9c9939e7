"""What changed in a sheet since somebody last looked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from milepost.apps.sheets.access import visible_sheet
from milepost.apps.sheets.models import Change
from milepost.apps.sheets.writing.result import ChangeResult, result_of

_MOST_CHANGES = 100


@dataclass(frozen=True, slots=True)
class ChangesSince:
    """The changes after a `seq`, oldest first; where there are too many or one is too large, `refetch` is true and there are none."""

    seq: int
    refetch: bool
    changes: tuple[ChangeResult, ...]


def changes_since(*, actor_id: int, sheet_id: int, since: int) -> ChangesSince:
    """What a browser that stands at `since` has missed. Raises NotFound."""
    sheet = visible_sheet(actor_id, sheet_id)
    found = list(Change.objects.filter(sheet_id=sheet_id, seq__gt=since).order_by("seq")[: _MOST_CHANGES + 1])
    seq = max([sheet.seq, *(change.seq for change in found)])
    if len(found) > _MOST_CHANGES or any(change.effect is None for change in found):
        return ChangesSince(seq, refetch=True, changes=())
    return ChangesSince(seq, refetch=False, changes=tuple(for_others(change) for change in found))


def change_for_browser(sheet_id: int, seq: int) -> dict[str, Any] | None:
    """The data of the live event `change`; None for a change that there is not. The caller has asked who may see the sheet."""
    change = Change.objects.filter(sheet_id=sheet_id, seq=seq).first()
    if change is None:
        return None
    told = for_others(change)
    known = {"sheet": told.sheet, "seq": told.seq, "actor_id": told.actor_id, "client_op_id": told.client_op_id, "kind": told.kind}
    if told.refetch:
        return {**known, "refetch": True}
    effect = {"deltas": told.deltas, "inserted": told.inserted, "removed": told.removed, "moved": told.moved, "settings": told.settings}
    return {**known, **effect, "name": told.name, "refetch": False}


def for_others(change: Change) -> ChangeResult:
    """A change without what was only for its writer."""
    change.report = {}
    return result_of(change)
