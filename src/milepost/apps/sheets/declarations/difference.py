"""What two declarations of a kind differ in, as far as the cells of live sheets are touched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from milepost.apps.sheets.declarations.model import Declaration
from milepost.engines.sheet import Column

_MATTERS = ("compute", "min", "max", "unique", "to", "several", "currency", "set", "weights")
"""Options whose change may change what a cell holds; texts, widths and looks do not."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Columns by key. `renamed` is old key to new key; `fills` are new ones that fill themselves; `refits` may hold other values now."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    renamed: Mapping[str, str] | None = None
    refits: tuple[str, ...] = ()
    fills: tuple[str, ...] = ()

    @property
    def touches_cells(self) -> bool:
        """Whether live sheets must be migrated."""
        return bool(self.removed or self.renamed or self.refits or self.fills)


def difference(old: Declaration, new: Declaration) -> Difference:
    """What becomes of the columns of `old` in `new`."""
    before = {column.key: column for column in old.columns}
    after = {column.key: column for column in new.columns}
    renamed = {
        was: key for key, column in after.items() if (was := column.options.get("was")) in before and was not in after and key not in before
    }
    added = tuple(key for key in after if key not in before and key not in renamed.values())
    kept = [(before[key], after[renamed.get(key, key)]) for key in before if renamed.get(key, key) in after]
    return Difference(
        added=added,
        removed=tuple(key for key in before if key not in after and key not in renamed),
        renamed=renamed,
        refits=tuple(now.key for was, now in kept if refit_needed(was, now)),
        fills=tuple(key for key in added if after[key].computed or after[key].options.get("unique")),
    )


def touches_cells(old: Declaration, new: Declaration) -> bool:
    """Whether a migration has something to do."""
    return difference(old, new).touches_cells


def refit_needed(was: Column, now: Column) -> bool:
    """Whether a cell of the column may hold something else under its new declaration."""
    if was.type != now.type or was.computed != now.computed:
        return True
    if any(_plain(was, key) != _plain(now, key) for key in _MATTERS if not (key == "weights" and not _weighed(was, now))):
        return True
    return not set(map(str, was.options.get("choices", ()))) <= set(map(str, now.options.get("choices", ())))


def _weighed(was: Column, now: Column) -> bool:
    return bool(was.options.get("weights") or now.options.get("weights"))


def _plain(column: Column, key: str) -> Any:
    return column.options.get(key)
