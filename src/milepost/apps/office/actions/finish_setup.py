"""Finish a set-up: all that was answered is made in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from milepost.apps.office.actions.check_ins import set_check_in
from milepost.apps.office.actions.found_office import change_office, found_office
from milepost.apps.office.actions.functions import give_up, take_on
from milepost.apps.office.actions.goals import change_goal, drop_goal, set_goal
from milepost.apps.office.actions.people import end_office_role, give_office_role
from milepost.apps.office.actions.set_up import STEPS, setup_for
from milepost.apps.office.actions.share_out import share_out
from milepost.apps.office.catalogue import OfficeType
from milepost.apps.office.errors import SetupOpen
from milepost.apps.office.events import SETUP_DONE
from milepost.apps.office.models import Office, Setup
from milepost.apps.office.proposing.matrix import matrix_for
from milepost.apps.office.queries.detail import functions_of, goals_at, matrix_of
from milepost.apps.office.queries.projects import projects_of
from milepost.apps.office.queries.roles import people_of
from milepost.apps.trail.actions.record import record

_WITHOUT = frozenset({"situation", "rhythm", "roles"})
"""Steps whose answers may be empty."""


@transaction.atomic
def finish_setup(*, actor_id: int, setup_id: int, at: datetime) -> Office:
    """Make goals, office, functions, people and responsibilities as answered; what an office had and the answers no longer have, ends.

    Raises NotFound, NotAllowed, SetupDone, SetupOpen where answers are missing, and what the single actions raise: then nothing was made.
    """
    setup = setup_for(actor_id, setup_id, lock=True)
    answers = setup.answers
    missing = missing_of(setup.wish, answers)
    if missing:
        raise SetupOpen(missing=", ".join(missing))
    office = _office(actor_id, setup, at)
    goals = _goals(actor_id, office, answers["goals"], at)
    _functions(actor_id, office, answers["functions"], goals, at)
    _drop_goals(actor_id, office, goals, at)
    _people(actor_id, office, answers.get("roles", []), at)
    _responsibilities(actor_id, office, at)
    _rhythm(actor_id, office, answers.get("rhythm") or {}, at)
    setup.office, setup.done_at, setup.changed_at = office, at, at
    setup.save(update_fields=["office", "done_at", "changed_at"])
    data = {"setup": setup_id, "wish": setup.wish, "office": office.pk}
    record(SETUP_DONE, actor_id=actor_id, at=at, node_id=office.node_id, data=data)
    return office


def missing_of(wish: str, answers: Mapping[str, Any]) -> list[str]:
    """What is not answered yet, by step; `goals_short`, `goals_long` where a horizon has no goal, `function_goal` where one serves none."""
    found = [step for step in STEPS[wish] if step not in _WITHOUT and not answers.get(step)]
    goals: Sequence[Mapping[str, Any]] = answers.get("goals") or ()
    if goals:
        horizons = {goal["horizon"] for goal in goals}
        found += [f"goals_{horizon}" for horizon in ("short", "long") if horizon not in horizons]
    functions: Sequence[Mapping[str, Any]] = answers.get("functions") or ()
    if any(_goal_of(one, goals) is None for one in functions):
        found.append("function_goal")
    return found


def _goal_of(function: Mapping[str, Any], goals: Sequence[Any]) -> int | None:
    """A goal's place among the answers, or the id of one of a place above as a negative number, or None."""
    number = function.get("goal")
    if number is not None:
        return number if 0 <= number < len(goals) else None
    return -function["goal_id"] if function.get("goal_id") else None


def _office(actor_id: int, setup: Setup, at: datetime) -> Office:
    answers = setup.answers
    review = answers["review"]
    told = {"name": review["name"], "charter": review.get("charter", "")}
    if setup.office is not None and setup.wish != "build":
        if setup.wish == "improve":
            told |= {"type": answers["type"]["type"], "place": answers["place"]["place"], "hub": answers["place"].get("hub_id")}
        return change_office(actor_id=actor_id, office_id=setup.office.pk, at=at, changes=told)
    place = answers["place"]
    where = {"node_id": place.get("node_id") or setup.node_id, "place": place["place"], "hub_id": place.get("hub_id")}
    return found_office(actor_id=actor_id, type=answers["type"]["type"], at=at, **where, **told)


def _goals(actor_id: int, office: Office, said: Sequence[Mapping[str, Any]], at: datetime) -> list[int]:
    """The ids of the goals as answered: those that were there are changed, the others made."""
    there = {goal.id for goal in goals_at(office.node.path) if goal.node_id == office.node_id}
    found = []
    for one in said:
        objective = one.get("objective")
        told: dict[str, Any] = {
            "horizon": one["horizon"],
            "text": one["text"],
            "measure": one.get("measure") or "",
            "due": date.fromisoformat(one["due"]) if one.get("due") else None,
            "aims": one.get("aims") or (),
            "objective": (objective[0], objective[1]) if objective else None,
        }
        if one.get("goal_id") in there:
            found.append(change_goal(actor_id=actor_id, goal_id=one["goal_id"], at=at, changes=told).pk)
        else:
            found.append(set_goal(actor_id=actor_id, node_id=office.node_id, at=at, **told).pk)
    return found


def _functions(actor_id: int, office: Office, said: Sequence[Mapping[str, Any]], goals: Sequence[int], at: datetime) -> None:
    for one in said:
        number = _goal_of(one, goals)
        assert number is not None, "missing_of found none without a goal"
        goal_id = goals[number] if number >= 0 else -number
        take_on(actor_id=actor_id, office_id=office.pk, key=one["key"], goal_id=goal_id, about=one.get("about") or "", at=at)
    kept = {one["key"] for one in said}
    for held in functions_of(office.pk):
        if held.key not in kept:
            give_up(actor_id=actor_id, office_id=office.pk, key=held.key, at=at)


def _drop_goals(actor_id: int, office: Office, kept: Sequence[int], at: datetime) -> None:
    for goal in goals_at(office.node.path):
        if goal.node_id == office.node_id and goal.id not in kept:
            drop_goal(actor_id=actor_id, goal_id=goal.id, at=at)


def _people(actor_id: int, office: Office, said: Sequence[Mapping[str, Any]], at: datetime) -> None:
    wanted = {(one["role"], one["person_id"]) for one in said if one.get("person_id")}
    for held in people_of(office.pk):
        if (held.role, held.person_id) not in wanted:
            end_office_role(actor_id=actor_id, office_id=office.pk, person_id=held.person_id, role=held.role, at=at)
    for role, person_id in sorted(wanted):
        give_office_role(actor_id=actor_id, office_id=office.pk, person_id=person_id, role=role, at=at)


def _responsibilities(actor_id: int, office: Office, at: datetime) -> None:
    """The usual matrix for what the office does; a matrix that is there stays as it is."""
    if matrix_of(office.pk):
        return
    functions = [one.key for one in functions_of(office.pk)]
    for process, letters in matrix_for(functions, office.type).items():
        share_out(actor_id=actor_id, office_id=office.pk, process=process, letters=letters, at=at)


def _rhythm(actor_id: int, office: Office, said: Mapping[str, Any], at: datetime) -> None:
    """The next check-in of each project that has a partner and none to come, so many weeks from now."""
    if office.type != OfficeType.CONTROLLING or not said.get("weeks"):
        return
    due = at.date() + timedelta(weeks=said["weeks"])
    for project in projects_of(actor_id, office, at):
        if project.partner is not None and project.next_check_in is None:
            set_check_in(actor_id=actor_id, project_id=project.id, due=due, at=at)
