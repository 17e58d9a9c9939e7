"""What fitting needs beside the column and the value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from milepost.engines.sheet import Cell, Column
from milepost.kernel.durations import DayLength


class DoesNotFit(Exception):
    """Why a value does not fit; never leaves the fitting of values."""


def _nobody(named: int | str) -> int | None:
    return None


def _no_row(column: Column, named: Cell) -> tuple[int, int] | None:
    return None


def _no_file(file_id: int) -> bool:
    return False


def _kept_row(kept: set[Any], row: Callable[[Column, Cell], tuple[int, int] | None], column: Column, named: Cell) -> tuple[int, int] | None:
    if isinstance(named, dict) and (named.get("sheet"), named.get("row")) in kept:
        return named["sheet"], named["row"]
    return row(column, named)


def _kept_person(kept: set[int], person: Callable[[int | str], int | None], named: int | str) -> int | None:
    return named if isinstance(named, int) and named in kept else person(named)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """How long a day is, and what there is that a value may name.

    `person` knows the people by id, address or name; `row` the rows that a link column may name, by `{"sheet", "row"}` or by text;
    `file` the files of the sheet. `day_first` says how `03/02/2026` is meant, None: not known.
    """

    lengths: DayLength = field(default_factory=DayLength)
    person: Callable[[int | str], int | None] = _nobody
    row: Callable[[Column, Cell], tuple[int, int] | None] = _no_row
    file: Callable[[int], bool] = _no_file
    day_first: bool | None = None

    def keeping(self, cell: Cell) -> Surroundings:
        """The same where a cell may go on naming whom and what it names already, also those that its writer does not see."""
        named = cell if isinstance(cell, list) else [cell]
        rows = {(one.get("sheet"), one.get("row")) for one in named if isinstance(one, dict)}
        people = {one for one in named if type(one) is int}
        if not rows and not people:
            return self
        return replace(self, row=partial(_kept_row, rows, self.row), person=partial(_kept_person, people, self.person))


def day_length(settings: Mapping[str, Cell]) -> DayLength:
    """The day that the settings `minutes_per_day`, `minutes_per_week` and `days_per_month` describe, else eight hours."""
    usual = DayLength()
    day = int(settings.get("minutes_per_day") or usual.day // 60) * 60
    week = int(settings.get("minutes_per_week") or usual.week // 60) * 60
    return DayLength(day, week, int(settings.get("days_per_month") or usual.month // usual.day) * day)
