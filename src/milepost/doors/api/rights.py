"""Who may see a node and why, what somebody sees, and granting roles."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Self, cast

from ninja import Query, Router, Schema
from pydantic import Field, model_validator

from milepost.apps.org.actions.grant_role import grant_role, grant_role_to_group, revoke_role, revoke_role_from_group
from milepost.apps.org.capabilities import words
from milepost.apps.org.queries.names import names_of
from milepost.apps.org.queries.rights import GrantRow, Seen, access_at, places_of, sees, why
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id, RoleKey
from milepost.doors.api.nodes import Kind, PersonRef, Step
from milepost.doors.clock import now

router = Router(tags=["rights"])


class GroupRef(Schema):
    """A group by name."""

    id: int
    name: str


class AccessOut(Schema):
    """A role that a person or a group holds here, or above and therefore here; `by` is null where the system gave it."""

    person: PersonRef | None
    group: GroupRef | None
    role: str
    role_name: str
    node_id: int
    node_name: str
    inherited: bool
    by: PersonRef | None
    at: datetime


class AccessList(Schema):
    """Who may see a node."""

    items: list[AccessOut]


class GrantIn(Schema):
    """Who shall hold which role: a person or a group."""

    person_id: Id | None = None
    group_id: Id | None = None
    role: RoleKey

    @model_validator(mode="after")
    def one_of_both(self) -> Self:
        """Refuse none and both."""
        if (self.person_id is None) == (self.group_id is None):
            raise ValueError("name a person or a group")
        return self


class Because(Schema):
    """A grant by which somebody sees a place: a role at a node, through a group or not, given by whom and when."""

    role: str
    role_name: str
    capabilities: list[str]
    node_id: int
    node_name: str
    group: GroupRef | None
    by: PersonRef | None
    at: datetime


class WhyOut(Schema):
    """Why a person may see a node; they do not where `because` is empty."""

    person: PersonRef
    node_id: int
    capabilities: list[str]
    because: list[Because]


class WhyQuery(Schema):
    """About whom."""

    person: Annotated[Id, Field(description="The person asked about; it may be yourself.")]


class SeenOut(Schema):
    """A node at and below which a person may do this, and why."""

    node: Step
    path: list[Step] = Field(description="The way to the node from the root, with the node itself.")
    capabilities: list[str]
    because: list[Because]


class SeesOut(Schema):
    """Where in the tree a person may do something, as far as you may know; `nodes` counts all that lies at and below these."""

    items: list[SeenOut]
    nodes: int


@router.get("/nodes/{node_id}/access", response=AccessList, operation_id="list_access")
def list_access(request: Request, node_id: Id) -> AccessList:
    """Who may see this node, by which role, and where it was granted."""
    return AccessList(items=[_access(row, node_id) for row in access_at(request.auth.id, node_id)])


@router.post("/nodes/{node_id}/access", response={201: AccessList}, operation_id="grant_role")
def post_access(request: Request, node_id: Id, body: GrantIn) -> AccessList:
    """Let a person or a group hold a role here and below."""
    given: dict[str, Any] = {"actor_id": request.auth.id, "node_id": node_id, "role": body.role, "at": now()}
    if body.group_id is None:
        grant_role(person_id=cast("int", body.person_id), **given)
    else:
        grant_role_to_group(group_id=body.group_id, **given)
    return list_access(request, node_id)


@router.delete("/nodes/{node_id}/access/{person_id}/{role}", response={204: None}, operation_id="revoke_role")
def delete_access(request: Request, node_id: Id, person_id: Id, role: RoleKey) -> None:
    """Take a role back that was granted here."""
    revoke_role(actor_id=request.auth.id, person_id=person_id, node_id=node_id, role=role, at=now())


@router.delete("/nodes/{node_id}/access/groups/{group_id}/{role}", response={204: None}, operation_id="revoke_role_from_group")
def delete_group_access(request: Request, node_id: Id, group_id: Id, role: RoleKey) -> None:
    """Take a role back that was granted here to a group."""
    revoke_role_from_group(actor_id=request.auth.id, group_id=group_id, node_id=node_id, role=role, at=now())


@router.get("/nodes/{node_id}/why", response=WhyOut, operation_id="get_why")
def get_why(request: Request, node_id: Id, query: Query[WhyQuery]) -> WhyOut:
    """Why a person may see this node. Everybody may ask about themselves, who gives roles or manages people here about others."""
    seen = why(request.auth.id, node_id, query.person)
    person = PersonRef(id=query.person, name=names_of([query.person])[query.person])
    return WhyOut(person=person, node_id=node_id, capabilities=words(seen.bits), because=_because(seen))


@router.get("/people/{person_id}/sees", response=SeesOut, operation_id="list_seen")
def list_seen(request: Request, person_id: Id) -> SeesOut:
    """What a person sees, and why: of yourself all, of others where you give roles or manage people."""
    found, count = sees(request.auth.id, person_id)
    places = places_of(found)
    return SeesOut(items=[_seen(one, places[one.path]) for one in found], nodes=count)


def _seen(one: Seen, way: tuple[tuple[int, str, str], ...]) -> SeenOut:
    steps = [Step(id=pk, name=name, kind=cast("Kind", kind)) for pk, name, kind in way]
    return SeenOut(node=steps[-1], path=steps, capabilities=words(one.bits), because=_because(one))


def _because(one: Seen) -> list[Because]:
    return [
        Because(
            role=row.role,
            role_name=row.role_name,
            capabilities=words(row.bits),
            node_id=row.node_id,
            node_name=row.node_name,
            group=_group(row),
            by=_by(row),
            at=row.at,
        )
        for row in one.because
    ]


def _access(row: GrantRow, node_id: int) -> AccessOut:
    return AccessOut(
        person=PersonRef(id=row.person_id, name=row.person_name) if row.person_id and row.person_name else None,
        group=_group(row),
        role=row.role,
        role_name=row.role_name,
        node_id=row.node_id,
        node_name=row.node_name,
        inherited=row.node_id != node_id,
        by=_by(row),
        at=row.at,
    )


def _group(row: GrantRow) -> GroupRef | None:
    return GroupRef(id=row.group_id, name=row.group_name) if row.group_id and row.group_name else None


def _by(row: GrantRow) -> PersonRef | None:
    return PersonRef(id=row.by_id, name=row.by_name) if row.by_id and row.by_name else None
