"""Invite people by their addresses, renew and revoke invitations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from milepost.apps.org.access import node_for, require, scope_of
from milepost.apps.org.actions.grant_role import grant_role
from milepost.apps.org.actions.manage_groups import put_into
from milepost.apps.org.addresses import MOST, Addressee
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.errors import InvitePromisesMore
from milepost.apps.org.events import INVITE_RENEWED, INVITE_REVOKED, INVITE_WIDENED, INVITED
from milepost.apps.org.giving import group_to_give, require_people, role_to_give
from milepost.apps.org.inviting import invites_shown
from milepost.apps.org.models import Grant, Group, Invite, Membership, Node, Person, Promise
from milepost.apps.org.tokens import digest, new_secret
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import Invalid, MilepostError, NotAllowed, NotFound

HOLDS = timedelta(days=14)
SENTENCES = {
    "invited": "{email} can join by the link.",
    "widened": "{email} was invited before; that invitation gives this too now.",
    "already_invited": "{email} was invited to this before. If the link got lost, renew it.",
    "granted": "{email} is here already, as {name}, and has the role now.",
    "already_holds": "{email} is here already, as {name}, and holds this role.",
    "left": "{email} belongs to {name}, who has left. Bring them back instead.",
    "twice": "{email} stands in the list twice; once is enough.",
    "unreadable": "{email} is no mail address.",
}
"""What became of each address, for the one who invites."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one address: a key of SENTENCES; `secret` is that of the link, shown this once, of a fresh invitation."""

    email: str
    outcome: str
    name: str = ""
    invite_id: int | None = None
    person_id: int | None = None
    secret: str | None = None

    @property
    def sentence(self) -> str:
        """What happened, in words."""
        return SENTENCES[self.outcome].format(email=self.email, name=self.name)


@dataclass(frozen=True, slots=True)
class _Gift:
    """What is given to all of them, by whom and when; checked."""

    actor_id: int
    node: Node
    role: str
    groups: tuple[Group, ...]
    at: datetime


@transaction.atomic
def invite_people(
    *, actor_id: int, people: Sequence[Addressee], node_id: int, role: str, at: datetime, group_ids: Sequence[int] = ()
) -> list[Outcome]:
    """Invite each, or give the role at once to who is here already; one outcome for each, in their order.

    Needs SHARE and PEOPLE at the node. Raises NotFound, NotAllowed, UnknownRole, Invalid for too many at once, and MoreThanOwn or
    GroupHoldsMore for what the actor does not hold; then nobody was invited.
    """
    if len(people) > MOST:
        raise Invalid(field="people", reason=f"invite at most {MOST} at once")
    node = node_for(actor_id, node_id, Capability.PEOPLE)
    require(scope_of(actor_id).bits_at(node.path), Capability.SHARE)
    role_to_give(actor_id, node, role)
    groups = tuple(group_to_give(actor_id, group_id) for group_id in dict.fromkeys(group_ids))
    gift = _Gift(actor_id, node, role, groups, at)
    seen: set[str] = set()
    return [_invite(one, gift, seen) for one in people]


@transaction.atomic
def renew_invite(*, actor_id: int, invite_id: int, at: datetime) -> Outcome:
    """Give an open invitation a new link that holds from now on; the old one dies.

    Raises NotFound, NotAllowed, and InvitePromisesMore, because whoever has the link can take what was promised.
    """
    invite = _open_invite(actor_id, invite_id)
    if not all(_could_give(promise, actor_id) for promise in invite.promises.all()):
        raise InvitePromisesMore(email=invite.email)
    secret = new_secret()
    invite.digest, invite.expires_at = digest(secret), at + HOLDS
    invite.save(update_fields=["digest", "expires_at"])
    record(INVITE_RENEWED, actor_id=actor_id, at=at, data={"invite": invite_id})
    return Outcome(invite.email, "invited", invite.name, invite_id, secret=secret)


@transaction.atomic
def revoke_invite(*, actor_id: int, invite_id: int, at: datetime) -> None:
    """Make an open invitation worthless. Raises NotFound, and NotAllowed also where it holds what the actor could not give."""
    invite = _open_invite(actor_id, invite_id)
    for promise in invite.promises.all():
        # What its giver could not give any more is worth nothing, and so nobody's to keep.
        if _could_give(promise, promise.given_by_id) and not _could_give(promise, actor_id):
            raise NotAllowed(verb="take back what somebody else promised", capability=Capability.SHARE.word)
    invite.revoked_at = at
    invite.save(update_fields=["revoked_at"])
    record(INVITE_REVOKED, actor_id=actor_id, at=at, data={"invite": invite_id})


