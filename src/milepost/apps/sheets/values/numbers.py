"""Numbers, money and percentages as people write them; what could mean two things is said instead of guessed."""

from __future__ import annotations

import math
import re
from typing import Any

from milepost.apps.sheets.values.surroundings import DoesNotFit, Surroundings
from milepost.engines.sheet import Cell, Column

_CURRENCY = re.compile(r"^(-?)\s*(?:[A-Z]{3}\b|[€$£¥]|Fr\.?|kr\.?)\s*|\s*(?:[A-Z]{3}|[€$£¥]|Fr\.?|kr\.?|,-|\.-)$")
_MONEY_DECIMALS = 4


def read_number(column: Column, value: Any, around: Surroundings) -> Cell:
    """A number within `min` and `max`; whole ones as `int`. Raises DoesNotFit."""
    return _within(column, _number_in(value), column.options.get("min"), column.options.get("max"))


def read_percent(column: Column, value: Any, around: Surroundings) -> Cell:
    """A percentage as its number, `40 %` is 40; from 0 to 100 where the column says nothing else. Raises DoesNotFit."""
    return _within(column, _number_in(value), column.options.get("min", 0), column.options.get("max", 100))


def read_money(column: Column, value: Any, around: Surroundings) -> Cell:
    """An amount with at most four decimals; a currency beside it is left out, as the column has one. Raises DoesNotFit."""
    if isinstance(value, str):
        value = _amount(value, column.options.get("currency"))
    number = _number_in(value)
    if _finite(number):
        number = round(number, _MONEY_DECIMALS)
    return _within(column, number, column.options.get("min"), column.options.get("max"))


def _amount(text: str, currency: Cell) -> str:
    words = text.strip().replace("\u2212", "-")
    if words.startswith("(") and words.endswith(")"):
        words = f"-{words[1:-1]}"
    codes = set(re.findall(r"\b[A-Z]{3}\b", words))
    if currency and codes and currency not in codes:
        raise DoesNotFit(f"{text} is not in {currency}.")
    words = _CURRENCY.sub(r"\1", _CURRENCY.sub(r"\1", words))
    if re.fullmatch(r"[+-]?[1-9]\d{0,2}\.\d{3}", words):
        raise DoesNotFit(f"{text} could mean {words.replace('.', '')} or {words.replace('.', ',')}: write one of them.")
    return words


def _within(column: Column, number: float, low: float | None, high: float | None) -> Cell:
    if not _finite(number):
        raise DoesNotFit("This is not a number.")
    if (low is not None and number < low) or (high is not None and number > high):
        if low is None:
            raise DoesNotFit(f"This must be at most {high}.")
        raise DoesNotFit(f"This must be between {low} and {high}." if high is not None else f"This must be at least {low}.")
    return int(number) if number == int(number) else number


def _finite(number: float) -> bool:
    """Whether it can be reckoned with: a whole number with hundreds of digits can not."""
    try:
        return math.isfinite(number)
    except OverflowError:
        return False


def _number_in(value: Any) -> float:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    if not isinstance(value, str):
        raise DoesNotFit("This is not a number.")
    words = re.sub(r"[\s\u00a0\u202f'’]", "", value.strip().removesuffix("%")).replace("\u2212", "-")
    if re.fullmatch(r"[+-]?[1-9]\d{0,2},\d{3}", words):
        raise DoesNotFit(f"{value} could mean {words.replace(',', '')} or {words.replace(',', '.')}: write one of them.")
    if re.fullmatch(r"[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?", words):
        words = words.replace(",", "")
    elif re.fullmatch(r"[+-]?[1-9]\d{0,2}((\.\d{3})+,\d+|(\.\d{3}){2,})", words):
        words = words.replace(".", "")
    if not re.fullmatch(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d{1,2})?", words, re.IGNORECASE):
        raise DoesNotFit(f"{value} is not a number.")
    return float(words.replace(",", "."))
