"""What a person corrected in the guesses, and what an import may make; everything not said is guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

GUESS: Literal["guess"] = "guess"
AS_OF = "@as_of"
NEW = "+"
OUT = ""


@dataclass(frozen=True, slots=True)
class ColumnWish:
    """Where a column goes (a key of the kind, `+` a column of its own, `` left out, `@unit` ... a place) and how it is read."""

    to: str | None = None
    type: str | None = None
    order: str | None = None
    decimal: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Make:
    """What an import may make where it is missing. `people_at` completes names to addresses: `example.org`."""

    nodes: bool = True
    columns: bool = True
    people: bool = False
    people_at: str = ""


@dataclass(frozen=True, slots=True)
class Options:
    """`header` is a line of the file (0: no titles); `key` and `reports` are columns, -1 for none; `hierarchy` is a way and a column.

    `clear` empties cells that are empty in the list; without it they stay as they are.
    """

    table: int | None = None
    header: int | None = None
    columns: Mapping[int, ColumnWish] = field(default_factory=dict)
    key: int | None = None
    reports: int | None = None
    hierarchy: str | None = None
    hierarchy_column: int | None = None
    make: Make = field(default_factory=Make)
    clear: bool = False
    name: str = ""


def options_from_json(told: Mapping[str, Any]) -> Options:
    """Options as they are kept beside an upload."""
    columns = {int(index): ColumnWish(**wish) for index, wish in (told.get("columns") or {}).items()}
    rest = {name: value for name, value in told.items() if name not in ("columns", "make")}
    return Options(**rest, columns=columns, make=Make(**(told.get("make") or {})))
