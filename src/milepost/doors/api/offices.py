"""Offices of project management: found, change and close them, their goals and what they do for these."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from ninja import Path, Router
from pydantic import Field

from milepost.apps.office.actions.found_office import change_office, close_office, found_office
from milepost.apps.office.actions.functions import give_up, take_on
from milepost.apps.office.actions.goals import change_goal, drop_goal, set_goal
from milepost.apps.office.queries.answerable import responsible_at
from milepost.apps.office.queries.detail import OfficeDetail, goals_of, office_detail
from milepost.apps.office.queries.listing import offices
from milepost.apps.office.queries.office_page import office_page
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.api.office_schemas import (
    CloseIn,
    FunctionIn,
    GoalIn,
    GoalOut,
    GoalPatch,
    GoalsOut,
    OfficeIn,
    OfficeOut,
    OfficePageOut,
    OfficePatch,
    OfficesOut,
    ResponsibleOut,
)
from milepost.doors.clock import now

router = Router(tags=["offices"])
Function = Annotated[str, Field(max_length=40, pattern="^[a-z_]+$")]


@router.get("/offices", response=OfficesOut, operation_id="list_offices")
def list_offices(request: Request) -> dict[str, Any]:
    """All offices at places that you may see, as hubs and spokes."""
    return {"items": [asdict(row) for row in offices(request.auth.id)]}


@router.post("/offices", response={201: OfficeOut}, operation_id="found_office")
def post_office(request: Request, body: OfficeIn) -> dict[str, Any]:
    """Found an office; it is responsible for its node and all below, down to the next office."""
    office = found_office(actor_id=request.auth.id, at=now(), **body.dict())
    return _told(request, office.pk)


@router.get("/nodes/{node_id}/office", response=ResponsibleOut, operation_id="get_office_at")
def get_office_at(request: Request, node_id: Id) -> dict[str, Any]:
    """Which office is responsible for a place."""
    return asdict(responsible_at(request.auth.id, node_id))


@router.get("/offices/{office_id}", response=OfficePageOut, operation_id="get_office")
def get_office(request: Request, office_id: Id) -> dict[str, Any]:
    """An office: what it is for, who is who, its projects, what needs doing."""
    page = office_page(request.auth.id, office_id, now())
    rest = {"projects": [asdict(one) for one in page.projects], "todo": [asdict(one) for one in page.todo]}
    return _out(page.office) | rest


@router.patch("/offices/{office_id}", response=OfficeOut, operation_id="change_office")
def patch_office(request: Request, office_id: Id, body: OfficePatch) -> dict[str, Any]:
    """Change an office."""
    changes = body.dict(exclude_unset=True)
    if "hub_id" in changes:
        changes["hub"] = changes.pop("hub_id")
    given = {name: value for name, value in changes.items() if value is not None or name == "hub"}
    change_office(actor_id=request.auth.id, office_id=office_id, at=now(), changes=given)
    return _told(request, office_id)


@router.post("/offices/{office_id}/close", response={204: None}, operation_id="close_office")
def post_close(request: Request, office_id: Id, body: CloseIn) -> None:
    """Close an office; it is kept, and the next one above becomes responsible."""
    close_office(actor_id=request.auth.id, office_id=office_id, reason=body.reason, at=now())


@router.put("/offices/{office_id}/functions/{function}", response=OfficeOut, operation_id="take_on")
def put_function(request: Request, office_id: Id, function: Path[Function], body: FunctionIn) -> dict[str, Any]:
    """Let the office do something, for a goal that it names."""
    take_on(actor_id=request.auth.id, office_id=office_id, key=function, goal_id=body.goal_id, about=body.about, at=now())
    return _told(request, office_id)


@router.delete("/offices/{office_id}/functions/{function}", response={204: None}, operation_id="give_up")
def remove_function(request: Request, office_id: Id, function: Path[Function]) -> None:
    """Let the office no longer do something."""
    give_up(actor_id=request.auth.id, office_id=office_id, key=function, at=now())


@router.get("/nodes/{node_id}/goals", response=GoalsOut, operation_id="list_goals")
def list_goals(request: Request, node_id: Id) -> dict[str, Any]:
    """The goals of the organisation at a place and above it."""
    return {"items": [asdict(one) for one in goals_of(request.auth.id, node_id)]}


@router.post("/nodes/{node_id}/goals", response={201: GoalOut}, operation_id="set_goal")
def post_goal(request: Request, node_id: Id, body: GoalIn) -> dict[str, Any]:
    """Write a goal down."""
    goal = set_goal(actor_id=request.auth.id, node_id=node_id, at=now(), **_goal(body.dict()))
    return _goal_told(request, node_id, goal.pk)


@router.patch("/goals/{goal_id}", response=GoalOut, operation_id="change_goal")
def patch_goal(request: Request, goal_id: Id, body: GoalPatch) -> dict[str, Any]:
    """Change a goal."""
    given = {k: v for k, v in body.dict(exclude_unset=True).items() if v is not None or k in ("due", "objective")}
    goal = change_goal(actor_id=request.auth.id, goal_id=goal_id, at=now(), changes=_goal(given))
    return _goal_told(request, goal.node_id, goal_id)


@router.delete("/goals/{goal_id}", response={204: None}, operation_id="drop_goal")
def remove_goal(request: Request, goal_id: Id) -> None:
    """Drop a goal that no office serves."""
    drop_goal(actor_id=request.auth.id, goal_id=goal_id, at=now())


def _goal(told: dict[str, Any]) -> dict[str, Any]:
    return told | ({"objective": tuple(told["objective"])} if told.get("objective") else {})


def _goal_told(request: Request, node_id: int, goal_id: int) -> dict[str, Any]:
    return next(asdict(one) for one in goals_of(request.auth.id, node_id) if one.id == goal_id)


def _told(request: Request, office_id: int) -> dict[str, Any]:
    return _out(office_detail(request.auth.id, office_id))


def _out(office: OfficeDetail) -> dict[str, Any]:
    return asdict(office)
