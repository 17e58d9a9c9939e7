"""Dates as lists have them: typed, ISO, with dots, with slashes in either order, with names of months in English and German."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal

Order = Literal["dmy", "mdy"]
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januar january jän jänner",
            "feb februar february",
            "mar märz march mär mrz maerz",
            "apr april",
            "may mai",
            "jun juni june",
            "jul juli july",
            "aug august",
            "sep sept september",
            "oct okt october oktober",
            "nov november",
            "dec dez december dezember",
        ),
        start=1,
    )
    for name in names.split()
}
_TIME = re.compile(r"[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([AaPp])?\.?[Mm]?\.?\s*(?:Z|[+-]\d{2}:?\d{2}|UTC|Uhr)?$")
_WEEKDAY = re.compile(
    r"^(?:mon?|die?|tue?s?|wed?n?e?s?|mit?|thu?r?s?|don?|fri?|fre|sat?|sam|sun?|son)[a-z]*[.,]?\s+(?=\d|[a-z])", re.IGNORECASE
)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[. -]*\s*([A-Za-zä]{3,9})[. ,-]*\s*(\d{4}|\d{2})")
_MONTH_FIRST = re.compile(r"([A-Za-zä]{3,9})[. ]*\s*(\d{1,2})(?:st|nd|rd|th)?[ ,]+\s*(\d{4})")
_MONTH_ONLY = re.compile(r"([A-Za-zä]{3,9})[. -]*\s*(\d{4})")
_EXCEL_BEGINS = date(1899, 12, 30)
_SERIALS = range(20_000, 80_000)


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A moment as it was read; `either` says that day and month could also be the other way round."""

    moment: datetime
    either: bool = False


def read_date(value: object, order: Order = "dmy", *, serials: bool = False) -> ReadDate | None:
    """The date or moment that a cell holds, None where it is none. Where only numbers between slashes stand, `order` decides.

    `serials`: a bare number is a day as Excel counts them. A month without a day is its first.
    """
    match value:
        case datetime():
            return ReadDate(value.replace(tzinfo=None, microsecond=0))
        case date():
            return ReadDate(datetime.combine(value, time()))
        case bool():
            return None
        case int() | float() if serials and int(value) in _SERIALS:
            return ReadDate(datetime.combine(_EXCEL_BEGINS, time()) + timedelta(seconds=round(value * 86400)))
        case str():
            return _read_text(value.strip(), order)
        case _:
            return None


def order_evidence(values: Iterable[object]) -> tuple[set[Order], int]:
    """Which orders of day and month the values prove, and how many could be read either way."""
    proved: set[Order] = set()
    either = 0
    for value in values:
        if not isinstance(value, str) or ("/" not in value and "-" not in value) or len(value) > 40:
            continue
        found = _NUMBERS.fullmatch(_without_time(value.strip())[0])
        if found is None or found[2] == ".":
            continue
        first, second = int(found[1]), int(found[3])
        if first > 12 >= second:
            proved.add("dmy")
        elif second > 12 >= first:
            proved.add("mdy")
        else:
            either += first != second
    return proved, either


@lru_cache(maxsize=50_000)
def _read_text(text: str, order: Order) -> ReadDate | None:
    if not 6 <= len(text) <= 40 or not any(letter.isdigit() for letter in text):
        return None
    words, clock = _without_time(_WEEKDAY.sub("", text))
    day, either = _day(words.strip(), order)
    return None if day is None or clock is None else ReadDate(datetime.combine(day, clock), either)


def _without_time(text: str) -> tuple[str, time | None]:
    """The date without its time of day; None for a time that there is not."""
    found = _TIME.search(text)
    if found is None:
        return text, time()
    hour = int(found[1])
    if found[4]:
        hour = hour % 12 + (12 if found[4] in "pP" else 0)
    if hour > 23 or int(found[2]) > 59 or int(found[3] or 0) > 59:
        return text, None
    return text[: found.start()], time(hour, int(found[2]), int(found[3] or 0))


def _day(text: str, order: Order) -> tuple[date | None, bool]:
    if found := _ISO.fullmatch(text):
        return _made(int(found[1]), int(found[2]), int(found[3])), False
    if found := _NUMBERS.fullmatch(text):
        return _of_numbers(int(found[1]), int(found[3]), _year(found[4]), "dmy" if found[2] == "." else order, dotted=found[2] == ".")
    if found := _DAY_FIRST.fullmatch(text):
        return _made(_year(found[3]), _month(found[2]), int(found[1])), False
    if found := _MONTH_FIRST.fullmatch(text):
        return _made(int(found[3]), _month(found[1]), int(found[2])), False
    if found := _MONTH_ONLY.fullmatch(text):
        return _made(int(found[2]), _month(found[1]), 1), False
    return None, False


def _of_numbers(first: int, second: int, year: int, order: Order, *, dotted: bool) -> tuple[date | None, bool]:
    day, month = (first, second) if order == "dmy" else (second, first)
    if month > 12 >= day and not dotted:
        day, month = month, day
    return _made(year, month, day), not dotted and first != second and first <= 12 and second <= 12


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1900 <= year < 2400 else None
    except ValueError:
        return None


def _month(name: str) -> int:
    return _MONTHS.get(name.lower(), 0)


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text) if int(text) < 70 else 1900 + int(text)
