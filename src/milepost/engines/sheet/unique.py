"""Values that may stand once in a column: who holds each, and who wrote it again (rules N)."""

from __future__ import annotations

from collections.abc import Iterable

from milepost.engines.sheet.model import Sheet
from milepost.engines.sheet.operations import Cell

PROBLEM = "This stands in another row already, and may stand once."


class Uniques:
    """The unique columns of one model: for each value the row that holds it, and those whose cell is marked for it, in that order."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._rows: dict[str, dict[str, list[int]]] = {key: {} for key in keys}
        self._says: dict[str, dict[int, str]] = {key: {} for key in self._rows}
        self._known = False

    def marks(self, model: Sheet, touched: Iterable[int]) -> dict[int, dict[str, Cell]]:
        """The cells to be marked, or freed of their mark, after the touched rows changed or went; the model is not changed (N1, N2)."""
        if not self._rows:
            return {}
        if not self._known:
            self._known, touched = True, list(model.rows)
        found: dict[int, dict[str, Cell]] = {}
        # Rows that are gone give up what they held before others ask for it.
        rows = sorted(set(touched), key=lambda row_id: (row_id in model.rows, row_id))
        for key in self._rows:
            for word in dict.fromkeys(word for row_id in rows for word in self._place(model, key, row_id)):
                self._mark(model, key, word, found)
        return found

    def _place(self, model: Sheet, key: str, row_id: int) -> Iterable[str]:
        """Note what a row says now, and return the values that it no longer or newly says."""
        row = model.rows.get(row_id)
        was, now = self._says[key].get(row_id), None if row is None else _word(row.cells.get(key))
        if was == now:
            return () if now is None else (now,)
        if was is not None:
            self._rows[key][was].remove(row_id)
            del self._says[key][row_id]
        if row is not None and now is not None:
            there = self._rows[key].setdefault(now, [])
            # Who holds a value unmarked stands first, also where many are read at once.
            first = not _marked(row.cells.get(key)) and self._all_marked(model, key, there)
            there.insert(0 if first else len(there), row_id)
            self._says[key][row_id] = now
        return [word for word in (was, now) if word is not None]

    def _all_marked(self, model: Sheet, key: str, rows: Iterable[int]) -> bool:
        return all(_marked(model.rows[row_id].cells.get(key)) for row_id in rows)

    def _mark(self, model: Sheet, key: str, word: str, found: dict[int, dict[str, Cell]]) -> None:
        for place, row_id in enumerate(self._rows[key].get(word, ())):
            value: Cell = model.rows[row_id].cells.get(key)
            if place == 0 and _marked(value):
                found.setdefault(row_id, {})[key] = value["raw"]
            elif place > 0 and not _marked(value):
                found.setdefault(row_id, {})[key] = {"raw": value, "problem": PROBLEM}


def _marked(value: Cell) -> bool:
    return isinstance(value, dict) and value.get("problem") == PROBLEM


def _word(value: Cell) -> str | None:
    """What a value is compared by: text without case and outer blanks; None for nothing and for what does not fit its column."""
    if _marked(value):
        value = value["raw"]
    if value is None or isinstance(value, dict):
        return None
    return str(value).strip().casefold()
