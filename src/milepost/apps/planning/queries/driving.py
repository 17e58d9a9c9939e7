"""Why a task stands where it stands: the chain from the project's start to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from milepost.apps.planning.bridge.state import PlanState
from milepost.apps.planning.kinds import read_state
from milepost.apps.sheets.access import visible_sheet
from milepost.engines.schedule import DrivingStep, Link, driving_chain
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


@dataclass(frozen=True, slots=True)
class Chain:
    """The last steps of a chain, and how many stand before them."""

    steps: Sequence[ChainStep] = ()
    left_out: int = 0


def driving_steps(*, actor_id: int, sheet_id: int, row_id: int, most: int | None = None) -> Chain:
    """The chain that drives a row, from the project's start on, or its last `most` steps.

    Raises NotFound for a sheet or row that is not there for them.
    """
    state = read_state(visible_sheet(actor_id, sheet_id))
    if row_id not in state.tasks:
        raise NotFound(what="row")
    return chain_of(state, row_id, most)


def finish_steps(state: PlanState, most: int) -> Chain:
    """The last `most` steps of the chain that drives the plan's finish; empty for a plan without rows."""
    leaves = [row_id for row_id, task in state.tasks.items() if row_id not in state.parents and task.active]
    if not leaves:
        return Chain()
    return chain_of(state, max(leaves, key=lambda row_id: (state.slots[row_id].finish, state.slots[row_id].start)), most)


def chain_of(state: PlanState, row_id: int, most: int | None) -> Chain:
    """The driving chain of a row as steps with names and dates."""
    steps = driving_chain(state.schedule, row_id)
    left_out = 0 if most is None else max(0, len(steps) - most)
    return Chain([_step(state, step) for step in steps[left_out:]], left_out)


def _step(state: PlanState, step: DrivingStep) -> ChainStep:
    slot = state.slots[step.uid]
    return ChainStep(step.uid, state.tasks[step.uid].name, slot.start, slot.finish, step.reason.value, step.link)
