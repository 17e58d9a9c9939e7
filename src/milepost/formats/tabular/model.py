"""A list as it stands in a file: cells in rows, with what the file says of them besides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeAlias

Value: TypeAlias = str | int | float | bool | date | datetime | None
"""What stands in a cell; None where it is empty. A formula that failed is the text of its error, such as `#REF!`."""


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet of a workbook, or a whole text file.

    `rows` are equally long; `lines[i]` is the line of the file (from 1) that row i stands in: empty lines are left out.
    `indents` is row index to indent of its cells in steps, `outline` row index to depth in the file's own outline.
    `currencies` is column index to the currency in which a workbook shows it.
    """

    name: str
    rows: tuple[tuple[Value, ...], ...]
    lines: tuple[int, ...]
    hidden: bool = False
    indents: Mapping[int, int] = field(default_factory=dict)
    outline: Mapping[int, int] = field(default_factory=dict)
    currencies: Mapping[int, str] = field(default_factory=dict)
    merged: int = 0
    empty_columns: int = 0


@dataclass(frozen=True, slots=True)
class Book:
    """All tables of a file; `form` is csv, xlsx, xls or ods."""

    form: str
    tables: tuple[Table, ...]
