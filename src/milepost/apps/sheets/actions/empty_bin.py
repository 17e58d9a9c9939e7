"""Delete for good what has been in the bin for long; the trail keeps what happened."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import reduce
from operator import or_

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from milepost.apps.org.access import within
from milepost.apps.org.models import Node
from milepost.apps.sheets import contents
from milepost.apps.sheets.events import BIN_EMPTIED
from milepost.apps.sheets.models import Change, Comment, File, Row, Sheet, View
from milepost.apps.trail.actions.record import record

_ATTACHING = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Emptied:
    """How much was deleted; `bytes` are those of file contents that nothing refers to any more."""

    nodes: int = 0
    sheets: int = 0
    rows: int = 0
    comments: int = 0
    files: int = 0
    contents: int = 0
    bytes: int = 0


@transaction.atomic
def empty_bin(*, before: datetime, at: datetime, clock: datetime, dry_run: bool = False) -> Emptied:
    """Delete what was put into the bin before a moment, with all that lies in it, and file contents without a file.

    `at` is the moment told, `clock` the machine's, by which files lie on the disk. A dry run counts and deletes nothing. Called by the
    operator, so nobody's rights are asked.
    """
    nodes = Node.objects.unscoped(reason="the operator empties the bin of everybody")
    gone = _below(list(nodes.filter(deleted_root=F("id"), deleted_at__lt=before).values_list("path", flat=True)))
    sheets = Sheet.with_deleted.filter(Q(deleted_at__lt=before) | Q(node__in=nodes.filter(gone)))
    counted = Emptied(nodes=nodes.filter(gone).count(), sheets=sheets.count())
    View.with_deleted.filter(deleted_at__lt=before).delete()
    sheets.delete()
    _delete_nodes(gone)
    rows = _delete_rows(before)
    comments = _delete_what_hangs(Comment.objects.all(), before)
    files = _delete_what_hangs(File.objects.all(), before)
    left = _unreferenced(clock)
    done = Emptied(counted.nodes, counted.sheets, rows, comments, files, len(left), sum(left.values()))
    if dry_run:
        transaction.set_rollback(True)
        return done
    record(BIN_EMPTIED, actor_id=None, at=at, data={"before": before.isoformat(), **asdict(done)})
    transaction.on_commit(lambda: _clear(list(left), clock))
    return done


def _below(paths: list[str]) -> Q:
    return reduce(or_, map(within, paths), Q(pk__in=()))


def _delete_nodes(gone: Q) -> None:
    """Deepest first: what lies below a node keeps it from being deleted."""
    nodes = Node.objects.unscoped(reason="the operator empties the bin of everybody")
    for node in sorted(nodes.filter(gone), key=lambda one: -len(one.path)):
        node.delete()


def _delete_rows(before: datetime) -> int:
    deletion = Change.objects.filter(sheet_id=OuterRef("sheet_id"), seq=OuterRef("deleted_seq"), at__lt=before)
    count, _ = Row.objects.exclude(deleted_seq=None).filter(Exists(deletion)).delete()
    return count


def _delete_what_hangs(things: QuerySet[Comment] | QuerySet[File], before: datetime) -> int:
    """Delete the comments or files that are long in the bin, or whose row is no more."""
    row = Row.objects.filter(sheet_id=OuterRef("sheet_id"), row_id=OuterRef("row_id"))
    doomed = things.filter(Q(deleted_at__lt=before) | Q(row_id__isnull=False) & ~Exists(row))
    count = doomed.count()
    doomed.delete()
    return count


def _unreferenced(clock: datetime) -> dict[str, int]:
    """Contents that no file refers to, by digest; what was touched within the hour may be about to be."""
    lying = contents.sizes_before((clock - _ATTACHING).timestamp())
    used = set(File.objects.values_list("sha256", flat=True).distinct())
    return {digest: size for digest, size in lying.items() if digest not in used}


def _clear(digests: list[str], clock: datetime) -> None:
    for digest in digests:
        contents.remove(digest)
    contents.remove_broken((clock - _ATTACHING).timestamp())
