"""The kind of sheet that is a plan: its rows are scheduled, and its figures are kept for the portfolio."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Any, cast

from django.db import transaction

from milepost.apps.planning.baselines import current_baseline, refuse_foreign_baseline
from milepost.apps.planning.bridge.calendars import calendar_to_json
from milepost.apps.planning.bridge.deltas import all_cells, changed_cells
from milepost.apps.planning.bridge.rows import stale_cells
from milepost.apps.planning.bridge.state import PlanState, build, rebuild
from milepost.apps.planning.columns import COLUMNS, SETTINGS
from milepost.apps.planning.edits.prepare import prepare
from milepost.apps.planning.edits.settings import fitted_settings
from milepost.apps.planning.errors import NotAPlan
from milepost.apps.planning.figures import write_figures
from milepost.apps.planning.states import states
from milepost.apps.sheets.kinds.kind import ColumnSpec, Committed, Deltas, Edit, PreparedOps
from milepost.apps.sheets.models import Sheet as SheetTable
from milepost.apps.sheets.writing.store import read_model
from milepost.apps.sheets.writing.write import Writing
from milepost.engines.calendar import STANDARD
from milepost.engines.sheet import Cell, Dirty, Op, Sheet

PLAN = "plan"


class PlanKind:
    """A plan.

    `model.extra` holds `sheet` (its id), `zone`, `baseline` (which one, and its rows), `state` (as last computed) and `measured` (its
    earned value, as long as it holds).
    """

    name = PLAN
    columns: tuple[ColumnSpec, ...] = COLUMNS
    settings: Mapping[str, Cell] = SETTINGS

    def open(self, model: Sheet, *, sheet_id: int) -> None:
        """Remember which sheet this is and whose wall clock it keeps; the rest is computed when it is first needed."""
        model.extra["sheet"] = sheet_id
        model.extra["zone"] = SheetTable.objects.filter(id=sheet_id).values_list("zone", flat=True).first()

    def prepare(self, model: Sheet, ops: Sequence[Op], *, edit: Edit) -> PreparedOps:
        """Translate an edit into what planners mean by it; see `edits.prepare`."""
        refuse_foreign_baseline(edit.sheet_id, ops)
        return prepare(model, state_of(model), fitted_settings(ops, model.settings))

    def recompute(self, model: Sheet, dirty: Dirty) -> Deltas:
        """Schedule the plan anew, and return the computed cells that may have changed. Raises LoopFound and LinkInFamily."""
        before = cast("PlanState | None", model.extra.get("state"))
        if before is None or dirty.structure or dirty.settings:
            now = build(model, _baseline(model), None if before is None or dirty.settings else before.words, dirty)
            deltas = all_cells(model, now, stale_cells(model, now.parents, dirty))
        else:
            now = rebuild(model, before, dirty)
            deltas = changed_cells(model, before, now, dirty.cells)
        model.extra["state"] = now
        return deltas

    def commit(self, model: Sheet, change: Committed) -> None:
        """Write the plan's figures; readers find the schedule in memory once the change is committed."""
        state = state_of(model)
        new = (model.rows[row_id].cells.keys() for row_id in change.dirty.inserted - state.parents)
        write_figures(model, state, change.edit, change.seq, chain(change.dirty.cells.values(), new))
        transaction.on_commit(partial(states.keep, change.edit.sheet_id, change.seq, state))

    def surroundings(self, *, sheet_id: int, settings: Mapping[str, Cell]) -> Mapping[str, Any]:
        """The plan's calendars and resources."""
        return {"calendars": settings.get("calendars") or [calendar_to_json(STANDARD)], "resources": settings.get("resources") or []}


def state_of(model: Sheet) -> PlanState:
    """The plan as it was last computed; computed now where it was not yet."""
    state = cast("PlanState | None", model.extra.get("state"))
    if state is None:
        state = model.extra["state"] = build(model, _baseline(model))
    return state


def plan_state(writing: Writing) -> PlanState:
    """The plan that an action has locked, as it was last computed. Raises NotAPlan for a sheet of another kind."""
    if writing.sheet.kind != PLAN:
        raise NotAPlan
    return state_of(writing.model)


def read_state(sheet: SheetTable) -> PlanState:
    """The plan at the sheet's `seq`, for reading: from memory, else from the database. Raises NotAPlan."""
    if sheet.kind != PLAN:
        raise NotAPlan
    known = states.at(sheet.pk, sheet.seq)
    if known is None:
        known = state_of(read_model(sheet))
        states.keep(sheet.pk, sheet.seq, known)
    return known


def _baseline(model: Sheet) -> Mapping[int, Any]:
    number = model.settings.get("baseline")
    known = cast("tuple[object, Mapping[int, Any]] | None", model.extra.get("baseline"))
    if known is None or known[0] != number:
        sheet_id = cast("int", model.extra["sheet"])
        known = (number, current_baseline(sheet_id, model.settings))
        model.extra["baseline"] = known
    return known[1]
