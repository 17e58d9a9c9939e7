"""Open work that plans assign to somebody, which goes to somebody else when they leave: what planning brings to `org.leaving`.

A resource of a plan is a person's where it says so (`person`, their id), or says nothing and bears a name that nobody else has. Open
rows are assigned to the heir's resource instead, which is made where the plan has none; rows that are done stay as they are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from django.db import transaction
from django.db.models import Q, TextField
from django.db.models.functions import Cast

from milepost.apps.org.access import Scope, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.leaving import Held
from milepost.apps.org.queries.names import names_of, only_named
from milepost.apps.planning.kinds import PLAN
from milepost.apps.sheets.models import ChangeKind, Row, Sheet
from milepost.apps.sheets.writing.write import Call, begin, write
from milepost.engines.sheet import Cell, Op, Set, Settings
from milepost.kernel.errors import MilepostError
from milepost.kernel.ids import new_id

_PLAIN = re.compile(r"[A-Za-z0-9 .'-]+")
_AMOUNTS = ("units", "work", "actual_work")
_SHAPE = frozenset({"pieces", "shaped", "delay", "levelling_delay"})
Resource = Mapping[str, Any]
Share = dict[str, Any]


class Assignments:
    """Open rows of plans that are assigned to people."""

    def held(self, *, actor_id: int, person_id: int) -> Sequence[Held]:
        """One for each plan; without names where the actor may not see it."""
        scope = scope_of(actor_id)
        found = []
        for sheet, count in _counted(person_id):
            bits = scope.bits_at(sheet.node.path)
            if bits & Capability.VIEW:
                mine = bool(bits & Capability.EDIT)
                found.append(Held("assignments", sheet.pk, sheet.name, sheet.node_id, count, mine, place=sheet.node.name))
            else:
                found.append(Held("assignments", 0, "", 0, count, mine=False))
        return found

    def hand_over(self, *, actor_id: int, person_id: int, to_id: int, at: datetime) -> None:
        """One change in each plan that the actor may edit, in the order of their ids, so that no two wait for each other."""
        scope = scope_of(actor_id, Capability.EDIT)
        named = only_named(person_id)
        for sheet in sorted(_plans_of(person_id, named), key=lambda one: one.pk):
            if scope.allows(sheet.node.path):
                try:
                    with transaction.atomic():
                        _hand_over(actor_id, sheet.pk, (person_id, named), to_id, at)
                except MilepostError:  # the plan refuses it as it stands, for example for a loop of links: it stays as it is
                    continue


def _hand_over(actor_id: int, sheet_id: int, leaver: tuple[int, str | None], to_id: int, at: datetime) -> None:
    writing = begin(actor_id=actor_id, sheet_id=sheet_id, at=at)
    resources = cast("list[Resource]", writing.model.settings.get("resources") or [])
    mine = _resources_of(resources, *leaver)
    rows = [row for row in writing.model.rows.values() if _is_open_with(row.cells, mine.keys())]
    if not rows:
        return
    heir, ops = _heir_in(resources, next(iter(mine.values())), to_id)
    ops += [Set(row.id, {"assignments": cast("Cell", _handed(_shares(row.cells), mine.keys(), heir))}) for row in rows]
    write(writing, ops, Call(ChangeKind.EDIT))


def _heir_in(resources: Sequence[Resource], like: Resource, to_id: int) -> tuple[int, list[Op]]:
    """The id of the heir's resource, and the operation that adds it where there is none: as who leaves, by the heir's name."""
    known = _resources_of(resources, to_id, only_named(to_id))
    if known:
        return next(iter(known)), []
    name = names_of([to_id])[to_id]
    initials = "".join(word[0] for word in name.split()).upper()
    fresh = {**like, "id": new_id(), "name": name, "initials": initials, "person": to_id}
    return fresh["id"], [Settings({"resources": cast("Cell", [*resources, fresh])})]


def _handed(shares: Iterable[Share], mine: Collection[int], heir: int) -> list[Share]:
    """The assignments with the heir in the place of who leaves; where the heir works on the row already, the two become one."""
    found: list[Share] = []
    for share in shares:
        moved = {**share, "resource": heir} if share.get("resource") in mine else share
        twin = next((one for one in found if one.get("resource") == heir and moved.get("resource") == heir), None)
        if twin is None or _SHAPE & (twin.keys() | moved.keys()):
            found.append(moved)
        else:
            twin.update({key: (twin.get(key) or 0) + (moved.get(key) or 0) for key in _AMOUNTS if key in twin or key in moved})
    return found


def _counted(person_id: int) -> Iterator[tuple[Sheet, int]]:
    """The plans that assign open rows to the person, with how many, in the order of the tree."""
    named = only_named(person_id)
    plans = {sheet.pk: sheet for sheet in _plans_of(person_id, named)}
    counts: dict[int, int] = defaultdict(int)
    rows = Row.objects.filter(sheet_id__in=plans, deleted_seq=None)
    mine = {pk: _resources_of(sheet.settings["resources"], person_id, named).keys() for pk, sheet in plans.items()}
    for sheet_id, cells in rows.values_list("sheet_id", "cells").iterator():
        counts[sheet_id] += _is_open_with(cells, mine[sheet_id])
    return ((sheet, counts[pk]) for pk, sheet in plans.items() if counts[pk])


def _plans_of(person_id: int, named: str | None) -> list[Sheet]:
    plans = Sheet.objects.filter(kind=PLAN, node__deleted_at=None).select_related("node").order_by("node__path", "id")
    return [sheet for sheet in plans.iterator() if _resources_of(sheet.settings.get("resources") or (), person_id, named)]


def resources_at(scope: Scope, person_id: int, named: str | None) -> dict[int, Collection[int]]:
    """In which plans in scope the person is a resource, and which one; `named` is their name where nobody else has it. One query.

    The database first looks for the id and the name in the text of the settings, which finds more than those that are meant, never fewer.
    """
    plans = Sheet.objects.filter(scope.check("node__"), kind=PLAN).annotate(text=Cast("settings", TextField()))
    mentioned = Q(text__contains=str(person_id))
    if named is not None:
        # Other letters are written in one way by the one database and in another by the other.
        mentioned |= Q(text__icontains=max(_PLAIN.findall(named), key=len, default=""))
    found = plans.filter(mentioned).values_list("id", "settings")
    mine = ((pk, _resources_of(settings.get("resources") or (), person_id, named).keys()) for pk, settings in found.iterator())
    return {pk: ids for pk, ids in mine if ids}


def _resources_of(resources: Iterable[Resource], person_id: int, named: str | None) -> dict[int, Resource]:
    """The resources that are a person's, by id; `named` is their name where nobody else has it."""

    def is_theirs(one: Resource) -> bool:
        if one.get("person") is not None:
            return bool(one["person"] == person_id)
        return named is not None and str(one.get("name", "")).strip().casefold() == named.casefold()

    return {one["id"]: one for one in resources if is_theirs(one)}


def _is_open_with(cells: Mapping[str, Cell], mine: Collection[int]) -> bool:
    done = cells.get("percent_complete")
    if cells.get("actual_finish") or (isinstance(done, int | float) and done >= 100):
        return False
    return any(share.get("resource") in mine for share in _shares(cells))


def _shares(cells: Mapping[str, Cell]) -> list[Share]:
    given = cells.get("assignments")
    return [dict(one) for one in given if isinstance(one, dict)] if isinstance(given, list) else []
