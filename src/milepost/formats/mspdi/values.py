"""How single values stand in the file: each codec reads the text of an element and writes it back; a bad text raises ValueError."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

_SPAN = re.compile(r"(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?")
_MIDNIGHT = "00:00:00"
DAY = 86400
# Working time beyond this (some eighty years of eight-hour days), moments outside these years and more percent are slips, not plans.
LONGEST = 20 * 365 * DAY
FIRST_YEAR, LAST_YEAR = 1900, 2200
MOST_PERCENT = 10_000


@dataclass(frozen=True, slots=True)
class Codec:
    """One way to write a value: `what` names it in findings."""

    what: str
    read: Callable[[str], Any]
    write: Callable[[Any], str]


def _whole(text: str) -> int:
    number = Decimal(text)
    if not number.is_finite() or abs(number) > 2**53:
        raise ValueError(text)
    return int(number.to_integral_value(ROUND_HALF_UP))


def _checked(read: Callable[[str], Any]) -> Callable[[str], Any]:
    """The same, with every way of failing told as ValueError. Files repeat few texts many times, so the last ones are remembered."""

    @lru_cache(maxsize=4096)
    def checked(text: str) -> Any:
        try:
            return read(text)
        except (InvalidOperation, OverflowError, KeyError, IndexError) as problem:
            raise ValueError(text) from problem

    return checked


def _read_flag(text: str) -> bool:
    return {"1": True, "0": False, "true": True, "false": False}[text.lower()]


def read_moment(text: str) -> datetime:
    """Wall-clock time to the second; a zone is left aside, because the file means the plan's own clock."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is not None or moment.microsecond:
        moment = moment.replace(tzinfo=None, microsecond=0)
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(text)
    return moment


def write_moment(moment: datetime) -> str:
    """The one form of the schema: seconds, no zone."""
    return moment.isoformat(timespec="seconds")


def _read_span(text: str) -> int:
    parts = _SPAN.fullmatch(text)
    if parts is None or not any(parts.groups()[1:]):
        raise ValueError(text)
    sign, years, months, days, hours, minutes, seconds = parts.groups()
    whole_days = int(years or 0) * 365 + int(months or 0) * 30 + int(days or 0)
    total = whole_days * DAY + _rounded(Decimal(hours or 0) * 3600 + Decimal(minutes or 0) * 60 + Decimal(seconds or 0))
    if total > LONGEST:
        raise ValueError(text)
    return -total if sign else total


def _write_span(seconds: int) -> str:
    hours, rest = divmod(abs(seconds), 3600)
    return f"{'-' if seconds < 0 else ''}PT{hours}H{rest // 60}M{rest % 60}S"


def _read_tenths(text: str) -> int:
    seconds = _whole(text) * 6
    if abs(seconds) > LONGEST:
        raise ValueError(text)
    return seconds


def _read_percent(text: str) -> int:
    percent = _whole(text)
    if abs(percent) > MOST_PERCENT:
        raise ValueError(text)
    return percent


def _read_clock(text: str) -> int:
    hours, minutes, *rest = text.split(":")
    second = int(hours) * 3600 + int(minutes) * 60 + (int(float(rest[0])) if rest else 0)
    if not 0 <= second <= DAY:
        raise ValueError(text)
    return second


def _write_clock(second: int) -> str:
    second %= DAY
    return f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"


def _read_money(text: str) -> Decimal:
    amount = Decimal(text)
    if not amount.is_finite() or abs(amount) > 10**18:
        raise ValueError(text)
    return amount / 100


def _read_number(text: str) -> Decimal:
    number = Decimal(text)
    if not number.is_finite() or abs(number) > 10**12:
        raise ValueError(text)
    return number


def _write_number(number: Decimal) -> str:
    plain = format(number, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _rounded(number: Decimal) -> int:
    return int(number.to_integral_value(ROUND_HALF_UP))


def read_day(text: str) -> date:
    """The day of a moment: periods of calendars run from the first second of a day to the last of another."""
    return read_moment(text).date()


def first_second(day: date) -> str:
    """The start of a calendar's period."""
    return f"{day.isoformat()}T{_MIDNIGHT}"


def last_second(day: date) -> str:
    """The end of a calendar's period."""
    return f"{day.isoformat()}T23:59:59"


def write_tenths(seconds: int) -> str:
    """Tenths of a minute."""
    return str(_rounded(Decimal(seconds) / 6))


TEXT = Codec("text", str, str)
INTEGER = Codec("a whole number", _checked(_whole), str)
FLAG = Codec("0 or 1", _checked(_read_flag), lambda flag: "1" if flag else "0")
MOMENT = Codec("a date and time", _checked(read_moment), write_moment)
SPAN = Codec("a duration", _checked(_read_span), _write_span)
TENTHS = Codec("a number of tenths of a minute", _checked(_read_tenths), write_tenths)
PERCENT = Codec("a percentage", _checked(_read_percent), str)
CLOCK = Codec("a time of the day", _checked(_read_clock), _write_clock)
MONEY = Codec("an amount", _checked(_read_money), lambda amount: _write_number(amount * 100))
NUMBER = Codec("a number", _checked(_read_number), _write_number)
