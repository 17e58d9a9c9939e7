"""A row as a reader sees it: where it stands, what is in it, and the row above it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from milepost.engines.sheet.model import Row
from milepost.engines.sheet.operations import Cell


@dataclass(slots=True, eq=False)
class Line:
    """A row of a sheet in its tree. Many readers share one, so nothing in it is changed.

    `depth` is how many rows stand above it. `text` is what a search looks through, made when somebody first searches.
    """

    sheet: int
    id: int
    above: Line | None
    depth: int
    has_children: bool
    cells: Mapping[str, Cell]
    text: str | None = None

    @property
    def parent(self) -> int | None:
        """The id of the row that this one stands below; None at the top."""
        return None if self.above is None else self.above.id


def lines_of(sheet: int, rows: Iterable[Row]) -> list[Line]:
    """The rows of a sheet depth first, siblings by position key and id (rule R1). A row whose parent is not among them is left out."""
    below: dict[int | None, list[Row]] = {}
    for row in rows:
        below.setdefault(row.parent, []).append(row)
    for siblings in below.values():
        siblings.sort(key=_backwards, reverse=True)
    lines: list[Line] = []
    stack: list[tuple[Row, Line | None]] = [(row, None) for row in below.get(None, ())]
    while stack:
        row, above = stack.pop()
        children = below.get(row.id, ())
        line = Line(sheet, row.id, above, 0 if above is None else above.depth + 1, bool(children), row.cells)
        lines.append(line)
        stack += [(child, line) for child in children]
    return lines


def ancestors(line: Line) -> list[Line]:
    """The rows above a row, the topmost first."""
    found = []
    above = line.above
    while above is not None:
        found.append(above)
        above = above.above
    return found[::-1]


def _backwards(row: Row) -> tuple[str, int]:
    return (row.position, row.id)
