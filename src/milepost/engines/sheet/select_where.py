"""Conditions on rows, made into functions once and then asked about each row."""

from __future__ import annotations

import json
import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from milepost.engines.sheet.model import Column
from milepost.engines.sheet.operations import Cell
from milepost.engines.sheet.select_dates import moment_named
from milepost.engines.sheet.select_errors import BadSelection
from milepost.engines.sheet.select_line import Line
from milepost.engines.sheet.select_values import (
    CHOICES,
    MOMENTS,
    NUMBERS,
    PEOPLE,
    Reader,
    choices_of,
    folded,
    is_empty,
    link_of,
    measure,
    number_of,
    text_of,
)

Condition: TypeAlias = Sequence[Any]
"""`[key, operator, value]`; the operators empty, not_empty, me and today take no value."""
Test: TypeAlias = Callable[[Cell], bool]
_PLAIN = frozenset({int, float})
_MOST_VALUES = 1000
Make: TypeAlias = Callable[[Column, Cell, Reader], Test]


def where(lines: Sequence[Line], conditions: Sequence[Condition], reader: Reader) -> Sequence[Line]:
    """The rows for which all conditions hold, in the same order (rule Q1). Raises BadSelection."""
    for key, test in _tests(conditions, reader):
        lines = [line for line in lines if test(line.cells.get(key))]
    return lines


def holds(conditions: Sequence[Condition], reader: Reader) -> Callable[[Mapping[str, Cell]], bool]:
    """A function that says of the cells of one row whether all conditions hold. Raises BadSelection at once."""
    tests = _tests(conditions, reader)
    return lambda cells: all(test(cells.get(key)) for key, test in tests)


def column_named(key: Cell, reader: Reader) -> Column:
    """The column of a condition, a sort or a group. Raises BadSelection."""
    column = reader.columns.get(key) if isinstance(key, str) else None
    if column is None:
        raise BadSelection(reason=f"there is no column {key}")
    return column


def _tests(conditions: Sequence[Condition], reader: Reader) -> list[tuple[str, Test]]:
    return [_test(condition, reader) for condition in conditions]


def _test(condition: Condition, reader: Reader) -> tuple[str, Test]:
    if isinstance(condition, str) or not isinstance(condition, Sequence) or len(condition) not in (2, 3):
        raise BadSelection(reason=f"{condition} is not a key, an operator and a value")
    key, word, value = (*condition, None)[:3]
    column = column_named(key, reader)
    make = _MAKERS.get(word) if isinstance(word, str) else None
    if make is None:
        raise BadSelection(reason=f"there is no operator {word}; the operators are {', '.join(_MAKERS)}")
    return column.key, make(column, value, reader)


def _is(column: Column, value: Cell, reader: Reader) -> Test:
    if is_empty(value):
        return is_empty
    if column.type in MOMENTS or column.type in NUMBERS:
        return _compared(operator.eq)(column, value, reader)
    wanted = _meant(column, value, reader)
    return lambda cell: _plain(column, cell) == wanted


def _meant(column: Column, value: Cell, reader: Reader) -> Cell:
    """The value of a condition, as a cell would hold it."""
    if column.type in PEOPLE and value == "me":
        return _plain(column, reader.me)
    return _plain(column, value)


def _plain(column: Column, value: Cell) -> Cell:
    if isinstance(value, list):
        return frozenset(map(str, map(link_of, value) if column.type == "link" else value))
    if isinstance(value, str):
        return value if column.type in CHOICES else folded(value)
    return bool(value) if column.type == "check" else str(link_of(value)) if column.type == "link" else value


def _any_of(column: Column, value: Cell, reader: Reader) -> Test:
    values = _list(value)
    if column.type in MOMENTS or any(map(is_empty, values)):
        tests = [_is(column, one, reader) for one in values]
        return lambda cell: any(test(cell) for test in tests)
    if column.type in NUMBERS:
        numbers = frozenset(_bound(column, one, reader) for one in values)
        return lambda cell: number_of(cell) in numbers
    # However many values there are, a row costs one look.
    wanted = frozenset(map(_hashable, (_meant(column, one, reader) for one in values)))
    return lambda cell: any(_hashable(_plain(column, one)) in wanted for one in (cell if isinstance(cell, list) else (cell,)))


def _has(column: Column, value: Cell, reader: Reader) -> Test:
    """A list that has the value; a single value counts as a list of one."""
    if column.type == "link":
        link = link_of(value)
        return lambda cell: link in map(link_of, cell if isinstance(cell, list) else ())
    wanted = _meant(column, value, reader)
    return lambda cell: any(_plain(column, one) == wanted for one in (cell if isinstance(cell, list) else (cell,)))


