"""From what a register says on a day to the figure and its parts (rules E1 to E6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction

from milepost.engines.stretch.model import RATES, STATED_WITHIN_DAYS, STRETCHED_FROM, UNDER_WAY, Part, PartKey, Standing, Stretch


def stretch(standings: Iterable[Standing], day: date) -> Stretch:
    """The stretch of all these projects together on a day."""
    running = sorted((one for one in standings if _runs(one, day)), key=lambda one: one.id)
    people, rivals = _people(running), _rivals(running)
    overdue = tuple(one.id for one in running if one.promised is not None and one.promised < day)
    unstatused = tuple(one.id for one in running if _is_unstatused(one, day))
    stretched = sum(len(projects) >= STRETCHED_FROM for projects in people.values())
    counts = {PartKey.COMPETING: len(rivals), PartKey.OVERDUE: len(overdue), PartKey.UNSTATUSED: len(unstatused)}
    parts = (
        _part(PartKey.PROJECTS, len(running), len(running)),
        _part(PartKey.PEOPLE, stretched, len(people)),
        *(_part(key, count, len(running)) for key, count in counts.items()),
    )
    return Stretch(
        day=day,
        figure=_figure(parts) if running else None,
        parts=parts,
        running=tuple(one.id for one in running),
        people=people,
        rivals=rivals,
        overdue=overdue,
        unstatused=unstatused,
        unskilled=tuple(one.id for one in running if not one.skills),
    )


def _runs(one: Standing, day: date) -> bool:
    return (one.start is None or one.start <= day) if one.phase is None else one.phase in UNDER_WAY


def _is_unstatused(one: Standing, day: date) -> bool:
    return one.stated is None or one.stated < day - timedelta(days=STATED_WITHIN_DAYS)


def _people(running: Sequence[Standing]) -> dict[int, tuple[int, ...]]:
    """The projects of each person; those on most of them first."""
    found: dict[int, list[int]] = defaultdict(list)
    for one in running:
        for person in one.people:
            found[person].append(one.id)
    return {person: tuple(found[person]) for person in sorted(found, key=lambda person: (-len(found[person]), person))}


def _rivals(running: Sequence[Standing]) -> dict[int, tuple[int, ...]]:
    """For each project that competes those that it competes with."""
    wanted: dict[tuple[str | None, str], set[int]] = defaultdict(set)
    for one in running:
        for skill in one.skills:
            wanted[one.priority, skill].add(one.id)
    found = {one.id: {rival for skill in one.skills for rival in wanted[one.priority, skill]} - {one.id} for one in running}
    return {project: tuple(sorted(rivals)) for project, rivals in found.items() if rivals}


def _part(key: PartKey, count: int, of: int) -> Part:
    if key is PartKey.PROJECTS:
        value = Fraction(count)
    elif of == 0:
        return Part(key, 0, 0, None, Fraction(0), "stretch.nobody" if key is PartKey.PEOPLE else "stretch.nothing_runs")
    else:
        value = Fraction(count, of)
    rate = RATES[key]
    way = (value - rate.begins) / (rate.full - rate.begins)
    return Part(key, count, of, value, rate.points * min(max(way, Fraction(0)), Fraction(1)))


def _figure(parts: Iterable[Part]) -> int:
    return int(sum((part.points for part in parts), Fraction(0)) + Fraction(1, 2))
