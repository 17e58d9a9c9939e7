"""Requests: the board of a place, the story of one, its case, score and decisions, and the project that it becomes."""

from __future__ import annotations

from typing import Annotated, Any

from ninja import Query, Router, Schema
from pydantic import Field

from milepost.apps.intake.actions.decide import Wish, decide
from milepost.apps.intake.actions.save_case import CaseWish, save_case
from milepost.apps.intake.actions.score_request import score_request
from milepost.apps.intake.actions.set_criteria import compare_criteria, set_criteria
from milepost.apps.intake.actions.start_project import StartWish, start_project
from milepost.apps.intake.queries.board import MOST, Filter, board
from milepost.apps.intake.queries.cases import try_case
from milepost.apps.intake.queries.scores import criteria_for, told_comparison
from milepost.apps.intake.queries.similar import similar_to_text
from milepost.apps.intake.queries.story import origin_of, story
from milepost.doors.api.auth import SIGNED_IN_TO_READ, Request
from milepost.doors.api.ids import Id
from milepost.doors.api.request_schemas import (
    IntakeOut,
    OriginOut,
    ProjectStartedOut,
    ProjectStartIn,
    RequestDecisionIn,
    SimilarList,
    State,
    StoryOut,
    WritingIn,
)
from milepost.doors.api.worth_schemas import (
    BusinessCaseIn,
    CriteriaIn,
    CriteriaPageOut,
    FiguresOut,
    PairsIn,
    PairsOut,
    ScoreIn,
)
from milepost.doors.clock import now

router = Router(tags=["requests"])
_STORY = "/requests/{sheet_id}/{row_id}"


class IntakeAsked(Schema):
    """Which requests are wanted: `who` is mine (I asked) or me (I can decide now); at most `limit` are told."""

    state: Annotated[list[State], Field(max_length=9, description="Only those that stand so; left out: all.")] = Field(default_factory=list)
    category: Annotated[str, Field(max_length=60, description="Only those of this category.")] = ""
    q: Annotated[str, Field(max_length=200, description="Words of their name, need, department, asker or number.")] = ""
    who: Annotated[str, Field(pattern="^(mine|me)?$", description="mine: what you asked for; me: what you can decide now.")] = ""
    limit: Annotated[int, Field(ge=1, le=MOST, description="How many at most.")] = 500


@router.get("/intake/{node_id}", response=IntakeOut, operation_id="get_intake")
def get_intake(request: Request, node_id: Id, query: Query[IntakeAsked]) -> dict[str, Any]:
    """The requests at a node and below: how many wait for whom, and the list of them, those with the best score first."""
    wanted = Filter(tuple(query.state), query.category, query.q, query.who, query.limit)
    return board(actor_id=request.auth.id, node_id=node_id, wanted=wanted, at=now())


@router.get("/intake/{node_id}/criteria", response=CriteriaPageOut, operation_id="get_criteria")
def get_criteria(request: Request, node_id: Id) -> dict[str, Any]:
    """How requests are scored at a node: what was set there or nearest above it."""
    return criteria_for(actor_id=request.auth.id, node_id=node_id)


@router.put("/intake/{node_id}/criteria", response=CriteriaPageOut, operation_id="set_criteria")
def put_criteria(request: Request, node_id: Id, body: CriteriaIn) -> dict[str, Any]:
    """Set how requests are scored at a node and below. Scores that were given stay as they are."""
    items = [one.dict() for one in body.items]
    set_criteria(actor_id=request.auth.id, node_id=node_id, method=body.method, items=items, at=now())
    return criteria_for(actor_id=request.auth.id, node_id=node_id)


