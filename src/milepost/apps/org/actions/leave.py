"""Somebody leaves: their account ends, what they had goes to somebody else, and history keeps their name. And they may come back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from milepost.apps.org.access import scope_of
from milepost.apps.org.actions.manage_account import sign_out_everywhere
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.errors import NotHere, StillHere
from milepost.apps.org.events import PERSON_LEFT, PERSON_RESTORED
from milepost.apps.org.giving import keep_an_owner, lock_owners, person_to_manage
from milepost.apps.org.leaving import Held, all_held, hand_all_over
from milepost.apps.org.models import Grant, Invite, Membership, Node, PasswordLink, Person, Token
from milepost.apps.org.models.node import NodeKind
from milepost.apps.org.profiles import profile_keeper
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import Invalid


@dataclass(frozen=True, slots=True)
class Leaving:
    """What leaving ends (groups by name, tokens, open invitations that they sent) and keeps (roles, for a return), and what is in their
    name: nodes that they manage or sponsor and things of higher apps, of which those that are `mine` can be handed over by the asker."""

    groups: tuple[str, ...]
    roles: int
    tokens: int
    invites: int
    holds: tuple[Held, ...]


@transaction.atomic
def leave(*, actor_id: int | None, person_id: int, at: datetime, hand_over_to: int | None = None, dry_run: bool = False) -> Leaving:
    """End an account: sessions, tokens, groups and the invitations that they sent; hand over what is in their name to who is named.

    `dry_run` changes nothing. Raises NotFound, NotAllowed, PersonHoldsMore, NotHere for who left already, Invalid for who cannot take
    over, and LastOwner; then nothing was changed.
    """
    person = person_to_manage(actor_id, person_id, lock=True)
    if not person.is_active:
        raise NotHere(name=person.name)
    _check_heir(person, hand_over_to)
    found = _leaving(actor_id, person)
    lock_owners()
    with transaction.atomic():
        _end(person, at)
        keep_an_owner()
        if hand_over_to is not None and actor_id is not None and not dry_run:
            _hand_over(actor_id, person_id, hand_over_to, at)
        told = {"groups": len(found.groups), "tokens": found.tokens, "invites": found.invites}
        record(PERSON_LEFT, actor_id=actor_id, at=at, data={"person": person_id, "to": hand_over_to, **told})
        if dry_run:
            transaction.set_rollback(True)
    return found


@transaction.atomic
def restore_person(*, actor_id: int | None, person_id: int, at: datetime) -> None:
    """Bring somebody back who left: they sign in as before, and hold the roles that they held themselves. Groups, tokens and what was
    handed over stay as they are. Raises NotFound, NotAllowed, PersonHoldsMore, StillHere."""
    person = person_to_manage(actor_id, person_id, lock=True)
    if person.is_active:
        raise StillHere(name=person.name)
    person.is_active, person.left_at = True, None
    person.save(update_fields=["is_active", "left_at"])
    record(PERSON_RESTORED, actor_id=actor_id, at=at, data={"person": person_id})


def _check_heir(person: Person, heir: int | None) -> None:
    if heir is not None and (heir == person.pk or not Person.objects.filter(id=heir, is_active=True).exists()):
        raise Invalid(field="hand_over_to", reason="it is somebody else who is here")


def _leaving(actor_id: int | None, person: Person) -> Leaving:
    sent = Invite.objects.filter(invited_by=person, accepted_at=None, revoked_at=None)
    things = all_held(actor_id=actor_id, person_id=person.pk) if actor_id is not None else []
    return Leaving(
        groups=tuple(Membership.objects.filter(person=person).order_by("group__name").values_list("group__name", flat=True)),
        roles=Grant.objects.filter(person=person).count(),
        tokens=Token.objects.filter(person=person).count(),
        invites=sent.count(),
        holds=(*_nodes_held(actor_id, person.pk), *things),
    )


def _nodes_held(actor_id: int | None, person_id: int) -> list[Held]:
    everything = Node.objects.unscoped(reason="counted where the actor may not see them, named where they may")
    rows = everything.filter(Q(manager_id=person_id) | Q(sponsor_id=person_id), deleted_at=None).order_by("path")
    scope = scope_of(actor_id or 0, Capability.ARRANGE)
    found: list[Held] = []
    for pk, name, path, manager, sponsor in rows.values_list("id", "name", "path", "manager_id", "sponsor_id"):
        seen = bool(scope.bits_at(path))
        roles = [word for word, who in (("manages", manager), ("sponsors", sponsor)) if who == person_id]
        where, named = (pk, name) if seen else (0, "")
        found += [Held(word, where, named, where, 1, scope.allows(path), place=named) for word in roles]
    return found


def _end(person: Person, at: datetime) -> None:
    person.is_active, person.left_at = False, at
    person.save(update_fields=["is_active", "left_at"])
    sign_out_everywhere(person)
    Token.objects.filter(person=person).delete()
    PasswordLink.objects.filter(person=person).delete()
    Membership.objects.filter(person=person).delete()
    Invite.objects.filter(invited_by=person, accepted_at=None, revoked_at=None).update(revoked_at=at)


def _hand_over(actor_id: int, person_id: int, to_id: int, at: datetime) -> None:
    """The profiles of projects say who manages and sponsors them; nodes of other kinds have no profile."""
    scope = scope_of(actor_id, Capability.ARRANGE)
    for role in ("manager", "sponsor"):
        nodes = Node.objects.scoped(scope).filter(**{f"{role}_id": person_id})
        for node_id in nodes.filter(kind=NodeKind.PROJECT).order_by("id").values_list("id", flat=True):
            profile_keeper().write(node_id, {role: to_id}, actor_id=actor_id, at=at)
        nodes.exclude(kind=NodeKind.PROJECT).update(**{f"{role}_id": to_id})
    hand_all_over(actor_id=actor_id, person_id=person_id, to_id=to_id, at=at)
