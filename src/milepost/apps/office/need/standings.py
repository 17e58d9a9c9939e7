"""The projects at and below a place as the engine reads them, month by month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from milepost.apps.office.need.assigned import Assigned, assigned_at
from milepost.apps.office.need.history import Said, said_by_month
from milepost.apps.office.need.months import Month
from milepost.apps.org.access import paths_of
from milepost.apps.org.models import Node
from milepost.apps.planning.queries.figures_row import FiguresRow
from milepost.apps.planning.queries.portfolio import figures_at
from milepost.apps.sheets.profiles import PROFILE, keys_by_role
from milepost.apps.sheets.queries.across import register_of_kind
from milepost.engines.sheet import Cell
from milepost.engines.stretch import Standing


@dataclass(frozen=True, slots=True)
class Standings:
    """By month the projects that were known at its end; their names and paths are those of today.

    `skills` tells how a skill is written; `unknown` how many resources of plans are no person whom Milepost knows.
    """

    by_month: Mapping[str, Sequence[Standing]]
    names: Mapping[int, str]
    paths: Mapping[int, str]
    skills: Mapping[str, str]
    unknown: int


def standings_at(actor_id: int, node: Node, months: Sequence[Month], zone: str) -> Standings:
    """All projects at and below a node of which the actor may see everything. The queries do not grow with projects or months."""
    register = register_of_kind(actor_id, PROFILE, node.pk)
    keys = keys_by_role(register.columns.values())
    profiles = {line.id: (line.sheet, line.cells) for line in register.lines}
    said = said_by_month(profiles, keys, months, zone)
    figures, assigned = figures_at(actor_id, node.path), assigned_at(profiles)
    by_month = {
        month.name: [_standing(pk, one, month, figures.get(pk), assigned) for pk, one in said[month.name].items()] for month in months
    }
    names = {pk: str(cells.get(keys["name"]) or "") for pk, (_, cells) in profiles.items()}
    skills = {_folded(word): word for its in said.values() for one in its.values() if (word := _text(one.values.get("category")))}
    return Standings(by_month, names, paths_of(profiles), skills, assigned.unknown)


def _standing(node: int, said: Said, month: Month, plan: FiguresRow | None, assigned: Assigned) -> Standing:
    values = said.values
    leads = {who for role in ("manager", "sponsor") if isinstance(who := values.get(role), int)}
    skill = _text(values.get("category"))
    promised = _day(values.get("baseline_finish")) or _day(plan.baseline_finish if plan else None) or _day(values.get("finish"))
    return Standing(
        id=node,
        phase=_text(values.get("phase")) or _by_its_plan(plan, month.day),
        start=_day(values.get("start")) or _day(plan.start if plan else None),
        people=frozenset(leads) | assigned.people(node, month.number),
        priority=_text(values.get("priority")),
        skills=frozenset({_folded(skill)}) if skill else frozenset(),
        promised=promised,
        stated=said.stated,
    )


def _by_its_plan(plan: FiguresRow | None, day: date) -> str | None:
    """A project that says no phase is closed once all tasks of its plan are done and the last one has finished."""
    finish = _day(plan.finish) if plan else None
    over = plan is not None and 0 < plan.tasks == plan.done and finish is not None and finish < day
    return "closed" if over else None


def _folded(word: str) -> str:
    return word.casefold()


def _text(value: Cell) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _day(value: Cell) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) and value else None
    except ValueError:  # a value that was kept as it was typed
        return None
