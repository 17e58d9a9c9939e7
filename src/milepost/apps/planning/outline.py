"""Which moves put rows one level in or out, as planners expect it of an outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from milepost.engines.sheet import Move, Sheet


def indents(sheet: Sheet, rows: Sequence[int]) -> list[Move]:
    """Each run of chosen neighbours goes below the row before it, behind what stands there; a first row stays."""
    moves = []
    for run in _runs(sheet, rows):
        parent = sheet.rows[run[0]].parent
        siblings = sheet.children(parent)
        place = siblings.index(run[0])
        if place:
            above = siblings[place - 1]
            moves.append(Move(tuple(run), above, _last(sheet, above)))
    return moves


def outdents(sheet: Sheet, rows: Sequence[int]) -> list[Move]:
    """Each run of chosen neighbours goes beside its summary, behind it; the rows up to the next run then stand below its last row."""
    moves = []
    chosen = set(rows)
    # The last run first: each is put right behind the summary, so they end up in their order.
    for run in reversed(list(_runs(sheet, rows))):
        parent = sheet.rows[run[0]].parent
        if parent is None:
            continue
        siblings = sheet.children(parent)
        followers = tuple(takewhile(lambda row: row not in chosen, siblings[siblings.index(run[-1]) + 1 :]))
        if followers:
            moves.append(Move(followers, run[-1], _last(sheet, run[-1])))
        moves.append(Move(tuple(run), sheet.rows[parent].parent, parent))
    return moves


def _last(sheet: Sheet, parent: int) -> int | None:
    children = sheet.children(parent)
    return children[-1] if children else None


def _runs(sheet: Sheet, rows: Sequence[int]) -> Iterator[list[int]]:
    """The chosen rows whose summary is not chosen itself, as runs of neighbours."""
    chosen = {sheet.row(row_id).id for row_id in rows}
    run: list[int] = []
    for row_id in sheet.order():
        if row_id not in chosen or not chosen.isdisjoint(sheet.ancestors(row_id)):
            continue
        if run and not _neighbours(sheet, run[-1], row_id):
            yield run
            run = []
        run.append(row_id)
    if run:
        yield run


def _neighbours(sheet: Sheet, first: int, second: int) -> bool:
    parent = sheet.rows[first].parent
    siblings = sheet.children(parent)
    return sheet.rows[second].parent == parent and siblings.index(second) == siblings.index(first) + 1
