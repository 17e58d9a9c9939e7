"""What columns come to over rows that were chosen, without the rows: for a selection that is larger than what is on the screen."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from milepost.apps.sheets.days import today_of
from milepost.apps.sheets.queries.across import register_of_kind
from milepost.apps.sheets.queries.chosen import Register, reader_for
from milepost.apps.sheets.queries.register import one_register
from milepost.engines.sheet.select import Query, select
from milepost.engines.sheet.select_totals import totals
from milepost.engines.sheet.select_where import column_named


def sheet_totals(
    *, actor_id: int, sheet_id: int, query: Query, rows: Collection[int] | None, keys: Sequence[str], at: datetime
) -> dict[str, Any]:
    """The totals of columns of one sheet over the rows named, or over those that the query chooses. Raises NotFound and BadSelection."""
    register = one_register(actor_id, sheet_id)
    return _totals(register, query, rows, keys, at)


def kind_totals(
    *, actor_id: int, kind: str, node_id: int | None, query: Query, rows: Collection[int] | None, keys: Sequence[str], at: datetime
) -> dict[str, Any]:
    """The same across all sheets of a kind at and below a node. Raises KindUnknown, NotFound and BadSelection."""
    return _totals(register_of_kind(actor_id, kind, node_id), query, rows, keys, at)


def _totals(register: Register, query: Query, rows: Collection[int] | None, keys: Sequence[str], at: datetime) -> dict[str, Any]:
    today = today_of(register.scope.actor_id, at)
    used = list(register.columns) if query.search.strip() else [str(one[0]) for one in query.filter if one]
    reader = reader_for(register, register.lines, used, today)
    columns = [column_named(key, reader) for key in keys]
    lines = select(register.lines, query, reader).chosen
    if rows is not None:
        named = frozenset(rows)
        lines = [line for line in lines if line.id in named]
    return {"count": len(lines), "totals": totals(lines, columns)}
