"""Every project that is there gets its profile, as old as the project, and what was stated of it as a change of its own."""

from datetime import UTC
from typing import Any

from django.db import migrations

from milepost.kernel.ids import new_id

_POSITION = "V"
_AT_ONCE = 500


def make_profiles(apps: Any, schema_editor: Any) -> None:
    """One sheet of the kind project with one row for each project without one, those in the bin too."""
    alias = schema_editor.connection.alias
    nodes, sheets = apps.get_model("org", "Node"), apps.get_model("sheets", "Sheet")
    there = set(sheets.objects.using(alias).filter(kind="project").values_list("node_id", flat=True))
    missing = [node for node in nodes.objects.using(alias).filter(kind="project").order_by("id") if node.pk not in there]
    for first in range(0, len(missing), _AT_ONCE):
        _make(apps, alias, missing[first : first + _AT_ONCE])


def _make(apps: Any, alias: str, nodes: list[Any]) -> None:
    model = {name: apps.get_model("sheets", name) for name in ("Sheet", "Row", "Change", "CellHistory")}
    made: dict[str, list[Any]] = {name: [] for name in model}
    for node in nodes:
        stated = _stated(node)
        sheet = model["Sheet"](
            id=new_id(), node_id=node.pk, kind="project", name=node.name, seq=1 + bool(stated), created_at=node.created_at
        )
        made["Sheet"].append(sheet)
        cells = {**_begun(node), **stated}
        made["Row"].append(model["Row"](sheet_id=sheet.pk, row_id=node.pk, position=_POSITION, cells=cells, seq=sheet.seq))
        made["Change"].append(model["Change"](sheet_id=sheet.pk, seq=1, at=node.created_at, kind="create"))
        if stated:
            _state(model, made, node, sheet.pk, stated)
    for name, rows in made.items():
        model[name].objects.using(alias).bulk_create(rows)


def _begun(node: Any) -> dict[str, Any]:
    said = {"name": node.name, "code": node.code or None, "manager": node.manager_id, "sponsor": node.sponsor_id}
    return {key: value for key, value in said.items() if value is not None}


def _stated(node: Any) -> dict[str, Any]:
    if node.stated_status is None:
        return {}
    return {"stated_status": node.stated_status, **({"stated_reason": node.stated_reason} if node.stated_reason else {})}


def _state(model: dict[str, Any], made: dict[str, list[Any]], node: Any, sheet_id: int, stated: dict[str, Any]) -> None:
    at = (node.stated_at or node.created_at).astimezone(UTC)
    ops = [{"op": "set", "row": node.pk, "cells": stated}]
    undo = [{"op": "set", "row": node.pk, "cells": dict.fromkeys(stated)}]
    effect = {"deltas": {str(node.pk): stated}, "inserted": [], "removed": [], "moved": [], "settings": {}}
    change = model["Change"](sheet_id=sheet_id, seq=2, at=at, kind="edit", ops=ops, undo=undo, effect=effect)
    made["Change"].append(change)
    for key, value in stated.items():
        made["CellHistory"].append(model["CellHistory"](sheet_id=sheet_id, row_id=node.pk, key=key, seq=2, new=value, at=at))


class Migration(migrations.Migration):
    dependencies = [
        ("org", "0003_people_groups_and_invites"),
        ("sheets", "0006_lists_that_come_in"),
    ]

    operations = [migrations.RunPython(make_profiles, migrations.RunPython.noop)]
