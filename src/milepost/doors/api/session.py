"""Who is signed in, in which organisation, and the token that a browser's writes need."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated

from django.http import HttpRequest
from django.middleware.csrf import get_token
from ninja import Router, Schema
from pydantic import Field

from milepost.apps.org import queries
from milepost.apps.org.actions.change_profile import change_profile
from milepost.apps.org.mails import can_send
from milepost.apps.org.queries.account import own_account
from milepost.doors.api.auth import Request
from milepost.doors.api.errors import SignInFirst
from milepost.doors.api.signin import providers
from milepost.doors.clock import now

router = Router(tags=["session"])


class RoleNameOut(Schema):
    """A role."""

    key: str
    name: str


class Me(Schema):
    """The signed-in person. `may` is all that they may do anywhere (view, edit ..., people, settings); `password` and `second_factor` say
    how they sign in; `factor_for` is a role of theirs that asks for a second factor: without one all else answers second_factor.needed."""

    id: int
    name: str
    email: str
    locale: str
    zone: str
    may: list[str]
    password: bool
    second_factor: bool
    factor_for: RoleNameOut | None
    mention_mails: bool


class MePatch(Schema):
    """What shall change of your profile; what is left out stays. `mention_mails`: a mail when somebody mentions you."""

    name: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    locale: Annotated[str, Field(max_length=20)] | None = None
    zone: Annotated[str, Field(max_length=60)] | None = None
    mention_mails: bool | None = None


class ProviderOut(Schema):
    """Another place that vouches for people: send a form with provider, callback_url and process=login to
    /_allauth/browser/v1/auth/provider/redirect."""

    id: str
    name: str


class SignInOut(Schema):
    """The ways in beside the password: `forgotten` says whether a link can be sent by mail."""

    forgotten: bool
    providers: list[ProviderOut]


class OrganisationOut(Schema):
    """The organisation; `now` is its clock, which stands at one day in a demo."""

    id: int
    name: str
    zone: str
    currency: str
    now: datetime
    demo: bool


class SessionOut(Schema):
    """`person` is null before sign-in, `organisation` for whoever is not signed in."""

    person: Me | None
    organisation: OrganisationOut | None
    sign_in: SignInOut
    csrf_token: str


@router.get("/session", response=SessionOut, auth=None, operation_id="get_session")
def get_session(request: HttpRequest) -> SessionOut:
    """Who is signed in. Works without signing in; sign-in itself is POST /_allauth/browser/v1/auth/login."""
    signed_in = own_account(request.user.pk) if request.user.is_authenticated else None
    row = queries.organisation() if signed_in else None
    return SessionOut(
        person=Me(**asdict(signed_in)) if signed_in else None,
        organisation=_organisation(row) if row else None,
        sign_in=SignInOut(forgotten=can_send(), providers=[ProviderOut(id=pk, name=name) for pk, name in providers()]),
        csrf_token=get_token(request),
    )


@router.patch("/account", response=Me, operation_id="change_account")
def patch_account(request: Request, body: MePatch) -> Me:
    """Change your own name, language or time zone, or whether mentions are mailed to you."""
    change_profile(actor_id=request.auth.id, at=now(), **body.dict())
    own = own_account(request.auth.id)
    if own is None:
        raise SignInFirst
    return Me(**asdict(own))


def _organisation(row: queries.OrganisationRow) -> OrganisationOut:
    return OrganisationOut(id=1, name=row.name, zone=row.zone, currency=row.currency, now=now(), demo=row.demo_day is not None)
