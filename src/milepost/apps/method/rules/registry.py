"""All rules that a policy of a pack may name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from milepost.apps.method.facts import Facts
from milepost.apps.method.rules import artefacts, entries, plans, profile
from milepost.apps.method.rules.words import Demand, Found, Rule

RULES: Mapping[str, Rule] = {rule.key: rule for part in (artefacts, plans, entries, profile) for rule in part.RULES}
KNOWN: Mapping[str, frozenset[str]] = {rule.key: frozenset(rule.given) for rule in RULES.values()}
"""The key of each rule and the parameters that a policy may give it: anything else in a pack is a hole."""


@dataclass(frozen=True, slots=True)
class Unkept:
    """A demand that a project does not keep."""

    demand: Demand
    found: Found


def held_against(facts: Facts, demands: Iterable[Demand]) -> list[Unkept]:
    """What the project does not keep of what is asked of it. A rule that is not known here is asked of nobody."""
    unkept = []
    for demand in demands:
        rule = RULES.get(demand.rule)
        found = rule.check(facts, demand) if rule else None
        if found is not None:
            unkept.append(Unkept(demand, found))
    return unkept
