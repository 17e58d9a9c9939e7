"""Ask the office that is responsible for a place, from any page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from milepost.apps.method.queries.holding import pack_for
from milepost.apps.office.models import Office
from milepost.apps.office.queries.offices import office_for
from milepost.apps.org.access import node_for
from milepost.apps.practice.errors import NoOffice, QuestionShape
from milepost.apps.practice.events import QUESTION_ASKED
from milepost.apps.practice.finding import words_in
from milepost.apps.practice.models import Question
from milepost.apps.practice.queries.asked_offices import offices_to_ask
from milepost.apps.sheets.access import sheet_and_rights
from milepost.apps.sheets.row_access import row_for
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import NotFound

MOST_LETTERS = 5_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is who asks: the page with its title, and the place, sheet and row that it shows, where it shows one."""

    page: str
    title: str = ""
    node_id: int | None = None
    sheet_id: int | None = None
    row_id: int | None = None


@transaction.atomic
def ask(*, actor_id: int, text: str, place: Place, office_id: int | None, at: datetime) -> Question:
    """Ask the office: the one that is responsible for the place, or one of those that the person may ask.

    Raises NotFound for a place, a sheet or an office that is not theirs to see, NoOffice, QuestionShape.
    """
    said = checked(text)
    node_id = _seen(actor_id, place)
    office = _office(actor_id, node_id, office_id)
    held = pack_for(node_id or office.node_id)
    question = Question.objects.create(
        office=office,
        asker_id=actor_id,
        node_id=node_id,
        sheet_id=place.sheet_id,
        row_id=place.row_id,
        page=place.page,
        page_title=place.title,
        pack_version=held.version_id if held else None,
        text=said,
        words=words_in(said),
        at=at,
    )
    record(QUESTION_ASKED, actor_id=actor_id, at=at, node_id=node_id or office.node_id, data={"question": question.pk, "office": office.pk})
    return question


def checked(text: str) -> str:
    """The text without blanks around it. Raises QuestionShape for none, or for a very long one."""
    said = text.strip()
    if not 1 <= len(said) <= MOST_LETTERS or not any(letter.isprintable() and not letter.isspace() for letter in said):
        raise QuestionShape(most=MOST_LETTERS)
    return said


def _seen(actor_id: int, place: Place) -> int | None:
    """The node that the question is about; raises NotFound for anything in the place that the person may not see."""
    if place.sheet_id is not None:
        sheet = sheet_and_rights(actor_id, place.sheet_id)[0]
        if place.row_id is not None:
            row_for(actor_id, place.sheet_id, place.row_id)
        return sheet.node_id
    if place.node_id is not None:
        node_for(actor_id, place.node_id)
    return place.node_id


def _office(actor_id: int, node_id: int | None, office_id: int | None) -> Office:
    responsible = office_for(node_id) if office_id is None and node_id is not None else None
    if responsible is not None:
        return Office.objects.get(id=responsible.id)
    may_ask = [one.id for one in offices_to_ask(actor_id)]
    if office_id is not None and office_id not in may_ask:
        raise NotFound(what="office")
    if not may_ask or (office_id is None and node_id is not None):
        raise NoOffice
    return Office.objects.get(id=office_id if office_id is not None else may_ask[0])
