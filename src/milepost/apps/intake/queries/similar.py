"""Requests and projects that are like a request, or like what somebody is just writing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from milepost.apps.intake.access import KIND, Request, request_for
from milepost.apps.org.access import path_names, paths_of, scope_of
from milepost.apps.sheets.models import Row
from milepost.apps.sheets.profiles import PROFILE
from milepost.apps.sheets.search.alike import Alike, alike

_MOST = 6
_MOST_LETTERS = 4000


@dataclass(frozen=True, slots=True)
class Similar:
    """A request or project that shares words: `state` of a request, `path` the names above it, `shared` the words, most telling first."""

    what: str
    sheet_id: int
    row_id: int
    node_id: int
    title: str
    number: str
    state: str
    path: Sequence[str]
    nearness: float
    shared: Sequence[str]


def similar_to_text(*, actor_id: int, text: str) -> list[Similar]:
    """What is like a text, among what the person may see."""
    return _told(alike(scope_of(actor_id), text[:_MOST_LETTERS], (KIND, PROFILE), limit=_MOST))


def similar_to(*, actor_id: int, sheet_id: int, row_id: int) -> list[Similar]:
    """What is like a request. Raises NotFound."""
    return similar_to_request(actor_id, request_for(actor_id, sheet_id, row_id))


def similar_to_request(actor_id: int, request: Request) -> list[Similar]:
    """The same for a request that was found already."""
    text = f"{request.name}\n{request.cells.get('need') or ''}"[:_MOST_LETTERS]
    return _told(alike(scope_of(actor_id), text, (KIND, PROFILE), limit=_MOST, without=(request.sheet.pk, request.row_id)))


def _told(found: list[Alike]) -> list[Similar]:
    paths = paths_of(one.node_id for one in found)
    ways = path_names(sorted(set(paths.values())))
    rows = Row.objects.filter(sheet_id__in=[one.sheet_id for one in found], row_id__in=[one.row_id for one in found])
    cells = {(sheet, row): values for sheet, row, values in rows.values_list("sheet_id", "row_id", "cells")}
    return [
        _one(one, cells.get((one.sheet_id, one.row_id), {}), [name for _, name, _ in ways.get(paths[one.node_id], ())]) for one in found
    ]


def _one(hit: Alike, cells: dict[str, object], path: list[str]) -> Similar:
    what = "project" if hit.kind == PROFILE else "request"
    number = f"REQ-{cells['number']}" if what == "request" and cells.get("number") else str(cells.get("code") or "")
    state = str(cells.get("state") or "") if what == "request" else str(cells.get("phase") or "")
    return Similar(what, hit.sheet_id, hit.row_id, hit.node_id, hit.title, number, state, path, hit.nearness, hit.shared)
