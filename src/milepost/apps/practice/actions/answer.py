"""Answer a question, ask on, settle it, and take an answer into the handbook."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from milepost.apps.practice.access import Standing, question_for
from milepost.apps.practice.actions.ask import checked
from milepost.apps.practice.errors import NotOfOffice
from milepost.apps.practice.events import FAQ_CHANGED, QUESTION_ANSWERED, QUESTION_ASKED_ON, QUESTION_SETTLED
from milepost.apps.practice.finding import words_in
from milepost.apps.practice.models import Answer, Question
from milepost.apps.trail.actions.record import record
from milepost.apps.trail.kinds import EventKind
from milepost.kernel.errors import NotFound


@transaction.atomic
def answer(*, actor_id: int, question_id: int, text: str, at: datetime) -> Answer:
    """Answer for the office, which settles the question; or ask on as the asker, which opens it again.

    Raises NotFound, QuestionShape, and NotOfOffice for anybody else.
    """
    question, standing = question_for(actor_id, question_id, lock=True)
    said, from_office = checked(text), standing.answers(question)
    if not from_office and question.asker_id != actor_id:
        raise NotOfOffice
    made = Answer.objects.create(question=question, by_id=actor_id, text=said, at=at, from_office=from_office)
    question.words += words_in(said)
    question.answered_at = at if from_office else None
    question.seen_at = at if from_office and question.asker_id == actor_id else None
    question.save(update_fields=["words", "answered_at", "seen_at"])
    _record(QUESTION_ANSWERED if from_office else QUESTION_ASKED_ON, question, actor_id, at)
    return made


@transaction.atomic
def settle(*, actor_id: int, question_id: int, answered: bool, at: datetime) -> None:
    """Mark a question as answered or as open again, as the asker or for the office. Raises NotFound and NotOfOffice."""
    question, standing = question_for(actor_id, question_id, lock=True)
    if not standing.answers(question) and question.asker_id != actor_id:
        raise NotOfOffice
    if answered == (question.answered_at is not None):
        return
    question.answered_at = at if answered else None
    question.seen_at = at if answered and question.asker_id == actor_id else None
    question.save(update_fields=["answered_at", "seen_at"])
    _record(QUESTION_SETTLED, question, actor_id, at)


@transaction.atomic
def note_seen(*, actor_id: int, question_id: int, at: datetime) -> None:
    """Note that the asker has looked at the answer; nothing for anybody else. Raises NotFound."""
    question, _ = question_for(actor_id, question_id, lock=True)
    if question.asker_id == actor_id and question.answered_at is not None and question.seen_at is None:
        question.seen_at = at
        question.save(update_fields=["seen_at"])


@transaction.atomic
def put_into_handbook(*, actor_id: int, answer_id: int, faq: bool, at: datetime) -> Question:
    """Take an answer of the office into its handbook, or out of it. Raises NotFound, and NotOfOffice also for what the asker said."""
    found = Answer.objects.filter(id=answer_id).first()
    question, standing = _of(actor_id, found)
    if found is None or not standing.answers(question) or not found.from_office:
        raise NotOfOffice
    if found.faq != faq:
        found.faq = faq
        found.save(update_fields=["faq"])
        _record(FAQ_CHANGED, question, actor_id, at)
    return question


def _of(actor_id: int, found: Answer | None) -> tuple[Question, Standing]:
    try:
        return question_for(actor_id, found.question_id if found else 0, lock=True)
    except NotFound:
        raise NotFound(what="answer") from None


def _record(kind: EventKind, question: Question, actor_id: int, at: datetime) -> None:
    node_id = question.node_id or question.office.node_id
    record(kind, actor_id=actor_id, at=at, node_id=node_id, data={"question": question.pk})
