"""What the demo's people ask their offices, and the courses that offices want taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from milepost.apps.method.queries.holding import pack_for
from milepost.apps.office.queries.offices import office_for
from milepost.apps.office.queries.roles import people_of
from milepost.apps.practice.actions.answer import answer, note_seen, put_into_handbook
from milepost.apps.practice.actions.ask import Place, ask
from milepost.apps.practice.actions.set_course_due import set_course_due
from milepost.doors.cli.demo.making import Making

Step = tuple[datetime, Callable[..., None]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question by the manager of a project on a day; answered the next day where there is an answer; `faq`: for all."""

    day: date
    project: str
    text: str
    said: str = ""
    faq: bool = False
    seen: bool = True


QUESTIONS = (
    Asked(
        date(2026, 5, 12),
        "Haverley substation",
        "When do I set a new baseline after a change request was approved?",
        "On the day of the approval, before you enter progress again. Name it after the request, so that the old one can be compared.",
        faq=True,
    ),
    Asked(
        date(2026, 6, 23),
        "Haverley substation",
        "Does a risk of a supplier belong into my log or into that of the programme?",
        "Into yours as long as you can act on it. Once it needs a decision about more than one project, hand it to the programme and keep "
        "the link.",
        faq=True,
    ),
    Asked(
        date(2026, 9, 29),
        "Haverley substation",
        "May I close an action whose owner has left, or does it go to the new one first?",
        "It goes to the new owner first: whoever carries it on says whether it is done.",
        seen=False,
    ),
    Asked(date(2026, 10, 2), "Haverley substation", "Who signs the plan when our sponsor is on leave until the gate?"),
)
_COURSES_DUE = ((date(2026, 9, 14), "Haverley substation", 30),)


def steps(making: Making) -> Iterator[Step]:
    """Every question with its answer, and the days that offices set, at places that the demo has."""
    for asked in QUESTIONS:
        made: list[int] = []
        yield _at(asked.day, 10), partial(_ask, making, made, asked)
        if asked.said:
            yield _at(asked.day + timedelta(days=1), 9), partial(_answer, making, made, asked)
    for day, project, days in _COURSES_DUE:
        yield _at(day, 9), partial(_due, making, project, days)


def _ask(making: Making, made: list[int], asked: Asked, at: datetime) -> None:
    if asked.project not in making.nodes:  # a demo without plans, as tests make it
        return
    node = making.nodes[asked.project]
    place = Place(f"/projects/{node}", asked.project, node_id=node)
    made.append(ask(actor_id=making.leads[asked.project][0], text=asked.text, place=place, office_id=None, at=at).pk)


def _answer(making: Making, made: list[int], asked: Asked, at: datetime) -> None:
    if not made:
        return
    by = _director(making, asked.project)
    said = answer(actor_id=by, question_id=made[0], text=asked.said, at=at)
    if asked.faq:
        put_into_handbook(actor_id=by, answer_id=said.pk, faq=True, at=at)
    if asked.seen:
        note_seen(actor_id=making.leads[asked.project][0], question_id=made[0], at=at)


def _due(making: Making, project: str, days: int, at: datetime) -> None:
    """Every course of the office's method, for each of its roles."""
    office = office_for(making.nodes[project]) if project in making.nodes else None
    held = pack_for(office.node_id) if office else None
    if office is None or held is None:
        return
    by = _director(making, project)
    for course in held.pack.courses:
        for role in course.roles:
            set_course_due(actor_id=by, office_id=office.id, course=course.key, role=role, days=days, at=at)


def _director(making: Making, project: str) -> int:
    """Who directs the office that is responsible for a project."""
    office = office_for(making.nodes[project])
    people = people_of(office.id) if office else ()
    return next((one.person_id for one in people if one.role == "director"), making.owner)


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), UTC)
