"""Reading the columns of a declaration: keys, types with their options, choices, roles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from milepost.apps.sheets.declarations.model import Texts
from milepost.apps.sheets.declarations.problems import Problems
from milepost.engines.sheet import Column
from milepost.engines.sheet.roles import ROLES
from milepost.engines.sheet.symbols import SYMBOLS
from milepost.engines.sheet.types import GIVEN, OF_ALL, TONES, TYPES
from milepost.formats.marked_yaml import Marked

KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
MOST_COLUMNS, MOST_CHOICES = 200, 500
_OWN = ("key", "title", "type", "role", "width")
_CHOICE = ("value", "label", "tone", "weight")
_FLAGS = frozenset({"required", "unique", "hidden", "primary", "several"})
_NUMBERS = frozenset({"decimals", "min", "max"})


def read_columns(said: Problems, at: Marked | None) -> tuple[dict[str, Column], dict[str, int]]:
    """The columns by key, and the line on which each begins. What is wrong goes to `said`."""
    columns: dict[str, Column] = {}
    lines: dict[str, int] = {}
    found = said.items(at, "columns")
    if len(found) > MOST_COLUMNS:
        said.say(found[MOST_COLUMNS], f"A kind has at most {MOST_COLUMNS} columns.")
    for one in found[:MOST_COLUMNS]:
        column = _column(said, one)
        if column.key in columns:
            said.say(one, f"The column {column.key} stands here a second time.")
        else:
            columns[column.key], lines[column.key] = column, one.line
    _refuse_twice(said, columns, lines)
    return columns, lines


def _column(said: Problems, at: Marked) -> Column:
    type_at = at.value.get("type") if isinstance(at.value, dict) else None
    type_ = said.word(type_at, "type", TYPES) if type_at is not None else "text"
    told = said.mapping(at, "A column", (*_OWN, *sorted(OF_ALL | TYPES.get(type_, frozenset()))), ("key", "type"))
    key = said.word(told["key"], "key") if "key" in told else ""
    if key and not KEY.fullmatch(key):
        said.say(told["key"], f"The key {key} must be small letters, digits and _, beginning with a letter, 40 at most.")
    titles = said.texts(told.get("title"), "title", key.replace("_", " ").capitalize())
    options = _options(said, type_, titles, told)
    computed = type_ in GIVEN or "compute" in options
    return Column(key, titles["en"], type_, _role(said, told.get("role"), type_), computed, _width(said, told.get("width")), options)


def _role(said: Problems, at: Marked | None, type_: str) -> str | None:
    if at is None:
        return None
    role = said.word(at, "role", ROLES)
    if role in ROLES and type_ in TYPES and type_ not in ROLES[role]:
        said.say(at, f"The role {role} needs a column of type {', '.join(sorted(ROLES[role]))}, not {type_}.")
    return role


def _width(said: Problems, at: Marked | None) -> int:
    if at is None:
        return 120
    if not isinstance(at.value, int) or not 40 <= at.value <= 800:
        said.say(at, "width must be a whole number from 40 to 800.")
        return 120
    return at.value


def _options(said: Problems, type_: str, titles: Texts, told: Mapping[str, Marked]) -> dict[str, Any]:
    options: dict[str, Any] = {"titles": dict(titles)} if len(titles) > 1 else {}
    for key, at in told.items():
        if key in _FLAGS:
            options[key] = _flag(said, key, at)
        elif key in _NUMBERS:
            options[key] = _number(said, key, at)
        elif key in ("to", "prefix", "currency", "was"):
            options[key] = said.word(at, key)
        elif key == "set":
            options |= _symbols(said.word(at, "set", SYMBOLS))
        elif key == "lines":
            options[key] = said.word(at, "lines", ("one", "many"))
        elif key == "choices":
            options |= _choices(said, at)
        elif key in ("compute", "default"):
            options[key] = at.plain
    _refuse_incomplete(said, type_, told, options)
    return options


def _refuse_incomplete(said: Problems, type_: str, told: Mapping[str, Marked], options: Mapping[str, Any]) -> None:
    line = next(iter(told.values())).line if told else 1
    for needed, types in (("choices", ("choice", "choices")), ("set", ("symbol",)), ("to", ("link",))):
        if type_ in types and needed not in told:
            said.say(line, f"A column of type {type_} needs {needed}.")
    values = options.get("choices")
    default = options.get("default")
    named = default if isinstance(default, list) else [default]
    if values is not None and default is not None and any(one not in values for one in named):
        said.say(told["default"], f"The default {default} is not one of the choices.")
    if type_ in GIVEN and ("compute" in told or "default" in told):
        said.say(line, f"A column of type {type_} fills itself: leave compute and default out.")
    if options.get("primary") and type_ != "text":
        said.say(told["primary"], "The primary column names a row: it must be of type text.")


def _flag(said: Problems, key: str, at: Marked) -> bool:
    if not isinstance(at.value, bool):
        said.say(at, f"{key} must be true or false.")
    return at.value is True


def _number(said: Problems, key: str, at: Marked) -> float | None:
    if isinstance(at.value, bool) or not isinstance(at.value, (int, float)):
        said.say(at, f"{key} must be a number.")
        return None
    return at.value


def _symbols(name: str) -> dict[str, Any]:
    symbols = SYMBOLS.get(name)
    if symbols is None:
        return {"set": name}
    labels = {word: dict(texts) for word, texts in symbols.labels.items()}
    return {
        "set": name,
        "choices": list(symbols.words),
        "labels": labels,
        "tones": dict(symbols.tones),
        "weights": dict(symbols.weights),
    }


def _choices(said: Problems, at: Marked) -> dict[str, Any]:
    values: list[str] = []
    parts: dict[str, dict[str, Any]] = {"labels": {}, "tones": {}, "weights": {}}
    found = said.items(at, "choices")
    if len(found) > MOST_CHOICES:
        said.say(found[MOST_CHOICES], f"A column has at most {MOST_CHOICES} choices.")
    for one in found[:MOST_CHOICES]:
        told = said.mapping(one, "A choice", _CHOICE, ("value",)) if isinstance(one.value, dict) else {"value": one}
        value = said.word(told["value"], "value") if "value" in told else ""
        if value.casefold() in {known.casefold() for known in values}:
            said.say(one, f"The choice {value} stands here twice.")
        values.append(value)
        if "label" in told:
            parts["labels"][value] = dict(said.texts(told["label"], "label"))
        if "tone" in told:
            parts["tones"][value] = said.word(told["tone"], "tone", TONES)
        if "weight" in told:
            parts["weights"][value] = _number(said, "weight", told["weight"])
    if not values:
        said.say(at, "choices needs at least one choice.")
    return {"choices": values, **{name: part for name, part in parts.items() if part}}


def _refuse_twice(said: Problems, columns: Mapping[str, Column], lines: Mapping[str, int]) -> None:
    primary = [key for key, column in columns.items() if column.options.get("primary")]
    if len(primary) > 1:
        said.say(lines[primary[1]], f"{primary[0]} and {primary[1]} are both primary. One column names a row.")
    roles: dict[str, str] = {}
    for key, column in columns.items():
        if column.role is not None and column.role in roles:
            said.say(lines[key], f"{roles[column.role]} and {key} both have the role {column.role}.")
        roles[column.role or ""] = key
