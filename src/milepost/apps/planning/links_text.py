"""Predecessors as people type them: `12FS+2d; 15SS-1d; 7FF+50%`, by row number in the order shown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from milepost.kernel.durations import DayLength, format_duration, parse_duration
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
    """One link as typed: the row's number, FS SS FF or SF, the lag in seconds (percent in hundredths where the unit is percent)."""

    number: int
    kind: str
    lag: int
    lag_unit: str


def parse_links(text: str, row_at: Sequence[int], lengths: DayLength) -> list[dict[str, Any]]:
    """Links of a predecessors cell as JSON by row id. `row_at` is the ids in the order shown. Raises BadLink, BadDuration, NoSuchRow."""
    parts = _BETWEEN.split(text.strip())
    return [_resolve(_parse_one(part, lengths), row_at) for part in parts if part.strip()]


def format_links(links: Sequence[Mapping[str, Any]], number_of: Mapping[int, int], lengths: DayLength) -> str:
    """The links as people type them, by the numbers the rows have now; FS without a lag is the bare number."""
    return "; ".join(_format_one(link, number_of[link["row"]], lengths) for link in links if link["row"] in number_of)


def _parse_one(part: str, lengths: DayLength) -> LinkText:
    found = _LINK.fullmatch(part)
    if found is None:
        raise BadLink(text=part.strip())
    number, kind, sign, lag = found.groups()
    seconds, unit = _parse_lag(lag, lengths) if lag else (0, "work")
    return LinkText(int(number), (kind or "FS").upper(), -seconds if sign == "-" else seconds, unit)


def _parse_lag(text: str, lengths: DayLength) -> tuple[int, str]:
    if text.endswith("%"):
        return round(float(text[:-1].replace(",", ".")) * 100), "percent"
    duration = parse_duration(text, lengths)
    return duration.seconds, "elapsed" if duration.elapsed else "work"


def _resolve(link: LinkText, row_at: Sequence[int]) -> dict[str, Any]:
    if not 1 <= link.number <= len(row_at):
        raise NoSuchRow(number=link.number)
    return {"row": row_at[link.number - 1], "kind": link.kind, "lag": link.lag, "lag_unit": link.lag_unit}


def _format_one(link: Mapping[str, Any], number: int, lengths: DayLength) -> str:
    lag = int(link.get("lag") or 0)
    kind = link.get("kind", "FS")
    if not lag:
        return str(number) if kind == "FS" else f"{number}{kind}"
    sign = "-" if lag < 0 else "+"
    return f"{number}{kind}{sign}{_format_lag(abs(lag), link.get('lag_unit', 'work'), lengths)}"


def _format_lag(lag: int, unit: str, lengths: DayLength) -> str:
    if unit == "percent":
        return f"{lag / 100:g}%"
    if unit == "elapsed":
        return f"{lag / 86400:g}ed"
    return format_duration(lag, lengths).replace(" ", "")
