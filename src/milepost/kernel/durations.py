"""Working durations as people write them: `12d 4h`, `90m`, `2w`, and elapsed ones such as `3ed`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from milepost.kernel.errors import MilepostError

_PART = re.compile(r"\s*([+-]?\d+(?:[.,]\d+)?)\s*(mo|months?|mons?|weeks?|wks?|w|days?|d|hours?|hrs?|h|minutes?|mins?|min|m)\s*")
_ELAPSED = {"mo": 30 * 86400, "w": 7 * 86400, "d": 86400, "h": 3600, "m": 60}


class BadDuration(MilepostError):
    """{text} is not a duration: write for example 3d, 1w 2d, 4h, 90m or 2ed (elapsed days)."""

    code = "duration.unreadable"
    status = 422


@dataclass(frozen=True, slots=True)
class DayLength:
    """How many working seconds a day, a week and a month stand for."""

    day: int = 8 * 3600
    week: int = 40 * 3600
    month: int = 20 * 8 * 3600


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in seconds: working time, or elapsed time where `elapsed`; `estimated` is the trailing `?`."""

    seconds: int
    elapsed: bool = False
    estimated: bool = False


def parse_duration(text: str, lengths: DayLength | None = None) -> Duration:
    """Read a duration; a bare number is days. Raises BadDuration."""
    given = lengths or DayLength()
    words = text.strip().lower()
    estimated = words.endswith("?")
    words = words.rstrip("?").strip()
    if re.fullmatch(r"[+-]?\d+(?:[.,]\d+)?", words):
        words += "d"
    elapsed = bool(re.search(r"\d\s*e(?:mo|w|d|h|m)", words))
    if elapsed:
        words = re.sub(r"(\d\s*)e(?=mo|w|d|h|m)", r"\1", words)
    return Duration(_sum_parts(words, text, _ELAPSED if elapsed else _working(given)), elapsed, estimated)


def format_duration(seconds: int, lengths: DayLength | None = None) -> str:
    """Working seconds as days, hours and minutes: `12d 4h`, `0d`, `-2d`."""
    day = (lengths or DayLength()).day
    days, rest = divmod(abs(seconds), day)
    hours, rest = divmod(rest, 3600)
    parts = [f"{n}{unit}" for n, unit in ((days, "d"), (hours, "h"), (rest // 60, "m")) if n]
    return ("\u2212" if seconds < 0 else "") + (" ".join(parts) or "0d")


def _working(lengths: DayLength) -> dict[str, int]:
    return {"mo": lengths.month, "w": lengths.week, "d": lengths.day, "h": 3600, "m": 60}


def _sum_parts(words: str, text: str, unit: dict[str, int]) -> int:
    total, at = 0.0, 0
    while at < len(words):
        part = _PART.match(words, at)
        if part is None:
            raise BadDuration(text=text)
        name = part[2]
        key = "mo" if name.startswith("mo") else name[0]
        total += float(part[1].replace(",", ".")) * unit[key]
        at = part.end()
    if not words:
        raise BadDuration(text=text)
    return round(total)
