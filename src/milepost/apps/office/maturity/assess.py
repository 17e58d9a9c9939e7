"""Assess a place: begin, answer, finish, or discard what was begun by mistake."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from milepost.apps.office.maturity import events
from milepost.apps.office.maturity.errors import AssessmentFinished, AssessmentOpen, NoSuchQuestion, NothingAnswered
from milepost.apps.office.maturity.profiles import answers_of, profile_to_keep
from milepost.apps.office.maturity.questions import question_set
from milepost.apps.office.models import Assessment, AssessmentAnswer
from milepost.apps.org.access import node_for
from milepost.apps.org.capabilities import Capability
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import NotFound


@transaction.atomic(durable=True)
def begin_assessment(*, actor_id: int, node_id: int, at: datetime) -> int:
    """Begin the next assessment of a node, and return its id. Raises NotFound, NotAllowed, and AssessmentOpen where one is under way."""
    node = node_for(actor_id, node_id, Capability.EDIT, lock=True)
    before = Assessment.objects.filter(node_id=node_id)
    if before.filter(finished_at=None).exists():
        raise AssessmentOpen(name=node.name)
    number = (before.aggregate(last=Max("number"))["last"] or 0) + 1
    made = Assessment.objects.create(node=node, number=number, at=at, by_id=actor_id)
    record(events.BEGUN, actor_id=actor_id, at=at, node_id=node_id, data={"number": number})
    return made.pk


@transaction.atomic(durable=True)
def answer_question(*, actor_id: int, assessment_id: int, question: str, level: int | None, evidence: str, at: datetime) -> None:
    """Keep what one assessor answers: a level from 1 to 5 or None, and a note. It replaces what they said before, and nobody else's.

    Raises NotFound, NotAllowed, AssessmentFinished, NoSuchQuestion.
    """
    assessment = open_assessment(actor_id, assessment_id, Capability.COMMENT)
    if question_set().find(question) is None:
        raise NoSuchQuestion(question=question)
    mine: dict[str, Any] = {"assessment": assessment, "question": question, "person_id": actor_id}
    if level is None and not evidence:
        AssessmentAnswer.objects.filter(**mine).delete()
    else:
        AssessmentAnswer.objects.update_or_create(**mine, defaults={"level": level, "evidence": evidence, "at": at})
    data = {"number": assessment.number, "question": question, "level": level}
    record(events.ANSWERED, actor_id=actor_id, at=at, node_id=assessment.node_id, data=data)


@transaction.atomic(durable=True)
def finish_assessment(*, actor_id: int, assessment_id: int, at: datetime) -> None:
    """Close an assessment and keep its profile. Raises NotFound, NotAllowed, AssessmentFinished, NothingAnswered."""
    assessment = open_assessment(actor_id, assessment_id, Capability.EDIT)
    answers = answers_of([assessment_id])[assessment_id]
    if not answers:
        raise NothingAnswered
    assessment.profile = profile_to_keep(answers)
    assessment.finished_at, assessment.finished_by_id = at, actor_id
    assessment.save(update_fields=["profile", "finished_at", "finished_by"])
    record(events.FINISHED, actor_id=actor_id, at=at, node_id=assessment.node_id, data={"number": assessment.number})


@transaction.atomic(durable=True)
def discard_assessment(*, actor_id: int, assessment_id: int, at: datetime) -> None:
    """Forget an assessment that is still open, with its answers. Raises NotFound, NotAllowed, AssessmentFinished."""
    assessment = open_assessment(actor_id, assessment_id, Capability.EDIT)
    record(events.DISCARDED, actor_id=actor_id, at=at, node_id=assessment.node_id, data={"number": assessment.number})
    assessment.delete()


def open_assessment(actor_id: int, assessment_id: int, capability: Capability) -> Assessment:
    """The assessment, locked, for somebody who may do this at its node. Raises NotFound, NotAllowed, AssessmentFinished."""
    assessment = Assessment.objects.select_for_update().filter(id=assessment_id).first()
    if assessment is None:
        raise NotFound(what="assessment")
    seen(actor_id, assessment, capability)
    if assessment.finished_at is not None:
        raise AssessmentFinished(on=assessment.finished_at.date().isoformat())
    return assessment


def seen(actor_id: int, assessment: Assessment, capability: Capability = Capability.VIEW) -> None:
    """Raise NotFound where the person may not see the assessment's node, NotAllowed where they may not do this there."""
    try:
        node_for(actor_id, assessment.node_id, capability)
    except NotFound:
        raise NotFound(what="assessment") from None
