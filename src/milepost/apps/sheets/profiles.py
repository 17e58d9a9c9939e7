"""The profile of a project: one sheet of the kind `project`, one row, whose id is the project's node.

It is made with the node. Its cells are the truth: what the node has as columns too follows them, whoever writes them and how.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from milepost.apps.org.access import require, scope_of
from milepost.apps.org.actions.create_node import checked_name
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.events import NODE_RENAMED, STATUS_STATED
from milepost.apps.org.models import Node, Person
from milepost.apps.sheets.access import sheet_and_rights
from milepost.apps.sheets.actions.create_sheet import create_sheet
from milepost.apps.sheets.errors import ProfileOneRow
from milepost.apps.sheets.kinds.kind import Committed, Edit, kind_named
from milepost.apps.sheets.models import ChangeKind, Sheet
from milepost.apps.sheets.writing import cache
from milepost.apps.sheets.writing.write import Call, Writing, write
from milepost.apps.trail.actions.record import record
from milepost.engines.sheet import Cell, Column, NewRow, Set, same
from milepost.engines.sheet import Sheet as Model
from milepost.kernel.errors import NotFound

PROFILE = "project"
STATED = frozenset({"stated_status", "stated_reason"})
_FOLLOWED = STATED | {"name", "code", "manager", "sponsor"}
_ASKED = {"name": Capability.ARRANGE, **dict.fromkeys(STATED, Capability.STATE)}
"""What the writer needs beyond EDIT to change the cell of a role."""
_MOST_LETTERS = 60


class Profiles:
    """Keeps the profiles of projects for the organisation's own actions; see `org.profiles`."""

    def make(self, node: Node, *, actor_id: int, at: datetime) -> None:
        """Make the profile of a new project, with what the node says."""
        keys = keys_by_role(kind_named(PROFILE).columns)
        said = {"name": node.name, "code": node.code or None, "manager": node.manager_id, "sponsor": node.sponsor_id}
        cells = {keys[role]: value for role, value in said.items() if value is not None and role in keys}
        create_sheet(actor_id=actor_id, node_id=node.pk, kind=PROFILE, name=node.name, at=at, rows=(NewRow(node.pk, None, cells),))

    def write(self, node_id: int, values: Mapping[str, Any], *, actor_id: int, at: datetime) -> None:
        """Write values by role as one change. Raises NotFound where the project has no profile."""
        writing = _begin(node_id, actor_id, at)
        keys, cells = keys_by_role(writing.model.columns.values()), writing.model.rows[node_id].cells
        changed = {keys[role]: value for role, value in values.items() if role in keys and not same(cells.get(keys[role]), value)}
        if changed:
            write(writing, [Set(node_id, changed)], Call(ChangeKind.EDIT))


def keys_by_role(columns: Iterable[Column]) -> dict[str, str]:
    """The key of the first column of each role."""
    found: dict[str, str] = {}
    for column in columns:
        if column.role:
            found.setdefault(column.role, column.key)
    return found


def follow_profile(model: Model, change: Committed) -> None:
    """Let the node follow the cells that a change touched, in its transaction.

    Raises ProfileOneRow for a change of its rows, Invalid for a name that is none, and NotAllowed where the writer may edit but not
    rename the project or state its status. What a profile is made with came from the node.
    """
    node_id = change.edit.node_id
    if set(model.rows) != {node_id}:
        raise ProfileOneRow
    keys = keys_by_role(model.columns.values())
    touched = {role for role in _FOLLOWED if keys.get(role) in change.dirty.cells.get(node_id, ())}
    if change.seq == 1 or not touched:
        return
    node = Node.objects.unscoped(reason="the node of a sheet whose writer was checked").select_for_update().get(id=node_id)
    before = {role: _held(node, role) for role in touched}
    after = {role: _meant(role, model.cell(node_id, keys[role])) for role in touched}
    _check_rights(change.edit, node, {role for role in touched if before[role] != after[role]})
    for role, value in after.items():
        setattr(node, f"{role}_id" if role in ("manager", "sponsor") else role, value)
    if STATED & touched:
        node.stated_at = change.edit.at if node.stated_status else None
    node.save(update_fields=[*touched, *(["stated_at"] if STATED & touched else [])])
    _tell(change.edit, node, before, after)


def _begin(node_id: int, actor_id: int, at: datetime) -> Writing:
    """The profile, locked for somebody whose right to do this was checked: stating a status asks for STATE, not for EDIT."""
    sheet_id = Sheet.objects.filter(node_id=node_id, kind=PROFILE).values_list("id", flat=True).first()
    if sheet_id is None:
        raise NotFound(what="profile")
    sheet = Sheet.objects.select_for_update().filter(id=sheet_id).first()
    if sheet is None:  # deleted with its project a moment ago
        raise NotFound(what="profile")
    bits = sheet_and_rights(actor_id, sheet_id)[1]
    return Writing(sheet, cache.models.take(sheet), kind_named(PROFILE), Edit(sheet_id, node_id, actor_id, at), bits)


def _held(node: Node, role: str) -> Any:
    return getattr(node, f"{role}_id" if role in ("manager", "sponsor") else role)


def _meant(role: str, value: Cell) -> Any:
    """What the node keeps of a cell: nothing of a value that did not fit its column."""
    fits = None if isinstance(value, Mapping) else value
    match role:
        case "name":
            return checked_name(str(fits or ""))
        case "code":
            return str(fits or "")[:_MOST_LETTERS]
        case "stated_status":
            return fits if fits in ("G", "A", "R") else None
        case "stated_reason":
            return str(fits or "")
        case _:
            return fits if isinstance(fits, int) and Person.objects.filter(id=fits).exists() else None


def _check_rights(edit: Edit, node: Node, changed: set[str]) -> None:
    asked = {_ASKED[role] for role in changed if role in _ASKED}
    if asked and edit.actor_id is not None:
        bits = scope_of(edit.actor_id).bits_at(node.path)
        for capability in sorted(asked):
            require(bits, capability)


def _tell(edit: Edit, node: Node, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    told: dict[str, Any] = {"actor_id": edit.actor_id, "at": edit.at, "node_id": node.pk}
    if "name" in after and before["name"] != after["name"]:
        Sheet.objects.filter(id=edit.sheet_id).update(name=node.name)
        record(NODE_RENAMED, **told, data={"before": before["name"], "after": node.name})
    if any(before[role] != after[role] for role in STATED & after.keys()):
        record(STATUS_STATED, **told, data={"colour": node.stated_status, "reason": node.stated_reason})
