"""Who may decide what at a place, and up to which amount."""

from __future__ import annotations

from dataclasses import asdict
from decimal import Decimal
from typing import Annotated, Any

from ninja import Query, Router, Schema
from pydantic import Field

from milepost.apps.office.actions.give_authority import end_authority, give_authority
from milepost.apps.office.catalogue import Decision
from milepost.apps.office.queries.authority_page import authority_at, deciders
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.api.office_schemas import Role
from milepost.doors.clock import now
from milepost.kernel.money import Money

router = Router(tags=["authority"])
Amount = Annotated[Decimal, Field(ge=0, max_digits=18, decimal_places=4)]
Currency = Annotated[str, Field(pattern="^[A-Z]{3}$")]


class GivenOut(Schema):
    """Authority given at a place, to a role or a person, up to an amount or any; `people` have it now."""

    id: int
    node_id: int
    node_name: str
    role: str
    person_id: int | None
    person: str | None
    up_to: float | None
    currency: str
    people: list[str]
    may_end: bool


class DecisionOut(Schema):
    """A decision: where nothing is given, it lies with those who may state the status above (`by_default`). `may`: you may decide it,
    at least up to some amount."""

    decision: Decision
    money: bool
    given: list[GivenOut]
    by_default: list[str]
    may: bool


class AuthorityOut(Schema):
    """All decisions at a place."""

    node_id: int
    node_name: str
    may_give: bool
    decisions: list[DecisionOut]


class AuthorityIn(Schema):
    """Authority for a role or a person, up to an amount or any."""

    decision: Decision
    role: Role | None = None
    person_id: Id | None = None
    up_to: Amount | None = None
    currency: Currency = "EUR"


class DecidersQuery(Schema):
    """Which decision, and its amount where it has one."""

    decision: Decision
    amount: Amount | None = None
    currency: Currency = "EUR"


class DeciderOut(Schema):
    """Somebody who may decide."""

    id: int
    name: str


class DecidersOut(Schema):
    """Who may decide; empty where nobody may."""

    items: list[DeciderOut]


@router.get("/nodes/{node_id}/authority", response=AuthorityOut, operation_id="get_authority")
def get_authority(request: Request, node_id: Id) -> dict[str, Any]:
    """Who may decide what at a place."""
    return asdict(authority_at(request.auth.id, node_id))


@router.get("/nodes/{node_id}/deciders", response=DecidersOut, operation_id="list_deciders")
def list_deciders(request: Request, node_id: Id, query: Query[DecidersQuery]) -> dict[str, Any]:
    """Who may take one decision at a place, of that amount."""
    amount = None if query.amount is None else Money(query.amount, query.currency)
    found = deciders(request.auth.id, node_id, query.decision, amount)
    return {"items": [{"id": pk, "name": name} for pk, name in sorted(found.items(), key=lambda one: one[1])]}


@router.post("/nodes/{node_id}/authority", response={201: AuthorityOut}, operation_id="give_authority")
def post_authority(request: Request, node_id: Id, body: AuthorityIn) -> dict[str, Any]:
    """Give authority at a place; what the same role or person had for it there is ended."""
    up_to = None if body.up_to is None else Money(body.up_to, body.currency)
    to: dict[str, Any] = {"role": body.role or "", "person_id": body.person_id}
    give_authority(actor_id=request.auth.id, node_id=node_id, decision=body.decision, up_to=up_to, at=now(), **to)
    return asdict(authority_at(request.auth.id, node_id))


@router.delete("/authority/{authority_id}", response={204: None}, operation_id="end_authority")
def remove_authority(request: Request, authority_id: Id) -> None:
    """End authority that was given. What was decided by it stays."""
    end_authority(actor_id=request.auth.id, authority_id=authority_id, at=now())
