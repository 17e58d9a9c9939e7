"""Who answers for a project: its manager, the partner of a controlling office with their check-ins, or whom a directive one assigns."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Router, Schema
from pydantic import Field

from milepost.apps.office.actions.assign import assign_project
from milepost.apps.office.actions.check_ins import answer_check_in, drop_check_in, hold_check_in, set_check_in
from milepost.apps.office.actions.partners import name_partner
from milepost.apps.office.queries.answerable import answerable
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.api.office_schemas import BriefOut, OfficePersonOut
from milepost.doors.clock import now

router = Router(tags=["answerable"])
Notes = Annotated[str, Field(min_length=1, max_length=20_000)]


class CheckInOut(Schema):
    """A check-in; `mine` is what you may do with it now."""

    id: int
    due: date
    held_at: datetime | None
    held_by: str | None
    notes: str
    answered_at: datetime | None
    answered_by: str | None
    agreed: bool | None
    answer: str
    mine: Literal["", "hold", "answer"]


class HandOverOut(Schema):
    """Who ran the project, from when to when, and the note that they left."""

    person: OfficePersonOut
    since: datetime
    until: datetime | None
    note: str


class AnswerableOut(Schema):
    """Who answers for a project. `may_name`: you may name the partner, or assign the manager, from `candidates`."""

    office: BriefOut | None
    office_visible: bool
    manager: OfficePersonOut | None
    partner: OfficePersonOut | None
    assigned: bool
    may_name: bool
    may_check_in: bool
    candidates: list[OfficePersonOut]
    check_ins: list[CheckInOut]
    hand_overs: list[HandOverOut]


class PartnerIn(Schema):
    """Who stands beside the manager; null for nobody."""

    person_id: Id | None


class AssignIn(Schema):
    """Who runs the project from now on, and the note of who ran it before."""

    person_id: Id
    hand_over: Annotated[str, Field(max_length=20_000)] = ""


class CheckInIn(Schema):
    """The day of the check-in."""

    due: date


class HeldIn(Schema):
    """What was said."""

    notes: Notes


class CheckInAnswerIn(Schema):
    """Whether the notes are right, and what is wrong with them."""

    agreed: bool
    answer: Annotated[str, Field(max_length=20_000)] = ""


@router.get("/projects/{node_id}/answerable", response=AnswerableOut, operation_id="get_answerable")
def get_answerable(request: Request, node_id: Id) -> dict[str, Any]:
    """Who answers for a project, and their check-ins or hand-overs."""
    return _told(request, node_id)


@router.put("/projects/{node_id}/partner", response=AnswerableOut, operation_id="name_partner")
def put_partner(request: Request, node_id: Id, body: PartnerIn) -> dict[str, Any]:
    """Name a partner beside the manager of a project under a controlling office."""
    name_partner(actor_id=request.auth.id, project_id=node_id, person_id=body.person_id, at=now())
    return _told(request, node_id)


@router.put("/projects/{node_id}/assignment", response=AnswerableOut, operation_id="assign_project")
def put_assignment(request: Request, node_id: Id, body: AssignIn) -> dict[str, Any]:
    """Assign a project under a directive office to a manager of its bench."""
    assign_project(actor_id=request.auth.id, project_id=node_id, at=now(), **body.dict())
    return _told(request, node_id)


@router.post("/projects/{node_id}/check-ins", response={201: AnswerableOut}, operation_id="set_check_in")
def post_check_in(request: Request, node_id: Id, body: CheckInIn) -> dict[str, Any]:
    """Set a check-in of manager and partner."""
    set_check_in(actor_id=request.auth.id, project_id=node_id, due=body.due, at=now())
    return _told(request, node_id)


@router.post("/check-ins/{check_in_id}/held", response={204: None}, operation_id="hold_check_in")
def post_held(request: Request, check_in_id: Id, body: HeldIn) -> None:
    """Write down what was said at a check-in."""
    hold_check_in(actor_id=request.auth.id, check_in_id=check_in_id, notes=body.notes, at=now())


@router.post("/check-ins/{check_in_id}/answer", response={204: None}, operation_id="answer_check_in")
def post_answer(request: Request, check_in_id: Id, body: CheckInAnswerIn) -> None:
    """Agree with the notes of a check-in that the other wrote, or say what is wrong with them."""
    answer_check_in(actor_id=request.auth.id, check_in_id=check_in_id, agreed=body.agreed, answer=body.answer, at=now())


@router.delete("/check-ins/{check_in_id}", response={204: None}, operation_id="drop_check_in")
def remove_check_in(request: Request, check_in_id: Id) -> None:
    """Drop a check-in that was not held."""
    drop_check_in(actor_id=request.auth.id, check_in_id=check_in_id, at=now())


def _told(request: Request, node_id: int) -> dict[str, Any]:
    return asdict(answerable(request.auth.id, node_id))
