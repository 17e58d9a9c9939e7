"""Days as filters name them: a date, today, or so many days, weeks, months or years from it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_STEPS = re.compile(r"([+-]\d{1,5})([dwmy])")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?")


def moment_named(words: str, today: date) -> str | None:
    """The day (`2026-03-02`) or the moment (`2026-03-02T08:00`) that words name as of today; None where they name none (rule Q8)."""
    words = words.strip()
    if words == "today":
        return today.isoformat()
    steps = _STEPS.fullmatch(words)
    if steps is not None:
        return _stepped(today, int(steps[1]), steps[2])
    if not _MOMENT.fullmatch(words):
        return None
    try:
        date.fromisoformat(words[:10])
    except ValueError:
        return None
    return words


def _stepped(today: date, count: int, unit: str) -> str | None:
    try:
        if unit in "dw":
            return (today + timedelta(days=count * (7 if unit == "w" else 1))).isoformat()
        months = today.year * 12 + today.month - 1 + count * (12 if unit == "y" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1])).isoformat()
    except (ValueError, OverflowError):
        return None
