"""A book of tables, the columns of a kind and what a person corrected, put together to one understanding of a list. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

from milepost.apps.sheets.lists.guess.columns import ColumnGuess, Style, guess_column, settled_style
from milepost.apps.sheets.lists.guess.frame import Frame, frame
from milepost.apps.sheets.lists.guess.hierarchy import By, Hierarchy, find_hierarchy
from milepost.apps.sheets.lists.guess.keys import find_key, find_reports
from milepost.apps.sheets.lists.guess.numbers import read_number
from milepost.apps.sheets.lists.guess.words import folded
from milepost.apps.sheets.lists.match import match_columns, match_places
from milepost.apps.sheets.lists.meaning import means_values
from milepost.apps.sheets.lists.options import AS_OF, NEW, OUT, ColumnWish, Options
from milepost.apps.sheets.row_names import primary_key
from milepost.engines.sheet import Column
from milepost.formats.tabular import Book, Table, Value

PROJECT = "project"
Person = Callable[[str], int | None]
_LEAST_KNOWN = 0.5


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of the list with what it fills: `column` is one of the kind, a new one with the key `+<index>`, or None."""

    guess: ColumnGuess
    to: str
    column: Column | None
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Ground:
    """What a list is to fill: the columns of the kind, which of them names a row, whether rows are projects, and who is known."""

    kind: str
    columns: tuple[Column, ...]
    person: Person
    style: Style = field(default_factory=Style)

    @property
    def projects(self) -> bool:
        """Whether each row is a node of the tree."""
        return self.kind == PROJECT

    @property
    def primary(self) -> str:
        """The column that names a row."""
        return primary_key(self.columns)


@dataclass(frozen=True, slots=True)
class Understood:
    """What a list means. `key`, `reports` and `name` are indices of columns."""

    table_at: int
    table: Table
    frame: Frame
    columns: tuple[ListColumn, ...]
    key: int | None
    reports: int | None
    name: int | None
    hierarchy: Hierarchy | None


def understand(book: Book, ground: Ground, options: Options) -> Understood:
    """Guess, then match, then follow what was corrected."""
    at = options.table if options.table is not None and options.table < len(book.tables) else best_table(book)
    table = book.tables[at]
    framed = frame(table, _header(table, options))
    cells = [[table.rows[index][column] for index in framed.body] for column in range(len(framed.titles))]
    guesses = _guesses(table, framed, cells, ground, options)
    matched = _matched(guesses, cells, ground, options)
    name = next((index for index, to in matched.items() if to == ground.primary), None)
    key, reports = _key_and_reports(guesses, cells, ground, options, name)
    if reports is not None:
        matched[reports] = AS_OF
    levels = _levels(table, framed, options, name, key) if not ground.projects else None
    if levels is not None and levels.column is not None and levels.by != "indent" and levels.column not in options.columns:
        matched.setdefault(levels.column, OUT)
    columns = tuple(_column(guess, cells[guess.index], matched, ground, options) for guess in guesses)
    return Understood(at, table, framed, columns, key, reports, name, levels)


def best_table(book: Book) -> int:
    """The visible table with the most cells."""
    sizes = [(not table.hidden, sum(value is not None for row in table.rows for value in row), -at) for at, table in enumerate(book.tables)]
    return -max(sizes)[2]


def _header(table: Table, options: Options) -> int | str | None:
    if options.header is None:
        return "guess"
    if options.header == 0:
        return None
    return min(range(len(table.lines)), key=lambda index: abs(table.lines[index] - (options.header or 0)))


def _guesses(table: Table, framed: Frame, cells: Sequence[Sequence[Value]], ground: Ground, options: Options) -> list[ColumnGuess]:
    style = settled_style(cells, ground.style)
    found = []
    for index, title in enumerate(framed.titles):
        guess = guess_column(index, title, cells[index], style, table.currencies.get(index, ""))
        found.append(_corrected(guess, options.columns.get(index)))
    return found


