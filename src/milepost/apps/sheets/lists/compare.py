"""The rows of a list held against what is there: new, changed, the same, or left out. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from milepost.apps.sheets.lists.existing import Known
from milepost.apps.sheets.lists.planned import PlannedRow
from milepost.engines.sheet import Cell, same

State = Literal["new", "changed", "same", "skipped"]


@dataclass(slots=True)
class Outcome:
    """What becomes of a row: `changes` are the cells that differ from what is there; `moved` says that it stands below another row."""

    row: PlannedRow
    state: State
    known: Known | None = None
    changes: Mapping[str, Cell] = field(default_factory=dict)
    moved: bool = False


def compare(rows: Sequence[PlannedRow], known: Mapping[str, Known], *, tree: bool, only_right: bool) -> list[Outcome]:
    """What becomes of each row, in the order of the list; `tree` where the list says which row stands below which."""
    found = {row.index: _outcome(row, known, only_right=only_right) for row in rows}
    if tree:
        for outcome in found.values():
            outcome.row.parent = _standing(outcome.row.parent, found)
        for outcome in found.values():
            if outcome.known is not None and outcome.state in ("same", "changed") and _stands_elsewhere(outcome, found):
                outcome.moved, outcome.state = True, "changed"
    return list(found.values())


def counts(outcomes: Iterable[Outcome]) -> dict[str, int]:
    """How many rows are new, changed, the same and left out; `doubtful` of those that come in have a cell that does not fit."""
    told = {"total": 0, "new": 0, "changed": 0, "same": 0, "skipped": 0, "doubtful": 0}
    for outcome in outcomes:
        told["total"] += 1
        told[outcome.state] += 1
        told["doubtful"] += outcome.row.doubtful and outcome.row.skip == ""
    return told


def parents_first(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The rows in the order of a tree, each behind the row above it; rows that nothing puts below another keep their order."""
    below: dict[int | None, list[Outcome]] = {}
    for outcome in outcomes:
        below.setdefault(outcome.row.parent, []).append(outcome)
    found: list[Outcome] = []
    waiting = list(reversed(below.get(None, [])))
    while waiting:
        outcome = waiting.pop()
        found.append(outcome)
        waiting.extend(reversed(below.get(outcome.row.index, [])))
    return found


def _outcome(row: PlannedRow, known: Mapping[str, Known], *, only_right: bool) -> Outcome:
    there = known.get(row.key) if row.key is not None else None
    if row.skip or (only_right and row.doubtful):
        return Outcome(row, "skipped", there)
    if there is None:
        return Outcome(row, "new")
    changes = {key: value for key, value in row.cells.items() if not same(value, there.cells.get(key))}
    return Outcome(row, "changed" if changes else "same", there, changes)


def _standing(parent: int | None, found: Mapping[int, Outcome]) -> int | None:
    """The nearest row above that comes in."""
    while parent is not None and found[parent].state == "skipped":
        parent = found[parent].row.parent
    return parent


def _stands_elsewhere(outcome: Outcome, found: Mapping[int, Outcome]) -> bool:
    assert outcome.known is not None
    if outcome.row.parent is None:
        return outcome.known.parent_id is not None
    above = found[outcome.row.parent].known
    return above is None or above.row_id != outcome.known.parent_id
