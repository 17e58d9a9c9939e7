"""The set-up assistant of offices: answers step by step, what they propose, and all of it made at the end."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Router, Schema
from pydantic import Field

from milepost.apps.office.actions.finish_setup import finish_setup
from milepost.apps.office.actions.set_up import answer_setup, begin_setup, drop_setup
from milepost.apps.office.queries.detail import office_detail
from milepost.apps.office.queries.setups import open_setups, setup_page
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.api.office_schemas import Aim, Line, Name, Objective, OfficeOut, Place, Role, Text, Type
from milepost.doors.clock import now

router = Router(tags=["setups"])
Wish = Literal["build", "improve", "run"]
Step = Literal["goals", "situation", "functions", "type", "place", "roles", "rhythm", "review"]
Count = Annotated[int, Field(ge=0, le=100)]


class GoalAnswer(Schema):
    """A goal of the organisation; `goal_id` where it is written down already."""

    text: Annotated[str, Field(min_length=1, max_length=400)]
    horizon: Literal["short", "long"]
    measure: Line = ""
    due: date | None = None
    aims: Annotated[list[Aim], Field(max_length=10, default_factory=list)]
    goal_id: Id | None = None
    objective: Objective | None = None


class SituationAnswer(Schema):
    """How projects are done now."""

    control: Literal["", "advice", "shared", "handed_over"] = ""
    managers: Literal["", "few", "some", "most"] = ""
    method: Literal["", "none", "parts", "common"] = ""


class FunctionAnswer(Schema):
    """A function; `goal` is the number of a goal among the answers, `goal_id` one of a place above."""

    key: Annotated[str, Field(max_length=40)]
    goal: Count | None = None
    goal_id: Id | None = None
    about: Text = ""


class TypeAnswer(Schema):
    """The type of the office."""

    type: Type


class PlaceAnswer(Schema):
    """Where the office sits, and to which one it reports."""

    node_id: Id | None = None
    place: Place
    hub_id: Id | None = None


class RoleAnswer(Schema):
    """Who shall have which role; without a person it stays vacant."""

    role: Role
    person_id: Id | None = None


class RhythmAnswer(Schema):
    """In how many weeks projects with a partner have their next check-in."""

    weeks: Annotated[int, Field(ge=0, le=52)]


class ReviewAnswer(Schema):
    """Name and charter of the office."""

    name: Name
    charter: Text = ""


class Answers(Schema):
    """Answers by step; what is left out stays."""

    goals: Annotated[list[GoalAnswer], Field(max_length=40)] | None = None
    situation: SituationAnswer | None = None
    functions: Annotated[list[FunctionAnswer], Field(max_length=40)] | None = None
    type: TypeAnswer | None = None
    place: PlaceAnswer | None = None
    roles: Annotated[list[RoleAnswer], Field(max_length=200)] | None = None
    rhythm: RhythmAnswer | None = None
    review: ReviewAnswer | None = None


class SetupIn(Schema):
    """What for, and where."""

    wish: Wish
    node_id: Id


class SetupPatch(Schema):
    """Answers, and the step that comes next."""

    step: Step
    answers: Answers = Answers()


class SetupRowOut(Schema):
    """A set-up that was begun and not finished."""

    id: int
    node_id: int
    node_name: str
    wish: Wish
    step: Step
    done: int
    of: int
    begun_at: datetime
    changed_at: datetime


class SetupsOut(Schema):
    """Set-ups that you may go on with."""

    items: list[SetupRowOut]


class WhyProposedOut(Schema):
    """Why something is proposed: a code with data, and the points that it counts."""

    code: str
    points: int
    data: dict[str, str | int]


class FactsOut(Schema):
    """What the register says of the place."""

    projects: int
    off_track: int
    unmanaged: int
    managers: int
    hub: list[str | int] | None
    spokes: list[str]


class FunctionProposalOut(Schema):
    """A function, and the number of the goal that asks for it."""

    key: str
    goal: int
    reasons: list[WhyProposedOut]


class TypeProposalOut(Schema):
    """A type with its points."""

    type: Type
    points: int
    reasons: list[WhyProposedOut]


class PlaceProposalOut(Schema):
    """A place with its points."""

    node_id: int
    name: str
    place: Place
    points: int
    reasons: list[WhyProposedOut]


class RoleProposalOut(Schema):
    """A role, and how many people in it."""

    role: Role
    count: int
    reasons: list[WhyProposedOut]


class SetupOut(Schema):
    """A set-up: answers so far, what they propose (the best first), and what is missing."""

    id: int
    node_id: int
    node_name: str
    office_id: int | None
    wish: Wish
    step: Step
    steps: list[Step]
    answered: list[Step]
    answers: Answers
    missing: list[str]
    done_at: datetime | None
    facts: FactsOut
    functions: list[FunctionProposalOut]
    types: list[TypeProposalOut]
    places: list[PlaceProposalOut]
    roles: list[RoleProposalOut]


@router.get("/setups", response=SetupsOut, operation_id="list_setups")
def list_setups(request: Request) -> dict[str, Any]:
    """Set-ups that were begun and not finished."""
    return {"items": [asdict(row) for row in open_setups(request.auth.id)]}


@router.post("/setups", response={201: SetupOut}, operation_id="begin_setup")
def post_setup(request: Request, body: SetupIn) -> dict[str, Any]:
    """Begin to build, improve or run an office."""
    setup = begin_setup(actor_id=request.auth.id, at=now(), **body.dict())
    return _told(request, setup.pk)


@router.get("/setups/{setup_id}", response=SetupOut, operation_id="get_setup")
def get_setup(request: Request, setup_id: Id) -> dict[str, Any]:
    """A set-up with its answers and what they propose."""
    return _told(request, setup_id)


@router.patch("/setups/{setup_id}", response=SetupOut, operation_id="answer_setup")
def patch_setup(request: Request, setup_id: Id, body: SetupPatch) -> dict[str, Any]:
    """Keep answers. Nothing is made by this."""
    answers = body.answers.model_dump(mode="json", exclude_none=True, exclude_unset=True)
    answer_setup(actor_id=request.auth.id, setup_id=setup_id, step=body.step, answers=answers, at=now())
    return _told(request, setup_id)


@router.post("/setups/{setup_id}/finish", response=OfficeOut, operation_id="finish_setup")
def post_finish(request: Request, setup_id: Id) -> dict[str, Any]:
    """Make all that was answered, or nothing."""
    office = finish_setup(actor_id=request.auth.id, setup_id=setup_id, at=now())
    return asdict(office_detail(request.auth.id, office.pk))


@router.delete("/setups/{setup_id}", response={204: None}, operation_id="drop_setup")
def remove_setup(request: Request, setup_id: Id) -> None:
    """Throw away a set-up that was not finished."""
    drop_setup(actor_id=request.auth.id, setup_id=setup_id, at=now())


def _told(request: Request, setup_id: int) -> dict[str, Any]:
    return asdict(setup_page(request.auth.id, setup_id, now()))
