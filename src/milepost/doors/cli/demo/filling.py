"""Fills the demo's registers in the order of its invented time, by the actions that people use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from functools import partial
from typing import Any

from milepost.apps.org.actions.create_node import create_node
from milepost.apps.org.actions.grant_role import grant_role
from milepost.apps.sheets.actions.change_sheet import change_sheet
from milepost.apps.sheets.actions.create_register import create_register
from milepost.apps.sheets.by_node import sheets_at
from milepost.apps.sheets.writing.wire import ops_from_wire
from milepost.doors.cli.demo.filled import Cells, Entry, Log, Unplanned, logs, profiles, unplanned
from milepost.doors.cli.demo.making import PLANNED, Making
from milepost.doors.cli.demo.people import PEOPLE, PROJECT_MANAGERS
from milepost.doors.cli.demo.portfolio import PLACES, Project
from milepost.kernel.ids import new_id

Step = tuple[datetime, Callable[..., None]]


def steps(making: Making, planned: Sequence[Project]) -> Iterator[Step]:
    """Every step that fills a register at a place of the tree, at one of the planned projects, or at one without a plan."""
    begun = {project.name: _at(project.start - PLANNED, 12) for project in planned}
    places = {*begun, *(place.name for place in PLACES), *(project.name for project in unplanned())}
    for project in unplanned():
        yield _at(project.start, 8), partial(_found, making, project)
        yield from _milestone_steps(making, project)
        for day, cells in project.reports.items():
            yield _at(day, 15), partial(_report, making, project.name, cells)
    for name in profiles().keys() & begun.keys():
        yield begun[name], partial(_report, making, name, profiles()[name])
    for log in logs():
        if log.place in places:
            yield from _log_steps(making, log)


def _found(making: Making, project: Unplanned, at: datetime) -> None:
    owner, manager = making.owner, making.people[PROJECT_MANAGERS[project.manager]]
    sponsor = making.people[next(someone.name for someone in PEOPLE if someone.role == "DI")]
    parent = making.nodes[project.parent]
    node = create_node(
        actor_id=owner,
        parent_id=parent,
        kind="project",
        name=project.name,
        code=project.code,
        manager_id=manager,
        sponsor_id=sponsor,
        at=at,
    ).pk
    making.nodes[project.name] = node
    making.leads[project.name] = (manager, sponsor)
    grant_role(actor_id=owner, person_id=manager, node_id=node, role="manager", at=at)
    _report(making, project.name, project.profile, at=at)


def _milestone_steps(making: Making, project: Unplanned) -> Iterator[Step]:
    rows = {new_id(): entry for entry in project.milestones}
    yield _at(project.start, 9), partial(_open, making, project.name, "milestones")
    inserted = [{"id": row, "cells": dict(entry.cells)} for row, entry in rows.items()]
    yield _at(project.start, 10), partial(_change, making, project.name, "milestones", {"op": "insert", "rows": inserted})
    for row, entry in rows.items():
        for day, cells in entry.later.items():
            yield _at(day, 14), partial(_change, making, project.name, "milestones", {"op": "set", "row": row, "cells": cells})


def _log_steps(making: Making, log: Log) -> Iterator[Step]:
    yield _at(log.entries[0].day, 9), partial(_open, making, log.place, log.kind)
    for entry in log.entries:
        yield from _entry_steps(making, log, entry)


def _entry_steps(making: Making, log: Log, entry: Entry) -> Iterator[Step]:
    row = new_id()
    yield (
        _at(entry.day, 11),
        partial(_change, making, log.place, log.kind, {"op": "insert", "row": row, "cells": entry.cells, "last": True}),
    )
    for day, cells in entry.later.items():
        yield _at(day, 14), partial(_change, making, log.place, log.kind, {"op": "set", "row": row, "cells": cells})


def _open(making: Making, place: str, kind: str, at: datetime) -> None:
    manager, _ = making.leads_of(place)
    making.registers[place, kind] = create_register(actor_id=manager, node_id=making.nodes[place], kind=kind, at=at)


def _change(making: Making, place: str, kind: str, op: dict[str, Any], at: datetime) -> None:
    op = dict(op)
    sheet, manager = making.registers[place, kind], making.leads_of(place)[0]
    if op.pop("last", False):
        op["after"] = making.last_rows.get(sheet)
        making.last_rows[sheet] = op["row"]
    if "cells" in op:
        op["cells"] = _named(making, place, op["cells"])
    change_sheet(actor_id=manager, sheet_id=sheet, ops=ops_from_wire([op]), client_op_id=None, base_seq=None, at=at)


def _named(making: Making, place: str, cells: Cells) -> dict[str, Any]:
    """Cells with people for "manager" and "sponsor"."""
    manager, sponsor = making.leads_of(place)
    ids: Mapping[Any, int] = {"manager": manager, "sponsor": sponsor}
    return {key: [ids[one] for one in value] if key == "decided_by" else ids.get(value, value) for key, value in cells.items()}


def _report(making: Making, name: str, cells: Cells, at: datetime) -> None:
    node = making.nodes[name]
    profile = sheets_at([node], kind="project")[node]
    op = {"op": "set", "row": node, "cells": dict(cells)}
    change_sheet(actor_id=making.leads[name][0], sheet_id=profile, ops=ops_from_wire([op]), client_op_id=None, base_seq=None, at=at)


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), UTC)
