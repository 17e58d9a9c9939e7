"""Reading people: oneself, whom a token speaks for, colleagues, and who may see a node."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from milepost.apps.org.acquaintance import known_to, manages_people
from milepost.apps.org.models import Person, Token
from milepost.apps.org.tokens import digest


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who a token speaks for, and how far."""

    person_id: int
    scopes: tuple[str, ...]
    token_id: int
    last_used_at: datetime | None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as they see themselves."""

    id: int
    name: str
    email: str
    locale: str
    zone: str


@dataclass(frozen=True, slots=True)
class ColleagueRow:
    """A person as others see them; the address only for who may manage people."""

    id: int
    name: str
    email: str | None
    active: bool


@dataclass(frozen=True, slots=True)
class TokenRow:
    """An access token, without its secret."""

    id: int
    name: str
    scopes: list[str]
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None


def person(person_id: int) -> PersonRow | None:
    """An active person."""
    row = Person.objects.filter(id=person_id, is_active=True).values_list("id", "name", "email", "locale", "zone").first()
    return PersonRow(*row) if row else None


def person_id(email: str, *, left: bool = False) -> int | None:
    """The id of the active person with this address, in any case; with `left` of one who left."""
    return Person.objects.filter(email=email.strip().lower(), is_active=not left).values_list("id", flat=True).first()


def bearer(token: str, *, at: datetime) -> Bearer | None:
    """Whom a token speaks for; None where it is unknown, expired, or its person no longer active."""
    columns = ("person_id", "scopes", "id", "last_used_at", "expires_at")
    found = Token.objects.filter(digest=digest(token), person__is_active=True).values_list(*columns).first()
    if found is None or (found[4] is not None and found[4] <= at):
        return None
    return Bearer(found[0], tuple(found[1]), found[2], found[3])


def colleagues(actor_id: int, *, q: str = "", left: bool = False, limit: int, offset: int) -> list[ColleagueRow]:
    """Active people by name: all for who may manage people; else oneself, and all who hold a role at, above or below a node whose
    directory one may read. With `left` those who left instead, whom only who manages people is told. `q` is in the name, or in the
    address where it is shown."""
    full = manages_people(actor_id)
    found = Person.objects.filter(known_to(actor_id), is_active=not left)
    if q:
        found = found.filter(Q(name__icontains=q) | Q(email__icontains=q) if full else Q(name__icontains=q))
    rows = found.order_by("name", "id").values_list("id", "name", "email", "is_active")[offset : offset + limit]
    return [ColleagueRow(pk, name, email if full or pk == actor_id else None, active) for pk, name, email, active in rows]


def tokens_of(person_id: int) -> list[TokenRow]:
    """The person's own access tokens, oldest first."""
    columns = ("id", "name", "scopes", "created_at", "expires_at", "last_used_at")
    return [TokenRow(*row) for row in Token.objects.filter(person_id=person_id).order_by("created_at", "id").values_list(*columns)]
