"""What two versions of a pack differ in, and what that means for one project."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from milepost.engines.method.asked import asked_of, whole
from milepost.engines.method.burden import burden
from milepost.engines.method.model import Pack, Tailored

PARTS = ("phases", "gates", "artefacts", "policies", "procedures", "roles", "courses")


@dataclass(frozen=True, slots=True)
class Change:
    """A part that was added, removed or changed; `fields` are the names of what is other."""

    part: str
    key: str
    what: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ForProject:
    """What a new version means for a project: keys that become asked and that are asked no longer, over its life and of these now, and
    minutes a week and once before and after."""

    asked: tuple[str, ...]
    no_longer: tuple[str, ...]
    asked_now: tuple[str, ...]
    minutes_before: int
    minutes_after: int
    once_before: int
    once_after: int


def difference(old: Pack, new: Pack) -> list[Change]:
    """The changes from one version to the next, in the order of the parts. Order within a part is no change."""
    found: list[Change] = []
    for part in PARTS:
        before = {one.key: one for one in getattr(old, part)}
        after = {one.key: one for one in getattr(new, part)}
        found.extend(Change(part, key, "added") for key in after if key not in before)
        found.extend(Change(part, key, "removed") for key in before if key not in after)
        for key in before.keys() & after.keys():
            other = _other(before[key], after[key])
            if other:
                found.append(Change(part, key, "changed", other))
    whole_parts = ("vocabulary", "budget", "sizes", "raci", "start")
    found.extend(Change(part, part, "changed") for part in whole_parts if getattr(old, part) != getattr(new, part))
    return sorted(found, key=lambda one: (one.part, one.key))


def for_project(old: Pack, new: Pack, size: str, stage: str | None, tailoring: Iterable[Tailored] = ()) -> ForProject:
    """What a project of this size, at this stage and tailored so would be asked otherwise."""
    given = tuple(tailoring)
    before, after = whole(old, size, given).keys, whole(new, size, given).keys
    now = asked_of(new, size, stage, given).keys - asked_of(old, size, stage, given).keys
    was, becomes = burden(old, size, given), burden(new, size, given)
    return ForProject(
        tuple(sorted(after - before)), tuple(sorted(before - after)), tuple(sorted(now)),
        was.minutes, becomes.minutes, was.once, becomes.once,
    )  # fmt: skip


def _other(before: Any, after: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(before) if getattr(before, one.name) != getattr(after, one.name))
