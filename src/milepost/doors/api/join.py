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
from milepost.apps.org.queries.invites import invitation
from milepost.doors.api.invites import PromiseOut
from milepost.doors.api.limits import slow_down
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
