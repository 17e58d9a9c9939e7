"""What offices refuse, in the sentences that a user reads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from milepost.kernel.errors import MilepostError


class NoAuthority(MilepostError):
    """You have no authority for this here ({decision}). Who has: {names}."""

    code = "authority.none"
    status = 403
    tried: tuple[int, datetime] | None = None
    """Who tried, and when, for the record."""

    def __init__(self, *, decision: str, amount: str | None, who: Sequence[str], node_id: int) -> None:
        names = ", ".join(who) or "nobody whom you may know of"
        super().__init__(decision=decision, amount=amount, who=list(who), node=node_id, names=names)


class OfficeThere(MilepostError):
    """{name} has an office already. Change that one, or close it first."""

    code = "office.there"
    status = 409


class OfficeClosed(MilepostError):
    """This office was closed. What it was can be read, but not changed."""

    code = "office.closed"
    status = 409


class HubInCircle(MilepostError):
    """{name} cannot report to that office: it reports to this one already, by itself or through others."""

    code = "office.hub_in_circle"
    status = 422


class NoOfficeHere(MilepostError):
    """No office is responsible for {name}. Found one there or above it first."""

    code = "office.none"
    status = 409


class OtherType(MilepostError):
    """{office} is {type}, and this is what a {needed} office does. Change its type first."""

    code = "office.other_type"
    status = 409


class GoalServed(MilepostError):
    """The goal {goal} is what {office} does something for. Name another goal there first."""

    code = "office.goal_served"
    status = 409


class OtherGoal(MilepostError):
    """A function of an office names a goal of its own place or of one above it."""

    code = "office.other_goal"
    status = 422


class RaciUnsound(MilepostError):
    """Each process needs exactly one role that is accountable (A) and at least one that is responsible (R); here {accountable} are
    accountable and {responsible} responsible."""

    code = "office.raci_unsound"
    status = 422


class ReportsInCircle(MilepostError):
    """{name} cannot report to {to}, who reports to {name}, directly or through others."""

    code = "office.reports_in_circle"
    status = 422


class NotSeeing(MilepostError):
    """{name} does not see {project}. Give them a role there first."""

    code = "office.not_seeing"
    status = 422


class BothAtOnce(MilepostError):
    """{name} manages this project, so somebody else has to stand beside them."""

    code = "office.both_at_once"
    status = 422


class NotOnBench(MilepostError):
    """{name} is not on the bench of {office}. Give them the role of a project manager there first."""

    code = "office.not_on_bench"
    status = 422


class HandOverMissing(MilepostError):
    """Write down what {name} hands over: where the project stands, what is open, whom to talk to."""

    code = "office.hand_over_missing"
    status = 422


class PlanOfOffice(MilepostError):
    """{office} owns the plans here: {who} and the people of the office change this one. Tell them what should be different."""

    code = "office.plan_owned"
    status = 403


class NotInCheckIn(MilepostError):
    """A check-in is between the project's manager and its partner; you are neither, or it is the other's turn."""

    code = "office.not_in_check_in"
    status = 403


class CheckInOver(MilepostError):
    """This check-in was held already, or answered, or not held yet: {state}."""

    code = "office.check_in_over"
    status = 409


class SetupDone(MilepostError):
    """This set-up was finished already. Begin another one to improve the office."""

    code = "office.setup_done"
    status = 409


class SetupOpen(MilepostError):
    """The set-up is not complete: {missing}."""

    code = "office.setup_open"
    status = 422