@router.post("/intake/{node_id}/pairs", response=PairsOut, operation_id="compare_criteria")
def post_pairs(request: Request, node_id: Id, body: PairsIn) -> dict[str, Any]:
    """Compare the criteria in pairs: the weights that follow, how consistent they are, and the pair that does not fit."""
    judgements = {(one.first, one.second): one.value for one in body.judgements}
    found = compare_criteria(actor_id=request.auth.id, node_id=node_id, judgements=judgements, adopt=body.adopt, at=now())
    return told_comparison(found, adopt=body.adopt)


@router.post("/requests/similar", response=SimilarList, operation_id="list_similar", auth=SIGNED_IN_TO_READ)
def post_similar(request: Request, body: WritingIn) -> dict[str, Any]:
    """Requests and projects that share words with what somebody is writing, among those that they may see."""
    return {"items": similar_to_text(actor_id=request.auth.id, text=body.text)}


@router.post("/requests/figures", response=FiguresOut, operation_id="try_case", auth=SIGNED_IN_TO_READ)
def post_figures(request: Request, body: BusinessCaseIn) -> dict[str, Any]:
    """What a business case would come to, and how; nothing is saved."""
    return try_case(_case(body))


@router.get(_STORY, response=StoryOut, operation_id="get_request")
def get_request(request: Request, sheet_id: Id, row_id: Id) -> dict[str, Any]:
    """The whole story of a request, for who sees its register or asked for it."""
    return _story(request, sheet_id, row_id)


@router.post(_STORY + "/decisions", response=StoryOut, operation_id="decide_request")
def post_decision(request: Request, sheet_id: Id, row_id: Id, body: RequestDecisionIn) -> dict[str, Any]:
    """Decide on a request. Refused, and recorded, without the authority, twice, on one's own, and where it changed since it was read."""
    into = (body.into.sheet_id, body.into.row_id) if body.into else None
    wish = Wish(body.what, body.seen, body.reason, into, body.until.isoformat() if body.until else None)
    decide(actor_id=request.auth.id, sheet_id=sheet_id, row_id=row_id, wish=wish, at=now())
    return _story(request, sheet_id, row_id)


@router.put(_STORY + "/case", response=StoryOut, operation_id="save_case")
def put_case(request: Request, sheet_id: Id, row_id: Id, body: BusinessCaseIn) -> dict[str, Any]:
    """Save the business case; cost and value of the request follow it."""
    save_case(actor_id=request.auth.id, sheet_id=sheet_id, row_id=row_id, wish=_case(body), at=now())
    return _story(request, sheet_id, row_id)


@router.put(_STORY + "/score", response=StoryOut, operation_id="score_request")
def put_score(request: Request, sheet_id: Id, row_id: Id, body: ScoreIn) -> dict[str, Any]:
    """Score the request by the criteria that hold where it lies."""
    score_request(actor_id=request.auth.id, sheet_id=sheet_id, row_id=row_id, values=body.values, at=now())
    return _story(request, sheet_id, row_id)


@router.post(_STORY + "/start", response={201: ProjectStartedOut}, operation_id="start_from_request")
def post_start(request: Request, sheet_id: Id, row_id: Id, body: ProjectStartIn) -> dict[str, Any]:
    """Make the project of an approved request: node, profile, roles, plan, registers and method, all of it or nothing."""
    wish = StartWish(**body.dict())
    return {"project_id": start_project(actor_id=request.auth.id, sheet_id=sheet_id, row_id=row_id, wish=wish, at=now())}


@router.get("/projects/{node_id}/origin", response=OriginOut, operation_id="get_origin")
def get_origin(request: Request, node_id: Id) -> dict[str, Any]:
    """The request that a project came from."""
    return origin_of(actor_id=request.auth.id, project_id=node_id)


def _story(request: Request, sheet_id: int, row_id: int) -> dict[str, Any]:
    return story(actor_id=request.auth.id, sheet_id=sheet_id, row_id=row_id, at=now())


def _case(body: BusinessCaseIn) -> CaseWish:
    return CaseWish(body.currency, body.rate, [(flow.cost, flow.income) for flow in body.flows], body.note)
