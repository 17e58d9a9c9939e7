"""Invitations: by link, by mail where mail leaves from here, for one address or a whole list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Literal, Self, cast

from ninja import Query, Router, Schema
from pydantic import Field, model_validator

from milepost.apps.org import queries
from milepost.apps.org.actions.invite_people import Outcome, invite_people, renew_invite, revoke_invite
from milepost.apps.org.addresses import Addressee, addressees
from milepost.apps.org.mails import Letter, can_send, send
from milepost.apps.org.queries.invites import InviteRow, invites
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id, RoleKey
from milepost.doors.api.nodes import PersonRef
from milepost.doors.api.paging import Paging
from milepost.doors.clock import real_now

router = Router(tags=["invites"])
Became = Literal["invited", "widened", "already_invited", "granted", "already_holds", "left", "twice", "unreadable"]


class InvitedIn(Schema):
    """Somebody to invite."""

    email: Annotated[str, Field(min_length=1, max_length=254)]
    name: Annotated[str, Field(max_length=200)] = ""


class InvitesIn(Schema):
    """Whom to invite to which place with which role: `people`, or `text` with an address to a line (CSV, or pasted from a mail).

    `mail` sends each new invitation to its address.
    """

    people: list[InvitedIn] = Field(default_factory=list, max_length=500)
    text: Annotated[str, Field(max_length=100_000)] = ""
    node_id: Id
    role: RoleKey
    group_ids: list[Id] = Field(default_factory=list, max_length=50)
    mail: bool = False

    @model_validator(mode="after")
    def somebody(self) -> Self:
        """Refuse an invitation of nobody."""
        if not self.people and not self.text.strip():
            raise ValueError("name somebody in people or text")
        return self


class InvitedOut(Schema):
    """What became of one address. `link` of a fresh invitation is shown this once; `mailed` is null where no mail was asked for."""

    email: str
    outcome: Became
    sentence: str
    invite_id: int | None
    person_id: int | None
    link: str | None
    mailed: bool | None


class InvitedList(Schema):
    """What became of each address, in the order in which they were given."""

    items: list[InvitedOut]


class PromiseOut(Schema):
    """What an invitation will give: a role at a node, or a place in a group."""

    node_id: int | None
    node_name: str | None
    role: str | None
    role_name: str | None
    group_id: int | None
    group_name: str | None


class InviteOut(Schema):
    """An invitation that was sent."""

    id: int
    email: str
    name: str
    by: PersonRef | None
    at: datetime
    expires_at: datetime
    state: Literal["open", "expired", "accepted", "revoked"]
    promises: list[PromiseOut]


class InviteList(Schema):
    """A page of invitations, newest first; `mail` says whether they can be sent by mail from here."""

    items: list[InviteOut]
    next_offset: int | None
    mail: bool


class RenewIn(Schema):
    """How the new link gets there."""

    mail: bool = False


@router.get("/invites", response=InviteList, operation_id="list_invites")
def list_invites(request: Request, query: Query[Paging]) -> InviteList:
    """Invitations that you sent, and those to places where you manage people."""
    page, next_offset = query.cut(invites(request.auth.id, at=real_now(), **query.ask))
    return InviteList(items=[_out(row) for row in page], next_offset=next_offset, mail=can_send())


@router.post("/invites", response={201: InvitedList}, operation_id="invite_people")
def post_invites(request: Request, body: InvitesIn) -> InvitedList:
    """Invite people to a place. Who is here already gets the role at once."""
    people = [*(Addressee(one.email, one.name) for one in body.people), *addressees(body.text)]
    made = invite_people(
        actor_id=request.auth.id, people=people, node_id=body.node_id, role=body.role, group_ids=body.group_ids, at=real_now()
    )
    return InvitedList(items=_told(request, made, mail=body.mail))


@router.post("/invites/{invite_id}/renew", response=InvitedOut, operation_id="renew_invite")
def post_renew(request: Request, invite_id: Id, body: RenewIn) -> InvitedOut:
    """Give an open or expired invitation a new link that holds for 14 days; the old one dies."""
    return _told(request, [renew_invite(actor_id=request.auth.id, invite_id=invite_id, at=real_now())], mail=body.mail)[0]


@router.delete("/invites/{invite_id}", response={204: None}, operation_id="revoke_invite")
def delete_invite(request: Request, invite_id: Id) -> None:
    """Make an invitation worthless."""
    revoke_invite(actor_id=request.auth.id, invite_id=invite_id, at=real_now())


def _told(request: Request, made: Sequence[Outcome], *, mail: bool) -> list[InvitedOut]:
    links = {one.email: request.build_absolute_uri(f"/join/{one.secret}") for one in made if one.secret}
    mailed = dict(zip(links, send(_letters(request, links)), strict=True)) if mail and can_send() else {}
    return [
        InvitedOut(
            email=one.email,
            outcome=cast("Became", one.outcome),
            sentence=one.sentence,
            invite_id=one.invite_id,
            person_id=one.person_id,
            link=links.get(one.email),
            mailed=mailed.get(one.email, False) if mail and one.secret else None,
        )
        for one in made
    ]


def _letters(request: Request, links: dict[str, str]) -> list[Letter]:
    by = queries.person(request.auth.id)
    organisation = queries.organisation_or_default().name
    name, locale = (by.name, by.locale) if by else ("", "en")
    return [Letter("invite", email, link, locale, organisation, by=name) for email, link in links.items()]


def _out(row: InviteRow) -> InviteOut:
    return InviteOut(
        id=row.id,
        email=row.email,
        name=row.name,
        by=PersonRef(id=row.by_id, name=row.by_name) if row.by_id and row.by_name else None,
        at=row.at,
        expires_at=row.expires_at,
        state=cast("Literal['open', 'expired', 'accepted', 'revoked']", row.state),
        promises=[PromiseOut(**asdict(one)) for one in row.promises],
    )
