"""Courses that an office wants somebody to have taken by a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from milepost.apps.org.access import paths_of
from milepost.apps.practice.curriculum import Lesson, lessons_of
from milepost.apps.practice.expecting.words import Asker, Expectation, Why

_AHEAD = timedelta(days=60)


def training(asker: Asker) -> Iterator[Expectation]:
    """One for each course that is due within two months and not taken. A constant number of queries."""
    due = [one for one in lessons_of(asker) if one.due and one.done is None and one.due - _AHEAD <= asker.today]
    paths = paths_of({one.node_id for one in due}) if due else {}
    for one in due:
        yield Expectation(
            kind="training",
            id=f"training:{one.held.pack.key}:{one.course.key}",
            node_id=one.node_id,
            path=paths.get(one.node_id, ""),
            title=one.course.title,
            due=one.due,
            why=Why("role", {"role": role_title(one)}),
            does=f"/training?course={one.held.version_id}.{one.course.key}",
            verb="learn",
            data={"minutes": one.course.minutes},
        )


def role_title(one: Lesson) -> dict[str, str]:
    """What the pack calls the role, by language."""
    return next((dict(role.title) for role in one.held.pack.roles if role.key == one.role), {"en": one.role})
