"""What is expected of somebody, from everything that expects something, by due date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from milepost.apps.method.queries.holding import Held, packs_for
from milepost.apps.org.access import path_names
from milepost.apps.org.queries import organisation_or_default
from milepost.apps.practice.expecting.asked_for import with_method
from milepost.apps.practice.expecting.sources import SOURCES
from milepost.apps.practice.expecting.words import Asker, Expectation
from milepost.apps.practice.queries.procedures import procedures_of

OVERDUE, WEEK, NEXT, LATER, UNDATED = WHEN = ("overdue", "week", "next", "later", "undated")
MOST = 1_000
"""How many are told of; the counts count all."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What is expected of a person on a day: the items by due date, each with the names above it, how many there are of each `when`,
    and until when a week goes, so that everybody draws the line where it was drawn here."""

    today: date
    week_ends: date
    total: int
    counts: Mapping[str, int]
    kinds: Mapping[str, int]
    items: Sequence[Mapping[str, Any]]
    procedures: Mapping[str, Mapping[str, Any]]


def expectations(person_id: int, today: date) -> list[Expectation]:
    """All that is expected of a person, by due date, what has none last. A constant number of queries."""
    return _expected(person_id, today)[0]


def _expected(person_id: int, today: date) -> tuple[list[Expectation], Mapping[int, Held]]:
    """The same, and the packs that hold where they are expected."""
    asker = Asker(person_id, today)
    raw = [one for source in SOURCES for one in source(asker)]
    held = packs_for({one.node_id for one in raw if one.node_id and (one.subject or one.procedure)})
    return sorted(with_method(raw, held), key=lambda one: (one.due or date.max, one.kind, one.id)), held


def expected_of(*, actor_id: int, at: datetime) -> Expected:
    """What is expected of the reader on the day that it is for the organisation."""
    today = at.astimezone(ZoneInfo(organisation_or_default().zone)).date()
    week_ends = today + timedelta(days=6 - today.weekday())
    found, held = _expected(actor_id, today)
    shown = found[:MOST]
    ways = path_names(sorted({one.path for one in shown if one.path}))
    return Expected(
        today=today,
        week_ends=week_ends,
        total=len(found),
        counts=dict.fromkeys(WHEN, 0) | Counter(when_due(one.due, today, week_ends) for one in found),
        kinds=Counter(one.kind for one in found),
        items=[_told(one, [name for _, name, _ in ways.get(one.path, ())], when_due(one.due, today, week_ends)) for one in shown],
        procedures=procedures_of(shown, held.values()),
    )


def when_due(due: date | None, today: date, week_ends: date) -> str:
    """Which part of the list something belongs to; a week ends on Sunday."""
    if due is None:
        return UNDATED
    if due < today:
        return OVERDUE
    if due <= week_ends:
        return WEEK
    return NEXT if due <= week_ends + timedelta(days=7) else LATER


def _told(one: Expectation, way: Sequence[str], when: str) -> dict[str, Any]:
    # Flat: what lies within is written as it is, and copying five hundred of it would take longer than finding it.
    told = {field.name: getattr(one, field.name) for field in fields(one)}
    return {**told, "path": list(one.data.get("names", way)), "when": when}
