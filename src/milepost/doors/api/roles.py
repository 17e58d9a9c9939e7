"""Roles: what each lets somebody do, and roles of one's own beside the built-in ones."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Literal

from ninja import Router, Schema
from pydantic import Field

from milepost.apps.org.actions.manage_roles import change_role, create_role, delete_role
from milepost.apps.org.actions.require_second_factor import require_second_factor
from milepost.apps.org.capabilities import ABOUT, words
from milepost.apps.org.queries.groups import RoleRow, roles
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import RoleKey
from milepost.doors.clock import now

router = Router(tags=["roles"])
Word = Literal["view", "comment", "edit", "create", "arrange", "state", "directory", "share", "people", "settings"]
Name = Annotated[str, Field(min_length=1, max_length=100)]
About = Annotated[str, Field(max_length=400)]
Words = Annotated[list[Word], Field(max_length=20)]


class RoleOut(Schema):
    """A role; `held` counts the grants by which people and groups hold it. `second_factor`: whoever holds it must have one; `without`
    counts those who hold it and have none, for who keeps the settings."""

    key: str
    name: str
    about: str
    capabilities: list[str]
    built_in: bool
    second_factor: bool
    held: int
    without: int | None


class CapabilityOut(Schema):
    """One thing that a role may allow, in words."""

    word: str
    title: str
    about: str


class RolesOut(Schema):
    """All roles, and what a role can allow at all."""

    items: list[RoleOut]
    capabilities: list[CapabilityOut]


class RoleIn(Schema):
    """A new role. It always allows to see; it cannot allow what you may not do in the whole organisation."""

    name: Name
    about: About = ""
    capabilities: Words


class RolePatch(Schema):
    """What shall change; what is left out stays."""

    name: Name | None = None
    about: About | None = None
    capabilities: Words | None = None


class FactorIn(Schema):
    """Whether whoever holds the role must have a second factor."""

    required: bool


@router.get("/roles", response=RolesOut, operation_id="list_roles")
def list_roles(request: Request) -> RolesOut:
    """The roles that there are, for anybody who holds one."""
    capabilities = [CapabilityOut(word=one.word, title=title, about=about) for one, (title, about) in ABOUT.items()]
    return RolesOut(items=[_out(row) for row in roles(request.auth.id)], capabilities=capabilities)


@router.post("/roles", response={201: RoleOut}, operation_id="create_role")
def post_role(request: Request, body: RoleIn) -> RoleOut:
    """Make a role of your own."""
    key = create_role(actor_id=request.auth.id, name=body.name, about=body.about, capabilities=body.capabilities, at=now())
    return _one(request, key)


@router.patch("/roles/{role}", response=RoleOut, operation_id="change_role")
def patch_role(request: Request, role: RoleKey, body: RolePatch) -> RoleOut:
    """Change a role of your own. It holds at once wherever the role is held."""
    change_role(actor_id=request.auth.id, role=role, at=now(), **body.dict())
    return _one(request, role)


@router.delete("/roles/{role}", response={204: None}, operation_id="delete_role")
def remove_role(request: Request, role: RoleKey) -> None:
    """Delete a role of your own that nobody holds."""
    delete_role(actor_id=request.auth.id, role=role, at=now())


@router.put("/roles/{role}/second-factor", response=RoleOut, operation_id="require_second_factor")
def put_second_factor(request: Request, role: RoleKey, body: FactorIn) -> RoleOut:
    """Ask all who hold a role, also a built-in one, for a second factor, or no more. Who has none can do nothing but set one up."""
    require_second_factor(actor_id=request.auth.id, role=role, required=body.required, at=now())
    return _one(request, role)


def _one(request: Request, key: str) -> RoleOut:
    return _out(next(row for row in roles(request.auth.id) if row.key == key))


def _out(row: RoleRow) -> RoleOut:
    told = asdict(row)
    return RoleOut(capabilities=words(told.pop("bits")), **told)
