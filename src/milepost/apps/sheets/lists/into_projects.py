"""Rows of a list into projects of the tree: each a node with its profile, and its reports as the history of the profile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from milepost.apps.org.actions.create_node import create_node
from milepost.apps.sheets.lists.existing import reported_moments
from milepost.apps.sheets.lists.places import Places
from milepost.apps.sheets.lists.reports import History, Step, baseline_of
from milepost.apps.sheets.lists.understanding import PROJECT
from milepost.apps.sheets.models import Change, ChangeKind, Sheet
from milepost.apps.sheets.series import write_series
from milepost.apps.sheets.writing import Call, begin
from milepost.engines.sheet import Cell, Set

PART = 40


def write_projects(
    projects: Sequence[History], places: Places, *, actor_id: int, name_key: str, keys: Mapping[str, str], at: datetime
) -> dict[str, int]:
    """Write some projects of a list, the new ones as nodes with a profile; what became of them.

    Call it in a transaction. Raises NotFound and NotAllowed for the node, and what a name may be refused for.
    """
    told = {"new": 0, "changed": 0, "same": 0, "reports": 0}
    for project in projects:
        if not project.reports:
            continue
        if project.known is None:
            sheet_id, row_id = _made(project, places, actor_id, name_key, at)
            steps = _first_steps(project, keys)
            told["new"] += 1
        else:
            sheet_id, row_id = project.known.sheet_id, project.known.row_id
            steps = project.steps(reported_moments([sheet_id]).get(sheet_id, ()))
            told["changed" if steps else "same"] += 1
        _write_steps(steps, sheet_id, row_id, actor_id=actor_id, keys=keys, at=at)
        told["reports"] += len(steps)
    return told


def _made(project: History, places: Places, actor_id: int, name_key: str, at: datetime) -> tuple[int, int]:
    newest = project.reports[-1]
    place = places.make(newest.places, at=at)
    name = _text(newest.cells.get(name_key))
    node = create_node(actor_id=actor_id, parent_id=place.node_id, kind=PROJECT, name=name[:200], at=at)
    # The profile comes with the node; its one row has the node's id.
    return Sheet.objects.values_list("id", flat=True).get(node_id=node.pk, kind=PROJECT), node.pk


def _first_steps(project: History, keys: Mapping[str, str]) -> list[Step]:
    steps = project.steps()
    begun = baseline_of(project, {key for row in project.reports for key in row.cells})
    if steps and begun:
        steps[0] = Step(steps[0].as_of, {**steps[0].cells, **begun})
    return steps


def _write_steps(steps: Sequence[Step], sheet_id: int, row_id: int, *, actor_id: int, keys: Mapping[str, str], at: datetime) -> None:
    if not steps:
        return
    # One look at rights and rows for all reports on a project: each change follows the one before in the same transaction.
    writing = begin(actor_id=actor_id, sheet_id=sheet_id, at=at)
    kept = [(_cells(step.cells, keys), step.as_of) for step in steps]
    write_series(writing, [([Set(row_id, cells)], Call(ChangeKind.EDIT, as_of=as_of)) for cells, as_of in kept if cells])
    first = next((step.as_of for step in steps if step.as_of is not None), None)
    if first is not None:
        # The profile is as old as the first report in it, so that it can be shown as it was from then on.
        Change.objects.filter(sheet_id=sheet_id, seq=1, as_of=None, at__gt=first).update(as_of=first)


def _cells(cells: Mapping[str, Cell], keys: Mapping[str, str]) -> dict[str, Cell]:
    return {keys.get(key, key): value for key, value in cells.items() if not key.startswith("+") or key in keys}


def _text(value: Any) -> str:
    if isinstance(value, Mapping):
        value = value.get("raw")
    return " ".join(str(value if value is not None else "").split())
