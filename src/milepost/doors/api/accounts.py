"""The account of a person, for who manages people: what they see of it, and what they may do to it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated

from ninja import Router, Schema
from pydantic import Field

from milepost.apps.org.actions.change_profile import change_person
from milepost.apps.org.actions.leave import leave, restore_person
from milepost.apps.org.actions.manage_account import end_sessions, revoke_token_of, switch_off_second_factor
from milepost.apps.org.actions.password_links import make_password_link
from milepost.apps.org.queries.account import card, tokens_managed
from milepost.doors.api.auth import Request
from milepost.doors.api.groups import GroupOut
from milepost.doors.api.ids import Id
from milepost.doors.api.people import TokenOut, TokensOut
from milepost.doors.clock import now, real_now

router = Router(tags=["people"])


class AccountOut(Schema):
    """How somebody signs in: a password, a second factor, when last."""

    email: str
    locale: str
    zone: str
    created_at: datetime
    last_sign_in: datetime | None
    password: bool
    second_factor: bool
    groups: list[GroupOut]


class PersonDetail(Schema):
    """A person. `account` is null for who may not know it; `manageable` says whether you may do what this page of the API offers."""

    id: int
    name: str
    active: bool
    left_at: datetime | None
    account: AccountOut | None
    manageable: bool


class PersonPatch(Schema):
    """What shall change; what is left out stays."""

    name: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    email: Annotated[str, Field(max_length=254, pattern=r"^[^@\s]+@[^@\s]+$")] | None = None
    locale: Annotated[str, Field(max_length=20)] | None = None
    zone: Annotated[str, Field(max_length=60)] | None = None


class PasswordLinkOut(Schema):
    """A link by which a person sets their password, once; it is shown this once."""

    link: str
    expires_at: datetime


class LeaveIn(Schema):
    """Who leaves hands over to somebody, or to nobody; a dry run only tells what would happen."""

    hand_over_to: Id | None = None
    dry_run: bool = False


class InNameOut(Schema):
    """Open things in somebody's name: what (manages, sponsors, rows, assignments), in which plan or register, how many, and at which
    place. `mine` means that you may hand them over; where you may not see the place, `id` and `node_id` are 0."""

    what: str
    id: int
    name: str
    node_id: int
    count: int
    mine: bool
    place: str


class LeavingOut(Schema):
    """What leaving ends (groups, tokens, open invitations that they sent) and keeps (roles, for a return), and what is in their name."""

    groups: list[str]
    roles: int
    tokens: int
    invites: int
    holds: list[InNameOut]


@router.get("/people/{person_id}", response=PersonDetail, operation_id="get_person")
def get_person(request: Request, person_id: Id) -> PersonDetail:
    """A person; more of yourself, and for who may manage people."""
    return PersonDetail(**asdict(card(request.auth.id, person_id)))


@router.patch("/people/{person_id}", response=PersonDetail, operation_id="change_person")
def patch_person(request: Request, person_id: Id, body: PersonPatch) -> PersonDetail:
    """Change somebody's name, address, language or time zone."""
    change_person(actor_id=request.auth.id, person_id=person_id, at=now(), **body.dict())
    return get_person(request, person_id)


@router.post("/people/{person_id}/password-link", response={201: PasswordLinkOut}, operation_id="make_password_link")
def post_password_link(request: Request, person_id: Id) -> PasswordLinkOut:
    """Make a link by which the person sets a new password, once, within a day. Earlier links die."""
    secret, expires_at = make_password_link(actor_id=request.auth.id, person_id=person_id, at=real_now())
    return PasswordLinkOut(link=request.build_absolute_uri(f"/password/{secret}"), expires_at=expires_at)


@router.post("/people/{person_id}/leave", response=LeavingOut, operation_id="leave")
def post_leave(request: Request, person_id: Id, body: LeaveIn) -> LeavingOut:
    """Somebody leaves: their account ends, and what is in their name goes to somebody else. History keeps their name."""
    found = leave(actor_id=request.auth.id, person_id=person_id, at=now(), hand_over_to=body.hand_over_to, dry_run=body.dry_run)
    return LeavingOut(**asdict(found))


@router.post("/people/{person_id}/restore", response=PersonDetail, operation_id="restore_person")
def post_restore(request: Request, person_id: Id) -> PersonDetail:
    """Bring somebody back who left, with the roles that they held themselves."""
    restore_person(actor_id=request.auth.id, person_id=person_id, at=now())
    return get_person(request, person_id)


@router.delete("/people/{person_id}/sessions", response={204: None}, operation_id="end_sessions")
def delete_sessions(request: Request, person_id: Id) -> None:
    """Sign a person out everywhere."""
    end_sessions(actor_id=request.auth.id, person_id=person_id, at=now())


@router.delete("/people/{person_id}/second-factor", response={204: None}, operation_id="switch_off_second_factor")
def delete_second_factor(request: Request, person_id: Id) -> None:
    """Take a lost second factor away, so that the password alone lets the person in."""
    switch_off_second_factor(actor_id=request.auth.id, person_id=person_id, at=now())


@router.get("/people/{person_id}/tokens", response=TokensOut, operation_id="list_tokens_of")
def list_tokens_of(request: Request, person_id: Id) -> TokensOut:
    """Somebody's access tokens, without their secrets."""
    return TokensOut(items=[TokenOut(**asdict(row)) for row in tokens_managed(request.auth.id, person_id)])


@router.delete("/people/{person_id}/tokens/{token_id}", response={204: None}, operation_id="revoke_token_of")
def delete_token_of(request: Request, person_id: Id, token_id: Id) -> None:
    """Make one of somebody's tokens worthless."""
    revoke_token_of(actor_id=request.auth.id, person_id=person_id, token_id=token_id, at=now())
