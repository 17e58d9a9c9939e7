"""Reading the cells of a plan's row: a value that was kept as typed counts as empty, so it never moves a date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from milepost.kernel.durations import DayLength
from milepost.kernel.money import Money

Cells = Mapping[str, Any]


def is_raw(value: object) -> bool:
    """Whether a value was kept as typed, because it fits no column of its type."""
    return isinstance(value, Mapping) and "raw" in value


def moment(cells: Cells, key: str) -> datetime | None:
    """The naive moment in a cell."""
    value = cells.get(key)
    return datetime.fromisoformat(value) if isinstance(value, str) and value else None


def seconds(cells: Cells, key: str) -> int | None:
    """The seconds of a duration cell, which is a number or `{"seconds", "elapsed", "estimated"}`."""
    value = cells.get(key)
    if isinstance(value, Mapping):
        value = value.get("seconds")
    return round(value) if isinstance(value, int | float) else None


def elapsed(cells: Cells, key: str) -> bool:
    """Whether the duration in a cell runs day and night."""
    value = cells.get(key)
    return isinstance(value, Mapping) and bool(value.get("elapsed"))


def number(cells: Cells, key: str, default: float = 0.0) -> float:
    """The number in a cell."""
    value = cells.get(key)
    return value if isinstance(value, int | float) else default


def text(cells: Cells, key: str) -> str:
    """The text in a cell, empty where there is none."""
    value = cells.get(key)
    return value if isinstance(value, str) else ""


def flag(cells: Cells, key: str, default: bool = False) -> bool:
    """The tick in a cell."""
    value = cells.get(key)
    return value if isinstance(value, bool) else default


def minor(cells: Cells, key: str, currency: str) -> int | None:
    """The amount of a money cell in whole minor units of the plan's currency."""
    value = cells.get(key)
    if value is None or isinstance(value, bool | Mapping | list):
        return None
    try:
        return Money(Decimal(str(value)), currency).minor
    except InvalidOperation:
        return None


def lengths_of(settings: Mapping[str, Any]) -> DayLength:
    """How long a day, a week and a month are when people write durations in this plan."""
    day = int(settings.get("minutes_per_day") or 480) * 60
    return DayLength(day, int(settings.get("minutes_per_week") or 2400) * 60, day * int(settings.get("days_per_month") or 20))
