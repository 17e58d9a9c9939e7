"""Take an import back: what it made goes into the bin, what it changed goes back where that still stands; the rest is told row by row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from milepost.apps.org.access import paths_of, scope_of
from milepost.apps.org.actions.delete_node import delete_node
from milepost.apps.org.models import Node
from milepost.apps.org.paths import span
from milepost.apps.sheets.actions.undo import take_back, undo
from milepost.apps.sheets.lists.errors import ListNotUndone
from milepost.apps.sheets.lists.import_list import Progress, own_import, progress_of
from milepost.apps.sheets.lists.understanding import PROJECT
from milepost.apps.sheets.models import ListImport, ListState, Sheet
from milepost.apps.sheets.writing.stack import last_to_undo
from milepost.apps.sheets.writing.store import columns_of_kind
from milepost.kernel.errors import NotAllowed, NotFound

Kept = dict[str, Any]
"""What stays: `node_id`, `name`, why (`code`: not_allowed, holds_more or changed_since), and the `columns` that do, by language."""


def undo_import(*, actor_id: int, import_id: int, at: datetime) -> Progress:
    """Take an import of one's own back. One into a register goes change by change, the last one first; projects that were made go into
    the bin, and profiles that were changed get back what they said, except for cells that somebody changed since.

    Raises NotFound, and ListNotUndone where nothing of it can be taken back, or one's own later changes of the register stand above it.
    """
    begun = own_import(actor_id, import_id)
    if begun.state != ListState.DONE:
        raise ListNotUndone
    if begun.sheet_id is None:
        _undo_projects(begun, at)
    else:
        _undo_rows(begun, at)
    return progress_of(actor_id=actor_id, import_id=import_id)


def _undo_rows(begun: ListImport, at: datetime) -> None:
    if begun.sheet_id is None or not begun.changes:
        raise ListNotUndone
    for seq in sorted(begun.changes, reverse=True):
        last = last_to_undo(begun.owner_id, begun.sheet_id)
        if last is None or last.seq != seq:
            raise ListNotUndone
        undo(actor_id=begun.owner_id, sheet_id=begun.sheet_id, client_op_id=f"list-{begun.pk}-back-{seq}", at=at)
    _over(begun, at)


@transaction.atomic(durable=True)
def _undo_projects(begun: ListImport, at: datetime) -> None:
    made, profiles = begun.made.get("nodes", ()), begun.made.get("profiles", {})
    binned, kept = _into_the_bin(made, begun.owner_id, at)
    for sheet_id, (first, last) in profiles.items():
        stayed = _profile_back(int(sheet_id), range(last, first - 1, -1), begun, at)
        kept += stayed
        binned += not any(one["code"] == "not_allowed" for one in stayed)
    if not binned:
        raise ListNotUndone
    begun.made["kept"] = _seen(kept, begun.owner_id)
    _over(begun, at)


def _over(begun: ListImport, at: datetime) -> None:
    begun.state, begun.changed_at = ListState.UNDONE, at
    begun.save(update_fields=["state", "made", "changed_at"])


def _into_the_bin(made: Sequence[int], actor_id: int, at: datetime) -> tuple[int, list[Kept]]:
    """How many nodes went into the bin, and which stay: a unit or programme that holds what others put there since stays with it."""
    ours, kept, gone, binned = set(made), list[Kept](), list[str](), 0
    nodes = Node.objects.unscoped(reason="what the person's own import made; who may delete it is asked of each")
    for node in sorted(nodes.filter(id__in=ours, deleted_root=None), key=lambda node: node.path):
        if any(node.path.startswith(path) for path in gone):
            continue
        if node.kind != PROJECT and not _holds_only(node.path, ours):
            kept.append(_kept(node, "holds_more"))
            continue
        try:
            delete_node(actor_id=actor_id, node_id=node.pk, at=at)
        except (NotAllowed, NotFound):
            kept.append(_kept(node, "not_allowed"))
        else:
            gone.append(node.path)
            binned += 1
    return binned, kept


def _holds_only(path: str, ours: set[int]) -> bool:
    low, high = span(path)
    below = Node.objects.unscoped(reason="a place goes only if nothing of others goes with it, seen or not")
    return ours.issuperset(below.filter(path__gte=low, path__lt=high).values_list("id", flat=True))


def _profile_back(sheet_id: int, seqs: Sequence[int], begun: ListImport, at: datetime) -> list[Kept]:
    """Take the changes of one profile back, the last one first; what stays of it, as a list of one or none."""
    node = Node.objects.unscoped(reason="the name of a project whose profile the person changed").get(
        id=Sheet.with_deleted.values_list("node_id", flat=True).get(id=sheet_id)
    )
    if node.deleted_root is not None:
        return []
    skipped: set[str] = set()
    try:
        for seq in seqs:
            told = take_back(
                actor_id=begun.owner_id, sheet_id=sheet_id, seq=seq, client_op_id=f"list-{begun.pk}-back-{sheet_id}-{seq}", at=at
            )
            skipped.update(str(one["key"]) for one in (told.skipped if told else ()))
    except (NotAllowed, NotFound):
        return [_kept(node, "not_allowed")]
    titles = [column.options.get("titles") or {"en": column.title} for column in columns_of_kind(PROJECT) if column.key in skipped]
    return [_kept(node, "changed_since", titles)] if skipped else []


def _seen(kept: Sequence[Kept], actor_id: int) -> list[Kept]:
    """Those that the person may see: what is no longer theirs is not named, by whatever name it has now."""
    scope, paths = scope_of(actor_id), paths_of(one["node_id"] for one in kept)
    return [one for one in kept if scope.allows(paths[one["node_id"]])]


def _kept(node: Node, code: str, columns: Sequence[Any] = ()) -> Kept:
    return {"node_id": node.pk, "name": node.name, "code": code, "columns": list(columns)}
