"""Waivers: ask not to be held to something for a while, and decide, once."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Query, Router, Schema
from pydantic import Field

from milepost.apps.method.actions.waive import ask_for_waiver, decide_waiver
from milepost.apps.method.queries.waivers import decided_on, waivers_of
from milepost.doors.api.auth import Request
from milepost.doors.api.findings import AskingOut, Key
from milepost.doors.api.ids import Id
from milepost.doors.api.paging import Paging
from milepost.doors.clock import now

router = Router(tags=["method"])
State = Literal["asked", "granted", "refused", "expired"]
Words = Annotated[str, Field(max_length=2000)]


class WaiverOut(Schema):
    """A waiver; a granted one holds to the end of `until`, which is null before. Names are empty where you may not know them."""

    id: int
    node_id: int
    project: str
    key: str
    asks: AskingOut | None = Field(description="What it is about, in the words of the pack; null where that asks it no more.")
    state: State
    reason: str
    wanted_until: date
    asked_by: str
    asked_at: datetime
    mine: bool
    decided_by: str
    decided_at: datetime | None
    decided_reason: str
    until: date | None
    may_decide: bool


class WaiversOut(Schema):
    """A page of waivers, waiting ones first; `counts` is by state."""

    counts: dict[str, int]
    items: list[WaiverOut]
    next_offset: int | None


class WaiversQuery(Paging):
    """What is asked for."""

    limit: int = Field(50, ge=1, le=100, description="How many items at most.")
    state: Annotated[State | None, Field(description="Only these.")] = None


class WaiverIn(Schema):
    """What shall not be asked of the project, why, and up to which day."""

    key: Key
    reason: Words
    until: date


class WaiverDecisionIn(Schema):
    """Grant it, to the day that was asked for or another one; or refuse it with the reason."""

    grant: bool
    reason: Words = ""
    until: date | None = None


@router.get("/nodes/{node_id}/waivers", response=WaiversOut, operation_id="list_waivers")
def list_waivers(request: Request, node_id: Id, query: Query[WaiversQuery]) -> dict[str, Any]:
    """The waivers of the projects at and below a node that you may see."""
    counts, found = waivers_of(actor_id=request.auth.id, node_id=node_id, at=now(), state=query.state, **query.ask)
    page, next_offset = query.cut(found)
    return {"counts": counts, "items": [asdict(one) for one in page], "next_offset": next_offset}


@router.post("/projects/{project_id}/waivers", response={201: WaiverOut}, operation_id="ask_for_waiver")
def post_waiver(request: Request, project_id: Id, body: WaiverIn) -> dict[str, Any]:
    """Ask that a policy or an artefact be not asked of the project for a while."""
    made = ask_for_waiver(actor_id=request.auth.id, project_id=project_id, key=body.key, reason=body.reason, until=body.until, at=now())
    return asdict(decided_on(made, actor_id=request.auth.id, at=now()))


@router.post("/waivers/{waiver_id}/decision", response=WaiverOut, operation_id="decide_waiver")
def post_decision(request: Request, waiver_id: Id, body: WaiverDecisionIn) -> dict[str, Any]:
    """Grant or refuse a waiver, once. Nobody decides their own."""
    decide_waiver(actor_id=request.auth.id, waiver_id=waiver_id, grant=body.grant, reason=body.reason, until=body.until, at=now())
    return asdict(decided_on(waiver_id, actor_id=request.auth.id, at=now()))
