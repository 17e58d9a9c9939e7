"""The set-up assistant: begun for a wish, answered step by step, left and gone on with, and finished in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from milepost.apps.office.actions.found_office import chosen
from milepost.apps.office.catalogue import Wish
from milepost.apps.office.errors import NoOfficeHere, OfficeThere, SetupDone
from milepost.apps.office.events import SETUP_BEGUN, SETUP_DROPPED
from milepost.apps.office.models import Office, Setup
from milepost.apps.office.queries.detail import functions_of, goals_at
from milepost.apps.office.queries.roles import people_of
from milepost.apps.org.access import node_for, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Node
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import Invalid, NotFound

STEPS: Mapping[str, tuple[str, ...]] = {
    Wish.BUILD: ("goals", "situation", "functions", "type", "place", "roles", "review"),
    Wish.IMPROVE: ("goals", "situation", "functions", "type", "place", "roles", "review"),
    Wish.RUN: ("goals", "functions", "roles", "rhythm", "review"),
}
"""Goals come first and roles after all else, for each wish."""


@transaction.atomic
def begin_setup(*, actor_id: int, node_id: int, wish: str, at: datetime) -> Setup:
    """Begin to build an office at a node, or to improve or run the one that is there: what it is are the first answers.

    Raises NotFound and NotAllowed (it asks for ARRANGE), OfficeThere, NoOfficeHere, Invalid.
    """
    chosen(Wish, wish, "wish")
    node = node_for(actor_id, node_id, Capability.ARRANGE)
    office = Office.objects.filter(node=node, closed_at=None).first()
    if wish == Wish.BUILD and office is not None:
        raise OfficeThere(name=node.name)
    if wish != Wish.BUILD and office is None:
        raise NoOfficeHere(name=node.name)
    begun = {"begun_by": actor_id, "begun_at": at, "changed_at": at}
    answers = _as_it_is(office, node)
    setup = Setup.objects.create(node=node, office=office, wish=wish, answers=answers, step=STEPS[wish][0], **begun)
    record(SETUP_BEGUN, actor_id=actor_id, at=at, node_id=node_id, data={"setup": setup.pk, "wish": wish})
    return setup


@transaction.atomic
def answer_setup(*, actor_id: int, setup_id: int, step: str, answers: Mapping[str, Any], at: datetime) -> Setup:
    """Keep answers by step, and which step comes next; nothing of them is in force before the set-up is finished.

    Raises NotFound, NotAllowed, SetupDone, and Invalid for a step that there is not.
    """
    setup = setup_for(actor_id, setup_id, lock=True)
    steps = STEPS[setup.wish]
    if step not in steps or not set(answers) <= set(steps):
        raise Invalid(field="step", reason=f"it is one of {', '.join(steps)}")
    setup.answers = {**setup.answers, **answers}
    setup.step, setup.changed_at = step, at
    setup.save(update_fields=["answers", "step", "changed_at"])
    return setup


@transaction.atomic
def drop_setup(*, actor_id: int, setup_id: int, at: datetime) -> None:
    """Throw a set-up away that was not finished. Raises NotFound, NotAllowed, SetupDone."""
    setup = setup_for(actor_id, setup_id, lock=True)
    record(SETUP_DROPPED, actor_id=actor_id, at=at, node_id=setup.node_id, data={"setup": setup_id, "wish": setup.wish})
    setup.delete()


def setup_for(actor_id: int, setup_id: int, *, lock: bool = False) -> Setup:
    """The set-up, for somebody who may arrange its node; `lock` to change it. Raises NotFound, NotAllowed, SetupDone."""
    setups = Setup.objects.select_for_update(of=("self",)) if lock else Setup.objects
    setup = setups.select_related("node").filter(id=setup_id).first()
    if setup is None or not scope_of(actor_id).allows(setup.node.path):
        raise NotFound(what="set-up")
    node_for(actor_id, setup.node_id, Capability.ARRANGE)
    if lock and setup.done_at is not None:
        raise SetupDone
    return setup


def _as_it_is(office: Office | None, node: Node) -> dict[str, Any]:
    """The answers that an office is, and the goals that a place has already."""
    own = [goal for goal in goals_at(node.path) if goal.node_id == node.pk]
    goals = [
        {
            "goal_id": goal.id,
            "text": goal.text,
            "horizon": goal.horizon,
            "measure": goal.measure,
            "due": goal.due.isoformat() if goal.due else None,
            "aims": goal.aims,
            "objective": [goal.objective_sheet, goal.objective_row] if goal.objective_sheet else None,
        }
        for goal in own
    ]
    if office is None:
        return {"goals": goals} if goals else {}
    order = {goal.id: number for number, goal in enumerate(own)}
    functions = [
        {"key": one.key, "goal": order.get(one.goal_id), "goal_id": one.goal_id, "about": one.about} for one in functions_of(office.pk)
    ]
    return {
        "goals": goals,
        "functions": functions,
        "type": {"type": office.type},
        "place": {"node_id": node.pk, "place": office.place, "hub_id": office.hub_id},
        "roles": [{"role": one.role, "person_id": one.person_id} for one in people_of(office.pk) if one.active],
        "review": {"name": office.name, "charter": office.charter},
    }
