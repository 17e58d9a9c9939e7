"""What a writer gets back, and what everybody who looks on is sent: one form, made from the change as it was written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from milepost.apps.sheets.models import Change
from milepost.apps.sheets.writing.stack import last_to_redo, last_to_undo

_NOTHING: Mapping[str, Any] = {"deltas": {}, "inserted": [], "removed": [], "moved": [], "settings": {}}


@dataclass(frozen=True, slots=True)
class ChangeResult:
    """A change of a sheet. Where `refetch` is true it was too large to be told, and the sheet shall be loaded again.

    `deltas` is row id (as text) to column key to value (null: empty). `overwritten`, `notices`, `skipped`, `can_undo` and `can_redo`
    are for the writer only.
    """

    sheet: int
    seq: int
    actor_id: int | None
    client_op_id: str | None
    kind: str
    deltas: Mapping[str, Mapping[str, Any]]
    inserted: Sequence[Mapping[str, Any]]
    removed: Sequence[int]
    moved: Sequence[Mapping[str, Any]]
    settings: Mapping[str, Any]
    refetch: bool
    name: str | None = None
    overwritten: Sequence[Mapping[str, Any]] = ()
    notices: Sequence[Mapping[str, Any]] = ()
    skipped: Sequence[Mapping[str, Any]] = ()
    can_undo: bool | None = None
    can_redo: bool | None = None


def result_of(change: Change) -> ChangeResult:
    """The change with what was reported to its writer: just written with all that it did, read from the log with what that keeps."""
    effect = _NOTHING if change.effect is None else {**_NOTHING, **change.effect}
    return ChangeResult(
        sheet=change.sheet_id,
        seq=change.seq,
        actor_id=change.actor_id,
        client_op_id=change.client_op_id,
        kind=str(change.kind),
        refetch=change.effect is None,
        **effect,
        **change.report,
    )


def told_to_writer(change: Change) -> ChangeResult:
    """The answer to the writer, with what they may undo and redo now."""
    assert change.actor_id is not None
    can_undo = last_to_undo(change.actor_id, change.sheet_id) is not None
    can_redo = last_to_redo(change.actor_id, change.sheet_id) is not None
    return replace(result_of(change), can_undo=can_undo, can_redo=can_redo)
