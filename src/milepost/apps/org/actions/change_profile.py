"""Change what is known of a person: their name, language and time zone; their address only by who manages people."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from milepost.apps.org.actions.create_node import checked_name
from milepost.apps.org.actions.create_person import check_locale, check_zone, free_address
from milepost.apps.org.events import PERSON_CHANGED
from milepost.apps.org.giving import person_to_manage
from milepost.apps.org.models import PasswordLink, Person
from milepost.apps.trail.actions.record import record


@transaction.atomic
def change_profile(
    *,
    actor_id: int,
    at: datetime,
    name: str | None = None,
    locale: str | None = None,
    zone: str | None = None,
    mention_mails: bool | None = None,
) -> None:
    """Change one's own name, language, time zone, or whether one wants mails about mentions; what is None stays. Raises Invalid."""
    person = Person.objects.select_for_update().get(id=actor_id)
    if mention_mails is not None:
        person.mention_mails = mention_mails
        person.save(update_fields=["mention_mails"])
    _change(person, actor_id, at, name=name, locale=locale, zone=zone)


@transaction.atomic
def change_person(
    *,
    actor_id: int,
    person_id: int,
    at: datetime,
    name: str | None = None,
    email: str | None = None,
    locale: str | None = None,
    zone: str | None = None,
) -> None:
    """Change somebody's profile or address; what is None stays.

    Raises NotFound, NotAllowed, PersonHoldsMore (whoever changes an address can have the password sent there), Invalid, AddressTaken.
    """
    person = person_to_manage(actor_id, person_id, lock=True)
    _change(person, actor_id, at, name=name, email=email, locale=locale, zone=zone)


def _change(person: Person, actor_id: int, at: datetime, **given: str | None) -> None:
    before = {field: getattr(person, field) for field in given}
    for field, value in given.items():
        if value is not None:
            setattr(person, field, _CHECKS[field](value))
    if person.email != before.get("email", person.email):
        PasswordLink.objects.filter(person=person).delete()
        free_address(person.email)
    changed = sorted(field for field in given if getattr(person, field) != before[field])
    if changed:
        person.save(update_fields=changed)
        record(PERSON_CHANGED, actor_id=actor_id, at=at, data={"person": person.pk, "fields": changed})


_CHECKS = {"name": checked_name, "email": lambda email: email.strip().lower(), "locale": check_locale, "zone": check_zone}
