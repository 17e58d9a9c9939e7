"""Hold projects against their methods, and keep what was found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from django.db import transaction

from milepost.apps.method.demands import demands_of
from milepost.apps.method.facts import Facts
from milepost.apps.method.gathering import gather_facts
from milepost.apps.method.models import Finding, Linted
from milepost.apps.method.queries.holding import Held, packs_for
from milepost.apps.method.rules.registry import Unkept, held_against
from milepost.apps.method.rules.words import Demand
from milepost.apps.office.queries.offices import types_for
from milepost.apps.org.queries import organisation_or_default
from milepost.apps.planning.queries.portfolio import wall_clock
from milepost.apps.trail.queries import horizon

AT_ONCE = 50
_LOG_RULES = frozenset({"stale_log", "overdue_rows"})
_ALWAYS = frozenset({"raid", "milestones"})
Place: TypeAlias = tuple[int, str, str]
"""What an open finding is known by: the project, the rule, and what asks."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many projects were looked at, and how many findings appeared and went."""

    looked: int = 0
    appeared: int = 0
    went: int = 0

    def __add__(self, other: Outcome) -> Outcome:
        return Outcome(self.looked + other.looked, self.appeared + other.appeared, self.went + other.went)


@dataclass(frozen=True, slots=True)
class Looked:
    """What was seen of some projects, up to an event of the trail: how much each was asked, and what it does not keep."""

    upto: int
    asked: Mapping[int, int]
    unkept: Mapping[Place, Unkept]


def lint(node_ids: Iterable[int], *, at: datetime) -> Outcome:
    """Hold these projects against their methods, fifty at a time. Ids that are no live projects are left out.

    Rights are not asked: nothing is told but to those who may see the projects.
    """
    ids, outcome = list(node_ids), Outcome()
    for begin in range(0, len(ids), AT_ONCE):
        outcome += keep(look_at(ids[begin : begin + AT_ONCE], at=at), at=at)
    return outcome


def look_at(node_ids: Sequence[int], *, at: datetime) -> Looked:
    """See what these projects do not keep. The queries do not grow with them, and nothing is written: nobody waits for it."""
    upto, here = horizon(), organisation_or_default()
    held, offices = packs_for(node_ids), types_for(node_ids)
    kinds = _ALWAYS | {kind for one in held.values() for kind in _kinds_of(one)}
    projects = gather_facts(node_ids, kinds, at, here.zone)
    asked = {facts.node_id: _asked(facts, held.get(facts.node_id), offices.get(facts.node_id)) for facts in projects}
    unkept = {
        (facts.node_id, one.demand.rule, one.demand.key): one for facts in projects for one in held_against(facts, asked[facts.node_id])
    }
    return Looked(upto, {node_id: len(demands) for node_id, demands in asked.items()}, unkept)


@transaction.atomic
def keep(looked: Looked, *, at: datetime) -> Outcome:
    """Write what was seen: new findings, what they say now, and which went. A finding that is waived is kept like any other."""
    appeared, went = _differences(list(looked.asked), looked.unkept, at)
    day = wall_clock(at).date()
    rows = [Linted(node_id=node, at=at, day=day, upto=looked.upto, asked=asked) for node, asked in looked.asked.items()]
    Linted.objects.bulk_create(rows, update_conflicts=True, unique_fields=["node"], update_fields=["at", "day", "upto", "asked"])
    return Outcome(len(rows), appeared, went)


def _asked(facts: Facts, held: Held | None, office: str | None) -> list[Demand]:
    return [] if held is None else demands_of(held.pack, held.size, held.tailoring, facts.stage, office)


def _kinds_of(held: Held) -> set[str]:
    """The kinds of registers whose rows the rules of a pack look at."""
    logs = {str(policy.takes.get("kind") or "raid") for policy in held.pack.policies if policy.rule in _LOG_RULES}
    return logs | {artefact.kind for artefact in held.pack.artefacts if artefact.kind and artefact.stale_after}


def _differences(node_ids: Sequence[int], unkept: Mapping[Place, Unkept], at: datetime) -> tuple[int, int]:
    """Write what changed; how many findings appeared and how many went."""
    known = {(one.node_id, one.rule, one.key): one for one in Finding.objects.filter(node_id__in=node_ids, gone_at=None)}
    fresh = [_finding(place, one, at) for place, one in unkept.items() if place not in known]
    Finding.objects.bulk_create(fresh, ignore_conflicts=True)  # another process may find the same at the same moment
    changed = [known[place] for place, one in unkept.items() if place in known and _differs(known[place], one)]
    Finding.objects.bulk_update(changed, ["policy", "severity", "data", "fix"])
    gone = [one.pk for place, one in known.items() if place not in unkept]
    for begin in range(0, len(gone), AT_ONCE):
        Finding.objects.filter(id__in=gone[begin : begin + AT_ONCE]).update(gone_at=at)
    return len(fresh), len(gone)


def _finding(place: Place, one: Unkept, at: datetime) -> Finding:
    node_id, rule, key = place
    return Finding(node_id=node_id, rule=rule, key=key, first_seen=at, **_told(one))


def _differs(known: Finding, one: Unkept) -> bool:
    """Whether it says something else now; if so the finding takes it on."""
    told = _told(one)
    if all(getattr(known, name) == value for name, value in told.items()):
        return False
    for name, value in told.items():
        setattr(known, name, value)
    return True


def _told(one: Unkept) -> dict[str, object]:
    fix = None if one.found.fix is None else dict(one.found.fix)
    return {"policy": one.demand.policy, "severity": one.demand.severity, "data": dict(one.found.data), "fix": fix}
