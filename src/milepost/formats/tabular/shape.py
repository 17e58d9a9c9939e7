"""Raw rows to a table: empty lines and empty columns left out, sizes bounded, values cleaned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from milepost.formats.tabular.errors import TooManyColumns, TooManyRows
from milepost.formats.tabular.model import Table, Value

MOST_ROWS = 100_000
MOST_COLUMNS = 400
_BLANKS = " \t\r\n\u00a0\ufeff\u200b"


@dataclass(slots=True)
class Hints:
    """What a workbook says of cells beside their values, by line and column from 0; `errors` and `percent` change the values."""

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    percent: set[tuple[int, int]] = field(default_factory=set)
    indents: dict[int, int] = field(default_factory=dict)
    outline: dict[int, int] = field(default_factory=dict)
    currencies: dict[int, str] = field(default_factory=dict)


def shape(name: str, raw: Iterable[Sequence[object]], hints: Hints | None = None, *, hidden: bool = False, merged: int = 0) -> Table:
    """The table that these rows are. Raises TooManyRows and TooManyColumns."""
    known = hints or Hints()
    kept = _kept_rows(raw, known)
    width = max((len(row) for _, row in kept), default=0)
    used = [column for column in range(width) if any(column < len(row) and row[column] is not None for _, row in kept)]
    if len(used) > MOST_COLUMNS:
        raise TooManyColumns(count=len(used), limit=MOST_COLUMNS)
    index = {line: at for at, (line, _) in enumerate(kept)}
    return Table(
        name=name,
        rows=tuple(tuple(row[column] if column < len(row) else None for column in used) for _, row in kept),
        lines=tuple(line + 1 for line, _ in kept),
        hidden=hidden,
        indents={index[line]: depth for line, depth in known.indents.items() if line in index},
        outline={index[line]: depth for line, depth in known.outline.items() if line in index},
        currencies={at: known.currencies[column] for at, column in enumerate(used) if column in known.currencies},
        merged=merged,
        empty_columns=width - len(used),
    )


def _kept_rows(raw: Iterable[Sequence[object]], hints: Hints) -> list[tuple[int, list[Value]]]:
    kept: list[tuple[int, list[Value]]] = []
    marked = {line for line, _ in hints.errors} | {line for line, _ in hints.percent}
    for line, cells in enumerate(raw):
        row = [_plain(cell) for cell in cells]
        if line in marked:
            row = [_told(value, (line, column), hints) for column, value in enumerate(row)]
        if any(value is not None for value in row):
            kept.append((line, row))
            if len(kept) > MOST_ROWS:
                raise TooManyRows(limit=MOST_ROWS)
    return kept


def _told(value: Value, place: tuple[int, int], hints: Hints) -> Value:
    if place in hints.errors:
        return hints.errors[place]
    if place in hints.percent and isinstance(value, (int, float)) and not isinstance(value, bool):
        return f"{round(value * 100, 10):.15g}%"
    return value


def _plain(value: object) -> Value:
    match value:
        case bool() | int() | datetime():
            return value
        case float():
            return int(value) if value.is_integer() and abs(value) < 2**53 else value
        case date():
            return value
        case time():
            return value.isoformat(timespec="minutes")
        case timedelta():
            return f"{value.total_seconds() / 3600:.15g}h"
        case str():
            return value.rstrip(_BLANKS) if value.strip(_BLANKS) else None
        case _:
            return None
