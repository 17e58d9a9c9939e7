"""What a declaration says, as frozen values; every part of it is JSON but for the tuples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from milepost.engines.sheet import Column

Texts: TypeAlias = Mapping[str, str]
"""A text by language; English is always there."""
Condition: TypeAlias = tuple[Any, ...]
"""`(key, operator)` or `(key, operator, value)`."""


@dataclass(frozen=True, slots=True)
class Format:
    """Where all conditions of `when` hold, the cell of `column` (None: the row) looks as `tone` says."""

    when: tuple[Condition, ...]
    column: str | None
    tone: str


@dataclass(frozen=True, slots=True)
class View:
    """A view that every sheet of the kind begins with; no `columns` means all that are not hidden."""

    key: str
    title: Texts
    filter: tuple[Condition, ...] = ()
    sort: tuple[tuple[str, str], ...] = ()
    group: str | None = None
    columns: tuple[str, ...] = ()
    show: str = "grid"


@dataclass(frozen=True, slots=True)
class Check:
    """Where all conditions of `when` hold, the cell of `column` is marked with what `say` says. Nothing is refused."""

    when: tuple[Condition, ...]
    column: str
    say: Texts


@dataclass(frozen=True, slots=True)
class Declaration:
    """A kind of sheet. `at` are the node kinds where it may be made (empty: all), `may` asks for more than EDIT: act to capability word.

    The acts are edit, insert, delete and columns. `digest` is the SHA-256 of `text`, the source.
    """

    kind: str
    title: Texts
    one: Texts
    about: Texts
    columns: tuple[Column, ...]
    at: tuple[str, ...] = ()
    formats: tuple[Format, ...] = ()
    views: tuple[View, ...] = ()
    checks: tuple[Check, ...] = ()
    may: Mapping[str, str] = field(default_factory=dict)
    read_by: tuple[str, ...] = ()
    text: str = ""
    digest: str = ""

    @property
    def primary(self) -> Column:
        """The column that names a row."""
        return next(column for column in self.columns if column.options.get("primary"))


def in_language(texts: Texts, language: str) -> str:
    """The text in a language such as `de` or `de-AT`, else the English one."""
    return texts.get(language) or texts.get(language.split("-")[0]) or texts["en"]
