"""Work and cost of rows, and their sums in summary rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from milepost.apps.planning.bridge.cells import Cells, minor, seconds


@dataclass(frozen=True, slots=True)
class Amounts:
    """Work in seconds, cost in minor units; None where nobody entered any."""

    work: int | None = None
    cost: int | None = None
    actual_work: int | None = None
    actual_cost: int | None = None

    def plus(self, other: Amounts) -> Amounts:
        """The sums; what nobody entered on either side stays unknown."""
        return Amounts(
            _sum(self.work, other.work),
            _sum(self.cost, other.cost),
            _sum(self.actual_work, other.actual_work),
            _sum(self.actual_cost, other.actual_cost),
        )


NOTHING = Amounts()


def amounts_of(cells: Cells, currency: str) -> Amounts:
    """The amounts of a row that sums up no others; work of assignments counts before work as typed."""
    assigned = assigned_work(cells.get("assignments"))
    return Amounts(
        work=seconds(cells, "work") if assigned is None else assigned,
        cost=minor(cells, "cost", currency),
        actual_work=seconds(cells, "actual_work"),
        actual_cost=minor(cells, "actual_cost", currency),
    )


def assigned_work(given: Any) -> int | None:
    """The work of an assignments cell in seconds; None where no assignment states any."""
    if not isinstance(given, list):
        return None
    stated = [int(one["work"]) for one in given if isinstance(one, Mapping) and one.get("work") and one.get("drives", True)]
    return sum(stated) if stated else None


def sums(order: Sequence[int], parent_of: Mapping[int, int | None], leaves: Mapping[int, Amounts]) -> dict[int, Amounts]:
    """The amounts of every row, summaries included; `order` is depth first."""
    found = dict(leaves)
    for row_id in reversed(order):
        parent = parent_of[row_id]
        if parent is not None:
            found[parent] = found.get(parent, NOTHING).plus(found.get(row_id, NOTHING))
    return found


def _sum(left: int | None, right: int | None) -> int | None:
    if left is None:
        return right
    return left if right is None else left + right
