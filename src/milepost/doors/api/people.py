"""People as colleagues see them, and the access tokens of programs that act for oneself."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Literal

from ninja import Query, Router, Schema
from pydantic import AwareDatetime, Field

from milepost.apps.org.actions.create_person import create_person
from milepost.apps.org.actions.create_token import create_token, revoke_token
from milepost.apps.org.queries.people import colleagues, tokens_of
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.api.paging import Paging
from milepost.doors.clock import now, real_now

router = Router(tags=["people"])


class PersonOut(Schema):
    """A colleague; `email` only for yourself, and for who may manage people; who left is not `active`."""

    id: int
    name: str
    email: str | None
    active: bool


class PeopleOut(Schema):
    """A page of people, by name."""

    items: list[PersonOut]
    next_offset: int | None


class PeopleQuery(Paging):
    """People whose name, or shown address, has `q` in it; with `left` those who left instead of those who are here."""

    q: Annotated[str, Field(max_length=200, description="A part of a name, or of an address that you may see.")] = ""
    left: bool = Field(False, description="Those who left, for who may manage people.")


class PersonIn(Schema):
    """A new person. They can be named at once, and sign in once they set a password by a link."""

    name: Annotated[str, Field(min_length=1, max_length=200)]
    email: Annotated[str, Field(max_length=254, pattern=r"^[^@\s]+@[^@\s]+$")]
    locale: Annotated[str, Field(max_length=20)] = "en"
    zone: Annotated[str, Field(max_length=60)] = "UTC"


class TokenIn(Schema):
    """A token to make; without `expires_at` it holds until it is revoked."""

    name: Annotated[str, Field(min_length=1, max_length=100)]
    scopes: Annotated[list[Literal["read", "write"]], Field(min_length=1, max_length=2)]
    expires_at: AwareDatetime | None = None


class TokenMade(Schema):
    """The token, shown this once."""

    id: int
    token: str


class TokenOut(Schema):
    """A token without its secret; `last_used_at` is true to the hour."""

    id: int
    name: str
    scopes: list[str]
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None


class TokensOut(Schema):
    """Your tokens."""

    items: list[TokenOut]


@router.get("/people", response=PeopleOut, operation_id="list_people")
def list_people(request: Request, query: Query[PeopleQuery]) -> PeopleOut:
    """Yourself, and those who work where you may read the directory."""
    rows = colleagues(request.auth.id, q=query.q, left=query.left, **query.ask)
    page, next_offset = query.cut(rows)
    return PeopleOut(items=[PersonOut(**asdict(row)) for row in page], next_offset=next_offset)


@router.post("/people", response={201: PersonOut}, operation_id="create_person")
def post_person(request: Request, body: PersonIn) -> PersonOut:
    """Make a person known, so that they can be named and given roles."""
    made = create_person(actor_id=request.auth.id, email=body.email, name=body.name, locale=body.locale, zone=body.zone, at=now())
    return PersonOut(id=made.pk, name=made.name, email=made.email, active=True)


@router.get("/tokens", response=TokensOut, operation_id="list_tokens")
def list_tokens(request: Request) -> TokensOut:
    """Your access tokens, without their secrets."""
    return TokensOut(items=[TokenOut(**asdict(row)) for row in tokens_of(request.auth.id)])


@router.post("/tokens", response={201: TokenMade}, operation_id="create_token")
def post_token(request: Request, body: TokenIn) -> TokenMade:
    """Make an access token for a program that acts for you."""
    made, secret = create_token(actor_id=request.auth.id, name=body.name, scopes=body.scopes, expires_at=body.expires_at, at=real_now())
    return TokenMade(id=made, token=secret)


@router.delete("/tokens/{token_id}", response={204: None}, operation_id="revoke_token")
def delete_token(request: Request, token_id: Id) -> None:
    """Make one of your tokens worthless."""
    revoke_token(actor_id=request.auth.id, token_id=token_id, at=real_now())
