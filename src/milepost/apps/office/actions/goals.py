"""The goals of the organisation at a place, which offices serve."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from milepost.apps.office.actions.found_office import chosen
from milepost.apps.office.catalogue import Horizon
from milepost.apps.office.errors import GoalServed
from milepost.apps.office.events import GOAL_CHANGED, GOAL_DROPPED, GOAL_SET
from milepost.apps.office.models import Goal, OfficeFunction
from milepost.apps.office.proposing.words import AIMS
from milepost.apps.org.access import node_for, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.sheets.row_access import row_for
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import Invalid, NotFound

OBJECTIVES = "objectives"
"""The kind of the registers of objectives."""


@transaction.atomic
def set_goal(
    *,
    actor_id: int,
    node_id: int,
    horizon: str,
    text: str,
    at: datetime,
    measure: str = "",
    due: date | None = None,
    objective: tuple[int, int] | None = None,
    aims: Sequence[str] = (),
) -> Goal:
    """Write down a goal at a node; `objective` is the sheet and row of a register of objectives that it is, `aims` what it wants of
    projects. Asks for ARRANGE.

    Raises NotFound, NotAllowed, Invalid.
    """
    node_for(actor_id, node_id, Capability.ARRANGE)
    told = {"horizon": horizon, "text": text, "measure": measure, "due": due, "objective": objective, "aims": aims}
    values = _checked(actor_id, told)
    goal = Goal.objects.create(node_id=node_id, made_at=at, **values)
    record(GOAL_SET, actor_id=actor_id, at=at, node_id=node_id, data={"goal": goal.pk, "text": goal.text, "horizon": horizon})
    return goal


@transaction.atomic
def change_goal(*, actor_id: int, goal_id: int, at: datetime, changes: dict[str, Any]) -> Goal:
    """Change a goal; what is left out stays. Raises NotFound, NotAllowed, Invalid."""
    goal = goal_to_change(actor_id, goal_id)
    for name, value in _checked(actor_id, changes).items():
        setattr(goal, name, value)
    goal.save()
    record(GOAL_CHANGED, actor_id=actor_id, at=at, node_id=goal.node_id, data={"goal": goal_id, "text": goal.text})
    return goal


@transaction.atomic
def drop_goal(*, actor_id: int, goal_id: int, at: datetime) -> None:
    """Drop a goal that no office serves any more. Raises NotFound, NotAllowed, GoalServed."""
    goal = goal_to_change(actor_id, goal_id)
    serving = OfficeFunction.objects.filter(goal=goal, until=None, office__closed_at=None).values_list("office__name", flat=True).first()
    if serving is not None:
        raise GoalServed(goal=goal.text, office=serving)
    goal.dropped_at = at
    goal.save(update_fields=["dropped_at"])
    record(GOAL_DROPPED, actor_id=actor_id, at=at, node_id=goal.node_id, data={"goal": goal_id, "text": goal.text})


def goal_to_change(actor_id: int, goal_id: int) -> Goal:
    """The goal, for somebody who may arrange its node. Raises NotFound, NotAllowed."""
    goal = Goal.objects.filter(id=goal_id, dropped_at=None).select_related("node").first()
    if goal is None or not scope_of(actor_id).allows(goal.node.path):
        raise NotFound(what="goal")
    node_for(actor_id, goal.node_id, Capability.ARRANGE)
    return goal


def _checked(actor_id: int, told: dict[str, Any]) -> dict[str, Any]:
    values = dict(told)
    if "horizon" in values:
        chosen(Horizon, values["horizon"], "horizon")
    if "text" in values:
        values["text"] = " ".join(values["text"].split())
        if not 1 <= len(values["text"]) <= 400:
            raise Invalid(field="text", reason="it needs 1 to 400 characters")
    if "measure" in values:
        values["measure"] = values["measure"].strip()
    if "aims" in values:
        values["aims"] = [aim for aim in AIMS if aim in values["aims"]]
    if "objective" in values:
        objective = values.pop("objective")
        if objective is not None and row_for(actor_id, *objective).kind != OBJECTIVES:
            raise Invalid(field="objective", reason="it is a row of a register of objectives")
        values["objective_sheet"], values["objective_row"] = objective or (None, None)
    return values
