"""The kind of sheet that is a plan: its rows are scheduled, and its figures are kept for the portfolio."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from milepost.apps.planning.baselines import current_baseline, refuse_foreign_baseline
from milepost.apps.planning.bridge.calendars import calendar_to_json, calendars_of
from milepost.apps.planning.bridge.deltas import all_cells, changed_cells
from milepost.apps.planning.bridge.state import PlanState, build, rebuild
from milepost.apps.planning.columns import COLUMNS, SETTINGS
from milepost.apps.planning.edits.prepare import prepare
from milepost.apps.planning.edits.settings import fitted_settings
from milepost.apps.planning.figures import write_figures
from milepost.apps.sheets.kinds import ColumnSpec, Committed, Deltas, Edit, PreparedOps
from milepost.apps.sheets.models import Sheet as SheetTable
from milepost.engines.sheet import Cell, Dirty, Op, Sheet

PLAN = "plan"


class PlanKind:
    """A plan. `model.extra` holds `sheet` (its id), `zone`, `baseline` (which one, and its rows) and `state` (as last computed)."""

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
        return prepare(model, _state(model), fitted_settings(ops, model.settings))

    def recompute(self, model: Sheet, dirty: Dirty) -> Deltas:
        """Schedule the plan anew, and return the computed cells that may have changed. Raises LoopFound and LinkInFamily."""
        before = cast("PlanState | None", model.extra.get("state"))
        if before is None or dirty.structure or dirty.settings:
            now = build(model, _baseline(model))
            deltas = all_cells(model, now)
        else:
            now = rebuild(model, before, dirty)
            deltas = changed_cells(model, before, now, dirty.cells)
        model.extra["state"] = now
        return deltas

    def commit(self, model: Sheet, change: Committed) -> None:
        """Write the plan's figures."""
        write_figures(model, _state(model), change)

    def surroundings(self, *, sheet_id: int, settings: Mapping[str, Cell]) -> Mapping[str, Any]:
        """The plan's calendars and resources."""
        calendars = [calendar_to_json(one) for one in calendars_of(settings).values()]
        return {"calendars": calendars, "resources": settings.get("resources") or []}


def _state(model: Sheet) -> PlanState:
    state = cast("PlanState | None", model.extra.get("state"))
    if state is None:
        state = model.extra["state"] = build(model, _baseline(model))
    return state


def _baseline(model: Sheet) -> Mapping[int, Any]:
    number = model.settings.get("baseline")
    known = cast("tuple[object, Mapping[int, Any]] | None", model.extra.get("baseline"))
    if known is None or known[0] != number:
        sheet_id = cast("int", model.extra["sheet"])
        known = (number, current_baseline(sheet_id, model.settings))
        model.extra["baseline"] = known
    return known[1]
