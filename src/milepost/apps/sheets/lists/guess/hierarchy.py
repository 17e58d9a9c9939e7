"""Which row stands below which: by indent, by outline number, by a column of levels, or by a column that names the row above."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from milepost.apps.sheets.lists.guess.words import folded
from milepost.formats.tabular import Table, Value

By = Literal["indent", "outline", "level", "parent"]
_OUTLINE = re.compile(r"\d{1,4}(\.\d{1,4})*\.?")
_OUTLINE_TITLES = frozenset(
    {"wbs", "psp", "outline", "outline number", "gliederung", "gliederungsnummer", "no", "nr", "pos", "position", "psp code", "wbs code"}
)
_LEVEL_TITLES = frozenset({"level", "ebene", "stufe", "outline level", "gliederungsebene", "einzug"})
_PARENT_TITLES = frozenset(
    {"parent", "parent id", "parent task", "parent project", "part of", "belongs to", "uebergeordnet", "gehoert zu", "teil von", "vater"}
    | {"uebergeordnete id", "uebergeordneter vorgang", "uebergeordnetes projekt"}
)


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """How the levels of a list are written; `column` is where, None for the outline that a workbook has of its own."""

    by: By
    column: int | None = None


def find_hierarchy(table: Table, titles: Sequence[str], body: Sequence[int], name: int | None, key: int | None) -> Hierarchy | None:
    """How the levels are written, None for a flat list. `name` is the column that names a row, `key` the one that identifies it."""
    names = [folded(title) for title in titles]
    for column, title in enumerate(names):
        values = [table.rows[index][column] for index in body]
        if title in _PARENT_TITLES and _names_rows(table, body, values, [one for one in (key, name) if one is not None]):
            return Hierarchy("parent", column)
        if title in _LEVEL_TITLES and _are_levels(values):
            return Hierarchy("level", column)
        if _are_outline(values, named=title in _OUTLINE_TITLES):
            return Hierarchy("outline", column)
    if name is not None and len({_spaces(table.rows[index][name]) for index in body}) > 1:
        return Hierarchy("indent", name)
    if any(table.indents.get(index) or table.outline.get(index) for index in body):
        return Hierarchy("indent", None)
    return None


def parents(table: Table, body: Sequence[int], found: Hierarchy | None, names: Sequence[int]) -> dict[int, int | None]:
    """Row index to the index of the row above it (None: the top). A row whose parent is missing, or is below itself, stands at the top.

    `names` are the columns in which a parent column may find its row, the best first.
    """
    if found is None:
        return dict.fromkeys(body)
    if found.by == "parent":
        return _without_loops(_by_name(table, body, found.column or 0, names))
    if found.by == "outline":
        return _by_outline(table, body, found.column or 0)
    return _by_depth({index: _depth(table, index, found) for index in body})


def _depth(table: Table, index: int, found: Hierarchy) -> int:
    if found.column is None:
        return table.indents.get(index) or table.outline.get(index) or 0
    value = table.rows[index][found.column]
    if found.by == "level":
        return int(value) if isinstance(value, (int, float)) or (isinstance(value, str) and value.strip().isdigit()) else 0
    return _spaces(value)


def _by_depth(depths: Mapping[int, int]) -> dict[int, int | None]:
    above: list[tuple[int, int]] = []
    found: dict[int, int | None] = {}
    for index, depth in depths.items():
        while above and above[-1][0] >= depth:
            above.pop()
        found[index] = above[-1][1] if above else None
        above.append((depth, index))
    return found


def _by_outline(table: Table, body: Sequence[int], column: int) -> dict[int, int | None]:
    numbers = {index: _number(table.rows[index][column]) for index in body}
    rows: dict[str, int] = {}
    for index, number in numbers.items():
        rows.setdefault(number, index)
    found: dict[int, int | None] = {}
    for index, number in numbers.items():
        above = number.rpartition(".")[0]
        while above and above not in rows:
            above = above.rpartition(".")[0]
        found[index] = rows[above] if above and rows[above] != index else None
    return found


def _by_name(table: Table, body: Sequence[int], column: int, names: Sequence[int]) -> dict[int, int | None]:
    rows: dict[str, int] = {}
    for one in reversed(names):
        rows |= {_word(table.rows[index][one]): index for index in reversed(body)}
    rows.pop("", None)
    wanted = {index: rows.get(_word(table.rows[index][column])) for index in body}
    return {index: above if above != index else None for index, above in wanted.items()}


def _without_loops(wanted: dict[int, int | None]) -> dict[int, int | None]:
    found = dict(wanted)
    for index in wanted:
        seen, above = {index}, found[index]
        while above is not None:
            if above in seen:
                found[index] = None
                break
            seen.add(above)
            above = found[above]
    return found


def _names_rows(table: Table, body: Sequence[int], values: Sequence[Value], names: Sequence[int]) -> bool:
    known = {_word(table.rows[index][one]) for index in body for one in names}
    wanted = [_word(value) for value in values if value is not None]
    return bool(wanted) and sum(word in known for word in wanted) * 2 > len(wanted)


def _are_levels(values: Sequence[Value]) -> bool:
    levels = [str(value).strip() for value in values if value is not None]
    return len(set(levels)) > 1 and all(level.isdigit() and int(level) < 30 for level in levels)


def _are_outline(values: Sequence[Value], *, named: bool) -> bool:
    words = [_number(value) for value in values if value is not None]
    if not words or not all(_OUTLINE.fullmatch(word) for word in words):
        return False
    known = set(words)
    deep = [word for word in words if "." in word]
    held = sum(word.rpartition(".")[0] in known for word in deep)
    # 1.5 and 2.3 are numbers: an outline has the rows above its rows, or says what it is.
    return (
        bool(deep)
        and held >= 0.9 * len(deep)
        and (named or len(known) == len(words))
        and (named or any(word.count(".") > 1 for word in deep))
    )


def _number(value: Value) -> str:
    return "" if value is None else str(value).strip().rstrip(".")


def _word(value: Value) -> str:
    return "" if value is None else " ".join(str(value).split()).casefold()


def _spaces(value: Value) -> int:
    return len(value) - len(value.lstrip(" \t\u00a0")) if isinstance(value, str) else 0
