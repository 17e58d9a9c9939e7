"""Reading invitations: those that somebody manages, and the one that a link opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from milepost.apps.org.access import scope_of
from milepost.apps.org.inviting import invites_shown, open_invite
from milepost.apps.org.models import Invite, Promise


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """What an invitation will give: a role at a node, or a place in a group."""

    node_id: int | None
    node_name: str | None
    role: str | None
    role_name: str | None
    group_id: int | None
    group_name: str | None


@dataclass(frozen=True, slots=True)
class InviteRow:
    """An invitation; `state` is open, expired, accepted or revoked."""

    id: int
    email: str
    name: str
    by_id: int | None
    by_name: str | None
    at: datetime
    expires_at: datetime
    state: str
    promises: tuple[PromiseRow, ...]


_PROMISE = ("node_id", "node__name", "role_id", "role__name", "group_id", "group__name")


def invites(actor_id: int, *, at: datetime, limit: int, offset: int) -> list[InviteRow]:
    """Those that somebody sent, and those to places where they manage people; newest first. Promises for places that they do not see
    are left out."""
    found = list(invites_shown(actor_id).select_related("invited_by").order_by("-created_at", "-id")[offset : offset + limit])
    seen = scope_of(actor_id)
    promised: dict[int, list[PromiseRow]] = {}
    for row in _promises(found).values_list("invite_id", "node__path", *_PROMISE):
        if row[1] is None or seen.allows(row[1]):
            promised.setdefault(row[0], []).append(PromiseRow(*row[2:]))
    return [_row(invite, promised.get(invite.pk, []), at) for invite in found]


def invitation(secret: str, *, at: datetime) -> InviteRow:
    """What whoever has the link is told. Raises InviteNotValid."""
    invite = open_invite(secret, at)
    return _row(invite, [PromiseRow(*row) for row in _promises([invite]).values_list(*_PROMISE)], at)


def _promises(found: Sequence[Invite]) -> QuerySet[Promise]:
    return Promise.objects.filter(invite__in=[invite.pk for invite in found]).order_by("id")


def _row(invite: Invite, promises: Sequence[PromiseRow], at: datetime) -> InviteRow:
    by = invite.invited_by
    return InviteRow(
        id=invite.pk,
        email=invite.email,
        name=invite.name,
        by_id=by.pk if by else None,
        by_name=by.name if by else None,
        at=invite.created_at,
        expires_at=invite.expires_at,
        state=_state(invite, at),
        promises=tuple(promises),
    )


def _state(invite: Invite, at: datetime) -> str:
    if invite.accepted_at is not None:
        return "accepted"
    if invite.revoked_at is not None:
        return "revoked"
    return "expired" if invite.expires_at <= at else "open"
