"""Which invitations somebody may know of, and which one a secret opens."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet

from milepost.apps.org.access import scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.errors import InviteNotValid
from milepost.apps.org.models import Invite, Promise
from milepost.apps.org.tokens import digest


def invites_shown(actor_id: int) -> QuerySet[Invite]:
    """Those that somebody sent, and those to places where they manage people."""
    places = scope_of(actor_id, Capability.PEOPLE)
    promised = Promise.objects.filter(places.condition("node__"))
    sent = Q(invited_by_id=actor_id, invited_by__is_active=True)
    return Invite.objects.filter(sent | Q(id__in=promised.values("invite_id"))) if places.paths else Invite.objects.filter(sent)


def open_invite(secret: str, at: datetime, *, lock: bool = False) -> Invite:
    """The open invitation with this secret. Raises InviteNotValid, the same for one that is over as for one that never was."""
    found = Invite.objects.select_for_update() if lock else Invite.objects.all()
    invite = found.filter(digest=digest(secret), accepted_at=None, revoked_at=None, expires_at__gt=at).first()
    if invite is None:
        raise InviteNotValid
    return invite
