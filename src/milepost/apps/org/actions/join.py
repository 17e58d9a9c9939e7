"""Join by an invitation: who opens its link, or proves its address elsewhere, becomes a person and gets what was promised."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from milepost.apps.org.actions.create_person import create_person
from milepost.apps.org.actions.grant_role import grant_role
from milepost.apps.org.actions.invite_people import check_promise
from milepost.apps.org.actions.manage_groups import put_into
from milepost.apps.org.events import INVITE_ACCEPTED
from milepost.apps.org.inviting import open_invite
from milepost.apps.org.models import Invite, Person, Promise
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import MilepostError


@transaction.atomic
def join(*, secret: str, name: str, password: str, at: datetime, locale: str = "en", zone: str = "UTC") -> Person:
    """The new person, who can sign in with the password.

    What its giver could not give any more is left out. Raises InviteNotValid, Invalid, WeakPassword, and AddressTaken where somebody
    has the address meanwhile.
    """
    invite = open_invite(secret, at, lock=True)
    person = create_person(actor_id=None, email=invite.email, name=name, at=at, password=password, locale=locale, zone=zone)
    keep_promises(invite, person, at)
    return person


@transaction.atomic
def join_by_address(*, email: str, name: str, at: datetime) -> Person | None:
    """The new person without a password, for whom somebody trusted vouches that the address is theirs; None where none was invited."""
    found = Invite.objects.select_for_update().filter(email=email, accepted_at=None, revoked_at=None, expires_at__gt=at)
    invite = found.first()
    if invite is None:
        return None
    person = create_person(actor_id=None, email=email, name=invite.name or name, at=at)
    keep_promises(invite, person, at)
    return person


def keep_promises(invite: Invite, person: Person, at: datetime) -> None:
    """Give what was promised, each by its giver and as far as they could give it now, and close the invitation."""
    kept = [_keep(promise, person, at) for promise in invite.promises.select_related("group").order_by("id")]
    invite.accepted_at, invite.accepted_by = at, person
    invite.save(update_fields=["accepted_at", "accepted_by"])
    data = {"invite": invite.pk, "person": person.pk, "left_out": kept.count(False)}
    record(INVITE_ACCEPTED, actor_id=person.pk, at=at, data=data)


def _keep(promise: Promise, person: Person, at: datetime) -> bool:
    giver = promise.given_by_id
    try:
        with transaction.atomic():
            check_promise(promise, giver_id=giver)
            if promise.group is not None:
                put_into(promise.group, person_id=person.pk, actor_id=giver, at=at)
            elif promise.node_id is not None and promise.role_id is not None:
                grant_role(actor_id=giver, person_id=person.pk, node_id=promise.node_id, role=promise.role_id, at=at)
    except MilepostError:
        return False
    return True
