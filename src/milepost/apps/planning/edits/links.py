"""Edits of predecessors, and what happens to links when their rows go."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from milepost.apps.planning.bridge.cells import is_raw
from milepost.apps.planning.edits.draft import Draft
from milepost.apps.planning.edits.limits import LONGEST
from milepost.apps.planning.links_text import parse_links
from milepost.engines.schedule import LagUnit, LinkKind
from milepost.engines.sheet import Set, Sheet
from milepost.kernel.errors import MilepostError


class LinkToItself(MilepostError):
    """“{name}” cannot wait for itself."""

    code = "plan.link_to_itself"
    status = 422


class LinkShape(MilepostError):
    """A link is a row, a kind (FS, SS, FF, SF), a lag of at most 100 years and its unit (work, elapsed, percent)."""

    code = "plan.link_shape"
    status = 422


def edit_predecessors(draft: Draft, value: Any) -> None:
    """Links typed as text by row number, or given as JSON by row id; text that cannot be read is kept as typed, marked with the reason.

    Raises LinkToItself and LinkShape.
    """
    if isinstance(value, dict) and is_raw(value):
        value = value["raw"]
    try:
        links = _checked(draft, parse_links(value, draft.order, draft.state.words.lengths) if isinstance(value, str) else value or [])
    except LinkShape:
        raise
    except MilepostError as error:
        draft.write(predecessors={"raw": value, "problem": error.sentence, "code": error.code})
        return
    if any(link["row"] == draft.row for link in links):
        raise LinkToItself(name=draft.name, row=draft.row)
    draft.write(predecessors=list({(one["row"], one["kind"]): one for one in links}.values()) or None)


def without_links_to(model: Sheet, gone: Collection[int]) -> Iterator[Set]:
    """For each row that stays, the edit that takes its links to the rows away that go."""
    for row_id, row in model.rows.items():
        given = row.cells.get("predecessors")
        if row_id in gone or not isinstance(given, list):
            continue
        kept = [link for link in given if link["row"] not in gone]
        if len(kept) != len(given):
            yield Set(row_id, {"predecessors": kept or None})


def _checked(draft: Draft, links: Any) -> list[dict[str, Any]]:
    if not isinstance(links, list):
        raise LinkShape
    present = [_one(link) for link in links if _present(draft, link)]
    if len(present) < len(links):
        draft.tell("link_row_gone", f"A link of “{draft.name}” to a row that is no longer there was left out.")
    return present


def _present(draft: Draft, link: Any) -> bool:
    if not isinstance(link, dict) or not isinstance(link.get("row"), int):
        raise LinkShape
    return link["row"] in draft.known


def _one(link: dict[str, Any]) -> dict[str, Any]:
    kind, unit, lag = link.get("kind") or "FS", link.get("lag_unit") or "work", link.get("lag") or 0
    known = isinstance(kind, str) and kind in LinkKind.__members__ and unit in list(LagUnit)
    if not known or not isinstance(lag, int | float) or abs(lag) > LONGEST:
        raise LinkShape
    return {"row": link["row"], "kind": kind, "lag": lag, "lag_unit": unit}
