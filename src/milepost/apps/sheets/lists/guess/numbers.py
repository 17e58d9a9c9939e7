"""Numbers as lists have them: with thousands, decimals in either style, a currency, a unit, a percent sign, in brackets for a loss."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Decimal = Literal[".", ","]
CURRENCIES = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "$": "USD", "us$": "USD", "usd": "USD", "£": "GBP", "gbp": "GBP", "chf": "CHF", "sfr": "CHF",
    "¥": "JPY", "jpy": "JPY", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "pln": "PLN", "czk": "CZK", "cad": "CAD", "aud": "AUD",
    "inr": "INR",
    "₹": "INR", "nzd": "NZD", "sgd": "SGD", "zar": "ZAR", "huf": "HUF",
}  # fmt: skip
_SCALES = {
    "k": 1e3, "t": 1e3, "tsd": 1e3, "thousand": 1e3, "tausend": 1e3,
    "m": 1e6, "mio": 1e6, "mn": 1e6, "million": 1e6, "millions": 1e6, "millionen": 1e6,
    "bn": 1e9, "mrd": 1e9, "billion": 1e9, "milliarde": 1e9, "milliarden": 1e9,
}  # fmt: skip
_PARTS = re.compile(r"(?P<before>[^\d+\-.,()]*)(?P<number>[+-]?\(?[+-]?[\d.,' \u00a0\u202f]*\d[.,]?\)?-?)(?P<after>[^\d]*)")
_SPACED = re.compile(r"\d{1,3}([' \u00a0\u202f]\d{3})+([.,]\d+)?")
_PLAIN = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_WHOLE = re.compile(r"0|[1-9]\d*")
_WORD = re.compile(r"us\$|t[€$]|[a-zµäöüß²³/]+|[€$£¥₹%]|\S")
_NOISE = frozenset((".", "-", ",", "–", "~"))
_DOT_GROUPS = re.compile(r"\d{1,3}(\.\d{3})+")
_COMMA_GROUPS = re.compile(r"\d{1,3}(,\d{3})+")


@dataclass(frozen=True, slots=True)
class ReadNumber:
    """A number as it was read: what stood with it, and whether its one separator could mean thousands or decimals."""

    value: int | float
    currency: str = ""
    unit: str = ""
    percent: bool = False
    either: bool = False


def read_number(value: object, decimal: Decimal = ".") -> ReadNumber | None:
    """The number that a cell holds, None where it is none. Where `1.234` could be either, `decimal` decides."""
    match value:
        case bool():
            return None
        case int() | float():
            return ReadNumber(value)
        case str() if len(value) <= 60:
            return _read_text(value, decimal)
        case _:
            return None


def decimal_evidence(values: Iterable[object]) -> tuple[set[Decimal], int]:
    """Which decimal signs the values prove, and how many could be read either way."""
    proved: set[Decimal] = set()
    either = 0
    for value in values:
        if not isinstance(value, str) or ("." not in value and "," not in value):
            continue
        parts = _PARTS.fullmatch(value.strip())
        if parts is None:
            continue
        sign = _proves(_digits(parts["number"])[0])
        if sign == "either":
            either += 1
        elif sign is not None:
            proved.add(sign)
    return proved, either


@lru_cache(maxsize=50_000)
def _read_text(text: str, decimal: Decimal) -> ReadNumber | None:
    if _PLAIN.fullmatch(text):
        return ReadNumber(int(text))
    if not any(letter.isdigit() for letter in text):
        return None
    parts = _PARTS.fullmatch(text.strip().replace("\u2212", "-"))
    if parts is None:
        return None
    digits, minus = _digits(parts["number"])
    bare = _bare(digits, decimal)
    marks = _marks(parts["before"], parts["after"])
    if bare is None or marks is None:
        return None
    number = bare * marks.scale * (-1 if minus else 1)
    whole = number.is_integer() and abs(number) < 2**53
    return ReadNumber(int(number) if whole else round(number, 10), marks.currency, marks.unit, marks.percent, _proves(digits) == "either")


def _digits(number: str) -> tuple[str, bool]:
    """Digits and separators alone, and whether it is negative: with a minus before or behind, or in brackets."""
    words = number.strip()
    minus = words.startswith(("-", "(")) or words.endswith("-")
    bare = words.strip("()+- \u00a0")
    return (re.sub(r"[' \u00a0\u202f]", "", bare) if _SPACED.fullmatch(bare) else bare), minus


def _proves(digits: str) -> Decimal | Literal["either"] | None:
    """The decimal sign that these digits can only have."""
    dots, commas = digits.count("."), digits.count(",")
    if dots and commas:
        return "." if digits.rindex(".") > digits.rindex(",") else ","
    if dots + commas == 0:
        return None
    sign: Decimal = "." if dots else ","
    if dots + commas > 1:
        return "," if dots else "."
    groups = _DOT_GROUPS if dots else _COMMA_GROUPS
    return "either" if groups.fullmatch(digits) and not digits.startswith("0") else sign


def _bare(digits: str, decimal: Decimal) -> float | None:
    proved = _proves(digits)
    sign = decimal if proved in ("either", None) else proved
    whole, _, rest = digits.partition(str(sign))
    grouped, groups = (",", _COMMA_GROUPS) if sign == "." else (".", _DOT_GROUPS)
    if grouped in whole:
        if not groups.fullmatch(whole):
            return None
        whole = whole.replace(grouped, "")
    # What begins with a zero is the number of a thing, not a number.
    if not _WHOLE.fullmatch(whole or "0") or (rest and not rest.isdigit()):
        return None
    return float(f"{whole or 0}.{rest or 0}")


@dataclass(frozen=True, slots=True)
class _Marks:
    currency: str
    unit: str
    percent: bool
    scale: float


def _marks(before: str, after: str) -> _Marks | None:
    """What stands around a number: a currency on either side, a scale (thousand, million), one unit behind it; None for anything else."""
    ahead, behind = _WORD.findall(before.lower()), _WORD.findall(after.lower())
    currency, scale = "", 1.0
    for word in (*ahead, *behind):
        if word in CURRENCIES:
            currency = CURRENCIES[word]
        elif word[:1] == "t" and word[1:] in CURRENCIES:
            currency, scale = CURRENCIES[word[1:]], scale * 1e3
    units = []
    for word in behind:
        if word in _SCALES and (currency or word not in ("t", "m")):
            scale *= _SCALES[word]
        elif not _is_currency(word) and word not in _NOISE:
            units.append(word)
    odd = [word for word in ahead if not _is_currency(word) and word not in _NOISE]
    unit = " ".join(word for word in units if word != "%")
    if odd or len(units) > 1 or len(unit) > 12:
        return None
    return _Marks(currency, unit, "%" in units, scale)


def _is_currency(word: str) -> bool:
    return word in CURRENCIES or (word[:1] == "t" and word[1:] in CURRENCIES)
