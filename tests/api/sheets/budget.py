"""A kind of sheet for the tests: parents show the total of what stands below them, and nothing may cost more than 1,000."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from milepost.apps.sheets.kinds.kind import ColumnSpec, Committed, Deltas, Edit, Notice, PreparedOps
from milepost.engines.sheet import Cell, Dirty, Op, Set, Sheet
from milepost.kernel.errors import MilepostError


class TooDear(MilepostError):
    """{name} costs more than 1000."""

    code = "test.too_dear"
    status = 422


class Budget:
    """Counts how often it was opened, and keeps what was committed."""

    name = "budget"
    columns: tuple[ColumnSpec, ...] = (
        ColumnSpec("name", "Name", "text"),
        ColumnSpec("amount", "Amount", "number", options={"min": 0}),
        ColumnSpec("due", "Due", "date"),
        ColumnSpec("at", "At", "datetime"),
        ColumnSpec("length", "Length", "duration"),
        ColumnSpec("paid", "Paid", "check"),
        ColumnSpec("size", "Size", "choice", options={"choices": ["Small", "Large"]}),
        ColumnSpec("payer", "Payer", "person"),
        ColumnSpec("after", "After", "links"),
        ColumnSpec("total", "Total", "number", computed=True),
    )
    settings: Mapping[str, Cell] = {"currency": "EUR", "minutes_per_day": 480}

    def __init__(self) -> None:
        self.opened = 0
        self.committed: list[Committed] = []

    def open(self, model: Sheet, *, sheet_id: int) -> None:
        self.opened += 1

    def prepare(self, model: Sheet, ops: Sequence[Op], *, edit: Edit) -> PreparedOps:
        """Writing "free" makes the amount 0, and says so."""
        free = [op for op in ops if isinstance(op, Set) and op.cells.get("name") == "free"]
        notices = [Notice("budget.free", "It costs nothing now.", row=op.row) for op in free]
        return PreparedOps([*ops, *(Set(op.row, {"amount": 0}) for op in free)], notices)

    def recompute(self, model: Sheet, dirty: Dirty) -> Deltas:
        totals: dict[int, dict[str, Any]] = {}
        for row_id in reversed(model.order()):
            own = model.cell(row_id, "amount")
            if isinstance(own, (int, float)) and own > 1000:
                raise TooDear(name=model.cell(row_id, "name"))
            below = model.children(row_id)
            totals[row_id] = {
                "total": sum(totals[child]["total"] for child in below) if below else own if isinstance(own, (int, float)) else 0
            }
        return totals

    def commit(self, model: Sheet, change: Committed) -> None:
        self.committed.append(change)

    def surroundings(self, *, sheet_id: int, settings: Mapping[str, Cell]) -> Mapping[str, Any]:
        return {"resources": [{"id": 1, "name": "The bank"}]}
