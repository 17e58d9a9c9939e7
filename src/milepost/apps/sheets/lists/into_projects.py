"""Rows of a list into projects of the tree: each a node with its profile, and its reports as the history of the profile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from milepost.apps.org.access import require
from milepost.apps.org.actions.create_node import create_node
from milepost.apps.org.capabilities import Capability
from milepost.apps.sheets.kinds.kind import Edit, Kind, kind_named
from milepost.apps.sheets.lists.columns_made import in_made_columns
from milepost.apps.sheets.lists.existing import reported_moments
from milepost.apps.sheets.lists.places import Places
from milepost.apps.sheets.lists.reports import History, Step, baseline_of
from milepost.apps.sheets.lists.understanding import PROJECT
from milepost.apps.sheets.models import Change, ChangeKind, Row, Sheet
from milepost.apps.sheets.writing.series import write_series
from milepost.apps.sheets.writing.store import columns_of_kind
from milepost.apps.sheets.writing.write import Call, Writing, begin
from milepost.engines.sheet import Column, Set
from milepost.engines.sheet import Row as ModelRow
from milepost.engines.sheet import Sheet as Model

PART = 40


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes projects and when: the column that names them, the columns that were made (`+3` to key), and what all profiles share."""

    actor_id: int
    at: datetime
    name_key: str
    keys: Mapping[str, str]
    kind: Kind
    columns: tuple[Column, ...]


@dataclass(slots=True)
class Written:
    """What became of some projects, and what would have to be taken back: nodes made, and for each changed profile its first and last
    change."""

    counts: dict[str, int] = field(default_factory=lambda: {"new": 0, "changed": 0, "same": 0, "reports": 0})
    nodes: list[int] = field(default_factory=list)
    profiles: dict[int, tuple[int, int]] = field(default_factory=dict)


def writer_of(*, actor_id: int, at: datetime, name_key: str, keys: Mapping[str, str]) -> Writer:
    """The writer of all parts of an import, once the columns that it brings are made."""
    return Writer(actor_id, at, name_key, keys, kind_named(PROJECT), columns_of_kind(PROJECT))


def write_projects(projects: Sequence[History], places: Places, writer: Writer) -> Written:
    """Write some projects of a list, the new ones as nodes with a profile; what became of them.

    Call it in a transaction. Raises NotFound and NotAllowed for the node, and what a name may be refused for.
    """
    written, places_before = Written(), len(places.made)
    for project in projects:
        if not project.reports:
            continue
        if project.known is None:
            steps = _first_steps(project)
            writing = _made(project, places, writer)
            written.nodes.append(writing.edit.node_id)
            _write_steps(steps, writing, writer)
            state = "new"
        else:
            steps = _write_known(project, project.known.sheet_id, writer, written)
            state = "changed" if steps else "same"
        written.counts[state] += 1
        written.counts["reports"] += len(steps)
    written.nodes += places.made[places_before:]
    return written


def _write_known(project: History, sheet_id: int, writer: Writer, written: Written) -> list[Step]:
    steps = project.steps(reported_moments([sheet_id]).get(sheet_id, ()))
    if steps:
        writing = begin(actor_id=writer.actor_id, sheet_id=sheet_id, at=writer.at)
        first = writing.sheet.seq + 1
        _write_steps(steps, writing, writer)
        written.profiles[sheet_id] = (first, writing.sheet.seq)
    return steps


def _made(project: History, places: Places, writer: Writer) -> Writing:
    """A new project with its profile, which comes with the node and whose one row has the node's id, open for its reports."""
    newest = project.reports[-1]
    place = places.make(newest.places, at=writer.at)
    name = _text(newest.cells.get(writer.name_key))[:200]
    node = create_node(actor_id=writer.actor_id, parent_id=place.node_id, kind=PROJECT, name=name, at=writer.at)
    # Who may create here and nothing else does not get to fill the profile; nobody else knows the sheet yet, so that it needs no lock.
    bits = places.bits_at(node.path)
    require(bits, Capability.EDIT)
    sheet = Sheet.objects.get(node_id=node.pk, kind=PROJECT)
    row = Row.objects.values_list("row_id", "parent_id", "position", "cells").get(sheet_id=sheet.pk, row_id=node.pk)
    model = Model((ModelRow(*row),), writer.columns, sheet.settings)
    writer.kind.open(model, sheet_id=sheet.pk)
    return Writing(sheet, model, writer.kind, Edit(sheet.pk, node.pk, writer.actor_id, writer.at), bits)


def _first_steps(project: History) -> list[Step]:
    steps = project.steps()
    begun = baseline_of(project, {key for row in project.reports for key in row.cells})
    if steps and begun:
        steps[0] = Step(steps[0].as_of, {**steps[0].cells, **begun})
    return steps


def _write_steps(steps: Sequence[Step], writing: Writing, writer: Writer) -> None:
    kept = [(in_made_columns(step.cells, writer.keys), step.as_of) for step in steps]
    row_id = writing.edit.node_id
    write_series(writing, [([Set(row_id, cells)], Call(ChangeKind.EDIT, as_of=as_of)) for cells, as_of in kept if cells])
    first = next((step.as_of for step in steps if step.as_of is not None), None)
    if first is not None:
        # The profile is as old as the first report in it, so that it can be shown as it was from then on.
        Change.objects.filter(sheet_id=writing.sheet.pk, seq=1, as_of=None, at__gt=first).update(as_of=first)


def _text(value: Any) -> str:
    if isinstance(value, Mapping):
        value = value.get("raw")
    return " ".join(str(value if value is not None else "").split())
