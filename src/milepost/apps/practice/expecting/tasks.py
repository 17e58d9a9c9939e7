"""Open tasks of plans and open rows of registers that are in somebody's name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from json import dumps

from milepost.apps.planning.in_name import resources_at
from milepost.apps.planning.kinds import PLAN
from milepost.apps.practice.expecting.words import Asker, Expectation, Why, name
from milepost.apps.sheets.kinds.declared import DeclaredKind
from milepost.apps.sheets.kinds.registry import all_kinds
from milepost.apps.sheets.queries.named_rows import NamedRow, open_rows_of
from milepost.apps.sheets.row_names import primary_key, row_name
from milepost.engines.sheet import Column

_DUE = ("due", "finish")
_ONLY_TOLD = frozenset({"consulted", "informed"})
"""Roles of columns whose people have nothing to do about a row."""


def tasks_and_rows(asker: Asker) -> Iterator[Expectation]:
    """Each open row with a date once, however often it names the person. Five queries."""
    kinds = all_kinds()
    resources = resources_at(asker.scope, asker.person_id, asker.named)
    seen: set[tuple[int, int]] = set()
    for row in open_rows_of(asker.scope, asker.person_id, resources):
        found = None if (row.sheet_id, row.row_id) in seen else _expected(row, asker.today, kinds)
        if found is not None:
            seen.add((row.sheet_id, row.row_id))
            yield found


def _expected(row: NamedRow, today: date, kinds: Mapping[str, DeclaredKind]) -> Expectation | None:
    if row.kind == PLAN:
        return _task(row, today)
    return _entry(row, kinds[row.kind].columns) if row.kind in kinds else None


def _task(row: NamedRow, today: date) -> Expectation | None:
    """A task by its scheduled finish. One that should have begun says so; summaries are done by what lies below them."""
    cells = row.cells
    due, start = _day(cells.get("finish")), _day(cells.get("start"))
    if due is None or cells.get("summary") or cells.get("active") is False:
        return None
    begun = bool(cells.get("actual_start"))
    return Expectation(
        kind="task",
        id=f"task:{row.sheet_id}.{row.row_id}",
        node_id=row.node_id,
        path=row.path,
        title=name(row_name(cells)),
        due=due,
        why=Why("assigned" if row.resource else "owner", {"sheet": row.sheet}),
        does=f"/projects/{row.node_id}/plan?row={row.row_id}&panel=true",
        verb="progress",
        data={
            "sheet": row.sheet,
            "percent": cells.get("percent_complete") or 0,
            "start": start.isoformat() if start else None,
            "not_begun": bool(start and start < today and not begun),
        },
        subject="plan",
    )


def _entry(row: NamedRow, columns: Sequence[Column]) -> Expectation | None:
    by_role = {column.role: column.key for column in columns if column.role}
    by_key: Mapping[str, Column] = {column.key: column for column in columns}
    due = next((day for role in _DUE if role in by_role and (day := _day(row.cells.get(by_role[role])))), None)
    column = by_key.get(row.key)
    if due is None or (column is not None and column.role in _ONLY_TOLD):
        return None
    return Expectation(
        kind="row",
        id=f"row:{row.sheet_id}.{row.row_id}",
        node_id=row.node_id,
        path=row.path,
        title=name(row_name(row.cells, primary_key(columns))),
        due=due,
        why=Why("named", {"sheet": row.sheet, "column": dict(column.options.get("titles") or {"en": column.title}) if column else {}}),
        does=f"/sheet/{row.sheet_id}?row={_quoted(row)}&panel=true",
        verb="row",
        data={"sheet": row.sheet, "kind": row.kind},
        subject=row.kind,
    )


def _quoted(row: NamedRow) -> str:
    """A row as the address of a register names it: text, because two numbers with a dot between would be read as one."""
    return dumps(f"{row.sheet_id}.{row.row_id}").replace('"', "%22")


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None
