"""The roadmap of a place: the rows of its register of improvements, and how each stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from milepost.apps.org.queries.names import names_of
from milepost.apps.sheets.by_node import sheets_at
from milepost.apps.sheets.queries.register import one_register
from milepost.engines.sheet.select_line import Line

KIND = "improvements"
OPEN = frozenset({"open", "in_progress"})


@dataclass(frozen=True, slots=True)
class Improvement:
    """A row of the roadmap; `late` where it is open after its date. What was typed and does not fit its column is None."""

    id: int
    name: str
    domain: str | None
    perspective: str | None
    from_level: int | None
    to_level: int | None
    owner: dict[str, Any] | None
    due: str | None
    status: str | None
    late: bool
    benefit: str
    question: str | None


@dataclass(frozen=True, slots=True)
class Roadmap:
    """The register of improvements at a place (None: there is none yet) and its rows, open ones first, by date."""

    sheet_id: int | None
    items: Sequence[Improvement]


def roadmap_at(actor_id: int, node_id: int, today: date) -> Roadmap:
    """The roadmap of a node that the actor may see."""
    sheet = sheets_at([node_id], kind=KIND).get(node_id)
    if sheet is None:
        return Roadmap(None, ())
    lines = rows_of(actor_id, sheet)
    names = names_of(who for line in lines if isinstance(who := line.cells.get("owner"), int))
    items = [_improvement(line, names, today) for line in lines]
    items.sort(key=lambda one: (one.status not in OPEN, one.due or "9999", one.from_level or 0, one.id))
    return Roadmap(sheet, items)


def rows_of(actor_id: int, sheet_id: int) -> Sequence[Line]:
    """The rows of a register as the actor may see them."""
    return one_register(actor_id, sheet_id).lines


def _improvement(line: Line, names: dict[int, str], today: date) -> Improvement:
    cells = line.cells
    owner, due, status = _whole(cells.get("owner")), _text(cells.get("due")), _text(cells.get("status"))
    return Improvement(
        id=line.id,
        name=_text(cells.get("name")) or "",
        domain=_text(cells.get("domain")),
        perspective=_text(cells.get("perspective")),
        from_level=_whole(cells.get("from_level")),
        to_level=_whole(cells.get("to_level")),
        owner={"id": owner, "name": names[owner]} if owner in names else None,
        due=due,
        status=status,
        late=status in OPEN and due is not None and due < today.isoformat(),
        benefit=_text(cells.get("benefit")) or "",
        question=_text(cells.get("question")),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _whole(value: object) -> int | None:
    return int(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
