"""What is in the bin, for whoever could have put it there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, Subquery

from milepost.apps.org.access import Scope, bin_scope_of, within
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Node
from milepost.apps.org.paths import in_bin, into_bin, out_of_bin, prefixes
from milepost.apps.org.queries.names import names_of
from milepost.apps.org.queries.tree import place
from milepost.apps.sheets.models import Change, Comment, File, Row, Sheet, View
from milepost.apps.sheets.row_names import primary_key, row_name
from milepost.apps.sheets.writing.store import columns_of

_MOST_SEARCHED = 2_000


@dataclass(frozen=True, slots=True)
class BinItem:
    """One thing that was deleted by itself; what went with it is not listed.

    `what` is node, sheet, row, comment, file or view; `kind` the kind of a node or sheet; `within` is where it was: the names of what it
    lay in, from the root; `above_deleted` says that something of that is in the bin too.
    """

    what: str
    id: int
    name: str
    kind: str
    node_id: int | None
    sheet_id: int | None
    row_id: int | None
    within: tuple[str, ...]
    above_deleted: bool
    deleted_at: datetime
    by_id: int | None
    by: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A thing in the bin before names were looked up; `path` is that of the node that it lies in, `inside` what else it lies in."""

    item: BinItem
    path: str
    inside: tuple[str, ...] = ()


def bin_items(*, actor_id: int, node_id: int | None, what: str | None, q: str, limit: int, offset: int) -> list[BinItem]:
    """What the person may restore, the last deleted first, `limit` items behind the first `offset`.

    Nodes need ARRANGE, sheets CREATE, rows, files and shared views EDIT; comments and other views are one's own. `node_id` keeps to what
    lay at and below a node that is there, `q` to names that hold it (among the newest 2,000 of each sort). Raises NotFound for the node.
    """
    below = place(actor_id, node_id).path if node_id is not None else ""
    most = _MOST_SEARCHED if q else offset + limit
    found = [one for sort, read in _SORTS.items() if what in (None, sort) for one in read(actor_id, below, most)]
    words = q.casefold().split()
    kept = [one for one in found if all(word in one.item.name.casefold() for word in words)]
    kept.sort(key=lambda one: (one.item.deleted_at, one.item.id), reverse=True)
    return _told(kept[offset : offset + limit])


def _nodes(actor_id: int, below: str, most: int) -> list[_Found]:
    everything = Node.objects.unscoped(reason="the scope of the bin, on this line")
    found = everything.filter(_at(bin_scope_of(actor_id, Capability.ARRANGE), "", below), deleted_root=F("id"))
    nodes = list(found.order_by("-deleted_at", "-id")[:most])
    above = Node.objects.unscoped(reason="whether the parents of nodes that were just found are in the bin")
    gone = set(above.filter(id__in=[one.parent_id for one in nodes]).exclude(deleted_root=None).values_list("id", flat=True))
    return [_node(one, in_gone=one.parent_id in gone) for one in nodes]


def _node(node: Node, *, in_gone: bool) -> _Found:
    assert node.deleted_at is not None
    item = _item("node", node.pk, node.name, node.pk, node.deleted_at, node.deleted_by, kind=node.kind)
    above = prefixes(out_of_bin(node.path))[-2]
    return _Found(item, into_bin(above) if in_gone else above)


def _sheets(actor_id: int, below: str, most: int) -> list[_Found]:
    asked = Sheet.with_deleted.filter(_at(bin_scope_of(actor_id, Capability.CREATE), "node__", below)).exclude(deleted_at=None)
    return [
        _Found(_item("sheet", one.pk, one.name, one.node_id, one.deleted_at, one.deleted_by, kind=one.kind, sheet=one.pk), one.node.path)
        for one in asked.select_related("node").order_by("-deleted_at", "-id")[:most]
        if one.deleted_at
    ]


def _rows(actor_id: int, below: str, most: int) -> list[_Found]:
    scope = _at(bin_scope_of(actor_id, Capability.EDIT), "sheet__node__", below)
    own = Change.objects.filter(sheet_id=OuterRef("sheet_id"), seq=OuterRef("deleted_seq"))
    with_it = Row.objects.filter(sheet_id=OuterRef("sheet_id"), row_id=OuterRef("parent_id"), deleted_seq=OuterRef("deleted_seq"))
    found = Row.objects.filter(scope, ~Exists(with_it)).exclude(deleted_seq=None).select_related("sheet__node")
    dated = found.annotate(gone_at=Subquery(own.values("at")), gone_by=Subquery(own.values("actor_id")))
    rows = list(dated.order_by("-gone_at", "-row_id")[:most])
    keys = {one.sheet_id: primary_key(columns_of(one.sheet)) for one in rows}
    return [_row(one, row_name(one.cells, keys[one.sheet_id]), one.gone_at, one.gone_by) for one in rows]


