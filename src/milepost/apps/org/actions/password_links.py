"""Links by which somebody sets a password: made by who manages people, or asked for by mail. They work once, for a day."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from milepost.apps.org.actions.create_person import set_password
from milepost.apps.org.errors import LinkNotValid, NotHere
from milepost.apps.org.events import PASSWORD_LINK_MADE
from milepost.apps.org.giving import person_to_manage
from milepost.apps.org.models import PasswordLink, Person
from milepost.apps.org.tokens import digest, new_secret
from milepost.apps.trail.actions.record import record

HOLDS = timedelta(hours=24)


@transaction.atomic
def make_password_link(*, actor_id: int | None, person_id: int, at: datetime) -> tuple[str, datetime]:
    """The secret of a fresh link, shown this once, and when it ends; earlier links of the person die.

    Raises NotFound, NotAllowed, PersonHoldsMore, because whoever has the link can act as the person, and NotHere.
    """
    person = person_to_manage(actor_id, person_id, lock=True)
    if not person.is_active:
        raise NotHere(name=person.name)
    return _fresh(person, actor_id, at), at + HOLDS


@transaction.atomic
def ask_for_password_link(*, email: str, at: datetime) -> tuple[Person, str] | None:
    """The person with this address and the secret of a link to send there; None, which nobody may be told, where there is none."""
    person = Person.objects.select_for_update().filter(email=email.strip().lower(), is_active=True).first()
    return (person, _fresh(person, None, at)) if person else None


@transaction.atomic
def set_password_by_link(*, secret: str, password: str, at: datetime) -> Person:
    """Set the password of the link's person, whose sessions elsewhere end. Raises LinkNotValid, WeakPassword, which leaves the link."""
    link = valid_link(secret, at)
    person_id = link.person_id
    set_password(actor_id=person_id, person_id=person_id, password=password, at=at)
    PasswordLink.objects.filter(person_id=person_id).delete()
    return link.person


def valid_link(secret: str, at: datetime) -> PasswordLink:
    """The link with this secret. Raises LinkNotValid, the same for one that is over as for one that never was."""
    links = PasswordLink.objects.select_related("person").filter(digest=digest(secret), expires_at__gt=at, person__is_active=True)
    link = links.first()
    if link is None:
        raise LinkNotValid
    return link


def _fresh(person: Person, made_by: int | None, at: datetime) -> str:
    secret = new_secret()
    PasswordLink.objects.filter(person=person).delete()
    PasswordLink.objects.create(person=person, digest=digest(secret), made_by_id=made_by, made_at=at, expires_at=at + HOLDS)
    record(PASSWORD_LINK_MADE, actor_id=made_by, at=at, data={"person": person.pk})
    return secret
