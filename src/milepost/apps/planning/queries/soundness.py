"""Whether plans can be trusted, read from their stored rows: nothing is scheduled, and the queries do not grow with the plans.

The looks are those of `planning.files` that a stored plan can fail; a loop cannot be stored.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from milepost.apps.sheets.models import Row, Sheet

_HARD = frozenset({"MSO", "MFO", "SNLT", "FNLT"})
Named: TypeAlias = tuple[int, int, str]
"""A row: its sheet, its id, its name."""


@dataclass(slots=True)
class _Plan:
    """The rows of one plan: cells and parent by id, who has rows below, and who is linked to what follows."""

    cells: dict[int, Mapping[str, Any]] = field(default_factory=dict)
    parent: dict[int, int | None] = field(default_factory=dict)
    before: set[int] = field(default_factory=set)
    after: set[int] = field(default_factory=set)

    def add(self, row_id: int, parent_id: int | None, cells: Mapping[str, Any]) -> None:
        self.cells[row_id], self.parent[row_id] = cells, parent_id
        links = cells.get("predecessors")
        if isinstance(links, list) and links:
            self.before.add(row_id)
            self.after.update(link["row"] for link in links)

    def leaves(self) -> list[int]:
        """Unfinished active rows without rows below them."""
        above = set(self.parent.values())
        return [row for row, cells in self.cells.items() if row not in above and cells.get("active", True) is not False]

    def linked(self, row_id: int, among: set[int]) -> bool:
        """Whether the row or one above it is among those; a link on a summary holds for what is in it."""
        at: int | None = row_id
        while at is not None:
            if at in among:
                return True
            at = self.parent.get(at)
        return False


def soundness_of(sheet_ids: Sequence[int], now: str) -> dict[int, dict[str, list[Named]]]:
    """For each plan the rows behind each look: dangling, negative_float, unstatused, hard_constraint, manual, milestone_without_owner.

    `now` is a wall-clock moment as text, taken where a plan has no status date. Two queries. The caller names only plans that its
    reader may know of.
    """
    dates = dict(Sheet.objects.filter(id__in=sheet_ids).values_list("id", "settings__status_date"))
    plans: dict[int, _Plan] = defaultdict(_Plan)
    rows = Row.objects.filter(sheet_id__in=sheet_ids, deleted_seq=None).values_list("sheet_id", "row_id", "parent_id", "cells")
    for sheet_id, row_id, parent_id, cells in rows.iterator(chunk_size=5000):
        plans[sheet_id].add(row_id, parent_id, cells)
    return {sheet_id: _looks(sheet_id, plan, str(dates.get(sheet_id) or now)) for sheet_id, plan in plans.items()}


def _looks(sheet_id: int, plan: _Plan, at: str) -> dict[str, list[Named]]:
    leaves = plan.leaves()
    unfinished = {row: cells for row in leaves if not _is_done(cells := plan.cells[row])}
    looks: dict[str, Iterable[int]] = {
        "dangling": _dangling(plan, leaves, unfinished),
        "negative_float": [row for row, cells in unfinished.items() if _below_zero(cells.get("total_slack"))],
        "unstatused": [row for row, cells in unfinished.items() if _silent(cells, at)],
        "hard_constraint": [row for row, cells in unfinished.items() if cells.get("constraint") in _HARD],
        "manual": [row for row, cells in unfinished.items() if cells.get("mode") == "manual"],
        "milestone_without_owner": [row for row, cells in unfinished.items() if _is_milestone(cells) and not cells.get("owner")],
    }
    return {look: [(sheet_id, row, str(plan.cells[row].get("name") or "")) for row in rows] for look, rows in looks.items()}


def _dangling(plan: _Plan, leaves: Sequence[int], unfinished: Mapping[int, Any]) -> Iterator[int]:
    """Work that nothing leads to or that leads to nothing; the one task that opens the plan and the one that closes it are not counted."""
    first = [row for row in leaves if not plan.linked(row, plan.before)]
    last = [row for row in leaves if not plan.linked(row, plan.after)]
    opener = min(first, key=lambda row: (_text(plan, row, "start"), row not in plan.after), default=None)
    closer = max(last, key=lambda row: (_text(plan, row, "finish"), row in plan.before), default=None)
    loose = {*(row for row in first if row != opener), *(row for row in last if row != closer)}
    return (row for row in unfinished if row in loose)


def _text(plan: _Plan, row: int, key: str) -> str:
    return str(plan.cells[row].get(key) or "")


def _is_done(cells: Mapping[str, Any]) -> bool:
    percent = cells.get("percent_complete")
    return bool(cells.get("actual_finish")) or (isinstance(percent, int | float) and percent >= 100)


def _has_begun(cells: Mapping[str, Any]) -> bool:
    percent = cells.get("percent_complete")
    return bool(cells.get("actual_start")) or (isinstance(percent, int | float) and percent > 0)


def _silent(cells: Mapping[str, Any], at: str) -> bool:
    """Planned to begin or to end before the status date, and no report says so."""
    start, finish = cells.get("start"), cells.get("finish")
    if not isinstance(start, str) or not isinstance(finish, str):
        return False
    return finish <= at or (start < at and not _has_begun(cells))


def _below_zero(slack: Any) -> bool:
    return isinstance(slack, int | float) and slack < 0


def _is_milestone(cells: Mapping[str, Any]) -> bool:
    return cells.get("milestone") is True or cells.get("duration") == 0
