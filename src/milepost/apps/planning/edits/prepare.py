"""The road of every edit of a plan before it is applied: each operation becomes the operations that planners mean by it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from milepost.apps.planning.bridge.state import PlanState
from milepost.apps.planning.columns import COLUMNS, ROLLED
from milepost.apps.planning.edits import dates, progress
from milepost.apps.planning.edits.assignments import edit_assignments, edit_work
from milepost.apps.planning.edits.draft import Draft, SummaryCell
from milepost.apps.planning.edits.limits import limited
from milepost.apps.planning.edits.links import edit_predecessors, without_links_to
from milepost.apps.sheets.kinds.kind import Notice, PreparedOps
from milepost.engines.sheet import Delete, Insert, Move, NewRow, Op, Set, Sheet

# In this order: what a later one reads, an earlier one has settled.
_EDITORS: Mapping[str, Callable[[Draft, Any], None]] = {
    "mode": dates.edit_mode,
    "assignments": edit_assignments,
    "work": edit_work,
    "duration": dates.edit_duration,
    "milestone": dates.edit_milestone,
    "constraint": dates.edit_constraint,
    "constraint_date": dates.edit_constraint_date,
    "start": dates.edit_start,
    "finish": dates.edit_finish,
    "deadline": dates.edit_deadline,
    "actual_start": progress.edit_actual_start,
    "actual_finish": progress.edit_actual_finish,
    "percent_complete": progress.edit_percent,
    "remaining_duration": progress.edit_remaining,
    "predecessors": edit_predecessors,
}
_TITLES = {column.key: column.title for column in COLUMNS}
# What a leaf row was told and a summary computes: emptied when rows come below it, so that undo can bring it back.
_LEAF_ONLY = ("duration", "percent_complete", "actual_start", "actual_finish", "remaining_duration", "actual_duration", "work", "cost")


class Preparer:
    """Translates the operations of one change."""

    def __init__(self, model: Sheet, state: PlanState, ops: Sequence[Op]) -> None:
        self.model, self.state = model, state
        self.order = list(model.order())
        self.known = model.rows.keys() | {row.id for op in ops if isinstance(op, Insert) for row in op.rows}
        self.alone = len(ops) == 1
        self.ahead: dict[int, dict[str, Any]] = {}
        self.ops: list[Op] = []
        self.notices: list[Notice] = []

    def take(self, op: Op) -> None:
        """Translate one operation behind those before it."""
        match op:
            case Set():
                self._set(op)
            case Insert():
                self._clear_new_summary(op.parent)
                self.ops.append(Insert(tuple(self._new_row(row) for row in op.rows), op.parent, op.after))
            case Move():
                self._clear_new_summary(op.parent)
                self.ops.append(op)
            case Delete():
                gone = {row_id for top in op.rows if top in self.model.rows for row_id in self.model.subtree(top)}
                self.ops += [*without_links_to(self.model, gone), op]
            case _:
                self.ops.append(op)

    def _set(self, op: Set) -> None:
        before = {**(self.model.rows[op.row].cells if op.row in self.model.rows else {}), **self.ahead.get(op.row, {})}
        draft = self._draft(op.row, before, op.cells, summary=op.row in self.state.parents)
        self._translate(draft)
        if draft.cells:
            self.ops.append(Set(op.row, draft.cells))

    def _new_row(self, row: NewRow) -> NewRow:
        draft = self._draft(row.id, {}, row.cells, summary=False)
        self._translate(draft)
        return NewRow(row.id, row.parent, draft.cells)

    def _draft(self, row: int, before: Mapping[str, Any], typed: Mapping[str, Any], *, summary: bool) -> Draft:
        within = {key: limited(key, value, self.state.words.calendars) for key, value in typed.items()}
        return Draft(row, before, within, self.state, self.order, self.known, summary)

    def _translate(self, draft: Draft) -> None:
        for key, value in draft.typed.items():
            if key not in _EDITORS and not self._refused(draft, key):
                draft.write(**{key: value})
        for key, edit in _EDITORS.items():
            if key in draft.typed and not self._refused(draft, key):
                edit(draft, draft.typed[key])
        progress.share_work_done(draft)
        self.notices += draft.notices
        self.ahead.setdefault(draft.row, {}).update(draft.cells)

    def _refused(self, draft: Draft, key: str) -> bool:
        if not draft.summary or key not in ROLLED or (draft.manual and key in {"start", "finish", "duration"}):
            return False
        refusal = SummaryCell(title=_TITLES[key], name=draft.name, row=draft.row, key=key)
        if self.alone and len(draft.typed) == 1:
            raise refusal
        draft.tell("summary_cell", refusal.sentence, key=key)
        return True

    def _clear_new_summary(self, parent: int | None) -> None:
        if parent is None or parent in self.state.parents or parent not in self.model.rows:
            return
        cells = self.model.rows[parent].cells
        told = {key: None for key in _LEAF_ONLY if key in cells}
        if told and parent not in self.ahead:
            self.ahead[parent] = told
            self.ops.append(Set(parent, told))


def prepare(model: Sheet, state: PlanState, ops: Sequence[Op]) -> PreparedOps:
    """Translate what a person asked for. Raises what an edit may refuse: SummaryCell, FinishBeforeStart, LinkToItself, LinkShape."""
    preparer = Preparer(model, state, ops)
    for op in ops:
        preparer.take(op)
    return PreparedOps(preparer.ops, preparer.notices)
