"""Why a task stands where it stands: the chain from the project's start to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from milepost.apps.planning.bridge.state import PlanState
from milepost.apps.planning.kinds import read_state
from milepost.apps.sheets.access import visible_sheet
from milepost.engines.schedule import Link, driving_chain
from milepost.kernel.errors import NotFound


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One step: the row, its dates, what holds it there (a `Reason` of the schedule), and the link by which it is held, if one does."""

    row_id: int
    name: str
    start: datetime
    finish: datetime
    reason: str
    link: Link | None


def driving_steps(*, actor_id: int, sheet_id: int, row_id: int) -> list[ChainStep]:
    """The chain that drives a row, from the project's start on. Raises NotFound for a sheet or row that is not there for them."""
    state = read_state(visible_sheet(actor_id, sheet_id))
    if row_id not in state.tasks:
        raise NotFound(what="row")
    return chain_of(state, row_id)


def finish_steps(state: PlanState) -> list[ChainStep]:
    """The chain that drives the plan's finish; empty for a plan without rows."""
    leaves = [row_id for row_id, task in state.tasks.items() if row_id not in state.parents and task.active]
    if not leaves:
        return []
    return chain_of(state, max(leaves, key=lambda row_id: (state.slots[row_id].finish, state.slots[row_id].start)))


def chain_of(state: PlanState, row_id: int) -> list[ChainStep]:
    """The driving chain of a row as steps with names and dates."""
    return [
        ChainStep(
            row_id=step.uid,
            name=state.tasks[step.uid].name,
            start=state.slots[step.uid].start,
            finish=state.slots[step.uid].finish,
            reason=step.reason.value,
            link=step.link,
        )
        for step in driving_chain(state.schedule, row_id)
    ]
