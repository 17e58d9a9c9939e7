"""Doors that are open to who has a link: joining by an invitation, and setting a password."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Router, Schema
from pydantic import Field

from milepost.apps.org import queries
from milepost.apps.org.actions.join import join
from milepost.apps.org.actions.password_links import ask_for_password_link, set_password_by_link
from milepost.apps.org.errors import NoMail
from milepost.apps.org.mails import Letter, can_send, send_soon
from milepost.apps.org.queries.account import link_holder
from milepost.apps.org.queries.invites import invitation
from milepost.doors.api.invites import PromiseOut
from milepost.doors.api.limits import HOUR, slow_down, within
from milepost.doors.clock import real_now

router = Router(tags=["join"])
Secret = Annotated[str, Path(max_length=100)]
Password = Annotated[str, Field(min_length=1, max_length=1000)]


class InvitationOut(Schema):
    """What whoever has the link is told before they join."""

    organisation: str
    email: str
    name: str
    invited_by: str | None
    expires_at: datetime
    promises: list[PromiseOut]


class JoinIn(Schema):
    """Who joins: their name, language, time zone, and the password by which they will sign in."""

    name: Annotated[str, Field(min_length=1, max_length=200)]
    locale: Annotated[str, Field(max_length=20)] = "en"
    zone: Annotated[str, Field(max_length=60)] = "UTC"
    password: Password


class JoinedOut(Schema):
    """Sign in with this address now."""

    person_id: int
    email: str


class LinkHolderOut(Schema):
    """Whose password the link sets."""

    name: str
    email: str


class PasswordIn(Schema):
    """The new password."""

    password: Password


class ForgottenIn(Schema):
    """Whose password is forgotten."""

    email: Annotated[str, Field(min_length=3, max_length=254)]


@router.get("/join/{token}", response=InvitationOut, auth=None, operation_id="get_invitation")
def get_invitation(request: HttpRequest, token: Secret) -> InvitationOut:
    """What an invitation is for. Works without signing in; a link that does not hold answers as one that never was."""
    slow_down(request, "link")
    row = invitation(token, at=real_now())
    return InvitationOut(
        organisation=queries.organisation_or_default().name,
        email=row.email,
        name=row.name,
        invited_by=row.by_name,
        expires_at=row.expires_at,
        promises=[PromiseOut(**asdict(one)) for one in row.promises],
    )


@router.post("/join/{token}", response={201: JoinedOut}, auth=None, operation_id="join")
def post_join(request: HttpRequest, token: Secret, body: JoinIn) -> JoinedOut:
    """Accept an invitation: the person exists now, with what was promised, and signs in with the password."""
    slow_down(request, "link")
    person = join(secret=token, name=body.name, password=body.password, locale=body.locale, zone=body.zone, at=real_now())
    return JoinedOut(person_id=person.pk, email=person.email)


@router.get("/password-links/{token}", response=LinkHolderOut, auth=None, operation_id="get_password_link")
def get_password_link(request: HttpRequest, token: Secret) -> LinkHolderOut:
    """Whose password a link sets. Works without signing in; a link that does not hold answers as one that never was."""
    slow_down(request, "link")
    name, email = link_holder(token, at=real_now())
    return LinkHolderOut(name=name, email=email)


@router.post("/password-links/{token}", response=LinkHolderOut, auth=None, operation_id="set_password_by_link")
def post_password_link(request: HttpRequest, token: Secret, body: PasswordIn) -> LinkHolderOut:
    """Set the password by a link, which is then used up. All sessions of the person end; a second factor stays."""
    slow_down(request, "link")
    person = set_password_by_link(secret=token, password=body.password, at=real_now())
    return LinkHolderOut(name=person.name, email=person.email)


@router.post("/password-links", response={204: None}, auth=None, operation_id="ask_for_password_link")
def post_forgotten(request: HttpRequest, body: ForgottenIn) -> None:
    """Have a link to set a new password sent to an address. The answer is the same whether or not somebody has it."""
    slow_down(request, "forgotten", most=10)
    if not can_send():
        raise NoMail
    if within(f"forgotten:{body.email.strip().lower()}", 3, HOUR):
        found = ask_for_password_link(email=body.email, at=real_now())
        if found is not None:
            person, secret = found
            link = request.build_absolute_uri(f"/password/{secret}")
            send_soon([Letter("password", person.email, link, person.locale, queries.organisation_or_default().name)])
