"""What needs doing in an office: check-ins, projects that nobody stands beside, vacancies, goals that are due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from milepost.apps.office.catalogue import OfficeType
from milepost.apps.office.models import CheckIn
from milepost.apps.office.queries.detail import OfficeDetail
from milepost.apps.office.queries.projects import OfficeProject

SOON = timedelta(days=7)
"""A check-in so far ahead is worth a line."""


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to do: `check_in_due`, `check_in_unanswered`, `no_check_in`, `no_partner`, `partner_left`, `not_assigned`, `vacant` (a
    role), `goal_due` (its text)."""

    code: str
    project_id: int | None = None
    name: str = ""
    due: date | None = None
    late: bool = False


def todo(office: OfficeDetail, projects: Sequence[OfficeProject], at: datetime) -> list[Todo]:
    """What needs doing, what is late first, then by date. One query."""
    found = [*_of_projects(office, projects, at.date()), *_of_office(office, at.date())]
    return sorted(found, key=lambda one: (not one.late, one.due or date.max, one.code, one.name))


def _of_projects(office: OfficeDetail, projects: Sequence[OfficeProject], today: date) -> Iterator[Todo]:
    if office.type == OfficeType.DIRECTIVE:
        yield from (Todo("not_assigned", one.id, one.name) for one in projects if not one.assigned)
    if office.type != OfficeType.CONTROLLING:
        return
    for one in projects:
        if one.partner is None:
            yield Todo("no_partner", one.id, one.name)
        elif not one.partner.active:
            yield Todo("partner_left", one.id, one.name, late=True)
        elif one.next_check_in is None:
            yield Todo("no_check_in", one.id, one.name)
        if one.next_check_in is not None and one.next_check_in <= today + SOON:
            yield Todo("check_in_due", one.id, one.name, one.next_check_in, late=one.next_check_in < today)
    names = {one.id: one.name for one in projects}
    waiting = CheckIn.objects.filter(project_id__in=names, held_at__isnull=False, answered_at=None)
    yield from (Todo("check_in_unanswered", pk, names[pk], due) for pk, due in waiting.values_list("project_id", "due"))


def _of_office(office: OfficeDetail, today: date) -> Iterator[Todo]:
    yield from (Todo("vacant", name=role) for role in office.vacant)
    own = (goal for goal in office.goals if goal.node_id == office.node_id and goal.due is not None)
    yield from (
        Todo("goal_due", name=goal.text, due=goal.due, late=goal.due < today) for goal in own if goal.due and goal.due <= today + SOON
    )
