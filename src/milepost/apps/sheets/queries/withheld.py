"""Roll-ups over linked rows that somebody may not all see: their values are withheld, and so is what is computed from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from milepost.apps.org.access import Scope
from milepost.apps.sheets.linking.reach import HIDDEN, refs_of
from milepost.apps.sheets.models import Sheet
from milepost.apps.sheets.queries.as_of import Past, lines_at
from milepost.apps.sheets.queries.reading_cache import rows_kept
from milepost.apps.sheets.writing.store import columns_of_kind
from milepost.engines.sheet import Column
from milepost.engines.sheet.compute import CHILDREN, Computing, RollUp, in_order, sources
from milepost.engines.sheet.errors import ComputeBroken
from milepost.engines.sheet.select_line import Line

_DEEPEST = 4
Hidden = Mapping[tuple[int, int], frozenset[str]]
"""Sheet and row to the keys of the cells that are withheld."""


@dataclass(frozen=True, slots=True)
class _Target:
    kind: str
    seq: int
    seen: bool


def may_be_withheld(columns: Mapping[str, Column]) -> list[Computing]:
    """The computed columns that read linked rows, themselves or through others, in the order of computing."""
    found: list[Computing] = []
    keys: set[str] = set()
    try:
        order = in_order(columns)
    except ComputeBroken:
        order = []
    for one in order:
        if (isinstance(one, RollUp) and one.over != CHILDREN) or keys.intersection(sources(one)):
            found.append(one)
            keys.add(one.key)
    return found


def without_withheld(scope: Scope, columns: Mapping[str, Column], lines: Sequence[Line], moment: datetime | None = None) -> Sequence[Line]:
    """The rows with `{"hidden": true}` in each cell that says something about rows that are not the reader's; `moment` is that of rows as
    they were once: what they linked to is asked about as it was then."""
    hidden = _hidden(scope, columns, lines, _DEEPEST, moment)
    if not hidden:
        return lines
    return [_veiled(line, hidden.get((line.sheet, line.id))) for line in lines]


def _veiled(line: Line, keys: frozenset[str] | None) -> Line:
    if not keys:
        return line
    return replace(line, cells={**line.cells, **dict.fromkeys(keys & line.cells.keys(), HIDDEN)}, text=None)


def _hidden(scope: Scope, columns: Mapping[str, Column], lines: Sequence[Line], deeper: int, moment: datetime | None) -> Hidden:
    computings = may_be_withheld(columns)
    if not computings:
        return {}
    links = {one.over for one in computings if isinstance(one, RollUp) and one.over != CHILDREN}
    targets = _targets(scope, {sheet for line in lines for key in links for sheet, _ in refs_of(line.cells.get(key))})
    beyond = _hidden_beyond(scope, columns, computings, targets, deeper, moment)
    found: dict[tuple[int, int], frozenset[str]] = {}
    for one in computings:
        for row in _rows_hidden(one, lines, targets, beyond, found):
            found[row] = found.get(row, frozenset()) | {one.key}
    return found


def _rows_hidden(
    one: Computing, lines: Sequence[Line], targets: Mapping[int, _Target], beyond: Hidden, found: Hidden
) -> list[tuple[int, int]]:
    if isinstance(one, RollUp) and one.over != CHILDREN:
        return [(line.sheet, line.id) for line in lines if _reads_hidden(one, line, targets, beyond)]
    if isinstance(one, RollUp):
        rows = {line for line in lines if one.of in found.get((line.sheet, line.id), ())}
        return list({(above.sheet, above.id) for line in rows for above in _above(line)})
    read = set(sources(one))
    return [(line.sheet, line.id) for line in lines if read & found.get((line.sheet, line.id), frozenset())]


def _above(line: Line) -> Iterable[Line]:
    above = line.above
    while above is not None:
        yield above
        above = above.above


def _reads_hidden(one: RollUp, line: Line, targets: Mapping[int, _Target], beyond: Hidden) -> bool:
    refs = refs_of(line.cells.get(one.over))
    return any(not targets[ref[0]].seen or one.of in beyond.get(ref, ()) for ref in refs if ref[0] in targets)


def _targets(scope: Scope, sheets: set[int]) -> dict[int, _Target]:
    rows = Sheet.objects.filter(id__in=sheets).values_list("id", "kind", "seq", "node__path") if sheets else ()
    return {sheet: _Target(kind, seq, scope.allows(path)) for sheet, kind, seq, path in rows}


def _hidden_beyond(
    scope: Scope,
    columns: Mapping[str, Column],
    computings: Sequence[Computing],
    targets: Mapping[int, _Target],
    deeper: int,
    moment: datetime | None,
) -> Hidden:
    """What is withheld in the linked rows themselves, where they are computed from links in their turn."""
    wanted = {one.of for one in computings if isinstance(one, RollUp) and one.over != CHILDREN}
    found: dict[tuple[int, int], frozenset[str]] = {}
    for kind in {target.kind for target in targets.values() if target.seen}:
        theirs = {column.key: column for column in columns_of_kind(kind)}
        if not wanted.intersection(one.key for one in may_be_withheld(theirs)):
            continue
        seqs = {sheet: target.seq for sheet, target in targets.items() if target.seen and target.kind == kind}
        kept = rows_kept.rows(seqs)
        pasts = {sheet: Past(kind, theirs, rows) for sheet, rows in kept.items()}
        read = {sheet: rows.lines for sheet, rows in kept.items()} if moment is None else lines_at(pasts, moment)
        lines = [line for some in read.values() for line in some]
        if deeper == 0:  # links of links of links: whoever asks this far is told nothing
            found |= {(line.sheet, line.id): frozenset(theirs) for line in lines}
        else:
            found |= _hidden(scope, theirs, lines, deeper - 1, moment)
    return found