def _row(row: Row, name: str, at: datetime, by: int | None) -> _Found:
    item = _item("row", row.row_id, name, row.sheet.node_id, at, by, kind=row.sheet.kind, sheet=row.sheet_id, row=row.row_id)
    return _inside(item, row.sheet)


def _comments(actor_id: int, below: str, most: int) -> list[_Found]:
    scope = _at(bin_scope_of(actor_id, Capability.COMMENT), "sheet__node__", below)
    asked = Comment.objects.filter(scope, author_id=actor_id).exclude(deleted_at=None).select_related("sheet__node")
    return [
        _inside(
            _item("comment", one.pk, one.text, one.sheet.node_id, one.deleted_at, actor_id, sheet=one.sheet_id, row=one.row_id), one.sheet
        )
        for one in asked.order_by("-deleted_at", "-id")[:most]
        if one.deleted_at
    ]


def _files(actor_id: int, below: str, most: int) -> list[_Found]:
    scope = _at(bin_scope_of(actor_id, Capability.EDIT), "sheet__node__", below)
    asked = File.objects.filter(scope).exclude(deleted_at=None).select_related("sheet__node")
    return [
        _inside(
            _item("file", one.pk, one.name, one.sheet.node_id, one.deleted_at, one.deleted_by, sheet=one.sheet_id, row=one.row_id),
            one.sheet,
        )
        for one in asked.order_by("-deleted_at", "-id")[:most]
        if one.deleted_at
    ]


def _views(actor_id: int, below: str, most: int) -> list[_Found]:
    """One's own where one may look, everybody's where one may edit; what is of the whole organisation is its deleter's."""
    own, shared = (
        _at(scope, "sheet__node__", below) | _at(scope, "node__", below)
        for scope in (bin_scope_of(actor_id, Capability.VIEW), bin_scope_of(actor_id, Capability.EDIT))
    )
    everywhere = Q(sheet=None, node=None, deleted_by=actor_id) if not below else Q(pk__in=())
    asked = View.with_deleted.filter(Q(own, owner_id=actor_id) | Q(shared, owner_id=None) | everywhere).exclude(deleted_at=None)
    found = asked.select_related("sheet__node", "node").order_by("-deleted_at", "-id")[:most]
    return [_view(one, one.deleted_at) for one in found if one.deleted_at]


def _view(view: View, at: datetime) -> _Found:
    if view.sheet is not None:
        item = _item("view", view.pk, view.name, view.sheet.node_id, at, view.deleted_by, kind=view.kind, sheet=view.sheet_id)
        return _inside(item, view.sheet)
    item = _item("view", view.pk, view.name, view.node_id, at, view.deleted_by, kind=view.kind)
    return _Found(item, view.node.path if view.node else "")


_SORTS = {"node": _nodes, "sheet": _sheets, "row": _rows, "comment": _comments, "file": _files, "view": _views}


def _at(scope: Scope, prefix: str, below: str) -> Q:
    """In scope, and at or below a path where one is given, whether it is in the bin or not."""
    condition = scope.condition(prefix)
    return condition & (within(below, prefix) | within(into_bin(below), prefix)) if below else condition


def _item(
    what: str,
    id: int,
    name: str,
    node: int | None,
    at: datetime,
    by: int | None,
    *,
    kind: str = "",
    sheet: int | None = None,
    row: int | None = None,
) -> BinItem:
    return BinItem(what, id, name, kind, node, sheet, row, (), False, at, by, "")


def _inside(item: BinItem, sheet: Sheet) -> _Found:
    """Something that lay in a sheet."""
    found = _Found(item, sheet.node.path, (sheet.name,))
    return replace(found, item=replace(item, above_deleted=True)) if sheet.deleted_at else found


def _told(found: Sequence[_Found]) -> list[BinItem]:
    people = names_of({one.item.by_id for one in found if one.item.by_id is not None})
    names = _node_names([one.path for one in found])
    return [
        replace(
            one.item,
            by=people.get(one.item.by_id or 0, ""),
            within=(*names[one.path], *one.inside),
            above_deleted=one.item.above_deleted or in_bin(one.path),
        )
        for one in found
    ]


def _node_names(paths: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The names on paths, whether the nodes are in the bin or not."""
    wanted = {prefix for path in paths for prefix in prefixes(out_of_bin(path))}
    nodes = Node.objects.unscoped(reason="the names on the way to what its reader could delete")
    known = {
        out_of_bin(path): name for path, name in nodes.filter(path__in=wanted | set(map(into_bin, wanted))).values_list("path", "name")
    }
    return {path: tuple(known.get(prefix, "") for prefix in prefixes(out_of_bin(path))) for path in paths}
