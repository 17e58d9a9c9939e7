"""Who may decide what, where, and up to which amount.

What is set at a node holds at it and below, and adds to what is set above. Where nothing is set for a decision at the node or above,
it lies with those who may state the status at the node's parent or above: whoever may judge a place decides what it starts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from milepost.apps.office.catalogue import OfficeRoleKey
from milepost.apps.office.models import Authority, OfficeRole
from milepost.apps.office.queries.offices import living_offices
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Grant, Membership, Node, Person
from milepost.apps.org.paths import WIDTH, prefixes
from milepost.kernel.money import Money


@dataclass(frozen=True, slots=True)
class Given:
    """Authority for a decision, given at a node; `people` are those active ones who have it by this."""

    id: int
    node_id: int
    path: str
    decision: str
    role: str
    person_id: int | None
    up_to: Decimal | None
    currency: str
    people: tuple[int, ...] = ()

    def covers(self, amount: Money | None) -> bool:
        """Whether it reaches an amount: without a threshold any, else one of its own currency up to it. None: no money in it."""
        if amount is None or self.up_to is None:
            return True
        return amount.currency == self.currency and amount.amount <= self.up_to


_COLUMNS = ("id", "node_id", "node__path", "decision", "role", "person_id", "up_to", "currency")


def who_may_decide(node_id: int, decision: str, amount: Money | None) -> tuple[int, ...]:
    """The ids of the active people who may take a decision at a node, in ascending order; empty where nobody may.

    `amount` is None for a decision without money. At most six queries. Says nothing about who may know it.
    """
    path = _path_of(node_id)
    if path is None:
        return ()
    given = given_at(path, [decision])
    if not given:
        return by_default(path)
    return tuple(sorted({person for one in given if one.covers(amount) for person in one.people}))


def given_at(path: str, decisions: Sequence[str] | None = None) -> list[Given]:
    """What is set at the node with this path and above, nearest first, each with its people there. Five queries."""
    found = Authority.objects.filter(node__path__in=prefixes(path), until=None)
    if decisions is not None:
        found = found.filter(decision__in=decisions)
    rows = [Given(*row) for row in found.order_by("-node__path", "decision", "up_to", "id").values_list(*_COLUMNS)]
    holders = _holders(path, {(one.path, one.role) for one in rows if one.role}) if rows else {}
    active = _active({one.person_id for one in rows if one.person_id})
    return [_with(one, holders[one.path, one.role] if one.role else active & {one.person_id}) for one in rows]


def by_default(path: str) -> tuple[int, ...]:
    """Who decides where nothing is set: those who may state the status at the parent of the node or above it."""
    above = prefixes(path[:-WIDTH]) or (path,)
    rows = list(Grant.objects.filter(node__path__in=above).values_list("person_id", "group_id", "role__capabilities"))
    people = {person for person, _, bits in rows if person and bits & Capability.STATE}
    groups = {group for _, group, bits in rows if group and bits & Capability.STATE}
    if groups:
        people.update(Membership.objects.filter(group_id__in=groups).values_list("person_id", flat=True))
    return tuple(sorted(_active(people)))


def _holders(path: str, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], set[int]]:
    """Active people by place and role: in the office that is responsible for the place; for the role sponsor also the node's own."""
    offices = living_offices()
    at = {place: _nearest(place, offices) for place, _ in wanted}
    roles = OfficeRole.objects.filter(until=None, office_id__in={one for one in at.values() if one}, person__is_active=True)
    by_office: dict[tuple[int, str], set[int]] = {}
    for office, role, person in roles.values_list("office_id", "role", "person_id"):
        by_office.setdefault((office, role), set()).add(person)
    found = {(place, role): set(by_office.get((at[place] or 0, role), ())) for place, role in wanted}
    if any(role == OfficeRoleKey.SPONSOR for _, role in found):
        own = _sponsor(path)
        for (_, role), people in found.items():
            people.update(own if role == OfficeRoleKey.SPONSOR else ())
    return found


def _nearest(path: str, offices: dict[str, Any]) -> int | None:
    return next((offices[prefix].id for prefix in reversed(prefixes(path)) if prefix in offices), None)


def _sponsor(path: str) -> set[int]:
    everything = Node.objects.unscoped(reason="the sponsor of a node whose authority is asked")
    return set(everything.filter(path=path, sponsor__is_active=True).values_list("sponsor_id", flat=True))


def _path_of(node_id: int) -> str | None:
    everything = Node.objects.unscoped(reason="the path only, to ask who decides there")
    return everything.filter(id=node_id, deleted_root=None).values_list("path", flat=True).first()


def _active(people: Iterable[int]) -> set[int]:
    wanted = set(people)
    return set(Person.objects.filter(id__in=wanted, is_active=True).values_list("id", flat=True)) if wanted else set()


def _with(one: Given, people: Iterable[int]) -> Given:
    return replace(one, people=tuple(sorted(people)))
