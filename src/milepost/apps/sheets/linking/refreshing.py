"""Roll-ups whose linked rows changed, computed again: one sheet under its lock at a time, so that no two sheets wait for each other.

What waits is a row of the table `Refresh`, written in the transaction of the change: a process that dies leaves it to the next.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import partial

from django.db import transaction

from milepost.apps.sheets.kinds.kind import Edit, kind_named
from milepost.apps.sheets.models import ChangeKind, Refresh, Sheet
from milepost.apps.sheets.writing import cache
from milepost.apps.sheets.writing.write import Call, Writing, keep
from milepost.engines.sheet import Applied, Dirty, write_computed

_MOST_SHEETS = 200
_AT_ONCE = 500


def drain(*, at: datetime, sheet_ids: Collection[int] | None = None) -> int:
    """Compute what waits, in the named sheets or in all; how many sheets changed. Call it outside of a transaction.

    A refreshed roll-up may itself be what another one reads: that sheet waits then, and its own commit drains it.
    """
    waiting = Refresh.objects.order_by("sheet_id").values_list("sheet_id", flat=True).distinct()
    if sheet_ids is not None:
        waiting = waiting.filter(sheet_id__in=sheet_ids)
    return sum(_refresh(sheet_id, at) for sheet_id in list(waiting[:_MOST_SHEETS]))


@transaction.atomic(durable=True)
def _refresh(sheet_id: int, at: datetime) -> bool:
    sheet = Sheet.objects.select_for_update().filter(id=sheet_id).first()
    rows = list(Refresh.objects.filter(sheet_id=sheet_id).values_list("id", "row_id"))
    for begin in range(0, len(rows), _AT_ONCE):
        Refresh.objects.filter(id__in=[pk for pk, _ in rows[begin : begin + _AT_ONCE]]).delete()
    if sheet is None or not rows:
        return False
    model, kind = cache.models.take(sheet), kind_named(sheet.kind)
    model.extra["stale"] = [row for _, row in rows if row in model.rows]
    computed = write_computed(model, kind.recompute(model, Dirty()))
    if not computed:
        transaction.on_commit(partial(cache.models.give_back, sheet_id, model, sheet.seq))
        return False
    writing = Writing(sheet, model, kind, Edit(sheet_id, sheet.node_id, None, at))
    keep(writing, Applied((), (), Dirty()), computed, Call(ChangeKind.COMPUTED))
    return True
