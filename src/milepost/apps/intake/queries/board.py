"""The requests at a node and below: how many wait for whom, and the list of them, filtered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from milepost.apps.intake.access import KIND
from milepost.apps.intake.amounts import money_of
from milepost.apps.intake.states import APPROVAL, APPROVE, NEW, OPEN, STATES, TRIAGE
from milepost.apps.office.queries.authority import Given, by_default, given_at
from milepost.apps.org.access import Scope, paths_of, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.queries import organisation_or_default, tree
from milepost.apps.org.queries.names import names_of
from milepost.apps.sheets.queries.across import register_of_kind
from milepost.apps.sheets.queries.chosen import Register
from milepost.apps.sheets.search.words import folded
from milepost.engines.sheet.select_line import Line

MOST = 1000
Standing: TypeAlias = tuple[Line, str]
"""A request and its state."""
Ref: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which requests are wanted: `who` is "mine" (I asked), "me" (I can decide now) or empty; at most `limit` are told."""

    states: Sequence[str] = ()
    category: str = ""
    words: str = ""
    who: str = ""
    limit: int = 500


def board(*, actor_id: int, node_id: int, wanted: Filter, at: datetime) -> dict[str, Any]:
    """All that the page of a node's requests shows. Raises NotFound. The number of queries grows with the registers, not with requests."""
    register = register_of_kind(actor_id, KIND, node_id)
    lines = [line for line in register.lines if line.cells.get("name") or line.cells.get("need")]
    standing = [(line, _state(line)) for line in lines]
    mine = _deciding(actor_id, register, standing)
    counts = Counter(state for _, state in standing)
    chosen = _chosen(actor_id, standing, wanted, mine)
    shown = chosen[: min(wanted.limit, MOST)]
    names = names_of({person for line in shown if isinstance(person := line.cells.get("wanted_by"), int)})
    return {
        "node": _place(actor_id, node_id),
        "currency": organisation_or_default().currency,
        "counts": {state: counts.get(state, 0) for state in STATES},
        "for_me": {
            "triage": sum(state == NEW for state in mine.values()),
            "approval": sum(state == APPROVAL for state in mine.values()),
            "asked": sum(_asked_by(actor_id, line) for line in lines),
        },
        "total": len(chosen),
        "items": [_told(line, register, names, mine) for line in shown],
        "categories": _labels(register, "category"),
        "registers": [{"id": sheet, "node_id": place[0], "node_name": place[1]} for sheet, place in register.places.items()],
        "may": _may(actor_id, node_id),
        "at": at,
    }


def _chosen(actor_id: int, standing: Iterable[Standing], wanted: Filter, mine: Mapping[Ref, str]) -> list[Line]:
    states, words = set(wanted.states), folded(wanted.words).split()
    found = [
        (line, state)
        for line, state in standing
        if (not states or state in states)
        and (not wanted.category or line.cells.get("category") == wanted.category)
        and (wanted.who != "mine" or _asked_by(actor_id, line))
        and (wanted.who != "me" or (line.sheet, line.id) in mine)
        and (not words or _has(line, words))
    ]
    return [line for line, _ in sorted(found, key=_order)]


def _order(standing: Standing) -> tuple[bool, float, str]:
    """Open ones first, those with the best score before the others, then the oldest."""
    line, state = standing
    score = line.cells.get("score")
    points = -float(score) if isinstance(score, (int, float)) else 0.0
    return (state not in OPEN, points, str(line.cells.get("asked_on") or ""))


def _deciding(actor_id: int, register: Register, standing: Iterable[Standing]) -> dict[Ref, str]:
    """The requests on which the person can decide now: those that wait for triage or approval where they have the authority."""
    waiting = [(line, state) for line, state in standing if state in (NEW, APPROVAL)]
    deciders = _deciders({register.places[line.sheet][0] for line, _ in waiting})
    currency = organisation_or_default().currency
    found = {}
    for line, state in waiting:
        given, default = deciders.get((register.places[line.sheet][0], TRIAGE if state == NEW else APPROVE), ((), ()))
        amount = money_of(line.cells.get("cost"), currency) if state == APPROVAL else None
        people = {person for one in given if one.covers(amount) for person in one.people} if given else default
        if actor_id in people and not (state == APPROVAL and _asked_by(actor_id, line)):
            found[line.sheet, line.id] = state
    return found


