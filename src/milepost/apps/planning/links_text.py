"""Predecessors as people type them: `12FS+2d; 15SS-1d; 7FF+50%`, by row number in the order shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from milepost.kernel.durations import DayLength, parse_duration
from milepost.kernel.errors import MilepostError

_LINK = re.compile(r"\s*(\d+)\s*(FS|SS|FF|SF)?\s*(?:([+-])\s*([\d.,]+\s*(?:%|e?[a-z]*)))?\s*", re.IGNORECASE)

# A comma may also stand in a lag, as in 3FS+1,5d.
_BETWEEN = re.compile(r"[;,](?=\s*\d+\s*(?:FS|SS|FF|SF|[;,+-]|$))", re.IGNORECASE)


class BadLink(MilepostError):
    """{text} is not a link: write a row number, then FS, SS, FF or SF, then a lag, for example 12FS+2d."""

    code = "plan.link_unreadable"
    status = 422


class NoSuchRow(MilepostError):
    """There is no row {number} in this plan."""

    code = "plan.link_unknown_row"
    status = 422


@dataclass(frozen=True, slots=True)
class LinkText:
    """One link as typed: the row's number, FS SS FF or SF, the lag in seconds, or in percent of the predecessor's duration."""

    number: int
    kind: str
    lag: float
    lag_unit: str


def parse_links(text: str, row_at: Sequence[int], lengths: DayLength) -> list[dict[str, Any]]:
    """Links of a predecessors cell as JSON by row id. `row_at` is the ids in the order shown. Raises BadLink, BadDuration, NoSuchRow."""
    parts = _BETWEEN.split(text.strip())
    return [_resolve(_parse_one(part, lengths), row_at) for part in parts if part.strip()]


def _parse_one(part: str, lengths: DayLength) -> LinkText:
    found = _LINK.fullmatch(part)
    if found is None:
        raise BadLink(text=part.strip())
    number, kind, sign, lag = found.groups()
    seconds, unit = _parse_lag(lag, lengths) if lag else (0, "work")
    return LinkText(int(number), (kind or "FS").upper(), -seconds if sign == "-" else seconds, unit)


def _parse_lag(text: str, lengths: DayLength) -> tuple[float, str]:
    if text.endswith("%"):
        return float(text[:-1].replace(",", ".")), "percent"
    duration = parse_duration(text, lengths)
    return duration.seconds, "elapsed" if duration.elapsed else "work"


def _resolve(link: LinkText, row_at: Sequence[int]) -> dict[str, Any]:
    if not 1 <= link.number <= len(row_at):
        raise NoSuchRow(number=link.number)
    return {"row": row_at[link.number - 1], "kind": link.kind, "lag": link.lag, "lag_unit": link.lag_unit}
