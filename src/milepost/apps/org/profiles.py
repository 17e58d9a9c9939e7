"""Who keeps the profile of each project: a higher app, which has sheets; the organisation only says what shall stand there.

Truth are the cells of the profile. `Node.name`, `manager`, `sponsor` and the stated status of a project follow them in the same
transaction, so the organisation's own actions write them through the keeper.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from milepost.apps.org.models import Node


class ProfileKeeper(Protocol):
    """Keeps one profile for each project; all runs in the caller's transaction."""

    def make(self, node: Node, *, actor_id: int, at: datetime) -> None:
        """Make the profile of a project that was just made."""

    def write(self, node_id: int, values: Mapping[str, Any], *, actor_id: int, at: datetime) -> None:
        """Write values by role (`name`, `code`, `manager`, `sponsor`, `stated_status`, `stated_reason`) as one change by the actor,
        whose rights were checked. Values that stand there already are no change."""


_keepers: list[ProfileKeeper] = []


def keep_profiles_by(keeper: ProfileKeeper) -> None:
    """Name the keeper, from the `AppConfig.ready` of the app that owns it; the last one named keeps them."""
    _keepers[:] = [keeper]


def profile_keeper() -> ProfileKeeper:
    """The keeper."""
    return _keepers[0]
