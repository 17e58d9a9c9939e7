"""Who may decide what at a place, for a reader: what is set there and above, and where nothing is set."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from milepost.apps.office.actions.give_authority import above, may_give
from milepost.apps.office.catalogue import DECISIONS, FOR_MONEY
from milepost.apps.office.queries.authority import Given, by_default, given_at, who_may_decide
from milepost.apps.org.access import node_for, path_names, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.queries.names import names_of
from milepost.kernel.money import Money


@dataclass(frozen=True, slots=True)
class GivenRow:
    """Authority as a reader sees it: given where, to whom; `people` are the names of who has it now."""

    id: int
    node_id: int
    node_name: str
    role: str
    person_id: int | None
    person: str | None
    up_to: Decimal | None
    currency: str
    people: list[str]
    may_end: bool


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision: `given` nearest first; with nothing given it lies with `by_default`. `may` is whether the reader may decide at all."""

    decision: str
    money: bool
    given: list[GivenRow]
    by_default: list[str]
    may: bool


@dataclass(frozen=True, slots=True)
class AuthorityPage:
    """All decisions at a place; `may_give` for who may give authority there."""

    node_id: int
    node_name: str
    may_give: bool
    decisions: list[DecisionRow]


def authority_at(actor_id: int, node_id: int) -> AuthorityPage:
    """Who may decide what at a node. Raises NotFound, and NotAllowed for who may not see who works there."""
    node = node_for(actor_id, node_id, Capability.DIRECTORY)
    scope = scope_of(actor_id)
    given, fallback = given_at(node.path), by_default(node.path)
    names = names_of({*fallback, *(person for one in given for person in one.people), *(one.person_id for one in given if one.person_id)})
    places = {pk: name for way in path_names([node.path]).values() for pk, name, _ in way}

    def told(one: Given) -> GivenRow:
        people = sorted(names[person] for person in one.people)
        may_end = may_give(scope.bits_at(above(one.path)))
        person = names.get(one.person_id) if one.person_id else None
        place = places.get(one.node_id, "")
        return GivenRow(one.id, one.node_id, place, one.role, one.person_id, person, one.up_to, one.currency, people, may_end)

    rows = []
    for decision in DECISIONS:
        its = [one for one in given if one.decision == decision]
        who = {person for one in its for person in one.people} if its else set(fallback)
        default = [] if its else sorted(names[person] for person in fallback)
        rows.append(DecisionRow(decision, decision in FOR_MONEY, [told(one) for one in its], default, actor_id in who))
    return AuthorityPage(node_id, node.name, may_give(scope.bits_at(above(node.path))), rows)


def deciders(actor_id: int, node_id: int, decision: str, amount: Money | None) -> dict[int, str]:
    """The names by id of who may take a decision at a node. Raises as `authority_at`."""
    node_for(actor_id, node_id, Capability.DIRECTORY)
    return names_of(who_may_decide(node_id, decision, amount))
