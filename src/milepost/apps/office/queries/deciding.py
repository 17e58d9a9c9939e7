"""Where somebody may take a decision, for lists of many things that wait: a constant number of queries, whatever their number."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from milepost.apps.office.catalogue import OfficeRoleKey
from milepost.apps.office.models import Authority, OfficeRole
from milepost.apps.office.queries.authority import Given
from milepost.apps.office.queries.offices import OfficeView, living_offices
from milepost.apps.org.access import Scope, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.paths import WIDTH, prefixes
from milepost.kernel.money import Money


@dataclass(frozen=True, slots=True)
class Deciding:
    """Somebody's authority for some decisions. The rules are those of `who_may_decide`."""

    person_id: int
    given: dict[tuple[str, str], list[Given]]
    offices: dict[str, OfficeView]
    roles: frozenset[tuple[int, str]]
    stating: Scope

    def may(self, path: str, decision: str, *, amount: Money | None = None, sponsor_id: int | None = None) -> bool:
        """Whether they may decide at the node with this path; `sponsor_id` is the node's own."""
        here = [one for prefix in prefixes(path) for one in self.given.get((prefix, decision), ())]
        if not here:
            return self.stating.allows(path[:-WIDTH] or path)
        return any(one.covers(amount) and self._has(one, sponsor_id) for one in here)

    def _has(self, one: Given, sponsor_id: int | None) -> bool:
        if not one.role:
            return one.person_id == self.person_id
        office = next((self.offices[prefix] for prefix in reversed(prefixes(one.path)) if prefix in self.offices), None)
        if one.role == OfficeRoleKey.SPONSOR and sponsor_id == self.person_id:
            return True
        return office is not None and (office.id, one.role) in self.roles


_COLUMNS = ("id", "node_id", "node__path", "decision", "role", "person_id", "up_to", "currency")


def deciding(person_id: int, decisions: tuple[str, ...]) -> Deciding:
    """The authority of an active person for these decisions, everywhere. Four queries."""
    given: dict[tuple[str, str], list[Given]] = defaultdict(list)
    rows: Any = Authority.objects.filter(decision__in=decisions, until=None, node__deleted_root=None).values_list(*_COLUMNS)
    for row in rows:
        one = Given(*row)
        given[one.path, one.decision].append(one)
    held = OfficeRole.objects.filter(person_id=person_id, until=None, office__closed_at=None).values_list("office_id", "role")
    return Deciding(person_id, given, living_offices(), frozenset(held), scope_of(person_id, Capability.STATE))
