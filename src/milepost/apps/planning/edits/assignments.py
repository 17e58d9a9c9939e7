"""Edits of who works on a row: as JSON by resource id, or as text by name, `Ann; Bob [50%]`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from milepost.apps.planning.bridge.amounts import assigned_work
from milepost.apps.planning.bridge.cells import is_raw
from milepost.apps.planning.edits.draft import Draft
from milepost.apps.planning.edits.limits import LONGEST
from milepost.kernel.errors import MilepostError

_NUMBERS = {"units": 10_000, "work": LONGEST, "actual_work": LONGEST, "delay": LONGEST}
_KEPT = frozenset({"resource", *_NUMBERS})
_ONE = re.compile(r"(?P<name>[^\[\]]+?)\s*(?:\[\s*(?P<percent>\d+(?:[.,]\d+)?)\s*%\s*\])?")


class NoSuchResource(MilepostError):
    """There is no resource named {name} in this plan. Add it to the plan first."""

    code = "plan.resource_unknown"
    status = 422


class AssignmentShape(MilepostError):
    """An assignment is a resource, its units (1 is one full person) and, where it is known, its work in seconds."""

    code = "plan.assignment_shape"
    status = 422


def edit_assignments(draft: Draft, value: Any) -> None:
    """Assignments without stated work get the row's duration times their units; a name that is unknown is kept as typed, marked.

    Raises AssignmentShape for JSON that is none.
    """
    if isinstance(value, dict) and is_raw(value):
        value = value["raw"]
    resources = {one["id"]: one for one in draft.state.words.settings.get("resources") or ()}
    try:
        given = _from_text(value, resources) if isinstance(value, str) else _from_json(value or [], resources)
    except NoSuchResource as error:
        draft.write(assignments={"raw": value, "problem": error.sentence, "code": error.code})
        return
    draft.write(assignments=[_with_work(one, resources, draft.duration()) for one in given] or None)


def edit_work(draft: Draft, value: Any) -> None:
    """Typed work; where assignments state theirs, the row's is their sum, so the typed one is not kept, and the notice says why."""
    assigned = assigned_work(draft.now("assignments"))
    if assigned is None:
        draft.write(work=value)
    elif value != assigned:
        draft.tell("work_is_assigned", f"The work of “{draft.name}” is what its assignments add up to. Change those instead.")


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
    if not isinstance(given, list):
        raise AssignmentShape
    for one in given:
        if not isinstance(one, dict) or not all(_fits(one.get(key), most) for key, most in _NUMBERS.items()):
            raise AssignmentShape
        if one.get("resource") is not None and not (isinstance(one["resource"], int) and one["resource"] in resources):
            raise NoSuchResource(name=one["resource"])
    return [{key: value for key, value in one.items() if key in _KEPT} for one in given]


def _fits(value: Any, most: float) -> bool:
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= most)


def _with_work(given: dict[str, Any], resources: Mapping[int, Any], duration: int) -> dict[str, Any]:
    units = 1.0 if given.get("units") is None else float(given["units"])
    resource = resources.get(given.get("resource") or 0, {})
    if "work" in given or resource.get("type", "work") != "work":
        return {**given, "units": units}
    return {**given, "units": units, "work": round(duration * units)}
