"""A plan that is not in the database yet: a file drawn up as rows and computed, for a dry run and for what a new plan needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from milepost.apps.planning.bridge.from_file import network_of_plan
from milepost.apps.planning.bridge.state import PlanState, build
from milepost.apps.planning.bridge.to_rows import PlanRows, rows_of_plan
from milepost.apps.planning.columns import COLUMNS, SETTINGS
from milepost.engines.schedule import Network
from milepost.engines.sheet import Insert, Sheet, apply_all
from milepost.formats.mspdi import PlanFile


@dataclass(frozen=True, slots=True)
class DrawnUp:
    """The rows of a plan file, the same in memory, and its schedule."""

    network: Network
    plan: PlanRows
    model: Sheet
    state: PlanState


def draw_up(plan: PlanFile, *, currency: str, settings: Mapping[str, Any] | None = None) -> DrawnUp:
    """Compute a plan file as the plan it will be; `settings` come before the file's. Raises LoopFound and what its calendars refuse."""
    network = network_of_plan(plan)
    rows = rows_of_plan(plan, network, currency)
    rows = replace(rows, settings={**rows.settings, **(settings or {})})
    model = Sheet((), COLUMNS, {**SETTINGS, **rows.settings})
    apply_all(model, [Insert(rows.rows)])
    return DrawnUp(network, rows, model, build(model, {}))
