"""What an office does: take a function on for a goal, and give it up."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from milepost.apps.office.access import office_to_change
from milepost.apps.office.catalogue import FUNCTIONS
from milepost.apps.office.errors import OtherGoal
from milepost.apps.office.events import FUNCTION_GIVEN_UP, FUNCTION_TAKEN_ON
from milepost.apps.office.models import Goal, Office, OfficeFunction
from milepost.apps.org.paths import prefixes
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import Invalid, NotFound


@transaction.atomic
def take_on(*, actor_id: int, office_id: int, key: str, goal_id: int, at: datetime, about: str = "") -> OfficeFunction:
    """Let an office do something for a goal of its node or of one above; what it does already gets the new goal and words.

    Raises NotFound, NotAllowed, OfficeClosed, OtherGoal, and Invalid for a function that there is not.
    """
    office = office_to_change(actor_id, office_id)
    if key not in FUNCTIONS:
        raise Invalid(field="key", reason=f"it is one of {', '.join(FUNCTIONS)}")
    goal = _goal(office, goal_id)
    done = OfficeFunction.objects.filter(office=office, key=key, until=None).first()
    if done is None:
        done = OfficeFunction(office=office, key=key, since=at)
    done.goal, done.about = goal, about.strip()
    done.save()
    data = {"office": office_id, "function": key, "goal": goal_id}
    record(FUNCTION_TAKEN_ON, actor_id=actor_id, at=at, node_id=office.node_id, data=data)
    return done


@transaction.atomic
def give_up(*, actor_id: int, office_id: int, key: str, at: datetime) -> None:
    """Let an office no longer do something. Raises NotFound, NotAllowed, OfficeClosed."""
    office = office_to_change(actor_id, office_id)
    if not OfficeFunction.objects.filter(office=office, key=key, until=None).update(until=at):
        raise NotFound(what="function")
    record(FUNCTION_GIVEN_UP, actor_id=actor_id, at=at, node_id=office.node_id, data={"office": office_id, "function": key})


def _goal(office: Office, goal_id: int) -> Goal:
    goal = Goal.objects.filter(id=goal_id, dropped_at=None, node__path__in=prefixes(office.node.path)).first()
    if goal is None:
        raise OtherGoal
    return goal
