"""The rows of a register that a query chooses, with their totals; kept for who scrolls on in the same ones."""

from __future__ import annotations

import json
import threading
from collections import OrderedDict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from milepost.apps.org.access import Scope
from milepost.apps.org.queries.names import names_of
from milepost.apps.sheets.queries.labels import linked_rows, links_in, people_in
from milepost.engines.sheet import Column
from milepost.engines.sheet.select import Query, Selection, select
from milepost.engines.sheet.select_line import Line
from milepost.engines.sheet.select_totals import group_totals, totals, worth_totals
from milepost.engines.sheet.select_values import PEOPLE, Reader

_MOST_KEPT = 16
_MOST_GROUPS = 200
_kept: OrderedDict[tuple[Any, ...], Chosen] = OrderedDict()
_guard = threading.Lock()


@dataclass(frozen=True, slots=True)
class Register:
    """Rows that are read together: of one sheet, or of all sheets of a kind. `places` is node id and name by sheet.

    `shared` says that every reader gets the same cells: nothing was withheld, and nothing is as it was once.
    """

    kind: str
    columns: Mapping[str, Column]
    lines: Sequence[Line]
    seqs: Mapping[int, int]
    places: Mapping[int, tuple[int, str]]
    scope: Scope
    across: bool
    shared: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rows in order, and the totals of all that were chosen; those of each group where the groups are not too many."""

    selection: Selection
    totals: Mapping[str, Mapping[str, Any]]
    of_groups: Sequence[Mapping[str, Mapping[str, Any]]]


def choose(register: Register, query: Query, today: date) -> Chosen:
    """What the query chooses. Raises BadSelection."""
    keys = _keys(query, register.columns)
    if not register.shared or any(register.columns[key].type in PEOPLE | {"link"} for key in keys if key in register.columns):
        return _choose(register, query, keys, today)
    place = _place(register, query, today)
    with _guard:
        known = _kept.get(place)
        if known is not None:
            _kept.move_to_end(place)
            return known
    found = _choose(register, query, keys, today)
    with _guard:
        _kept[place] = found
        while len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)
    return found


def reader_for(register: Register, lines: Sequence[Line], keys: Collection[str], today: date) -> Reader:
    """Who reads, with the names of people and links that cells of these columns hold."""
    used = [register.columns[key] for key in keys if key in register.columns]
    names = names_of(people_in(lines, used)) if any(column.type in PEOPLE for column in used) else {}
    labels = linked_rows(register.scope, links_in(lines, used))
    return Reader(register.columns, today, register.scope.actor_id, names, {ref: label.name for ref, label in labels.items()})


def _choose(register: Register, query: Query, keys: Collection[str], today: date) -> Chosen:
    selection = select(register.lines, query, reader_for(register, register.lines, keys, today))
    columns = [column for column in register.columns.values() if worth_totals(column)]
    groups = selection.groups if len(selection.groups) <= _MOST_GROUPS else ()
    return Chosen(selection, totals(selection.chosen, columns), group_totals(selection.lines, groups, columns))


def _keys(query: Query, columns: Mapping[str, Column]) -> Collection[str]:
    """The columns whose names choosing looks at."""
    if query.search.strip():
        return list(columns)
    named = [one[0] for one in (*query.filter, *query.sort) if one and isinstance(one[0], str)]
    return [*named, query.group] if query.group else named


def _place(register: Register, query: Query, today: date) -> tuple[Any, ...]:
    asked = json.dumps([query.filter, query.sort, query.group, query.search, sorted(query.closed)], default=str)
    columns = json.dumps([(column.key, column.type, dict(column.options)) for column in register.columns.values()], default=str)
    return (register.scope.actor_id, today, asked, columns, tuple(register.seqs.items()))
