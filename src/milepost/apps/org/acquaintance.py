"""Who may know of whom: colleagues, by the directories that somebody may read. A guest reads none."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from milepost.apps.org.access import Scope, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Grant, Membership, Person
from milepost.apps.org.paths import prefixes


def works_in(scope: Scope) -> Q:
    """People who hold a role at, above or below a node of the scope, themselves or through a group."""
    if not scope.paths:
        return Q(pk__in=())
    above = {prefix for path in scope.paths for prefix in prefixes(path)}
    nearby = Grant.objects.filter(scope.condition("node__") | Q(node__path__in=above))
    through = Membership.objects.filter(person_id=OuterRef("id"), group__in=nearby.filter(group__isnull=False).values("group_id"))
    return Q(Exists(nearby.filter(person_id=OuterRef("id")))) | Q(Exists(through))


def manages_people(actor_id: int) -> bool:
    """Whether somebody manages people anywhere."""
    return bool(scope_of(actor_id, Capability.PEOPLE).paths)


def known_to(actor_id: int) -> Q:
    """People of whom somebody may know: all, also those who left, for who manages people; else oneself and active colleagues."""
    if manages_people(actor_id):
        return Q(pk__isnull=False)
    return Q(id=actor_id) | (Q(is_active=True) & works_in(scope_of(actor_id, Capability.DIRECTORY)))


def knows(actor_id: int, person_id: int) -> bool:
    """Whether somebody may know of a person."""
    return Person.objects.filter(known_to(actor_id), id=person_id).exists()
