"""What a process keeps of sheets that were read: never older than what is asked for, and no more than it may."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.api.registers.conftest import GROUND, WATER
from tests.cast import NOW, Cast

from milepost.apps.sheets.actions.change_sheet import change_sheet
from milepost.apps.sheets.models import Sheet
from milepost.apps.sheets.queries.reading_cache import ReadingCache
from milepost.engines.sheet import Delete, Insert, Move, NewRow, Op, Set


def edit(cast: Cast, sheet_id: int, *ops: Op) -> int:
    return change_sheet(actor_id=cast.alice.pk, sheet_id=sheet_id, ops=ops, client_op_id=None, base_seq=None, at=NOW).seq


def test_only_what_changed_is_read_again(cast: Cast, log: int) -> None:
    kept = ReadingCache()
    before = kept.rows({log: 1})[log]
    seq = edit(cast, log, Set(WATER, {"status": "closed"}))
    with CaptureQueriesContext(connection) as queries:
        after = kept.rows({log: seq})[log]
        assert kept.rows({log: seq})[log] is after
    assert len(queries) == 1
    assert (before.by_id[WATER].cells["status"], after.by_id[WATER].cells["status"]) == ("open", "closed")
    assert after.by_id[22] is before.by_id[22]


def test_it_follows_every_kind_of_change(cast: Cast, log: int) -> None:
    kept = ReadingCache()
    kept.rows({log: 1})
    for op in (
        Set(GROUND, {"name": "Soil"}),
        Insert((NewRow(90, WATER, {"name": "Wave"}),), WATER, None),
        Move((90,), GROUND, None),
        Delete((WATER,)),
    ):
        seq = edit(cast, log, op)
        followed, fresh = kept.rows({log: seq})[log], ReadingCache().rows({log: seq})[log]
        assert [(line.id, line.parent, line.depth, line.has_children, line.cells) for line in followed.lines] == [
            (line.id, line.parent, line.depth, line.has_children, line.cells) for line in fresh.lines
        ]
        assert [line.above.cells for line in followed.lines if line.above] == [line.above.cells for line in fresh.lines if line.above]


def test_the_least_recently_read_leaves_first(cast: Cast, log: int) -> None:
    size = ReadingCache().rows({log: 1})[log].size
    second = Sheet.objects.create(node=cast.project, kind="risks", name="Empty", seq=1, created_at=NOW)
    kept = ReadingCache(most_bytes=size - 1)
    kept.rows({log: 1, second.pk: 1})
    with CaptureQueriesContext(connection) as queries:
        kept.rows({log: 1})
    assert len(queries) == 1
