"""How far imports are: those of a person that stopped or are on their way, and one by its number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from milepost.apps.sheets.models import ListImport, ListState
from milepost.apps.sheets.models import Sheet as SheetTable
from milepost.kernel.errors import NotFound

_BETWEEN_CALLS = timedelta(seconds=30)
"""So long after a call began to go on with an import, whoever goes on with it is taken to be still there."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: `done` of `total` rows, and what became of them. `sheet_id` is the register, where it is one.

    `active` says that somebody goes on with it right now. `kept` is what stayed as it is when the import was taken back, as `undo_list`
    tells it.
    """

    id: int
    name: str
    state: str
    kind: str
    node_id: int
    sheet_id: int | None
    done: int
    total: int
    counts: dict[str, int]
    active: bool
    can_undo: bool
    kept: Sequence[Mapping[str, Any]] = ()


def progress_of(*, actor_id: int, import_id: int, real_at: datetime) -> Progress:
    """How far an import of one's own is. Raises NotFound."""
    return told(own_import(actor_id, import_id), real_at)


def unfinished(*, actor_id: int, real_at: datetime) -> list[Progress]:
    """One's own imports that are on their way or stopped there, newest first."""
    running = ListImport.objects.filter(owner_id=actor_id, state=ListState.RUNNING)
    return [told(one, real_at) for one in running.order_by("-created_at")[:20]]


def own_import(actor_id: int, import_id: int, *, lock: bool = False) -> ListImport:
    """An import that the person began. Raises NotFound."""
    imports = ListImport.objects.select_for_update() if lock else ListImport.objects
    found = imports.filter(id=import_id, owner_id=actor_id).first()
    if found is None:
        raise NotFound(what="import")
    return found


def told(begun: ListImport, real_at: datetime) -> Progress:
    """The progress of an import at a real moment. One that is not done can be taken back in any case, if only to be rid of it."""
    running = begun.state == ListState.RUNNING
    return Progress(
        begun.pk,
        begun.name,
        str(begun.state),
        begun.kind,
        begun.node_id,
        begun.sheet_id,
        begun.done,
        begun.total,
        dict(begun.counts),
        running and real_at - begun.changed_at < _BETWEEN_CALLS,
        running or _can_undo(begun),
        begun.made.get("kept", ()),
    )


def _can_undo(begun: ListImport) -> bool:
    live = begun.sheet_id is None or SheetTable.objects.filter(id=begun.sheet_id).exists()
    written = begun.changes or begun.made.get("nodes") or begun.made.get("profiles")
    return bool(written) and begun.state == ListState.DONE and live
