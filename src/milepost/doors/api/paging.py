"""Lists come in pages: `limit` items from `offset` on, and where the next page starts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from ninja import Schema
from pydantic import Field

Item = TypeVar("Item")


class Paging(Schema):
    """The page that is asked for."""

    limit: int = Field(200, ge=1, le=1000, description="How many items at most.")
    offset: int = Field(0, ge=0, le=10_000_000, description="How many items to skip.")

    @property
    def ask(self) -> dict[str, int]:
        """One item more than wanted, by which is seen whether there is a next page."""
        return {"limit": self.limit + 1, "offset": self.offset}

    def cut(self, items: Sequence[Item]) -> tuple[Sequence[Item], int | None]:
        """The page, and the offset of the next one or None."""
        more = len(items) > self.limit
        return items[: self.limit], self.offset + self.limit if more else None
