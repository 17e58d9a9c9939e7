"""What a computed column says in its option `compute`: a formula over its row, or a roll-up; and the formula's value."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from milepost.engines.sheet.errors import ComputeBroken
from milepost.engines.sheet.model import Column
from milepost.engines.sheet.operations import Cell

FORMULAS = ("multiply", "sum", "subtract", "divide", "percent", "share", "average", "min", "max", "first", "days")
TAKES = ("sum", "count", "min", "max", "average")
CHILDREN = "children"


@dataclass(frozen=True, slots=True)
class Formula:
    """`how` over the cells `of` of the same row."""

    key: str
    how: str
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RollUp:
    """`take` of the cells `of`, over the rows below (`over` is "children") or over the rows that the link column `over` names."""

    key: str
    over: str
    take: str
    of: str | None


Computing: TypeAlias = Formula | RollUp


def computing_of(column: Column) -> Computing | None:
    """What the column's option `compute` says, None where it is not computed so. Raises ComputeBroken."""
    said = column.options.get("compute")
    if said is None:
        return None
    if isinstance(said, Mapping) and "over" in said:
        return _roll_up(column.key, said)
    if isinstance(said, Mapping) and len(said) == 1:
        ((how, of),) = said.items()
        if how in FORMULAS and isinstance(of, (list, tuple)) and of and all(isinstance(key, str) for key in of):
            if how in ("subtract", "divide", "percent", "share", "days") and len(of) != 2:
                raise ComputeBroken(key=column.key, reason=f"{how} takes two columns")
            return Formula(column.key, how, tuple(of))
    raise ComputeBroken(key=column.key, reason=f"write one of {', '.join(FORMULAS)} with a list of columns, or over, take and of")


def _roll_up(key: str, said: Mapping[str, Any]) -> RollUp:
    take, of, over = said.get("take", "sum"), said.get("of"), said["over"]
    if take not in TAKES or not isinstance(over, str) or said.keys() - {"over", "take", "of"}:
        raise ComputeBroken(key=key, reason=f"a roll-up has over, take ({', '.join(TAKES)}) and of")
    if take != "count" and not isinstance(of, str):
        raise ComputeBroken(key=key, reason=f"{take} needs the column to take it of")
    return RollUp(key, over, take, of)


def in_order(columns: Mapping[str, Column]) -> list[Computing]:
    """The computed columns, each behind those that it reads (K2). Raises ComputeBroken for a circle or a column that there is not."""
    found = {key: said for key, column in columns.items() if (said := computing_of(column)) is not None}
    order: list[Computing] = []
    state: dict[str, bool] = {}

    def visit(key: str) -> None:
        if state.get(key) is False:
            raise ComputeBroken(key=key, reason="it is computed from itself")
        if key in found and key not in state:
            state[key] = False
            for source in sources(found[key]):
                visit(source)
            state[key] = True
            order.append(found[key])

    for key, said in found.items():
        for source in sources(said):
            if source not in columns:
                raise ComputeBroken(key=key, reason=f"there is no column {source}")
        visit(key)
    return order


def sources(said: Computing) -> tuple[str, ...]:
    """The columns of the same sheet that it reads; those that a roll-up over links takes stand in another one."""
    if isinstance(said, Formula):
        return said.of
    own = (said.of,) if said.over == CHILDREN and said.of else ()
    return own if said.over == CHILDREN else (said.over,)


def number_of(column: Column, value: Cell) -> float | None:
    """The number that computing reads in a cell (K1): of a choice or symbol its weight, of a check 1 or 0; None where there is none."""
    if isinstance(value, bool):
        return float(value)
    if isinstance(value, (int, float)):
        return value
    weights = column.options.get("weights") or {}
    if isinstance(value, str):
        return weights.get(value)
    if isinstance(value, list) and weights:
        return math.fsum(weights.get(one, 0) for one in value)
    return value.get("seconds") if isinstance(value, dict) else None


def formula_value(said: Formula, columns: Mapping[str, Column], cells: Mapping[str, Cell]) -> Cell:
    """The value of a formula in a row (K3 to K6); None where it cannot be computed."""
    values = [_readable(cells.get(key)) for key in said.of]
    if said.how == "first":
        return next((value for value in values if value is not None), None)
    if said.how == "days":
        return _days(values[0], values[1])
    if said.how in ("min", "max") and any(columns[key].type in ("date", "datetime") for key in said.of):
        return least_or_most(said.how, [value for value in values if isinstance(value, str)])
    numbers = [number_of(columns[key], value) for key, value in zip(said.of, values, strict=True)]
    return tidy(_NUMERIC[said.how](numbers))


def least_or_most(how: str, values: Sequence[Any]) -> Any:
    """The least or the greatest value, None of none."""
    if not values:
        return None
    return min(values) if how == "min" else max(values)


def tidy(number: float | None) -> Cell:
    """A number in its one form: whole ones as `int`, others with at most ten decimals, those without bounds as nothing."""
    if number is None or not math.isfinite(number):
        return None
    number = round(number, 10)
    return int(number) if number == int(number) else number


def _readable(value: Cell) -> Cell:
    return None if isinstance(value, dict) and "raw" in value else value


def _days(first: Cell, last: Cell) -> Cell:
    try:
        return (date.fromisoformat(str(last)[:10]) - date.fromisoformat(str(first)[:10])).days
    except ValueError:
        return None


def _all(how: Callable[[list[float]], float | None]) -> Callable[[list[float | None]], float | None]:
    def needs_all(numbers: list[float | None]) -> float | None:
        there = [number for number in numbers if number is not None]
        return how(there) if len(there) == len(numbers) else None

    return needs_all


def _some(how: Callable[[list[float]], float | None]) -> Callable[[list[float | None]], float | None]:
    def needs_one(numbers: list[float | None]) -> float | None:
        there = [number for number in numbers if number is not None]
        return how(there) if there else None

    return needs_one


_NUMERIC: Mapping[str, Callable[[list[float | None]], float | None]] = {
    "multiply": _all(math.prod),
    "subtract": _all(lambda numbers: numbers[0] - numbers[1]),
    "divide": _all(lambda numbers: numbers[0] / numbers[1] if numbers[1] else None),
    "percent": _all(lambda numbers: 100 * numbers[0] / numbers[1] if numbers[1] else None),
    "share": _all(lambda numbers: numbers[0] * numbers[1] / 100),
    "sum": _some(math.fsum),
    "average": _some(lambda numbers: math.fsum(numbers) / len(numbers)),
    "min": _some(min),
    "max": _some(max),
}
