"""Who is signed in, in which organisation, and the token that a browser's writes need."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from django.http import HttpRequest
from django.middleware.csrf import get_token
from ninja import Router, Schema

from milepost.apps.org import queries
from milepost.doors.clock import now

router = Router(tags=["session"])


class Me(Schema):
    """The signed-in person."""

    id: int
    name: str
    email: str
    locale: str
    zone: str


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
    csrf_token: str


@router.get("/session", response=SessionOut, auth=None, operation_id="get_session")
def get_session(request: HttpRequest) -> SessionOut:
    """Who is signed in. Works without signing in; sign-in itself is POST /_allauth/browser/v1/auth/login."""
    signed_in = queries.person(request.user.pk) if request.user.is_authenticated else None
    row = queries.organisation() if signed_in else None
    return SessionOut(
        person=Me(**asdict(signed_in)) if signed_in else None,
        organisation=_organisation(row) if row else None,
        csrf_token=get_token(request),
    )


def _organisation(row: queries.OrganisationRow) -> OrganisationOut:
    return OrganisationOut(id=1, name=row.name, zone=row.zone, currency=row.currency, now=now(), demo=row.demo_day is not None)
