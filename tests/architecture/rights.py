"""For each operation of the API: how to call it in a small world, and which capability it needs there.

A new operation needs a line here, or the test of rights fails and says so. `needs` None is an operation on what is one's own.
Ids in `at`, and in the body, are words for things of the world: `$own` and `$report` are an upload of whoever asks and what was found
in it, `$hers` is one of Alice's. A stranger's answer is compared with that for ids that nothing has.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from milepost.apps.org.capabilities import Capability


@dataclass(frozen=True)
class Call:
    """How to call an operation.

    `at`: path and query parameters; `body`: JSON, or bytes; `also`: statuses that are as good as success (nothing to undo, say).
    `hidden` False marks an operation whose address names nothing that could be hidden: a stranger gets an answer, which tells nothing.
    """

    needs: Capability | None
    at: dict[str, Any] = field(default_factory=dict)
    body: Any = None
    also: tuple[int, ...] = ()
    hidden: bool = True
    public: bool = False


VIEW, EDIT, CREATE, ARRANGE = Capability.VIEW, Capability.EDIT, Capability.CREATE, Capability.ARRANGE
STATE, SHARE, PEOPLE, DIRECTORY = Capability.STATE, Capability.SHARE, Capability.PEOPLE, Capability.DIRECTORY
_SHEET = {"sheet_id": "$sheet"}
_PROJECT = {"node_id": "$project", "project_id": "$project"}

CALLS: dict[str, Call] = {
    "get_session": Call(None, public=True, hidden=False),
    # the tree
    "list_nodes": Call(None, {"parent": "$portfolio"}, hidden=False),
    "get_node": Call(VIEW, _PROJECT),
    "create_node": Call(CREATE, body={"parent_id": "$programme", "kind": "project", "name": "Another"}),
    "change_node": Call(ARRANGE, _PROJECT, {"name": "Renamed"}),
    "list_access": Call(DIRECTORY, _PROJECT),
    "grant_role": Call(SHARE, _PROJECT, {"person_id": "$charlie", "role": "viewer"}),
    "revoke_role": Call(SHARE, {"node_id": "$programme", "person_id": "$vera", "role": "viewer"}),
    # people and tokens
    "list_people": Call(None, hidden=False),
    "create_person": Call(PEOPLE, body={"name": "Nina", "email": "nina@example.org"}, hidden=False),
    "list_tokens": Call(None, hidden=False),
    "create_token": Call(None, body={"name": "Script", "scopes": ["read"]}, hidden=False),
    "revoke_token": Call(None, {"token_id": "$token"}),
    # sheets
    "get_sheet": Call(VIEW, _SHEET),
    "change_sheet": Call(EDIT, _SHEET, {"ops": [{"op": "set", "row": "$row", "cells": {"name": "Dig deeper"}}]}),
    "undo_change": Call(EDIT, _SHEET, {}, also=(409,)),
    "redo_change": Call(EDIT, _SHEET, {}, also=(409,)),
    "list_changes": Call(VIEW, {**_SHEET, "since": 0}),
    "list_cell_history": Call(VIEW, {**_SHEET, "row": "$row", "key": "name"}),
    "list_activity": Call(VIEW, _SHEET),
    "add_column": Call(EDIT, _SHEET, {"title": "Risk", "type": "text"}),
    "rename_sheet": Call(EDIT, _SHEET, {"name": "Another plan"}),
    "upload_file": Call(None, body=b"<Project/>", hidden=False),
    # plans
    "get_driving_chain": Call(VIEW, {**_SHEET, "row_id": "$row"}),
    "set_baseline": Call(EDIT, _SHEET, {}),
    "indent_rows": Call(EDIT, _SHEET, {"rows": ["$second"]}),
    "outdent_rows": Call(EDIT, _SHEET, {"rows": ["$inner"]}),
    "post_actuals": Call(EDIT, _SHEET, {"entries": [{"first": "2026-03-02", "last": "2026-03-06", "minutes": 60}]}),
    "check_import": Call(None, body={"upload_id": "$hers"}),
    "import_plan": Call(CREATE, body={"upload_id": "$own", "report_id": "$report", "parent_id": "$programme", "name": "In"}),
    # portfolio and projects
    "get_portfolio": Call(VIEW, {"node": "$programme"}),
    "get_project": Call(VIEW, _PROJECT),
    "get_s_curve": Call(VIEW, _PROJECT),
    "get_status": Call(VIEW, _PROJECT),
    "state_status": Call(STATE, _PROJECT, {"colour": "A", "reason": "The ground is wet"}),
}