def _corrected(guess: ColumnGuess, wish: ColumnWish | None) -> ColumnGuess:
    if wish is None:
        return guess
    changes: dict[str, Any] = {}
    if wish.order in ("dmy", "mdy"):
        changes |= {"order": wish.order, "order_open": 0}
    if wish.decimal in (".", ","):
        changes |= {"decimal": wish.decimal, "decimal_open": 0}
    if wish.type is not None:
        changes["type"] = wish.type
    return replace(guess, **changes)


def _matched(guesses: Sequence[ColumnGuess], cells: Sequence[Sequence[Value]], ground: Ground, options: Options) -> dict[int, str]:
    """Wishes first; the rest is matched to what nobody wished for."""
    wished = {index: wish.to for index, wish in options.columns.items() if wish.to is not None}
    free = [guess for guess in guesses if guess.index not in wished and guess.filled]
    left = [column for column in ground.columns if column.key not in wished.values()]

    def fits(guess: ColumnGuess, column: Column) -> bool:
        return means_values(cells[guess.index], column, ground.person) >= _LEAST_KNOWN

    found = {**wished, **match_columns(free, left, fits)}
    if ground.primary not in found.values():
        names = [guess for guess in free if guess.index not in found and guess.type in ("text", "choice", "person")]
        # Rows need a name: where no title says so, it is the first column of words that tells the most rows apart.
        if names:
            found[max(names, key=lambda guess: len(set(cells[guess.index]))).index] = ground.primary
    return {**found, **match_places(free, found)} if ground.projects else found


def _key_and_reports(
    guesses: Sequence[ColumnGuess], cells: Sequence[Sequence[Value]], ground: Ground, options: Options, name: int | None
) -> tuple[int | None, int | None]:
    pair = find_reports(guesses, cells) if ground.projects else None
    reports = pair[1] if pair else None
    if options.reports is not None:
        reports = options.reports if options.reports >= 0 else None
    key = pair[0] if pair and reports is not None else find_key(guesses, cells, name)
    if options.key is not None:
        key = options.key if options.key >= 0 else None
    return key, reports if ground.projects and key is not None else None


def _levels(table: Table, framed: Frame, options: Options, name: int | None, key: int | None) -> Hierarchy | None:
    if options.hierarchy is None:
        return find_hierarchy(table, framed.titles, framed.body, name, key)
    if options.hierarchy == "none":
        return None
    return Hierarchy(cast("By", options.hierarchy), options.hierarchy_column)


def _column(guess: ColumnGuess, cells: Sequence[Value], matched: Mapping[int, str], ground: Ground, options: Options) -> ListColumn:
    wish = options.columns.get(guess.index)
    to = matched.get(guess.index)
    if to is None:
        to = NEW if guess.filled and options.make.columns and not _repeats(guess, ground) else OUT
    known = next((column for column in ground.columns if column.key == to), None)
    column = _own_column(guess, cells, ground, wish) if to == NEW else known
    return ListColumn(guess, to if column is not None or to.startswith("@") else OUT, column, wish.values if wish else {})


def _repeats(guess: ColumnGuess, ground: Ground) -> bool:
    """A column that the kind computes or fills itself, such as the score of a risk, is not kept a second time."""
    return any(column.computed and column.type != "auto" and folded(column.title) == folded(guess.title) for column in ground.columns)


def _own_column(guess: ColumnGuess, cells: Sequence[Value], ground: Ground, wish: ColumnWish | None) -> Column:
    type_ = str(guess.type)
    as_person = Column("", "", "person")
    if type_ == "person" and wish is None and means_values(cells, as_person, ground.person) < _LEAST_KNOWN:
        type_ = "text"
    options: dict[str, Any] = {"lines": "many"} if type_ == "text" and guess.long else {}
    if type_ in ("choice", "choices"):
        options["choices"] = list(guess.choices) or sorted({str(cell).strip() for cell in cells if cell is not None})
    if type_ == "percent" and any((number := read_number(cell, guess.decimal)) and not 0 <= number.value <= 100 for cell in cells):
        type_ = "number"
    return Column(f"{NEW}{guess.index}", guess.title[:100] or f"Column {guess.index + 1}", type_, options=options)
