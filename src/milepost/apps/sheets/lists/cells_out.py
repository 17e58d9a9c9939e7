"""Cells as a spreadsheet shows them: names instead of ids, labels instead of values, days as days."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import Any

from milepost.apps.org.queries.names import names_of
from milepost.apps.sheets.queries.chosen import Register
from milepost.apps.sheets.queries.labels import linked_rows, links_in, people_in
from milepost.engines.sheet import Cell, Column
from milepost.engines.sheet.select_line import Line
from milepost.formats.tabular import OutColumn, Value
from milepost.kernel.durations import format_duration

_PEOPLE = frozenset({"person", "people", "created_by", "changed_by"})
_NUMBERS = frozenset({"number", "money", "percent"})
_MOMENTS = frozenset({"datetime", "created_at", "changed_at"})


def title_of(column: Column, locale: str) -> str:
    """The title in a language, else the English one."""
    titles = column.options.get("titles") or {}
    return str(titles.get(locale) or titles.get(locale.split("-")[0]) or column.title)


def out_column(column: Column, title: str, currency: str) -> OutColumn:
    """How a column goes out; money has the column's currency, else the organisation's."""
    type_ = "datetime" if column.type in _MOMENTS else column.type
    decimals = column.options.get("decimals")
    return OutColumn(title, type_, column.width, decimals, str(column.options.get("currency") or currency))


class CellsOut:
    """Tells the cells of some rows; who and what they name is asked for once."""

    def __init__(self, register: Register, lines: Sequence[Line], columns: Sequence[Column], locale: str) -> None:
        self.locale = locale
        self._register = register
        self._columns = columns
        self._names = names_of(people_in(lines, columns))
        self._linked = linked_rows(register.scope, links_in(lines, columns))

    def of(self, line: Line) -> tuple[Value, ...]:
        """The cells of a row, and where it lies if the register is one across many."""
        place = (self._register.places[line.sheet][1],) if self._register.across else ()
        return (*(self._cell(line.cells.get(column.key), column) for column in self._columns), *place)

    def _cell(self, value: Cell, column: Column) -> Value:
        if value is None:
            return None
        if isinstance(value, Mapping) and column.type != "duration":
            return None if value.get("hidden") else str(value.get("raw", ""))
        return self._teller(column)(value, column)

    def _teller(self, column: Column) -> Callable[[Any, Column], Value]:
        if column.type in _PEOPLE:
            return self._people
        if column.type in ("choice", "choices", "symbol"):
            return self._choices
        if column.type in _MOMENTS or column.type == "date":
            return _moment
        return {"link": self._links, "auto": _auto, "duration": _duration, "file": _files}.get(column.type, _plain)

    def _people(self, value: Any, column: Column) -> str:
        ids = value if isinstance(value, list) else [value]
        return ", ".join(self._names.get(one, "") for one in ids)

    def _choices(self, value: Any, column: Column) -> str:
        labels = column.options.get("labels") or {}
        return ", ".join(self._label(labels.get(str(one)), str(one)) for one in (value if isinstance(value, list) else [value]))

    def _label(self, said: Any, value: str) -> str:
        if not isinstance(said, Mapping):
            return str(said) if said else value
        return str(said.get(self.locale.split("-")[0]) or said.get("en") or value)

    def _links(self, value: Any, column: Column) -> str:
        linked = (self._linked.get((one["sheet"], one["row"])) for one in value)
        return ", ".join(one.name for one in linked if one is not None)


def _moment(value: Any, column: Column) -> Value:
    with suppress(ValueError, TypeError):
        return date.fromisoformat(value) if column.type == "date" else datetime.fromisoformat(value).replace(tzinfo=None)
    return str(value)


def _auto(value: Any, column: Column) -> str:
    return f"{column.options.get('prefix', '')}{value}"


def _duration(value: Any, column: Column) -> str:
    seconds = value.get("seconds") if isinstance(value, Mapping) else value
    return format_duration(int(seconds)) if isinstance(seconds, (int, float)) else str(value)


def _files(value: Any, column: Column) -> int:
    return len(value) if isinstance(value, list) else 0


def _plain(value: Any, column: Column) -> Value:
    if column.type in _NUMBERS and isinstance(value, str):
        with suppress(ValueError):
            return float(value)
    return value if isinstance(value, (str, int, float, bool)) else str(value)
