"""Reading one person: as others may see them, and their account for who manages it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from milepost.apps.org.access import scope_of
from milepost.apps.org.acquaintance import knows
from milepost.apps.org.actions.password_links import valid_link
from milepost.apps.org.capabilities import Capability, words
from milepost.apps.org.factors import has_factor, role_that_asks
from milepost.apps.org.giving import person_to_manage
from milepost.apps.org.models import Person
from milepost.apps.org.queries.groups import GroupRow, groups_of
from milepost.apps.org.queries.people import TokenRow, tokens_of
from milepost.kernel.errors import MilepostError, NotFound


@dataclass(frozen=True, slots=True)
class RoleName:
    """A role by its key and its name."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A person as they see themselves; `may` is all that they may do anywhere, `factor_for` the role that asks for a second factor."""

    id: int
    name: str
    email: str
    locale: str
    zone: str
    may: list[str]
    password: bool
    second_factor: bool
    factor_for: RoleName | None
    mention_mails: bool


@dataclass(frozen=True, slots=True)
class AccountRow:
    """How somebody signs in: for themselves and for who manages people."""

    email: str
    locale: str
    zone: str
    created_at: datetime
    last_sign_in: datetime | None
    password: bool
    second_factor: bool
    groups: tuple[GroupRow, ...]


@dataclass(frozen=True, slots=True)
class CardRow:
    """A person; `account` is None for who may not know it; `manageable` where the asker may manage the account."""

    id: int
    name: str
    active: bool
    left_at: datetime | None
    account: AccountRow | None
    manageable: bool


def card(actor_id: int, person_id: int) -> CardRow:
    """A person as the actor may see them. Raises NotFound for whom they may not know of."""
    person = Person.objects.filter(id=person_id).first()
    if person is None or not knows(actor_id, person_id):
        raise NotFound(what="person")
    told = actor_id == person_id or bool(scope_of(actor_id, Capability.PEOPLE).paths)
    account = _account(person) if told else None
    return CardRow(person.pk, person.name, person.is_active, person.left_at, account, _manageable(actor_id, person_id))


def own_account(person_id: int) -> OwnRow | None:
    """An active person, for themselves."""
    person = Person.objects.filter(id=person_id, is_active=True).first()
    if person is None:
        return None
    may = words(reduce(or_, (bits for _, bits in scope_of(person_id).granted), 0))
    about = (person.pk, person.name, person.email, person.locale, person.zone)
    asking = role_that_asks(person_id)
    factor_for = RoleName(asking.pk, asking.name) if asking else None
    return OwnRow(*about, may, person.has_usable_password(), has_factor(person_id), factor_for, person.mention_mails)


def tokens_managed(actor_id: int, person_id: int) -> list[TokenRow]:
    """Somebody's tokens, for who manages their account. Raises NotFound, NotAllowed, PersonHoldsMore."""
    return tokens_of(person_to_manage(actor_id, person_id).pk)


def link_holder(secret: str, *, at: datetime) -> tuple[str, str]:
    """Name and address of the person who may set a password by this link. Raises LinkNotValid."""
    person = valid_link(secret, at).person
    return person.name, person.email


def _account(person: Person) -> AccountRow:
    return AccountRow(
        email=person.email,
        locale=person.locale,
        zone=person.zone,
        created_at=person.created_at,
        last_sign_in=person.last_login,
        password=person.has_usable_password(),
        second_factor=has_factor(person.pk),
        groups=tuple(groups_of(person.pk)),
    )


def _manageable(actor_id: int, person_id: int) -> bool:
    try:
        person_to_manage(actor_id, person_id)
    except MilepostError:
        return False
    return True
