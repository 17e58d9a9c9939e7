"""Who is assigned in plans, month by month: the people behind the resources of tasks that run in it, as the plans stand today."""

from __future__ import annotations

import threading
from collections import Counter, OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from milepost.apps.office.need.months import number_of
from milepost.apps.org.models import Person
from milepost.apps.planning.kinds import PLAN
from milepost.apps.sheets.models import Row, Sheet

_MOST_KEPT = 20_000
Worked = Mapping[int, frozenset[int]]
"""For each resource of a plan the months (see `number_of`) in which it has work."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """By project and person the months of work; how many resources with work are no person whom Milepost knows."""

    by_node: Mapping[int, Mapping[int, frozenset[int]]]
    unknown: int

    def people(self, node: int, month: int) -> frozenset[int]:
        """Who has work in a project in a month."""
        return frozenset(person for person, months in self.by_node.get(node, {}).items() if month in months)


class _Kept:
    """What was last read of each plan, as long as it did not change."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, tuple[int, Worked]] = OrderedDict()
        self._guard = threading.Lock()

    def of(self, seqs: Mapping[int, int]) -> dict[int, Worked]:
        """For each plan, which now stands at a change; one query for those that were not read or changed since."""
        with self._guard:
            found = {sheet: self._kept[sheet][1] for sheet, seq in seqs.items() if self._kept.get(sheet, (None,))[0] == seq}
        fresh = _read([sheet for sheet in seqs if sheet not in found])
        with self._guard:
            self._kept.update({sheet: (seqs[sheet], worked) for sheet, worked in fresh.items()})
            while len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
        return found | fresh


_kept = _Kept()


def assigned_at(node_ids: Iterable[int]) -> Assigned:
    """Who is assigned in the plans of these projects, which the caller may see. Three queries at most, whatever their number."""
    plans = Sheet.objects.filter(node_id__in=list(node_ids), kind=PLAN).values_list("id", "node_id", "seq", "settings__resources")
    rows = [(sheet, node, seq, resources or []) for sheet, node, seq, resources in plans]
    worked = _kept.of({sheet: seq for sheet, _, seq, _ in rows})
    by_name = _only_named() if rows else {}
    found: dict[int, dict[int, frozenset[int]]] = {}
    unknown = 0
    for sheet, node, _, resources in rows:
        people = found.setdefault(node, {})
        for resource in resources:
            months = worked[sheet].get(resource["id"])
            who = _person_of(resource, by_name)
            if months and who is not None:
                people[who] = people.get(who, frozenset()) | months
            elif months and resource.get("type", "work") == "work":
                unknown += 1
    return Assigned(found, unknown)


def _person_of(resource: Mapping[str, Any], by_name: Mapping[str, int]) -> int | None:
    """As planning reads it: the person that a resource names, else the one person who bears its name."""
    person: int | None = resource.get("person")
    return person if person is not None else by_name.get(str(resource.get("name", "")).strip().casefold())


def _only_named() -> dict[str, int]:
    people = [(name.strip().casefold(), pk) for pk, name in Person.objects.values_list("id", "name")]
    often = Counter(name for name, _ in people)
    return {name: pk for name, pk in people if often[name] == 1}


def _read(sheets: Sequence[int]) -> dict[int, Worked]:
    found: dict[int, dict[int, set[int]]] = {sheet: {} for sheet in sheets}
    rows = Row.objects.filter(sheet_id__in=sheets, deleted_seq=None, cells__has_key="assignments")
    fields = ("sheet_id", "cells__assignments", "cells__start", "cells__finish")
    for sheet, given, start, finish in rows.values_list(*fields).iterator() if sheets else ():
        months = _span(start, finish)
        for one in given if isinstance(given, list) and months else ():
            found[sheet].setdefault(one.get("resource"), set()).update(months)
    return {sheet: {resource: frozenset(months) for resource, months in its.items()} for sheet, its in found.items()}


def _span(start: object, finish: object) -> range:
    """The months from the first to the last day of a task; none where it has no dates."""
    if not isinstance(start, str) or not isinstance(finish, str):
        return range(0)
    return range(number_of(date.fromisoformat(start[:10])), number_of(date.fromisoformat(finish[:10])) + 1)
