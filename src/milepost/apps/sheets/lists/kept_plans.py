"""The plan of an import on its way, between two calls that go on with it: to plan a long list anew for every few seconds of writing costs
more than the writing. A process keeps one; whichever other process goes on plans anew.
"""

from __future__ import annotations

import threading
from datetime import datetime, timedelta

from milepost.apps.sheets.lists.plan import Plan

_FRESH = timedelta(seconds=60)
"""What others change meanwhile is not seen in a plan, as within one call: no older one is used."""
_guard = threading.Lock()
_kept: dict[tuple[int, int], tuple[datetime, Plan]] = {}


def keep(import_id: int, done: int, plan: Plan, at: datetime) -> None:
    """Keep the plan in place of any other one, for who goes on behind the first `done` rows; `at` is the real moment."""
    with _guard:
        _kept.clear()
        _kept[import_id, done] = at, plan


def taken(import_id: int, done: int, at: datetime) -> Plan | None:
    """The plan of an import, which is not kept any longer: no two calls may write by the same one."""
    with _guard:
        known = _kept.pop((import_id, done), None)
    return known[1] if known is not None and timedelta() <= at - known[0] <= _FRESH else None
