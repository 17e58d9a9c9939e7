"""Create a person, who can sign in once a password is set."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from zoneinfo import available_timezones

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from milepost.apps.org.access import scope_of
from milepost.apps.org.actions.create_node import checked_name
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.errors import AddressTaken, WeakPassword
from milepost.apps.org.events import PASSWORD_SET, PERSON_CREATED
from milepost.apps.org.models import Person
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import Invalid, NotAllowed

_LOCALE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@transaction.atomic
def create_person(
    *, actor_id: int | None, email: str, name: str, at: datetime, password: str | None = None, locale: str = "en", zone: str = "UTC"
) -> Person:
    """Create a person; without a password they can be named but cannot sign in.

    `actor_id` None is the operator at the command line. Raises NotAllowed, Invalid, AddressTaken, WeakPassword.
    """
    if actor_id is not None and not scope_of(actor_id, Capability.PEOPLE).paths:
        raise NotAllowed(verb="create people", capability=Capability.PEOPLE.word)
    address = free_address(email)
    check_zone(zone)
    check_locale(locale)
    person = Person(email=address, name=checked_name(name), locale=locale, zone=zone, created_at=at)
    _give_password(person, password)
    person.save(force_insert=True)
    record(PERSON_CREATED, actor_id=actor_id, at=at, data={"person": person.pk})
    return person


@transaction.atomic
def set_password(*, actor_id: int | None, person_id: int, password: str, at: datetime) -> None:
    """Give a person a new password; `actor_id` None is the operator. Raises WeakPassword."""
    person = Person.objects.get(id=person_id)
    _give_password(person, password)
    person.save(update_fields=["password"])
    record(PASSWORD_SET, actor_id=actor_id, at=at, data={"person": person_id})


def free_address(email: str) -> str:
    """The address in lower case. Raises AddressTaken where somebody has it."""
    address = email.strip().lower()
    if Person.objects.filter(email=address).exists():
        raise AddressTaken(email=address)
    return address


def check_zone(zone: str) -> str:
    """The zone as it is. Raises Invalid for one that there is not."""
    if zone not in _zones():
        raise Invalid(field="zone", reason="it is a time zone such as Europe/Lisbon")
    return zone


@cache
def _zones() -> frozenset[str]:
    """Python reads six hundred files to tell: once is enough."""
    return frozenset(available_timezones())


def check_locale(locale: str) -> str:
    """The locale as it is. Raises Invalid for what is no language tag."""
    if not _LOCALE.fullmatch(locale):
        raise Invalid(field="locale", reason="it is a language such as en or pt-BR")
    return locale


def refuse_weak(password: str, person: Person | None = None) -> None:
    """Raise WeakPassword, with every reason, for a password that is too easy to guess."""
    try:
        validate_password(password, person)
    except ValidationError as error:
        raise WeakPassword(reasons=" ".join(error.messages)) from None


def _give_password(person: Person, password: str | None) -> None:
    if password is None:
        person.set_unusable_password()
        return
    refuse_weak(password, person)
    person.set_password(password)
