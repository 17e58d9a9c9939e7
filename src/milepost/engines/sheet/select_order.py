"""Order of rows: sorted by columns, in groups, or as the tree has them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, TypeAlias

from milepost.engines.sheet.model import Column
from milepost.engines.sheet.operations import Cell
from milepost.engines.sheet.select_errors import BadSelection
from milepost.engines.sheet.select_line import Line
from milepost.engines.sheet.select_values import MOMENTS, Reader, folded, is_empty, measure
from milepost.engines.sheet.select_where import column_named

_Bucket: TypeAlias = tuple[tuple[int, Any], Cell, list[Line]]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows with one value in the column that groups: so many from `start` on."""

    value: Cell
    start: int
    count: int


def in_order(lines: Sequence[Line], sort: Sequence[Sequence[str]], reader: Reader) -> Sequence[Line]:
    """The rows sorted by the first key, then the second; rows that are equal stay as they were (rules Q11, Q12). Raises BadSelection."""
    for key, down in reversed([_direction(one, reader) for one in sort]):
        lines = _sorted(lines, key, down, reader)
    return lines


def grouped(lines: Sequence[Line], key: str, reader: Reader, *, down: bool = False) -> tuple[list[Line], list[Group]]:
    """The rows with those of one value together, and where each value begins; the empty ones last (rule Q13). Raises BadSelection."""
    column = column_named(key, reader)
    taken = measure(column, reader)
    found: dict[object, _Bucket] = {}
    for line in lines:
        value = _group_value(column, line.cells.get(key))
        same = _identity(value)
        if same not in found:
            found[same] = (_rank(value, taken), value, [])
        found[same][2].append(line)
    told: list[Line] = []
    groups: list[Group] = []
    for _, value, members in _by_rank(list(found.values()), down):
        groups.append(Group(value, len(told), len(members)))
        told += members
    return told, groups


def opened(lines: Sequence[Line], closed: AbstractSet[int]) -> Sequence[Line]:
    """The rows in the order of the tree, without those below a closed row (rule Q14)."""
    if not closed:
        return lines
    shown: list[Line] = []
    within: int | None = None
    for line in lines:
        if within is not None and line.depth > within:
            continue
        within = line.depth if line.id in closed else None
        shown.append(line)
    return shown


def direction_of(sort: Sequence[Sequence[str]], key: str) -> bool:
    """Whether the sort names that key, and downwards."""
    return any(one[0] == key and one[1] == "desc" for one in sort)


def _direction(one: Sequence[str], reader: Reader) -> tuple[Column, bool]:
    if isinstance(one, str) or len(one) != 2 or one[1] not in ("asc", "desc"):
        raise BadSelection(reason=f"{one} is not a key with asc or desc")
    return column_named(one[0], reader), one[1] == "desc"


def _sorted(lines: Sequence[Line], column: Column, down: bool, reader: Reader) -> list[Line]:
    taken, key = measure(column, reader), column.key
    found = [taken(line.cells.get(key)) for line in lines]
    fit = [at for at, value in enumerate(found) if value is not None]
    fit.sort(key=found.__getitem__, reverse=down)
    if len(fit) == len(lines):
        return [lines[at] for at in fit]
    rest = [line for line, value in zip(lines, found, strict=True) if value is None]
    odd = [line for line in rest if not is_empty(line.cells.get(key))]
    odd.sort(key=lambda line: folded(str(line.cells.get(key))), reverse=down)
    return [*(lines[at] for at in fit), *odd, *(line for line in rest if is_empty(line.cells.get(key)))]


def _group_value(column: Column, value: Cell) -> Cell:
    if is_empty(value):
        return None
    return value[:10] if column.type in MOMENTS and isinstance(value, str) else value


def _identity(value: Cell) -> object:
    if isinstance(value, str):
        return folded(value)
    return (type(value) is bool, value) if isinstance(value, (int, float, bool)) else json.dumps(value, sort_keys=True)


def _rank(value: Cell, taken: Callable[[Cell], Any]) -> tuple[int, Any]:
    found = taken(value)
    if found is not None:
        return 0, found
    return (2, None) if is_empty(value) else (1, folded(str(value)))


def _by_rank(groups: list[_Bucket], down: bool) -> list[_Bucket]:
    fit, odd, empty = ([group for group in groups if group[0][0] == rank] for rank in (0, 1, 2))
    for part in (fit, odd):
        part.sort(key=_place, reverse=down)
    return [*fit, *odd, *empty]


def _place(group: _Bucket) -> Any:
    return group[0][1]
