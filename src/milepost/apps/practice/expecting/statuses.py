"""The status that the manager of a project is expected to state, and for how long the last one is believed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from zoneinfo import ZoneInfo

from milepost.apps.org.models import Node
from milepost.apps.org.queries import organisation_or_default
from milepost.apps.practice.expecting.asked_for import STATUS
from milepost.apps.practice.expecting.words import Asker, Expectation, Why, name
from milepost.apps.sheets.models import Row

BELIEVED = timedelta(days=14)
"""A stated status is believed for two weeks, as long as a proposed one believes in progress that was entered."""
_AHEAD = timedelta(days=7)
_STILL = frozenset({"idea", "closed", "cancelled", "on_hold"})
"""Phases of a project in which nobody states a status."""


def statuses(asker: Asker) -> Iterator[Expectation]:
    """One for each project that the person manages, from a week before the last statement is too old. Four queries."""
    led = {one.id: one for one in asker.projects if one.role == "project_manager"}
    if not led:
        return
    zone = ZoneInfo(organisation_or_default().zone)
    phases = dict(Row.objects.filter(row_id__in=led, sheet__kind="project", deleted_seq=None).values_list("row_id", "cells__phase"))
    stated = Node.objects.unscoped(reason="projects that a scope has just shown").filter(id__in=led)
    for node_id, at, made in stated.values_list("id", "stated_at", "created_at"):
        due = (at or made).astimezone(zone).date() + BELIEVED
        if due - _AHEAD > asker.today or phases.get(node_id) in _STILL:
            continue
        yield Expectation(
            kind="status",
            id=f"status:{node_id}",
            node_id=node_id,
            path=led[node_id].path,
            title=name(led[node_id].name),
            due=due,
            why=Why("manager", {"days": BELIEVED.days, "stated": at.astimezone(zone).date().isoformat() if at else None}),
            does=f"/projects/{node_id}?figure=status",
            verb="status",
            subject=STATUS,
        )
