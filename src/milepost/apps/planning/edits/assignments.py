"""Edits of who works on a row: as JSON by resource id, or as text by name, `Ann; Bob [50%]`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from milepost.apps.planning.bridge.cells import is_raw
from milepost.apps.planning.edits.draft import Draft
from milepost.kernel.errors import MilepostError

_ONE = re.compile(r"(?P<name>[^\[\]]+?)\s*(?:\[\s*(?P<percent>\d+(?:[.,]\d+)?)\s*%\s*\])?")


class NoSuchResource(MilepostError):
    """There is no resource named {name} in this plan. Add it to the plan first."""

    code = "plan.resource_unknown"
    status = 422


def edit_assignments(draft: Draft, value: Any) -> None:
    """Assignments without stated work get the row's duration times their units; a name that is unknown is kept as typed, marked."""
    if isinstance(value, dict) and is_raw(value):
        value = value["raw"]
    resources = {one["id"]: one for one in draft.state.words.settings.get("resources") or ()}
    try:
        given = _from_text(value, resources) if isinstance(value, str) else _from_json(value or [], resources)
    except NoSuchResource as error:
        draft.write(assignments={"raw": value, "problem": error.sentence, "code": error.code})
        return
    draft.write(assignments=[_with_work(one, resources, draft.duration()) for one in given] or None)


def _from_text(text: str, resources: Mapping[int, Any]) -> list[dict[str, Any]]:
    by_name = {str(one["name"]).strip().lower(): key for key, one in resources.items()}
    found = []
    for part in filter(None, (part.strip() for part in re.split(r"[;,](?![^\[]*\])", text))):
        match = _ONE.fullmatch(part)
        name = match["name"] if match else part
        if name.lower() not in by_name:
            raise NoSuchResource(name=name)
        units = float(match["percent"].replace(",", ".")) / 100 if match and match["percent"] else 1.0
        found.append({"resource": by_name[name.lower()], "units": units})
    return found


def _from_json(given: Any, resources: Mapping[int, Any]) -> list[dict[str, Any]]:
    rows = [dict(one) for one in given if isinstance(one, Mapping)] if isinstance(given, list) else []
    for one in rows:
        if one.get("resource") not in resources and one.get("resource") is not None:
            raise NoSuchResource(name=one["resource"])
    return rows


def _with_work(given: dict[str, Any], resources: Mapping[int, Any], duration: int) -> dict[str, Any]:
    units = float(given.get("units") or 1.0)
    resource = resources.get(given.get("resource") or 0, {})
    if "work" in given or resource.get("type", "work") != "work":
        return {**given, "units": units}
    return {**given, "units": units, "work": round(duration * units)}
