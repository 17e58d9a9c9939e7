"""What higher apps keep in somebody's name, and hand over when they leave: a protocol, because the organisation knows no sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Held:
    """Open things in somebody's name at one place: `what` they are, where (`place` is the name of the node), how many; `mine` where the
    asker may hand them over."""

    what: str
    id: int
    name: str
    node_id: int
    count: int
    mine: bool
    place: str = ""


class Holdings(Protocol):
    """Things of one sort in people's names."""

    def held(self, *, actor_id: int, person_id: int) -> Sequence[Held]:
        """All open things in the person's name; those that the actor may not change are only counted, `mine` False."""

    def hand_over(self, *, actor_id: int, person_id: int, to_id: int, at: datetime) -> None:
        """Put another person's name on all that are `mine`, in the caller's transaction."""


_holdings: list[Holdings] = []


def register_holdings(holdings: Holdings) -> None:
    """Make a sort known, from the `AppConfig.ready` of the app that owns it."""
    _holdings.append(holdings)


def all_held(*, actor_id: int, person_id: int) -> list[Held]:
    """What is in the person's name in all higher apps."""
    return [one for holdings in _holdings for one in holdings.held(actor_id=actor_id, person_id=person_id)]


def hand_all_over(*, actor_id: int, person_id: int, to_id: int, at: datetime) -> None:
    """Hand over what higher apps keep in the person's name."""
    for holdings in _holdings:
        holdings.hand_over(actor_id=actor_id, person_id=person_id, to_id=to_id, at=at)