def check_promise(promise: Promise, *, giver_id: int) -> None:
    """Raise what `invite_people` raises where somebody could not give this now."""
    if promise.group is not None:
        group_to_give(giver_id, promise.group.pk)
        return
    node = node_for(giver_id, promise.node_id or 0, Capability.SHARE)
    role_to_give(giver_id, node, promise.role_id or "")


def _could_give(promise: Promise, giver_id: int) -> bool:
    try:
        check_promise(promise, giver_id=giver_id)
    except MilepostError:
        return False
    return True


def _open_invite(actor_id: int, invite_id: int) -> Invite:
    found = Invite.objects.select_for_update().filter(id=invite_id, accepted_at=None, revoked_at=None)
    if not invites_shown(actor_id).filter(id=invite_id).exists() or (invite := found.first()) is None:
        raise NotFound(what="open invitation")
    require_people(actor_id)
    return invite


def _invite(one: Addressee, gift: _Gift, seen: set[str]) -> Outcome:
    address = one.address
    if address is None:
        return Outcome(one.email, "unreadable")
    if address in seen:
        return Outcome(address, "twice")
    seen.add(address)
    person = Person.objects.filter(email=address).first()
    if person is not None:
        return _give_at_once(person, gift)
    invite = Invite.objects.select_for_update().filter(email=address, accepted_at=None, revoked_at=None).first()
    if invite is not None and invite.expires_at > gift.at:
        return _widen(invite, gift)
    if invite is not None:
        Invite.objects.filter(id=invite.pk).update(revoked_at=gift.at)  # it is over: a fresh one takes its place
    return _fresh(address, one.name, gift)


def _fresh(address: str, name: str, gift: _Gift) -> Outcome:
    secret = new_secret()
    clean = " ".join(name.split())[:200]
    given = {"digest": digest(secret), "invited_by_id": gift.actor_id, "created_at": gift.at, "expires_at": gift.at + HOLDS}
    invite = Invite.objects.create(email=address, name=clean, **given)
    _promise(invite, gift)
    record(INVITED, actor_id=gift.actor_id, at=gift.at, node_id=gift.node.pk, data={"invite": invite.pk, "role": gift.role})
    return Outcome(address, "invited", clean, invite.pk, secret=secret)


def _widen(invite: Invite, gift: _Gift) -> Outcome:
    if not _promise(invite, gift):
        return Outcome(invite.email, "already_invited", invite.name, invite.pk)
    record(INVITE_WIDENED, actor_id=gift.actor_id, at=gift.at, node_id=gift.node.pk, data={"invite": invite.pk, "role": gift.role})
    return Outcome(invite.email, "widened", invite.name, invite.pk)


def _promise(invite: Invite, gift: _Gift) -> bool:
    """Put the gift into an invitation; False where all of it was in already."""
    giver = {"given_by_id": gift.actor_id}
    _, fresh = Promise.objects.get_or_create(invite=invite, node=gift.node, role_id=gift.role, defaults=giver)
    more = [Promise.objects.get_or_create(invite=invite, group=group, defaults=giver)[1] for group in gift.groups]
    return fresh or any(more)


def _give_at_once(person: Person, gift: _Gift) -> Outcome:
    if not person.is_active:
        return Outcome(person.email, "left", person.name, person_id=person.pk)
    held = Grant.objects.filter(person=person, node=gift.node, role_id=gift.role).exists()
    inside = Membership.objects.filter(person=person, group__in=gift.groups).count() == len(gift.groups)
    if held and inside:
        return Outcome(person.email, "already_holds", person.name, person_id=person.pk)
    grant_role(actor_id=gift.actor_id, person_id=person.pk, node_id=gift.node.pk, role=gift.role, at=gift.at)
    for group in gift.groups:
        put_into(group, person_id=person.pk, actor_id=gift.actor_id, at=gift.at)
    return Outcome(person.email, "granted", person.name, person_id=person.pk)
