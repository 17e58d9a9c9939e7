"""Set-ups for a reader: those that are open, and one with its answers and what follows from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from milepost.apps.office.actions.finish_setup import missing_of
from milepost.apps.office.actions.set_up import STEPS, setup_for
from milepost.apps.office.models import Setup
from milepost.apps.office.proposing.facts import facts_at
from milepost.apps.office.proposing.rules import functions_for, places_for, roles_for, types_for_answers
from milepost.apps.office.proposing.words import (
    Facts,
    FunctionProposal,
    GoalSaid,
    PlaceProposal,
    RoleProposal,
    Situation,
    TypeProposal,
)
from milepost.apps.org.access import scope_of
from milepost.apps.org.capabilities import Capability


@dataclass(frozen=True, slots=True)
class SetupRow:
    """A set-up that was begun and not finished; `done` of `of` steps have an answer."""

    id: int
    node_id: int
    node_name: str
    wish: str
    step: str
    done: int
    of: int
    begun_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class SetupPage:
    """A set-up with its answers; `missing` is what has to be answered before it can be finished."""

    id: int
    node_id: int
    node_name: str
    office_id: int | None
    wish: str
    step: str
    steps: list[str]
    answered: list[str]
    answers: Mapping[str, Any]
    missing: list[str]
    done_at: datetime | None
    facts: Facts
    functions: Sequence[FunctionProposal]
    types: Sequence[TypeProposal]
    places: Sequence[PlaceProposal]
    roles: Sequence[RoleProposal]


def open_setups(actor_id: int) -> list[SetupRow]:
    """Set-ups that the actor may go on with, the one last worked on first. Two queries."""
    arrange = scope_of(actor_id, Capability.ARRANGE)
    found = Setup.objects.filter(arrange.condition("node__"), done_at=None).select_related("node").order_by("-changed_at", "-id")
    return [
        SetupRow(
            one.pk,
            one.node_id,
            one.node.name,
            one.wish,
            one.step,
            len(_answered(one)),
            len(STEPS[one.wish]),
            one.begun_at,
            one.changed_at,
        )
        for one in found
    ]


def setup_page(actor_id: int, setup_id: int, at: datetime) -> SetupPage:
    """One set-up with what its answers propose. Raises NotFound and NotAllowed."""
    setup = setup_for(actor_id, setup_id)
    answers = setup.answers
    goals = [GoalSaid(one["text"], one["horizon"], one.get("aims") or ()) for one in answers.get("goals") or ()]
    situation = Situation(
        **{key: value for key, value in (answers.get("situation") or {}).items() if key in ("control", "managers", "method")}
    )
    facts = facts_at(actor_id, setup.node_id, at)
    types = types_for_answers(goals, situation, facts)
    type = (answers.get("type") or {}).get("type") or types[0].type
    functions = [one["key"] for one in answers.get("functions") or ()]
    return SetupPage(
        id=setup.pk,
        node_id=setup.node_id,
        node_name=setup.node.name,
        office_id=setup.office_id,
        wish=setup.wish,
        step=setup.step,
        steps=list(STEPS[setup.wish]),
        answered=_answered(setup),
        answers=answers,
        missing=missing_of(setup.wish, answers),
        done_at=setup.done_at,
        facts=facts,
        functions=functions_for(goals),
        types=types,
        places=places_for(goals, facts),
        roles=roles_for(functions, type, facts),
    )


def _answered(setup: Setup) -> list[str]:
    return [step for step in STEPS[setup.wish] if setup.answers.get(step)]
