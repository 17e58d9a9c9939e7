"""What offices refuse, in the sentences that a user reads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from milepost.kernel.errors import MilepostError


class NoAuthority(MilepostError):
    """You have no authority for this here ({decision}). Who has: {names}."""

    code = "authority.none"
    status = 403
    tried: tuple[int, datetime] | None = None
    """Who tried, and when, for the record."""

    def __init__(self, *, decision: str, amount: str | None, who: Sequence[str], node_id: int) -> None:
        names = ", ".join(who) or "nobody whom you may know of"
        super().__init__(decision=decision, amount=amount, who=list(who), node=node_id, names=names)


class OfficeThere(MilepostError):
    """{name} has an office already. Change that one, or close it first."""

    code = "office.there"
    status = 409


class OfficeClosed(MilepostError):
    """This office was closed. What it was can be read, but not changed."""

    code = "office.closed"
    status = 409
