"""Which of a writer's cells somebody else had changed since the writer last looked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from milepost.engines.sheet.operations import Cell, Op, Set


@dataclass(frozen=True, slots=True)
class CellEdit:
    """One edit of one cell by somebody: what it wrote, as which change of the sheet."""

    row: int
    key: str
    seq: int
    actor: int | None
    value: Cell


def overwritten(ops: Iterable[Op], since: Iterable[CellEdit], writer: int | None) -> tuple[CellEdit, ...]:
    """The last edit by somebody else of each cell that `ops` set, in the order of `since` (rule C1)."""
    mine = {(op.row, key) for op in ops if isinstance(op, Set) for key in op.cells}
    last: dict[tuple[int, str], CellEdit] = {}
    for edit in since:
        if (edit.row, edit.key) in mine:
            last[edit.row, edit.key] = edit
    return tuple(edit for edit in last.values() if edit.actor != writer)
