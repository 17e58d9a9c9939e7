"""Groups of people, which hold roles together."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated

from ninja import Router, Schema
from pydantic import Field

from milepost.apps.org.actions.manage_groups import add_members, change_group, create_group, delete_group, remove_member
from milepost.apps.org.queries.groups import group, groups, held_by, members
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.clock import now

router = Router(tags=["groups"])
Name = Annotated[str, Field(min_length=1, max_length=100)]
About = Annotated[str, Field(max_length=400)]


class GroupOut(Schema):
    """A group, and how many people are in it."""

    id: int
    name: str
    about: str
    members: int


class GroupsOut(Schema):
    """Groups by name."""

    items: list[GroupOut]


class MemberOut(Schema):
    """Who is in a group, since when."""

    person_id: int
    name: str
    added_at: datetime


class HeldOut(Schema):
    """A role that a group holds at a node that you may see."""

    node_id: int
    node_name: str
    role: str
    role_name: str


class GroupDetail(Schema):
    """A group, who is in it, and what it holds."""

    id: int
    name: str
    about: str
    people: list[MemberOut]
    holds: list[HeldOut]


class GroupIn(Schema):
    """A new, empty group."""

    name: Name
    about: About = ""


class GroupPatch(Schema):
    """What shall change; what is left out stays."""

    name: Name | None = None
    about: About | None = None


class MembersIn(Schema):
    """Who shall be in the group too."""

    person_ids: Annotated[list[Id], Field(min_length=1, max_length=500)]


@router.get("/groups", response=GroupsOut, operation_id="list_groups")
def list_groups(request: Request) -> GroupsOut:
    """All groups, for who gives roles or manages people; for others those that they are in."""
    return GroupsOut(items=[GroupOut(**asdict(row)) for row in groups(request.auth.id)])


@router.get("/groups/{group_id}", response=GroupDetail, operation_id="get_group")
def get_group(request: Request, group_id: Id) -> GroupDetail:
    """One group, who is in it, and what it holds where you may see it."""
    row = group(request.auth.id, group_id)
    people = [MemberOut(**asdict(one)) for one in members(group_id)]
    holds = [HeldOut(**asdict(one)) for one in held_by(request.auth.id, group_id)]
    return GroupDetail(id=row.id, name=row.name, about=row.about, people=people, holds=holds)


@router.post("/groups", response={201: GroupDetail}, operation_id="create_group")
def post_group(request: Request, body: GroupIn) -> GroupDetail:
    """Make a group."""
    return get_group(request, create_group(actor_id=request.auth.id, name=body.name, about=body.about, at=now()))


@router.patch("/groups/{group_id}", response=GroupDetail, operation_id="change_group")
def patch_group(request: Request, group_id: Id, body: GroupPatch) -> GroupDetail:
    """Give a group another name or description."""
    change_group(actor_id=request.auth.id, group_id=group_id, name=body.name, about=body.about, at=now())
    return get_group(request, group_id)


@router.delete("/groups/{group_id}", response={204: None}, operation_id="delete_group")
def remove_group(request: Request, group_id: Id) -> None:
    """Delete a group: its members lose what they held through it."""
    delete_group(actor_id=request.auth.id, group_id=group_id, at=now())


@router.post("/groups/{group_id}/members", response=GroupDetail, operation_id="add_members")
def post_members(request: Request, group_id: Id, body: MembersIn) -> GroupDetail:
    """Put people into a group. They then hold all that it holds, so it cannot hold more than you."""
    add_members(actor_id=request.auth.id, group_id=group_id, person_ids=body.person_ids, at=now())
    return get_group(request, group_id)


@router.delete("/groups/{group_id}/members/{person_id}", response={204: None}, operation_id="remove_member")
def delete_member(request: Request, group_id: Id, person_id: Id) -> None:
    """Take a person out of a group."""
    remove_member(actor_id=request.auth.id, group_id=group_id, person_id=person_id, at=now())
