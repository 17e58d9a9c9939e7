"""Reading people, nodes and rights, for somebody or for the server itself."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from milepost.apps.org.models import Organisation, Person, Token


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who a token speaks for, and how far."""

    person_id: int
    scopes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as others and they themselves see them."""

    id: int
    name: str
    email: str
    locale: str
    zone: str


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """The organisation; `demo_day` is the day at which a demo's clock stands, else None."""

    name: str
    zone: str
    currency: str
    demo_day: date | None


def organisation() -> OrganisationRow | None:
    """The organisation of this installation, or None before there is one."""
    row = Organisation.objects.values_list("name", "zone", "currency", "demo_day").first()
    return OrganisationRow(*row) if row else None


def demo_day() -> date | None:
    """The day at which a demo's clock stands still; None in a real organisation."""
    return Organisation.objects.values_list("demo_day", flat=True).first()


def person(person_id: int) -> PersonRow | None:
    """An active person."""
    row = Person.objects.filter(id=person_id, is_active=True).values_list("id", "name", "email", "locale", "zone").first()
    return PersonRow(*row) if row else None


def bearer(token: str, *, at: datetime) -> Bearer | None:
    """Whom a token speaks for; None where it is unknown, expired, or its person no longer active."""
    found = Token.objects.filter(digest=digest(token), person__is_active=True).values_list("person_id", "scopes", "expires_at").first()
    if found is None or (found[2] is not None and found[2] <= at):
        return None
    return Bearer(found[0], tuple(found[1]))


def digest(token: str) -> str:
    """What is kept of a token: random enough that one SHA-256 is safe."""
    return hashlib.sha256(token.encode()).hexdigest()