def _deciders(node_ids: set[int]) -> dict[tuple[int, str], tuple[Sequence[Given], Sequence[int]]]:
    """By node and decision what is set there; where nothing is, who decides by default."""
    found: dict[tuple[int, str], tuple[Sequence[Given], Sequence[int]]] = {}
    for node_id, path in paths_of(node_ids).items():
        given = given_at(path, [TRIAGE, APPROVE])
        by_decision = {decision: [one for one in given if one.decision == decision] for decision in (TRIAGE, APPROVE)}
        default = () if all(by_decision.values()) else by_default(path)
        found |= {(node_id, decision): (set_here, default) for decision, set_here in by_decision.items()}
    return found


def _told(line: Line, register: Register, names: Mapping[int, str], mine: Mapping[Ref, str]) -> dict[str, Any]:
    cells, wanted_by = line.cells, line.cells.get("wanted_by")
    node_id, node_name = register.places[line.sheet]
    return {
        "sheet_id": line.sheet,
        "row_id": line.id,
        "node_id": node_id,
        "node_name": node_name,
        "number": f"REQ-{cells.get('number')}",
        "name": _text(cells.get("name")),
        "state": _state(line),
        "unit": _text(cells.get("unit")),
        "category": _text(cells.get("category")),
        "size": _text(cells.get("size")),
        "wanted_by": names.get(wanted_by, "") if isinstance(wanted_by, int) else _text(cells.get("contact")),
        "wanted_for": cells.get("wanted_for") if isinstance(cells.get("wanted_for"), str) else None,
        "asked_on": cells.get("asked_on") if isinstance(cells.get("asked_on"), str) else None,
        "cost": _number(cells.get("cost")),
        "value": _number(cells.get("value")),
        "effort": _number(cells.get("effort")),
        "score": _number(cells.get("score")),
        "for_me": (line.sheet, line.id) in mine,
    }


def _state(line: Line) -> str:
    found = line.cells.get("state")
    return found if isinstance(found, str) and found in STATES else NEW


def _asked_by(actor_id: int, line: Line) -> bool:
    return actor_id in (line.cells.get("wanted_by"), line.cells.get("made_by"))


def _has(line: Line, words: Sequence[str]) -> bool:
    text = folded(" ".join(_text(line.cells.get(key)) for key in ("name", "need", "unit", "contact")) + f" req-{line.cells.get('number')}")
    return all(word in text for word in words)


def _text(cell: Any) -> str:
    return str(cell.get("raw", "")) if isinstance(cell, dict) else "" if cell is None else str(cell)


def _number(cell: Any) -> float | None:
    return float(cell) if isinstance(cell, (int, float)) and not isinstance(cell, bool) else None


def _labels(register: Register, key: str) -> list[dict[str, Any]]:
    column = register.columns.get(key)
    options = column.options if column else {}
    labels = options.get("labels") or {}
    return [{"value": value, "label": labels.get(value, {"en": value})} for value in options.get("choices") or ()]


def _place(actor_id: int, node_id: int) -> dict[str, Any]:
    node = tree.place(actor_id, node_id)
    path = [{"id": pk, "name": name, "kind": kind} for pk, name, kind in tree.way_to(node)]
    return {"id": node.id, "name": node.name, "kind": node.kind, "path": path}


def _may(actor_id: int, node_id: int) -> list[str]:
    bits = _bits(scope_of(actor_id), node_id)
    return [word for word, one in (("edit", Capability.EDIT), ("create", Capability.CREATE), ("arrange", Capability.ARRANGE)) if bits & one]


def _bits(scope: Scope, node_id: int) -> int:
    path = paths_of([node_id]).get(node_id)
    return scope.bits_at(path) if path else 0
