"""Runs of the linter, as somebody may see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from milepost.apps.method.models import LintRun
from milepost.apps.org.access import node_for
from milepost.kernel.errors import NotFound


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run: `done` of `total` projects were looked at; `appeared` and `went` count findings."""

    id: int
    node_id: int
    state: str
    total: int
    done: int
    appeared: int
    went: int
    asked_at: datetime
    finished_at: datetime | None


_COLUMNS = ("id", "node_id", "state", "total", "done", "appeared", "went", "asked_at", "finished_at")


def run_of(*, actor_id: int, run_id: int) -> RunRow:
    """How a run stands, for somebody who may see its place. Raises NotFound."""
    row = run_row(run_id)
    try:
        node_for(actor_id, row.node_id)
    except NotFound:
        raise NotFound(what="run") from None
    return row


def run_row(run_id: int) -> RunRow:
    """The same for the server itself. Raises NotFound."""
    found = LintRun.objects.filter(id=run_id).values_list(*_COLUMNS).first()
    if found is None:
        raise NotFound(what="run")
    return RunRow(*found)
