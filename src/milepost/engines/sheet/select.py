"""Which rows a reader gets, in which order: filter, search, sort, group, totals. Rules Q1 to Q17 of SPEC.md."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from milepost.engines.sheet.select_line import Line
from milepost.engines.sheet.select_order import Group, direction_of, grouped, in_order, opened
from milepost.engines.sheet.select_search import searched
from milepost.engines.sheet.select_values import Reader
from milepost.engines.sheet.select_where import Condition, where


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader asks for: `filter` of `[key, operator, value]`, `sort` of `[key, "asc"|"desc"]`, `closed` rows of the tree."""

    filter: Sequence[Condition] = ()
    sort: Sequence[Sequence[str]] = ()
    group: str | None = None
    search: str = ""
    closed: frozenset[int] = field(default_factory=frozenset)

    @property
    def flat(self) -> bool:
        """Whether the rows leave the tree: each then says what it stands below."""
        return bool(self.filter or self.sort or self.group or self.search.strip())


@dataclass(frozen=True, slots=True)
class Selection:
    """The chosen rows in order. `chosen` are all that count for totals: rows below a closed one too; they stand as they were read.

    To go through rows in the order in which they lie in memory takes a third of the time.
    """

    lines: Sequence[Line]
    groups: Sequence[Group]
    chosen: Sequence[Line]


def select(lines: Sequence[Line], query: Query, reader: Reader) -> Selection:
    """The rows that the query asks for, from rows in the order of their tree. Raises BadSelection where it cannot be read."""
    if not query.flat:
        return Selection(opened(lines, query.closed), (), lines)
    chosen = searched(where(lines, query.filter, reader), query.search, reader)
    found = in_order(chosen, query.sort, reader)
    if not query.group:
        return Selection(found, (), chosen)
    told, groups = grouped(found, query.group, reader, down=direction_of(query.sort, query.group))
    return Selection(told, groups, chosen)
