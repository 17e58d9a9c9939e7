"""One row as it stood in a baseline, and its compact form in the frozen snapshot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from milepost.kernel.moments import format_moment


@dataclass(frozen=True, slots=True)
class BaselineRow:
    """Dates, duration and work in seconds, cost in minor units; `leaf` rows carry the budget, summaries only show it."""

    start: datetime | None
    finish: datetime | None
    duration: int
    work: int | None = None
    cost: int | None = None
    leaf: bool = True
    method: str = "percent"


def rows_to_json(rows: Mapping[int, BaselineRow]) -> dict[str, list[Any]]:
    """The snapshot as it is stored: a short list for each row, by its id."""
    return {
        str(row_id): [_text(row.start), _text(row.finish), row.duration, row.work, row.cost, row.leaf, row.method]
        for row_id, row in rows.items()
    }


def rows_from_json(stored: Mapping[str, list[Any]]) -> dict[int, BaselineRow]:
    """The rows of a stored snapshot."""
    return {
        int(row_id): BaselineRow(_moment(start), _moment(finish), duration, work, cost, leaf, method)
        for row_id, (start, finish, duration, work, cost, leaf, method) in stored.items()
    }


def _text(moment: datetime | None) -> str | None:
    return None if moment is None else format_moment(moment)


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
