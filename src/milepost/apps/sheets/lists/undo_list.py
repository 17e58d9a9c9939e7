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
from milepost.apps.sheets.actions.undo import take_back
from milepost.apps.sheets.lists.errors import ListNotUndone
from milepost.apps.sheets.lists.progress import Progress, own_import, told
from milepost.apps.sheets.lists.understanding import PROJECT
from milepost.apps.sheets.models import ListImport, ListState, Sheet
from milepost.apps.sheets.writing.store import columns_of
from milepost.kernel.errors import NotAllowed, NotFound

Kept = dict[str, Any]
"""What stays: `node_id`, `name`, why (`code`: not_allowed, holds_more or changed_since), and the `columns` that do, by language."""


@transaction.atomic(durable=True)
def undo_import(*, actor_id: int, import_id: int, at: datetime) -> Progress:
    """Take an import of one's own back, as a whole: rows go out of their register, projects that were made into the bin, and what was
    changed says again what it said, except for cells that somebody changed since.

    One that stopped on the way is over then, even where nothing of it can be taken back. Raises NotFound, ListNotUndone where it was taken
    back before or nothing of it can be, and what the kind of a sheet refuses.
    """
    begun = own_import(actor_id, import_id, lock=True)
    if begun.state == ListState.UNDONE:
        raise ListNotUndone
    taken, kept = _projects_back(begun, at) if begun.sheet_id is None else _register_back(begun, at)
    if not taken and begun.state == ListState.DONE:
        raise ListNotUndone
    begun.made["kept"] = _seen(kept, actor_id)
    begun.state = ListState.UNDONE
    begun.save(update_fields=["state", "made"])
    return told(begun, at)


def _register_back(begun: ListImport, at: datetime) -> tuple[int, list[Kept]]:
    """How many registers got back what they said, one or none, and whether some of it stays."""
    sheet = Sheet.with_deleted.filter(id=begun.sheet_id or 0).first()
    if sheet is None or not begun.changes:
        return 0, []
    stayed = _changes_back(sheet, sorted(begun.changes, reverse=True), begun, at)
    kept = [{"node_id": sheet.node_id, "name": sheet.name, **stayed}] if stayed else []
    return int(stayed is None or stayed["code"] != "not_allowed"), kept


def _projects_back(begun: ListImport, at: datetime) -> tuple[int, list[Kept]]:
    """How many nodes and profiles are as they were, and what stays."""
    made, profiles = begun.made.get("nodes", ()), begun.made.get("profiles", {})
    taken, kept = _into_the_bin(made, begun.owner_id, at)
    for sheet_id, (first, last) in profiles.items():
        stayed = _profile_back(int(sheet_id), range(last, first - 1, -1), begun, at)
        kept += stayed
        taken += not any(one["code"] == "not_allowed" for one in stayed)
    return taken, kept


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
    """Take the changes of one profile back; what stays of it, as a list of one or none."""
    sheet = Sheet.with_deleted.get(id=sheet_id)
    node = Node.objects.unscoped(reason="the name of a project whose profile the person changed").get(id=sheet.node_id)
    if node.deleted_root is not None:
        return []
    stayed = _changes_back(sheet, seqs, begun, at)
    return [_kept(node, stayed["code"], stayed["columns"])] if stayed else []


def _changes_back(sheet: Sheet, seqs: Sequence[int], begun: ListImport, at: datetime) -> Kept | None:
    """Take changes of a sheet back, the last one first; why some of it stays and in which columns, None where all went back."""
    skipped: set[str | None] = set()
    try:
        for seq in seqs:
            op_id = f"list-{begun.pk}-back-{sheet.pk}-{seq}"
            done = take_back(actor_id=begun.owner_id, sheet_id=sheet.pk, seq=seq, client_op_id=op_id, at=at)
            skipped.update(one["key"] for one in (done.skipped if done else ()) if one["reason"] != "row_gone")
    except (NotAllowed, NotFound):
        return {"code": "not_allowed", "columns": []}
    if not skipped:
        return None
    titles = [column.options.get("titles") or {"en": column.title} for column in columns_of(sheet) if column.key in skipped]
    return {"code": "changed_since", "columns": titles}


def _seen(kept: Sequence[Kept], actor_id: int) -> list[Kept]:
    """Those that the person may see: what is no longer theirs is not named, by whatever name it has now."""
    scope, paths = scope_of(actor_id), paths_of(one["node_id"] for one in kept)
    return [one for one in kept if scope.allows(paths[one["node_id"]])]


def _kept(node: Node, code: str, columns: Sequence[Any] = ()) -> Kept:
    return {"node_id": node.pk, "name": node.name, "code": code, "columns": list(columns)}
