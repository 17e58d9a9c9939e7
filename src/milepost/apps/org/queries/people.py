"""Reading people: oneself, whom a token speaks for, colleagues, and who may see a node."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from milepost.apps.org.access import scope_of
from milepost.apps.org.acquaintance import works_in
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Person, Token
from milepost.apps.org.tokens import digest


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who a token speaks for, and how far."""

    person_id: int
    scopes: tuple[str, ...]


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


@dataclass(frozen=True, slots=True)
class TokenRow:
    """An access token, without its secret."""

    id: int
    name: str
    scopes: list[str]
    created_at: datetime
    expires_at: datetime | None


def person(person_id: int) -> PersonRow | None:
    """An active person."""
    row = Person.objects.filter(id=person_id, is_active=True).values_list("id", "name", "email", "locale", "zone").first()
    return PersonRow(*row) if row else None


def person_id(email: str) -> int | None:
    """The id of the active person with this address, in any case."""
    return Person.objects.filter(email=email.strip().lower(), is_active=True).values_list("id", flat=True).first()


def bearer(token: str, *, at: datetime) -> Bearer | None:
    """Whom a token speaks for; None where it is unknown, expired, or its person no longer active."""
    found = Token.objects.filter(digest=digest(token), person__is_active=True).values_list("person_id", "scopes", "expires_at").first()
    if found is None or (found[2] is not None and found[2] <= at):
        return None
    return Bearer(found[0], tuple(found[1]))


def colleagues(actor_id: int, *, q: str = "", limit: int, offset: int) -> list[ColleagueRow]:
    """Active people by name: all for who may manage people; else oneself, and all who hold a role at, above or below a node whose
    directory one may read."""
    full = bool(scope_of(actor_id, Capability.PEOPLE).paths)
    found = Person.objects.filter(is_active=True)
    if not full:
        found = found.filter(Q(id=actor_id) | works_in(scope_of(actor_id, Capability.DIRECTORY)))
    if q:
        found = found.filter(name__icontains=q)
    rows = found.order_by("name", "id").values_list("id", "name", "email")[offset : offset + limit]
    return [ColleagueRow(pk, name, email if full or pk == actor_id else None) for pk, name, email in rows]


def tokens_of(person_id: int) -> list[TokenRow]:
    """The person's own access tokens, oldest first."""
    columns = ("id", "name", "scopes", "created_at", "expires_at")
    return [TokenRow(*row) for row in Token.objects.filter(person_id=person_id).order_by("created_at", "id").values_list(*columns)]
