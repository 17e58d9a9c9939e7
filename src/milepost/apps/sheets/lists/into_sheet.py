"""Rows of a list into one register: changes of up to 5,000 rows, each one transaction and one undo."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from milepost.apps.sheets.kinds.acts import require_acts
from milepost.apps.sheets.lists.columns_made import in_made_columns
from milepost.apps.sheets.lists.compare import Outcome
from milepost.apps.sheets.models import ChangeKind
from milepost.apps.sheets.writing.typed import MOST_ROWS
from milepost.apps.sheets.writing.write import Call, Writing, begin, earlier, write
from milepost.engines.sheet import Insert, Move, NewRow, Op, Set

PART = MOST_ROWS
_IDS = 2**53 - 1


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an import: `ids` are the ids of all rows of the list by their index, `keys` the columns that were made (`+3` to key)."""

    import_id: int
    number: int
    outcomes: Sequence[Outcome]
    ids: Mapping[int, int]
    keys: Mapping[str, str]


def write_part(part: Part, *, actor_id: int, sheet_id: int, at: datetime) -> int | None:
    """Write one part of a list; the number of the change, None where nothing was to be done. A part that was written is not written again.

    Call it in a transaction. Raises NotFound, NotAllowed and what the sheet's kind refuses.
    """
    writing = begin(actor_id=actor_id, sheet_id=sheet_id, at=at)
    client_op_id = f"list-{part.import_id}-{part.number}"
    before = earlier(actor_id=actor_id, sheet_id=sheet_id, client_op_id=client_op_id)
    if before is not None:
        return before.seq
    ops = _ops(writing, part)
    if not ops:
        return None
    require_acts(writing.kind, writing.bits, ops)
    prepared = writing.kind.prepare(writing.model, ops, edit=writing.edit)
    return write(writing, prepared.ops, Call(ChangeKind.EDIT, client_op_id)).seq


def row_ids(import_id: int, outcomes: Iterable[Outcome]) -> dict[int, int]:
    """The id of each row of a list: the one that it has, or one that is the same however often the import begins again."""
    return {one.row.index: one.known.row_id if one.known is not None else _new_id(import_id, one.row.index) for one in outcomes}


def _new_id(import_id: int, index: int) -> int:
    digest = hashlib.sha256(f"{import_id}/{index}".encode()).digest()
    return int.from_bytes(digest[:7]) % _IDS + 1


def _ops(writing: Writing, part: Part) -> list[Op]:
    """New rows behind those that are there, in the order of the list; then what is others in known rows, and where they stand."""
    coming: dict[int | None, list[NewRow]] = {}
    root_of: dict[int | None, int | None] = {}
    rest: list[Op] = []
    arriving = _Arriving()
    for outcome in part.outcomes:
        row_id = part.ids[outcome.row.index]
        parent = None if outcome.row.parent is None else part.ids[outcome.row.parent]
        if outcome.state == "new" and row_id not in writing.model.rows:
            # Rows below a row of this part go in along with it; the others go below a row that is there.
            root = root_of.get(parent, parent)
            root_of[row_id] = root
            coming.setdefault(root, []).append(NewRow(row_id, parent, in_made_columns(outcome.row.cells, part.keys)))
            arriving.note(row_id, parent, moved=False)
        elif outcome.state == "changed" and row_id in writing.model.rows:
            rest += [Set(row_id, in_made_columns(outcome.changes, part.keys))] if outcome.changes else []
            if outcome.moved:
                arriving.note(row_id, parent, moved=True)
    inserts = [Insert(tuple(rows), root, _last(writing, root)) for root, rows in coming.items()]
    return [*inserts, *rest, *arriving.moves(writing)]


class _Arriving:
    """The rows that come to stand below each row, new ones and those from elsewhere, in the order of the list."""

    def __init__(self) -> None:
        self._below: dict[int | None, list[int]] = {}
        self._moved: set[int | None] = set()

    def note(self, row_id: int, parent: int | None, *, moved: bool) -> None:
        self._below.setdefault(parent, []).append(row_id)
        if moved:
            self._moved.add(parent)

    def moves(self, writing: Writing) -> list[Op]:
        """One move for each row that gets some from elsewhere; with those go the new ones, which stand between them in the list.

        A list names parents first: whatever stands above a row has moved before that row gets its own.
        """
        return [Move(tuple(rows), parent, _last(writing, parent)) for parent, rows in self._below.items() if parent in self._moved]


def _last(writing: Writing, parent: int | None) -> int | None:
    siblings = writing.model.children(parent)
    return siblings[-1] if siblings else None
