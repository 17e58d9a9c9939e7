"""People named in other tables: their names by id, and a person by what somebody typed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.db.models import Q

from milepost.apps.org.access import scope_of
from milepost.apps.org.acquaintance import works_in
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Person

_ID = re.compile(r"[0-9]{1,16}")


def names_of(person_ids: Iterable[int]) -> dict[int, str]:
    """The names of these people by id, also of those who left; one query, none for nobody."""
    wanted = set(person_ids)
    return dict(Person.objects.filter(id__in=wanted).values_list("id", "name")) if wanted else {}


def only_named(person_id: int) -> str | None:
    """The name of a person whom nobody shares it with, whatever its case, also of those who left; None where it is not theirs alone."""
    name = names_of([person_id]).get(person_id)
    return name if name and Person.objects.filter(name__iexact=name).count() == 1 else None


def person_meant(actor_id: int, typed: int | str) -> int | None:
    """The one active person whom somebody means by an id, an address or a name, among those whom they may know of; else None."""
    scope = scope_of(actor_id, Capability.DIRECTORY)
    known = Person.objects.filter(is_active=True).filter(Q(id=actor_id) | works_in(scope))
    words = str(typed).strip()
    meant = Q(id=int(words)) if _ID.fullmatch(words) else Q(name__iexact=words) | Q(email__iexact=words)
    found = known.filter(meant).values_list("id", flat=True)[:2]
    return found[0] if len(found) == 1 else None


def person_called(typed: int | str) -> int | None:
    """The one person of the organisation with this id, address or name, for an operator who may name everybody; else None."""
    words = str(typed).strip()
    meant = Q(id=int(words)) if _ID.fullmatch(words) else Q(name__iexact=words) | Q(email__iexact=words)
    found = Person.objects.filter(meant).values_list("id", flat=True)[:2]
    return found[0] if len(found) == 1 else None
