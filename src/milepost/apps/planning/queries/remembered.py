"""What was last worked out for each plan, kept in memory: a thousand plans are not worked out anew at every look at a portfolio."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")
_MOST = 20_000


class Remembered(Generic[T]):
    """One answer a plan, good as long as all that it follows from is the same."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Hashable, T]] = {}

    def of(self, sheet_id: int, basis: Hashable, make: Callable[[], T]) -> T:
        """The answer for a plan that follows from `basis`; made where it is not known."""
        known = self._kept.get(sheet_id)
        if known is not None and known[0] == basis:
            return known[1]
        if len(self._kept) >= _MOST:
            self._kept.clear()
        made = make()
        self._kept[sheet_id] = basis, made
        return made