def _contains(column: Column, value: Cell, reader: Reader) -> Test:
    needle, said = folded(str(value)), text_of(column, reader)
    return lambda cell: not is_empty(cell) and needle in folded(said(cell))


def _begins(column: Column, value: Cell, reader: Reader) -> Test:
    needle, said = folded(str(value)), text_of(column, reader)
    return lambda cell: not is_empty(cell) and folded(said(cell)).startswith(needle)


def _compared(holds: Callable[[Any, Any], bool]) -> Make:
    def make(column: Column, value: Cell, reader: Reader) -> Test:
        bound = _bound(column, value, reader)
        if column.type in MOMENTS:
            return _moment_test(bound, holds)
        if column.type in NUMBERS and column.type != "duration":  # asked of every row: one call less each
            return lambda cell: type(cell) in _PLAIN and holds(cell, bound)
        taken = measure(column, reader)

        def test(cell: Cell) -> bool:
            found = taken(cell)
            return found is not None and not isinstance(found, tuple) and holds(found, bound)

        return test

    return make


def _moment_test(bound: str, holds: Callable[[Any, Any], bool]) -> Test:
    if len(bound) == 10:  # a day is compared with the day of the cell
        return lambda cell: isinstance(cell, str) and holds(cell[:10], bound)
    return lambda cell: isinstance(cell, str) and holds(cell if len(cell) > 10 else f"{cell}T00:00", bound)


def _between(column: Column, value: Cell, reader: Reader) -> Test:
    ends = _list(value)
    if len(ends) != 2:
        raise BadSelection(reason="between needs two values")
    low, high = _compared(operator.ge)(column, ends[0], reader), _compared(operator.le)(column, ends[1], reader)
    return lambda cell: low(cell) and high(cell)


def _within(column: Column, value: Cell, reader: Reader) -> Test:
    """From today to the day named, or from there to today, both included."""
    ends = sorted(("today", value), key=lambda words: _bound(column, words, reader))
    return _between(column, ends, reader)


def _bound(column: Column, value: Cell, reader: Reader) -> Any:
    if column.type in NUMBERS:
        try:
            return float(value)
        except (TypeError, ValueError, OverflowError):
            raise BadSelection(reason=f"{value} is not a number, which {column.title} needs") from None
    if column.type in MOMENTS:
        moment = moment_named(str(value), reader.today)
        if moment is None:
            raise BadSelection(reason=f"{value} is not a day: write 2026-03-02, today, +7d or -1m") from None
        return moment
    if column.type in CHOICES:
        choices = choices_of(column)
        return choices.index(str(value)) if str(value) in choices else len(choices)
    return bool(value) if column.type == "check" else folded(str(value))


def _list(value: Cell) -> list[Cell]:
    if not isinstance(value, (list, tuple)):
        raise BadSelection(reason=f"{value} is not a list of values")
    if len(value) > _MOST_VALUES:
        raise BadSelection(reason=f"a condition takes at most {_MOST_VALUES} values")
    return list(value)


def _hashable(value: Cell) -> object:
    return json.dumps(value, sort_keys=True, default=str) if isinstance(value, dict) else value


def _me(column: Column, value: Cell, reader: Reader) -> Test:
    me = reader.me
    return lambda cell: me is not None and (cell == me or (isinstance(cell, list) and me in cell))


def _not(make: Make) -> Make:
    def negated(column: Column, value: Cell, reader: Reader) -> Test:
        test = make(column, value, reader)
        return lambda cell: not test(cell)

    return negated


def _today(column: Column, value: Cell, reader: Reader) -> Test:
    return _is(column, "today", reader)


def _empty(column: Column, value: Cell, reader: Reader) -> Test:
    return is_empty


_MAKERS: Mapping[str, Make] = {
    "is": _is,
    "is_not": _not(_is),
    "any_of": _any_of,
    "none_of": _not(_any_of),
    "contains": _contains,
    "begins": _begins,
    "<": _compared(operator.lt),
    "<=": _compared(operator.le),
    ">": _compared(operator.gt),
    ">=": _compared(operator.ge),
    "between": _between,
    "empty": _empty,
    "not_empty": _not(_empty),
    "has": _has,
    "has_not": _not(_has),
    "me": _me,
    "today": _today,
    "before": _compared(operator.lt),
    "after": _compared(operator.gt),
    "within": _within,
}
OPERATORS = tuple(_MAKERS)
