"""Whether plans can be trusted, read from their stored rows: nothing is scheduled, and the queries do not grow with the plans.

The looks are those of `planning.files` that a stored plan can fail; a loop cannot be stored.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import msgspec
from django.db.models import TextField
from django.db.models.functions import Cast

from milepost.apps.sheets.models import Row, Sheet

_HARD = frozenset({"MSO", "MFO", "SNLT", "FNLT"})
Named: TypeAlias = tuple[int, int, str]
"""A row: its sheet, its id, its name."""
Looks: TypeAlias = dict[str, list[Named]]
Known: TypeAlias = tuple[int, str]
"""The number of the last change of a plan, and the moment at which it is looked at."""


class _Cells(msgspec.Struct):
    """The cells of a row that are looked at: a fifth of the time that reading all of them takes."""

    name: Any = None
    start: Any = None
    finish: Any = None
    duration: Any = None
    predecessors: Any = None
    percent_complete: Any = None
    actual_start: Any = None
    actual_finish: Any = None
    constraint: Any = None
    mode: Any = None
    milestone: Any = None
    active: Any = True
    owner: Any = None
    total_slack: Any = None


_read = msgspec.json.Decoder(_Cells).decode


@dataclass(slots=True)
class _Plan:
    """The rows of one plan: cells and parent by id, who has rows below, and who is linked to what follows."""

    cells: dict[int, _Cells] = field(default_factory=dict)
    parent: dict[int, int | None] = field(default_factory=dict)
    before: set[int] = field(default_factory=set)
    after: set[int] = field(default_factory=set)

    def add(self, row_id: int, parent_id: int | None, cells: _Cells) -> None:
        self.cells[row_id], self.parent[row_id] = cells, parent_id
        if isinstance(cells.predecessors, list) and cells.predecessors:
            self.before.add(row_id)
            self.after.update(link["row"] for link in cells.predecessors)

    def leaves(self) -> list[int]:
        """Active rows without rows below them."""
        above = set(self.parent.values())
        return [row for row, cells in self.cells.items() if row not in above and cells.active is not False]

    def linked(self, row_id: int, among: set[int]) -> bool:
        """Whether the row or one above it is among those; a link on a summary holds for what is in it."""
        at: int | None = row_id
        while at is not None:
            if at in among:
                return True
            at = self.parent.get(at)
        return False


_MOST_KEPT = 5000
_kept: OrderedDict[int, tuple[Known, Looks]] = OrderedDict()


def soundness_of(sheet_ids: Sequence[int], now: str) -> dict[int, Looks]:
    """For each plan the rows behind each look: dangling, negative_float, unstatused, hard_constraint, manual, milestone_without_owner.

    `now` is a wall-clock moment as text, taken where a plan has no status date. Two queries; plans that stand as they did when they were
    last asked about are not read again. The caller names only plans that its reader may know of.
    """
    stand = Sheet.objects.filter(id__in=sheet_ids).values_list("id", "seq", "settings__status_date")
    wanted = {sheet_id: (seq, str(date or now)) for sheet_id, seq, date in stand}
    found = {sheet_id: _kept[sheet_id][1] for sheet_id, known in wanted.items() if sheet_id in _kept and _kept[sheet_id][0] == known}
    plans: dict[int, _Plan] = defaultdict(_Plan)
    rows = Row.objects.filter(sheet_id__in=wanted.keys() - found.keys(), deleted_seq=None).annotate(text=Cast("cells", TextField()))
    for sheet_id, row_id, parent_id, text in rows.values_list("sheet_id", "row_id", "parent_id", "text").iterator(chunk_size=5000):
        plans[sheet_id].add(row_id, parent_id, _read(text))
    for sheet_id, plan in plans.items():
        found[sheet_id] = _looks(sheet_id, plan, wanted[sheet_id][1])
        _keep(sheet_id, wanted[sheet_id], found[sheet_id])
    return found


def _keep(sheet_id: int, known: Known, looks: Looks) -> None:
    """The plan that was not looked at for longest goes first."""
    _kept[sheet_id] = (known, looks)
    _kept.move_to_end(sheet_id)
    while len(_kept) > _MOST_KEPT:
        _kept.popitem(last=False)


def _looks(sheet_id: int, plan: _Plan, at: str) -> Looks:
    leaves = plan.leaves()
    unfinished = {row: cells for row in leaves if not _is_done(cells := plan.cells[row])}
    looks: dict[str, Iterable[int]] = {
        "dangling": _dangling(plan, leaves, unfinished),
        "negative_float": [row for row, cells in unfinished.items() if _below_zero(cells.total_slack)],
        "unstatused": [row for row, cells in unfinished.items() if _silent(cells, at)],
        "hard_constraint": [row for row, cells in unfinished.items() if cells.constraint in _HARD],
        "manual": [row for row, cells in unfinished.items() if cells.mode == "manual"],
        "milestone_without_owner": [row for row, cells in unfinished.items() if _is_milestone(cells) and not cells.owner],
    }
    return {look: [(sheet_id, row, str(plan.cells[row].name or "")) for row in rows] for look, rows in looks.items()}


def _dangling(plan: _Plan, leaves: Sequence[int], unfinished: Mapping[int, _Cells]) -> Iterator[int]:
    """Work that nothing leads to or that leads to nothing; the one task that opens the plan and the one that closes it are not counted."""
    first = [row for row in leaves if not plan.linked(row, plan.before)]
    last = [row for row in leaves if not plan.linked(row, plan.after)]
    opener = min(first, key=lambda row: (str(plan.cells[row].start or ""), row not in plan.after), default=None)
    closer = max(last, key=lambda row: (str(plan.cells[row].finish or ""), row in plan.before), default=None)
    loose = {*(row for row in first if row != opener), *(row for row in last if row != closer)}
    return (row for row in unfinished if row in loose)


def _is_done(cells: _Cells) -> bool:
    return bool(cells.actual_finish) or (isinstance(cells.percent_complete, int | float) and cells.percent_complete >= 100)


def _has_begun(cells: _Cells) -> bool:
    return bool(cells.actual_start) or (isinstance(cells.percent_complete, int | float) and cells.percent_complete > 0)


def _silent(cells: _Cells, at: str) -> bool:
    """Planned to begin or to end before the status date, and no report says so."""
    if not isinstance(cells.start, str) or not isinstance(cells.finish, str):
        return False
    return cells.finish <= at or (cells.start < at and not _has_begun(cells))


def _below_zero(slack: Any) -> bool:
    return isinstance(slack, int | float) and slack < 0


def _is_milestone(cells: _Cells) -> bool:
    return cells.milestone is True or cells.duration == 0
