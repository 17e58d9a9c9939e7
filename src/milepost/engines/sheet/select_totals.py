"""Sums over rows without the rows."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

from milepost.engines.sheet.model import Column
from milepost.engines.sheet.select_line import Line
from milepost.engines.sheet.select_order import Group
from milepost.engines.sheet.select_values import MOMENTS, NUMBERS, is_empty, number_of

_PLACES = 6
_PLAIN = frozenset({int, float})


def totals(lines: Sequence[Line], columns: Iterable[Column]) -> dict[str, dict[str, Any]]:
    """For each column key `count`, and where it has something to add up or to compare: sum, average, min and max (rules Q16, Q17).

    Numbers have all of them, moments min and max, a check column counts its ticks.
    """
    chosen: list[Line] | None = None
    told = {}
    for column in columns:
        if _adds_children(column):
            chosen = _topmost(lines) if chosen is None else chosen
            told[column.key] = _total(column, chosen)
        else:
            told[column.key] = _total(column, lines)
    return told


def group_totals(lines: Sequence[Line], groups: Sequence[Group], columns: Sequence[Column]) -> list[dict[str, dict[str, Any]]]:
    """The totals of each group of rows that stand in groups."""
    return [totals(lines[group.start : group.start + group.count], columns) for group in groups]


def worth_totals(column: Column) -> bool:
    """Whether a total of the column says something without being asked for."""
    return column.type in NUMBERS - {"auto"} or column.type in MOMENTS


def _adds_children(column: Column) -> bool:
    compute = column.options.get("compute")
    return isinstance(compute, dict) and compute.get("over") == "children" and compute.get("take") in ("sum", "count")


def _topmost(lines: Sequence[Line]) -> list[Line]:
    """Those of the rows above which none of them stands."""
    chosen = {(line.sheet, line.id) for line in lines}
    return [line for line in lines if not _stands_below(line, chosen)]


def _stands_below(line: Line, chosen: set[tuple[int, int]]) -> bool:
    above = line.above
    while above is not None:
        if (above.sheet, above.id) in chosen:
            return True
        above = above.above
    return False


def _total(column: Column, lines: Sequence[Line]) -> dict[str, Any]:
    key = column.key
    if column.type == "duration":
        return _of_numbers([number for line in lines if (number := number_of(line.cells.get(key))) is not None])
    if column.type in NUMBERS:
        plain: list[Any] = [cell for line in lines if type(cell := line.cells.get(key)) in _PLAIN]
        return _of_numbers(plain)
    if column.type in MOMENTS:
        moments = [cell for line in lines if type(cell := line.cells.get(key)) is str and cell]
        return {"count": len(moments), **({"min": min(moments), "max": max(moments)} if moments else {})}
    if column.type == "check":
        return {"count": sum(line.cells.get(key) is True for line in lines)}
    return {"count": sum(not is_empty(line.cells.get(key)) for line in lines)}


def _of_numbers(numbers: list[int | float]) -> dict[str, Any]:
    if not numbers:
        return {"count": 0, "sum": 0}
    whole = sum(numbers) if set(map(type, numbers)) == {int} else round(math.fsum(numbers), _PLACES)
    average = round(whole / len(numbers), _PLACES)
    return {"count": len(numbers), "sum": _short(whole), "average": _short(average), "min": min(numbers), "max": max(numbers)}


def _short(number: int | float) -> int | float:
    return int(number) if number == int(number) else number
