"""What a column holds: its type, the style of its dates and numbers, and what in it does not fit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeVar

from milepost.apps.sheets.lists.guess.dates import Order, order_evidence, read_date
from milepost.apps.sheets.lists.guess.numbers import Decimal, decimal_evidence, read_number
from milepost.apps.sheets.lists.guess.words import failed, folded, like_a_person, yes_or_no
from milepost.formats.tabular import Value

Type = Literal["text", "number", "money", "percent", "date", "datetime", "check", "choice", "person", "url", "duration"]
_Sign = TypeVar("_Sign", Order, Decimal)
_MOST = 0.8
_LOOKED_AT = 500
_MOST_CHOICES, _FEW_CHOICES = 40, 15
_LONG = 120
_PEOPLE = re.compile(
    r"(manager|owner|responsible|assignee|assigned|lead|leader|pm|sponsor|contact|author|reviewer|approver|"
    r"verantwortliche?r?|leit(er|ung)|\w*leit(er|ung|erin)|pl|auftraggeber(in)?|ansprechpartner(in)?|bearbeiter(in)?|"
    r"zustaendige?r?|person|mitarbeiter(in)?)"
)
_MONEY = re.compile(r"(budget|costs?|kosten|\w+kosten|price|preis|amount|betrag|spend|spent|revenue|umsatz|invest\w*|capex|opex)")
_NO_MONEY = frozenset({"centre", "center", "stelle", "code", "no", "nr", "number", "type", "art"})
_DAYS = re.compile(
    r"(date|datum|day|tag|start|begin|beginn|finish|end|ende|due|faellig\w*|deadline|termin|frist|until|bis|from|ab|completion)"
)
_LENGTH = re.compile(
    r"[~ca. ]*\d+([.,]\d+)?\s*(mo|months?|monate?|weeks?|wks?|wochen?|w|days?|tage?|d|t|pt|hours?|hrs?|h|std|stunden|mins?)\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """A column of a list as it was understood.

    `fits` of its `filled` cells are of the type. `order_open` and `decimal_open` count cells that could be read otherwise, where no cell
    of the column decides; `order` and `decimal` are what is taken then.
    """

    index: int
    title: str
    type: Type
    filled: int
    fits: int
    failed: int
    order: Order = "dmy"
    order_open: int = 0
    decimal: Decimal = "."
    decimal_open: int = 0
    currency: str = ""
    unit: str = ""
    choices: tuple[str, ...] = ()
    samples: tuple[str, ...] = ()
    long: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """How days and numbers are written where a column does not tell: what the rest of the list, or its reader, says."""

    order: Order = "dmy"
    decimal: Decimal = "."
    order_proved: bool = False
    decimal_proved: bool = False


def guess_column(index: int, title: str, values: Sequence[Value], style: Style, currency: str = "") -> ColumnGuess:
    """What the column holds, from its cells and then from its title. `currency` is what the workbook shows it in."""
    filled = [value for value in values if value is not None and not failed(value)]
    looked_at = filled[:: len(filled) // _LOOKED_AT + 1]
    orders, order_open = order_evidence(filled)
    decimals, decimal_open = decimal_evidence(filled)
    order: Order = next(iter(orders)) if len(orders) == 1 else style.order
    decimal: Decimal = next(iter(decimals)) if len(decimals) == 1 else style.decimal
    weight = len(filled) / max(len(looked_at), 1)
    found = _type(_Look(looked_at, folded(title), order, decimal, currency))
    open_day = found.type in ("date", "datetime") and len(orders) != 1 and not style.order_proved
    open_number = found.type in ("number", "money", "percent") and len(decimals) != 1 and not style.decimal_proved
    return ColumnGuess(
        index, title, found.type, len(filled), round(found.fits * weight), sum(failed(value) for value in values),
        order=order, order_open=order_open if open_day else 0,
        decimal=decimal, decimal_open=decimal_open if open_number else 0,
        currency=found.currency, unit=found.unit, choices=_choices(filled) if found.type == "choice" else (), samples=_samples(filled),
        long=any(isinstance(value, str) and (len(value) > _LONG or "\n" in value) for value in filled),
    )  # fmt: skip


def settled_style(columns: Sequence[Sequence[Value]], style: Style) -> Style:
    """The style that the list as a whole proves, else the one given."""
    orders = [order_evidence(values)[0] for values in columns]
    some = [values[:: len(values) // _LOOKED_AT + 1] for values in columns]
    decimals = [decimal_evidence([value for value in values if read_number(value) is not None])[0] for values in some]
    order, decimal = _agreed(orders), _agreed(decimals)
    return Style(order or style.order, decimal or style.decimal, order is not None, decimal is not None)


def _agreed(proofs: Sequence[set[_Sign]]) -> _Sign | None:
    found = {next(iter(proof)) for proof in proofs if len(proof) == 1}
    return found.pop() if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class _Typed:
    type: Type
    fits: int
    currency: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class _Look:
    """The filled cells of a column, with its title in the form in which titles are compared."""

    filled: Sequence[Value]
    title: str
    order: Order
    decimal: Decimal
    currency: str


def _type(look: _Look) -> _Typed:
    if not look.filled:
        return _Typed("text", 0)
    for reader in (_check, _day, _number, _length, _address, _person, _choice):
        found = reader(look)
        if found is not None:
            return found
    return _Typed("text", len(look.filled))


def _share(filled: Sequence[Value], test: Callable[[Value], object]) -> tuple[int, bool]:
    fits = sum(bool(test(value)) for value in filled)
    return fits, fits >= _MOST * len(filled)


def _check(look: _Look) -> _Typed | None:
    fits, enough = _share(look.filled, lambda value: yes_or_no(value) is not None)
    return _Typed("check", fits) if enough and any(str(value).strip() != "-" for value in look.filled) else None


def _day(look: _Look) -> _Typed | None:
    serials = any(_DAYS.fullmatch(word) for word in look.title.split())
    read = [found.moment for value in look.filled if (found := read_date(value, look.order, serials=serials))]
    if len(read) < _MOST * len(look.filled) * (0.75 if serials else 1):
        return None
    timed = sum(bool(moment.hour or moment.minute) for moment in read)
    return _Typed("datetime" if timed * 2 > len(read) else "date", len(read))


def _number(look: _Look) -> _Typed | None:
    read = [found for value in look.filled if (found := read_number(value, look.decimal))]
    if not read or len(read) < _MOST * len(look.filled):
        return None
    units = Counter(found.unit for found in read)
    unit = units.most_common(1)[0][0]
    if len(units) > 2 or (unit and _LENGTH.fullmatch(f"1 {unit}")):
        return None
    shown = Counter(found.currency for found in read if found.currency)
    if sum(found.percent for found in read) * 2 > len(read) or "%" in look.title.split():
        return _Typed("percent", len(read))
    if shown or look.currency or _speaks_of_money(look.title):
        return _Typed("money", len(read), shown.most_common(1)[0][0] if shown else look.currency)
    return _Typed("number", len(read), unit=unit)


def _speaks_of_money(title: str) -> bool:
    words = title.split()
    return any(_MONEY.fullmatch(word) for word in words) and _NO_MONEY.isdisjoint(words)


def _length(look: _Look) -> _Typed | None:
    fits, enough = _share(look.filled, lambda value: isinstance(value, str) and _LENGTH.fullmatch(value.strip()))
    return _Typed("duration", fits) if enough else None


def _address(look: _Look) -> _Typed | None:
    fits, enough = _share(look.filled, lambda value: isinstance(value, str) and re.match(r"https?://\S+$|www\.\S+$", value.strip()))
    return _Typed("url", fits) if enough else None


def _person(look: _Look) -> _Typed | None:
    fits = sum(isinstance(value, str) and like_a_person(value) for value in look.filled)
    named = any(_PEOPLE.fullmatch(word) for word in look.title.split())
    return _Typed("person", fits) if named and fits * 2 > len(look.filled) else None


def _choice(look: _Look) -> _Typed | None:
    words = Counter(str(value).strip() for value in look.filled)
    short = all(len(word) <= 40 and "\n" not in word for word in words)
    few = len(words) <= _MOST_CHOICES and len(words) * (3 if len(words) <= _FEW_CHOICES else 10) <= len(look.filled)
    return _Typed("choice", len(look.filled)) if short and few else None


def _choices(filled: Sequence[Value]) -> tuple[str, ...]:
    """The choices, the most frequent first; those that differ in case alone are one."""
    words = Counter(shown(value).strip() for value in filled)
    first: dict[str, str] = {}
    for word, _ in words.most_common():
        first.setdefault(word.casefold(), word)
    return tuple(first.values())


def _samples(filled: Sequence[Value]) -> tuple[str, ...]:
    found: list[str] = []
    for value in filled:
        text = shown(value)
        if text not in found:
            found.append(text)
        if len(found) == 3:
            break
    return tuple(found)


def shown(value: Value) -> str:
    """A cell as text for people, at most 80 letters."""
    match value:
        case None:
            return ""
        case datetime():
            return value.isoformat(sep=" ", timespec="minutes")
        case date():
            return value.isoformat()
        case _:
            words = " ".join(str(value).split())
            return words if len(words) <= 80 else f"{words[:79]}…"
